"""Many at once, the end, and the beginning."""

import contextlib
import os
import signal
import time

from claims import claim, expect, expect_equal
from server import Running, Server, expect_problem, shared, shipped, wait_until

CORES = len(os.sched_getaffinity(0))
CASE = "flail-leaflet"


def health(server):
    return server.get("/api/health").json


@claim
def itStartsInLessThanASecond():
    server = Server()
    expect(server.seconds_to_start < 1, f"{server.seconds_to_start:.2f} s")
    expect(server.line.count("\n") == 1, server.line)
    expect_equal(server.stop()[0], 0)


@claim
def simulateAnswersWithinASecondWhileAssessmentsRun():
    server = Server()
    connections = []
    for number in range(CORES):
        connections.append(server.connect())
        connections[-1].request(
            "POST", f"/api/assess?seed={number}", shipped(CASE), {"Content-Type": "application/yaml"})
    wait_until(lambda: health(server)["assess"]["running"] == CORES, 10, "every core assesses")
    slowest, asked = 0, 0
    end = time.monotonic() + 10
    while time.monotonic() < end and health(server)["assess"]["running"] == CORES:
        answer = server.post("/api/simulate", shipped("healthy-adult"))
        expect_equal(answer.status, 200)
        slowest, asked = max(slowest, answer.seconds), asked + 1
        time.sleep(0.05)
    for connection in connections:
        connection.close()
    server.stop()
    expect(asked > 10 and slowest < 1, f"the slowest of {asked} took {slowest:.2f} s")


@claim
def manyAtOnceGetTheSameAnswerAsOne():
    wanted = shared().post("/api/simulate", shipped("lesion-fixed-orifice")).body
    calls = [Running(lambda: shared().post("/api/simulate", shipped("lesion-fixed-orifice"))) for _ in range(40)]
    answers = [one.result() for one in calls]
    expect(all(one.status == 200 and one.body == wanted for one in answers), [one.status for one in answers])


@claim
def assessmentsBeyondTheQueueAreSentAwayAndThoseWhoLeaveMakePlace():
    server = Server()
    places = CORES + 2 * CORES
    connections = []
    for number in range(places):
        connection = server.connect()
        connection.request("POST", f"/api/assess?seed={number}", shipped(CASE), {"Content-Type": "application/yaml"})
        connections.append(connection)
    wait_until(lambda: sum(health(server)["assess"].values()) == places, 10, "every place is taken")
    busy = server.post("/api/assess", shipped(CASE))
    expect_problem(busy, 429)
    expect(int(busy.headers["retry-after"]) > 0, busy.headers)
    for connection in connections:
        connection.close()
    began = time.monotonic()
    wait_until(lambda: sum(health(server)["assess"].values()) == 0, 20, "nobody waits for an assessment, and none runs")
    expect(time.monotonic() - began < 20, "late")
    expect_equal(server.post("/api/assess?quick", shipped(CASE)).status, 200)
    expect_equal(server.stop()[0], 0)


@claim
def anAssessmentWhoseClientHasGoneIsStopped():
    server = Server()
    for wait in [0.3, 1.5, 3]:
        connection = server.connect()
        connection.request("POST", "/api/assess", shipped(CASE), {"Content-Type": "application/yaml"})
        time.sleep(wait)
        expect_equal(health(server)["assess"]["running"], 1, f"after {wait} s, running:")
        connection.close()
        wait_until(lambda: health(server)["assess"]["running"] == 0, 10, f"stopped after {wait} s")
    expect_equal(server.post("/api/assess?quick", shipped(CASE)).status, 200)
    server.stop()


@claim
def aSignalEndsItCleanly():
    for sign in [signal.SIGTERM, signal.SIGINT]:
        server = Server()
        expect_equal(server.get("/api/health").status, 200)
        status, seconds = server.stop(sign)
        expect_equal(status, 0)
        expect(seconds < 2, f"{seconds:.1f} s")
        expect_equal(server.process.stderr.read(), b"")


@claim
def whatRunsIsFinishedBeforeTheEnd():
    server = Server()
    call = Running(lambda: server.post("/api/assess?quick", shipped(CASE)))
    wait_until(lambda: call.value or health(server)["assess"]["running"] == 1, 5, "it runs")
    status, seconds = server.stop()
    answer = call.result()
    expect_equal((answer.status, status), (200, 0))
    expect(seconds < 12, seconds)


@claim
def whatTakesTooLongDoesNotKeepItAlive():
    server = Server()
    calls = [Running(lambda: server.post("/api/assess", shipped(CASE))) for _ in range(3 * CORES)]
    wait_until(lambda: health(server)["assess"]["running"] == CORES, 10, "every core assesses")
    status, seconds = server.stop()
    expect_equal(status, 0)
    expect(seconds < 16, f"{seconds:.1f} s")
    for call in calls:
        with contextlib.suppress(ConnectionError, OSError, Exception):
            expect(call.result(20).status in (200, 503), "another status")


@claim
def nothingNewIsTakenWhileItEnds():
    server = Server()
    call = Running(lambda: server.post("/api/assess", shipped(CASE)))
    wait_until(lambda: health(server)["assess"]["running"] == 1, 10, "it runs")
    server.process.send_signal(signal.SIGTERM)
    time.sleep(0.5)
    refused = False
    try:
        server.get("/api/health")
    except OSError:
        refused = True
    expect(refused or server.process.poll() is not None, "a new question is answered")
    expect_equal(server.process.wait(20), 0)
    with contextlib.suppress(Exception):
        call.result(5)
