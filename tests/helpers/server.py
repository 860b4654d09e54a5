"""A web server like GitHub Pages: files below a prefix, and the site's own 404.html for everything else."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Pages(SimpleHTTPRequestHandler):
    """Serves `directory` below `prefix`."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, prefix: str, directory: str, asked: list[str]) -> None:
        self.prefix, self.asked = prefix, asked
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """The file for an address; one outside the prefix is a file that is not there."""
        if not path.startswith(self.prefix):
            return str(Path(self.directory) / "no such file")
        return super().translate_path("/" + path[len(self.prefix) :])

    def do_GET(self) -> None:
        """Note what is asked for, and answer."""
        self.asked.append(self.path.removeprefix(self.prefix))
        super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer 404 with the site's own page, as the host does."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Keep the tests' output to the tests."""


@contextmanager
def serve(directory: Path, prefix: str = "/", asked: list[str] | None = None) -> Iterator[str]:
    """Serve a folder on a free port of this machine; yields its address, which ends in a slash.

    What is asked for is appended to `asked`, as addresses of the site.
    """
    handler = partial(Pages, prefix=prefix, directory=str(directory), asked=[] if asked is None else asked)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
        server.shutdown()
        thread.join()
