"""Starts the built server and asks it, for the claims beside this file."""

import atexit
import contextlib
import http.client
import json
import os
import pathlib
import re
import select
import signal
import socket
import subprocess
import tempfile
import threading
import time

from claims import expect, expect_equal

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("MITRAL_SERVER_BINARY", ROOT / ".build" / "release" / "mitral-server"))
CASES = ROOT / "cases"
YAML = "application/yaml"
JSON = "application/json"
PROBLEM = "application/problem+json"


class Answer:
    """A response: its status, its header fields in small letters, its body."""

    def __init__(self, response, body, seconds):
        self.status, self.body, self.seconds = response.status, body, seconds
        self.headers = {name.lower(): value for name, value in response.getheaders()}

    @property
    def json(self):
        return json.loads(self.body)


class Server:
    """A running server; `options` are those of `mitral serve` beside --port."""

    def __init__(self, *options):
        began = time.monotonic()
        self.process = subprocess.Popen(
            [str(BINARY), "--port", "0", *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        atexit.register(self.kill)
        ready, _, _ = select.select([self.process.stdout], [], [], 20)
        self.line = self.process.stdout.readline().decode() if ready else ""
        self.seconds_to_start = time.monotonic() - began
        found = re.search(r"http://(\S+):(\d+)/", self.line)
        expect(found, "no line with an address:", self.line, b"" if ready else b"nothing within 20 s")
        self.host, self.port = found[1], int(found[2])

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def stop(self, sign=signal.SIGTERM, timeout=30):
        """Asks it to stop; gives its exit status and the seconds it took."""
        began = time.monotonic()
        self.process.send_signal(sign)
        return self.process.wait(timeout), time.monotonic() - began

    def connect(self, timeout=150):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def ask(self, method, path, body=None, headers=None, timeout=150):
        connection = self.connect(timeout)
        with contextlib.closing(connection):
            began = time.monotonic()
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            return Answer(response, response.read(), time.monotonic() - began)

    def get(self, path, **headers):
        return self.ask("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})

    def post(self, path, body, kind=YAML, timeout=150, **headers):
        return self.ask(
            "POST", path, body, {"Content-Type": kind, **{n.replace("_", "-"): v for n, v in headers.items()}}, timeout)

    def raw(self, data, timeout=20):
        """Sends bytes as they are, and gives whatever comes until the server closes or falls silent."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=timeout) as plug:
            plug.sendall(data)
            received = b""
            with contextlib.suppress(TimeoutError, ConnectionError):
                while part := plug.recv(65536):
                    received += part
            return received


_shared = None


def shared():
    """One server for all claims that do not stop it."""
    global _shared
    if _shared is None:
        _shared = Server("--page", str(page_folder()))
    return _shared


_page = None


def page_folder():
    """A folder like that of a built page, with a secret beside it."""
    global _page
    if _page is None:
        _page = tempfile.TemporaryDirectory(prefix="mitral-page-")
        site = pathlib.Path(_page.name) / "site"
        (site / "engine").mkdir(parents=True)
        (site / "index.html").write_text("<!doctype html><title>Mitral</title>\n")
        (site / "style.css").write_text("body {}\n")
        (site / "engine" / "engine.js").write_text("export {};\n")
        (site / "engine" / "engine.wasm").write_bytes(b"\0asm\1\0\0\0")
        (site / "data.json").write_text("{}\n")
        (site / ".hidden").write_text("hidden\n")
        (pathlib.Path(_page.name) / "secret.txt").write_text("nobody may read this\n")
        os.symlink(pathlib.Path(_page.name) / "secret.txt", site / "link.txt")
    return pathlib.Path(_page.name) / "site"


def shipped(name):
    return (CASES / f"{name}.yaml").read_bytes()


def expect_problem(answer, status, *named):
    """A problem document with this status that names all of `named`."""
    expect_equal(answer.status, status, answer.body[:300])
    expect_equal(answer.headers.get("content-type"), PROBLEM, "content type:")
    document = answer.json
    expect(document["status"] == status and document["title"] and document["type"].startswith("https://"), document)
    missing = [word for word in named if word not in answer.body.decode()]
    expect(not missing, f"not told: {missing}; told: {document}")
    return document


class Running:
    """A call in a thread of its own: `result()` waits for it."""

    def __init__(self, work):
        self.value = self.error = None

        def run():
            try:
                self.value = work()
            except Exception as error:  # told to whoever asks for the result
                self.error = error

        self.thread = threading.Thread(target=run, daemon=True)
        self.thread.start()

    def result(self, timeout=180):
        self.thread.join(timeout)
        expect(not self.thread.is_alive(), f"no answer within {timeout} s")
        if self.error:
            raise self.error
        return self.value


def wait_until(truth, seconds, what):
    """Fails unless `truth()` becomes so in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if truth():
            return
        time.sleep(0.05)
    expect(False, f"not within {seconds} s: {what}")
