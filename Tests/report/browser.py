"""A browser for the claims beside this file: Chromium without a window, spoken to over its debugging pipe.

The protocol is that of the Chrome DevTools, each message a JSON document that ends with a zero byte.
"""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

NAMES = ["chromium", "chromium-browser", "google-chrome"]


class Browser:
    """Chromium for the time of a `with` block; `tell` is what it said of errors and of what it fetched."""

    def __enter__(self):
        binary = next((found for found in map(shutil.which, NAMES) if found), None)
        if binary is None:
            raise RuntimeError("no Chromium: apt-get install chromium")
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        ours, theirs = os.pipe(), os.pipe()

        def wire():
            # Messages come in on descriptor 3 and leave on 4.
            first, second = os.dup(ours[0]), os.dup(theirs[1])
            os.dup2(first, 3)
            os.dup2(second, 4)

        self.process = subprocess.Popen(
            [binary, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
             "--no-first-run", "--remote-debugging-pipe", f"--user-data-dir={self.folder.name}", "about:blank"],
            preexec_fn=wire, pass_fds=(3, 4, ours[0], theirs[1]), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(ours[0])
        os.close(theirs[1])
        self.to, self.back = ours[1], theirs[0]
        self.count, self.rest, self.events, self.session = 0, b"", [], None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Network", "Log"]:
            self.call(domain + ".enable")
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.to)
        os.close(self.back)
        self.folder.cleanup()

    def _message(self, until):
        while b"\0" not in self.rest:
            left = until - time.monotonic()
            if left <= 0 or not select.select([self.back], [], [], left)[0]:
                raise TimeoutError("the browser does not answer")
            got = os.read(self.back, 1 << 20)
            if not got:
                raise RuntimeError("the browser has ended")
            self.rest += got
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, timeout=40, **parameters):
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.to, data):]
        until = time.monotonic() + timeout
        while True:
            answer = self._message(until)
            if answer.get("id") == self.count:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def _wait(self, event, timeout=40):
        until = time.monotonic() + timeout
        while not any(one.get("method") == event for one in self.events):
            self.events.append(self._message(until))

    def open(self, path, width, height, dark=False):
        """Shows a file in a window of this size; on a telephone (under 500) as a telephone does."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500)
        self.call("Emulation.setEmulatedMedia", media="screen", features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self.events = []
        self.call("Page.navigate", url="file://" + os.path.abspath(path))
        self._wait("Page.loadEventFired")

    def ask(self, expression):
        """The value of an expression in the page; of a promise, what it comes to."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def complaints(self):
        """Errors and warnings of the page so far."""
        self.ask("1")
        return [one["params"] for one in self.events
                if one.get("method") in ("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded")]

    def fetched(self):
        """Addresses asked for so far, without those that hold their data themselves."""
        addresses = [one["params"]["request"]["url"] for one in self.events
                     if one.get("method") == "Network.requestWillBeSent"]
        return [one for one in addresses if not one.startswith("data:")]

    def picture(self, path):
        """The whole page as PNG."""
        height = self.ask("document.documentElement.scrollHeight")
        width = self.ask("innerWidth")
        shot = self.call("Page.captureScreenshot", captureBeyondViewport=True,
                         clip={"x": 0, "y": 0, "width": width, "height": height, "scale": 1})
        with open(path, "wb") as file:
            file.write(base64.b64decode(shot["data"]))

    def pdf(self, path, inches=(8.27, 11.69)):
        self.call("Emulation.setEmulatedMedia", media="", features=[])
        sheet = self.call("Page.printToPDF", paperWidth=inches[0], paperHeight=inches[1], printBackground=False)
        with open(path, "wb") as file:
            file.write(base64.b64decode(sheet["data"]))
