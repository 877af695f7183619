"""A plain web server for the built page, on this machine alone, and the browser that looks at it.

    SITE.address        "http://127.0.0.1:PORT/"
    browser()           one Chromium for all claims
"""

import atexit
import functools
import http.server
import threading

from browser import Browser


class Quiet(http.server.SimpleHTTPRequestHandler):
    extensions_map = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json",
    }

    def log_message(self, *_):
        pass

    def do_GET(self):
        # A network that is gone: the connection ends without an answer, one that was opened before as well.
        if SITE.is_gone:
            self.close_connection = True
            return
        super().do_GET()


class Site:
    folder = None
    address = None
    is_gone = False


SITE = Site()


def serve(folder):
    """Serves a folder until the end of the run."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    atexit.register(server.shutdown)
    SITE.folder = folder
    SITE.address = f"http://127.0.0.1:{server.server_address[1]}/"


@functools.cache
def browser():
    opened = Browser().__enter__()
    atexit.register(opened.__exit__)
    return opened
