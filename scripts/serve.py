"""Serve the site on this machine, build it again at every change, and reload the reader's page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from livereload import Server

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


def build() -> None:
    """One build; a failure is printed, and the last good site goes on being served."""
    subprocess.run(["npm", "run", "build", "--silent"], check=False)
    subprocess.run([BINARIES / "daybook", "build"], check=False)


def main(port: int) -> None:
    """Build, then serve `output/` until interrupted."""
    build()
    server = Server()
    for path in WATCHED:
        server.watch(f"{path}/" if Path(path).is_dir() else path, build, delay=1)
    server.serve(root="output", host="127.0.0.1", port=port, restart_delay=0)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 8000)
