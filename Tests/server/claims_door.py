"""Who may ask, and what of the disk is shown."""

import pathlib
import re
import subprocess

from claims import claim, expect, expect_equal
from command import mitral
from server import BINARY, Server, expect_problem, page_folder, shared, shipped

PAGE = pathlib.Path(__file__).resolve().parents[2] / "Page" / "index.html"


def directives(policy):
    return sorted(one.strip() for one in policy.split(";"))


def policy_of_the_page():
    """What the page itself allows; only a header field can say that nobody may frame it."""
    said = re.search(r'Content-Security-Policy" content="([^"]*)"', PAGE.read_text(encoding="utf-8")).group(1)
    return directives(said + "; frame-ancestors 'none'")


def refused(*options):
    return subprocess.run([str(BINARY), *options], capture_output=True, timeout=20)


@claim
def thePageIsServedWithTheRightTypes():
    for path, kind in [
        ("/", "text/html; charset=utf-8"), ("/index.html", "text/html; charset=utf-8"), ("/style.css", "text/css; charset=utf-8"),
        ("/engine/engine.js", "text/javascript; charset=utf-8"), ("/engine/engine.wasm", "application/wasm"),
        ("/data.json", "application/json"),
    ]:
        answer = shared().get(path)
        expect_equal((answer.status, answer.headers["content-type"]), (200, kind), path)
        name = "index.html" if path == "/" else path[1:]
        expect_equal(answer.body, (page_folder() / name).read_bytes(), path)
        expect_equal(directives(answer.headers["content-security-policy"]), policy_of_the_page(), path)


@claim
def everyAnswerCarriesTheSecurityHeaders():
    server = shared()
    for answer in [server.get("/"), server.get("/nothing"), server.get("/api/health"), server.post("/api/grade", b"{"),
                   server.ask("DELETE", "/"), server.get("/", Host="evil.example")]:
        for name, value in [("x-content-type-options", "nosniff"), ("referrer-policy", "no-referrer"),
                            ("cross-origin-resource-policy", "same-origin")]:
            expect_equal(answer.headers.get(name), value, f"{answer.status} {name}:")
        expect("default-src 'none'" in answer.headers["content-security-policy"], answer.headers)
        expect(not [name for name in answer.headers if name.startswith("access-control-")], answer.headers)


@claim
def anUnchangedFileIsNotSentAgain():
    first = shared().get("/style.css")
    tag = first.headers["etag"]
    for known in [tag, f'"other", {tag}', "W/" + tag, "*"]:
        again = shared().get("/style.css", If_None_Match=known)
        expect_equal((again.status, again.body, again.headers["etag"]), (304, b"", tag), known)
    expect_equal(shared().get("/style.css", If_None_Match='"other"').status, 200)
    file = page_folder() / "changing.css"
    file.write_text("a {}\n")
    before = shared().get("/changing.css")
    file.write_text("b { }\n")
    after = shared().get("/changing.css", If_None_Match=before.headers["etag"])
    expect_equal((after.status, after.body), (200, b"b { }\n"))


@claim
def headGivesTheHeaderFieldsAlone():
    for path in ["/", "/engine/engine.wasm", "/api/health", "/api/nothing"]:
        head, whole = shared().ask("HEAD", path), shared().get(path)
        expect_equal((head.status, head.body), (whole.status, b""), path)
        for name in ["content-type", "content-length", "etag"]:
            expect_equal(head.headers.get(name), whole.headers.get(name), f"{path} {name}:")


