"""A browser for claims about pages: Chromium without a window, spoken to over its debugging pipe.

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

    def open(self, place, width, height, dark=False, still=False):
        """Shows a file, or an address that begins with http, in a window of this size; on a telephone (under 500) as a
        telephone does; `still` for people who asked for less motion."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500)
        self.call("Emulation.setEmulatedMedia", media="screen", features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce" if still else "no-preference"}])
        self.events = []
        address = place if place.startswith("http") else "file://" + os.path.abspath(place)
        # The same page with another fragment would not be loaded anew.
        self.call("Page.navigate", url="about:blank")
        self._wait("Page.loadEventFired")
        self.events = []
        self.call("Page.navigate", url=address)
        self._wait("Page.loadEventFired")

    def until(self, expression, timeout=20):
        """Waits for an expression of the page to be true, and gives its value."""
        end = time.monotonic() + timeout
        while True:
            value = self.ask(expression)
            if value:
                return value
            if time.monotonic() > end:
                raise TimeoutError(f"not within {timeout} s: {expression}")
            time.sleep(0.02)

    KEYS = {
        "Tab": 9, "Enter": 13, "Escape": 27, " ": 32, "PageUp": 33, "PageDown": 34, "End": 35, "Home": 36,
        "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40, "Backspace": 8, "Delete": 46,
    }
    MODIFIERS = {"Alt": 1, "Control": 2, "Meta": 4, "Shift": 8}

    def press(self, key, *modifiers):
        """A key as a person presses it: "Tab", "ArrowLeft", "a", with "Shift" or "Control" held."""
        held = sum(self.MODIFIERS[one] for one in modifiers)
        code = self.KEYS.get(key, ord(key.upper()[0]))
        # Enter and the space bar press what has the focus only where they are letters too.
        text = {"Enter": "\r"}.get(key, key if len(key) == 1 else "") if held in (0, 8) else ""
        down = {"type": "keyDown" if text else "rawKeyDown", "key": key, "windowsVirtualKeyCode": code, "modifiers": held}
        if text:
            down["text"] = text
        self.call("Input.dispatchKeyEvent", **down)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code, modifiers=held)

    def write(self, text):
        """Text into what has the focus."""
        self.call("Input.insertText", text=text)

    def drag(self, start, end, steps=8):
        """The pointer pressed at one place of the window, drawn to another and let go; a click where both are one."""
        def mouse(kind, place, buttons):
            self.call("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", buttons=buttons,
                      clickCount=1)

        mouse("mouseMoved", start, 0)
        mouse("mousePressed", start, 1)
        if start != end:
            for step in range(1, steps + 1):
                share = step / steps
                mouse("mouseMoved", [a + share * (b - a) for a, b in zip(start, end)], 1)
        mouse("mouseReleased", end, 0)

    def click(self, selector):
        """A click with the pointer on the first element that the selector finds."""
        place = self.ask(f"""(() => {{
            const found = document.querySelector({json.dumps(selector)});
            if (!found) return null;
            found.scrollIntoView({{block: "center", behavior: "instant"}});
            const box = found.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];
        }})()""")
        if place is None:
            raise RuntimeError(f"nothing is {selector}")
        self.drag(place, place)

    def axe(self, context="document"):
        """What axe finds against WCAG 2.2 AA and its own good practice, each as (rule, places)."""
        with open(os.environ["MITRAL_AXE"], encoding="utf-8") as file:
            source = file.read()
        # Evaluated by the debugger, so that the page's own policy on scripts stands.
        self.call("Runtime.evaluate", expression=source)
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        return self.ask(f"""axe.run({context}, {{runOnly: {json.dumps(tags)}}}).then(result =>
            result.violations.map(found => [found.id, found.nodes.map(node => node.target.join(" ") + ": "
                + node.failureSummary).slice(0, 5)]))""")

    def ask(self, expression, timeout=40):
        """The value of an expression in the page; of a promise, what it comes to."""
        answer = self.call("Runtime.evaluate", timeout, expression=expression, returnByValue=True, awaitPromise=True)
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
