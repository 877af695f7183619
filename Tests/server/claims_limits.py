"""How much is taken on: sizes, times, numbers; each limit is one of docs/server.md."""

import socket
import time

from claims import claim, expect, expect_equal
from server import Server, expect_problem, shared, shipped

BODY = 256 * 1024


@claim
def aBodyAsLargeAsAllowedIsReadAndALargerOneIsNot():
    padding = b"#" * (BODY - len(shipped("flail-leaflet")))
    expect_equal(shared().post("/api/grade", shipped("flail-leaflet") + padding).status, 200)
    expect_problem(shared().post("/api/grade", shipped("flail-leaflet") + padding + b"#"), 413, str(BODY))


@claim
def aBodyOfUnknownLengthIsCutOffAtTheLimit():
    def parts():
        for _ in range(80):
            yield b"#" * 4095 + b"\n"

    head = b"POST /api/assess HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/yaml\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts())
    answer = shared().raw(head + chunks + b"0\r\n\r\n", 5)
    expect(answer.startswith(b"HTTP/1.1 413 "), answer[:200])
    expect(b"connection: close" in answer.lower(), answer[:600])


@claim
def aBodyThatDoesNotComeIsWaitedForInVain():
    head = b"POST /api/grade HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/yaml\r\nContent-Length: 100\r\n\r\nname"
    began = time.monotonic()
    answer = shared().raw(head, 20)
    expect(answer.startswith(b"HTTP/1.1 408 "), answer[:200])
    expect(9 < time.monotonic() - began < 14, time.monotonic() - began)


@claim
def aHeaderThatIsTooLargeIsRefused():
    for fields in [{"X-Large": "x" * 17_000}, {f"X-{number}": "x" for number in range(80)}]:
        expect_problem(shared().ask("GET", "/api/health", headers=fields), 431)
    expect_problem(shared().get("/" + "x" * 17_000), 431)
    answer = shared().raw(b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 200_000 + b"\r\n\r\n", 5)
    expect(answer == b"" or b" 400 " in answer[:20] or b" 431 " in answer[:20], answer[:100])
    expect_equal(shared().get("/api/health").status, 200)


@claim
def whatIsNoHTTPIsNotAnswered():
    for data in [b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"hello\r\n\r\n", b"GET /\r\n\r\n", b"\0" * 1000,
                 b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                 b"POST /api/grade HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"]:
        answer = shared().raw(data, 2)
        expect(b" 200 " not in answer[:20] and b" 500 " not in answer[:20], data[:40], answer[:100])
    expect_equal(shared().get("/api/health").status, 200)


@claim
def anIdleConnectionIsClosed():
    server = Server()
    with socket.create_connection(("127.0.0.1", server.port), timeout=45) as plug:
        began = time.monotonic()
        expect_equal(plug.recv(1), b"")
        expect(25 < time.monotonic() - began < 40, time.monotonic() - began)
    server.stop()


@claim
def moreConnectionsThanAllowedDoNotBreakTheServer():
    server = Server()
    plugs = []
    try:
        for _ in range(300):
            plugs.append(socket.create_connection(("127.0.0.1", server.port), timeout=5))
        time.sleep(0.5)
    finally:
        for plug in plugs:
            plug.close()
    time.sleep(0.5)
    expect_equal(server.get("/api/health").status, 200)
    expect_equal(server.stop()[0], 0)


@claim
def beatsBeyondTheLimitAreRefused():
    expect_equal(shared().post("/api/simulate?beats=2000", shipped("healthy-adult")).status, 200)
    expect_problem(shared().post("/api/simulate?beats=2001", shipped("healthy-adult")), 400, "1 ... 2000")
