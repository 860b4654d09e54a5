"""Serve the site on this machine, build it again at every change, and reload the reader's page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from livereload import Server
from livereload.server import LiveReloadHandler, LiveReloadJSHandler, LiveScriptInjector
from tornado.web import Application

WATCHED = (
    "seeds",
    "content/articles",
    "content/authority",
    "content/pages",
    "plugins",
    "theme",
    "pelican.conf.py",
)
BINARIES = Path(sys.executable).parent


class Snippet(LiveScriptInjector):
    """Asks for the reloading script as a file of this host: the pages' policy lets no script stand in a page."""

    script = b'<script src="/livereload.js?snipver=1"></script>'


class Reloading(Server):
    """Livereload's server with that snippet in place of its own, which the policy would stop."""

    def application(self, port: int, host: str, live_css: bool = True, **_: object) -> None:
        """Listen, for pages and for the signal to reload them."""
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler.live_css = live_css
        signals = [(r"/livereload", LiveReloadHandler), (r"/livereload.js", LiveReloadJSHandler)]
        handlers = signals + self.get_web_handlers(Snippet.script)
        Application(handlers=handlers, transforms=[Snippet]).listen(port, address=host)


def build() -> None:
    """One build; a failure is printed, and the last good site goes on being served."""
    subprocess.run(["npm", "run", "build", "--silent"], check=False)
    subprocess.run([BINARIES / "daybook", "build"], check=False)


def main(port: int) -> None:
    """Build, then serve `output/` until interrupted."""
    build()
    server = Reloading()
    for path in WATCHED:
        server.watch(f"{path}/" if Path(path).is_dir() else path, build, delay=1)
    server.serve(root="output", host="127.0.0.1", port=port, restart_delay=0)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 8000)