@claim
def nothingOutsideTheFolderIsShown():
    for path in [
        "/../secret.txt", "/engine/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%2e%2e%2fsecret.txt",
        "/engine/%2e%2e/%2e%2e/secret.txt", "/..\\secret.txt", "//etc/passwd", "/%2fetc/passwd", "/link.txt", "/.hidden",
        "/engine", "/engine/", "/index.html/", "/%00", "/index.html%00.css", "/%ff", "/%", "/./index.html",
    ]:
        answer = shared().raw(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
        status = int(answer.split(b" ", 2)[1])
        expect(status in (400, 404), path, answer[:200])
        expect(b"nobody may read this" not in answer and b"root:" not in answer, path)


@claim
def withoutAPageTheRootExplainsAndTheApiWorks():
    server = Server("--page", str(page_folder() / "not" / "built"))
    answer = server.get("/")
    expect_equal((answer.status, answer.headers["content-type"]), (404, "text/plain; charset=utf-8"))
    expect(b"There is no page here" in answer.body and b"/api/simulate" in answer.body, answer.body)
    expect_equal(server.post("/api/grade", shipped("flail-leaflet")).status, 200)
    server.stop()


@claim
def anotherNameForThisMachineIsRefused():
    for host in ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example", "10.0.0.1", "[::2]",
                 "127.0.0.1:8080:80", "", "127.evil.example"]:
        answer = shared().raw(f"GET /api/health HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        expect(answer.split(b" ", 2)[1] in (b"421", b"400"), host, answer[:200])
    for host in ["127.0.0.1", f"127.0.0.1:{shared().port}", "localhost", "LOCALHOST:1", "[::1]:80"]:
        expect_equal(shared().get("/api/health", Host=host).status, 200, host)
    expect(b" 200 " not in shared().raw(b"GET /api/health HTTP/1.0\r\n\r\n", 2)[:20], "a request without a host is answered")


@claim
def aFormOfAnotherSiteCannotPost():
    body = shipped("healthy-adult")
    for kind in ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", "", "text/plain;application/json"]:
        expect_problem(shared().post("/api/grade", body, kind), 415, "application/json")
    expect_problem(shared().post("/api/grade", body, Origin="http://evil.example"), 403)
    expect_problem(shared().post("/api/grade", body, Origin="null"), 403)
    expect_problem(shared().post("/api/grade", body, Sec_Fetch_Site="cross-site"), 403)
    own = f"127.0.0.1:{shared().port}"
    expect_equal(shared().post("/api/grade", body, Origin=f"http://{own}", Sec_Fetch_Site="same-origin").status, 200)
    preflight = shared().ask("OPTIONS", "/api/grade", headers={"Origin": "http://evil.example"})
    expect(preflight.status in (403, 405), preflight.status)


@claim
def unknownAddressesAndMethodsGetProblemDocuments():
    for path in ["/api", "/api/", "/api/simulates", "/api/catalogue/", "/nothing.js", "/api/assess/"]:
        expect_problem(shared().get(path), 404)
    for method, path, allowed in [("GET", "/api/simulate", "POST"), ("PUT", "/api/grade", "POST"), ("POST", "/api/health", "GET"),
                                  ("DELETE", "/index.html", "GET"), ("POST", "/", "GET"), ("PATCH", "/api/assess", "POST")]:
        answer = shared().ask(method, path)
        expect_problem(answer, 405, method)
        expect(allowed in answer.headers["allow"], answer.headers)


@claim
def itListensOnThisMachineOnlyUnlessTold():
    for host in ["0.0.0.0", "::", "192.0.2.1"]:
        result = refused("--host", host)
        expect_equal((result.returncode, result.stdout), (64, b""), host)
        expect(b"--allow-remote" in result.stderr and host.encode() in result.stderr, result.stderr)
    result = refused("--host", "my-machine")
    expect(result.returncode == 64 and b"my-machine" in result.stderr, result)
    addresses = {line.split()[1].split(":")[0] for line in pathlib.Path("/proc/net/tcp").read_text().splitlines()[1:]
                 if int(line.split()[1].split(":")[1], 16) == shared().port and line.split()[3] == "0A"}
    expect_equal(addresses, {"0100007F"}, "bound to")
    server = Server("--host", "0.0.0.0", "--allow-remote")
    expect_equal(server.get("/api/health").status, 200)
    expect_equal(server.get("/api/health", Host="evil.example").status, 421)
    server.stop()


@claim
def aTakenPortIsToldInOneLine():
    result = refused("--port", str(shared().port))
    expect_equal((result.returncode, result.stdout), (1, b""))
    told = result.stderr.decode()
    expect(told.count("\n") == 1 and str(shared().port) in told and "taken" in told, told)
    expect_equal(refused("--port", "70000").returncode, 64)


@claim
def theLauncherAndThePlainCommandLeadToTheServer():
    result = refused("--help")
    expect(result.returncode == 0 and b"--allow-remote" in result.stdout and b"USAGE: mitral serve" in result.stdout, result)
    plain = mitral("serve", "--port", "0")
    expect_equal((plain.returncode, plain.stdout), (64, b""))
    expect(b"./mitral serve --port 0" in plain.stderr, plain.stderr)
    expect_equal(mitral("serve", "--help").returncode, 0)


@claim
def onlyOneConnectionToEachQuestionIsNeeded():
    connection = shared().connect()
    for _ in range(20):
        connection.request("POST", "/api/grade", shipped("flail-leaflet"), {"Content-Type": "application/yaml"})
        response = connection.getresponse()
        expect_equal((response.status, len(response.read()) > 100), (200, True))
    connection.close()
