"""What lies in a folder and is no ordinary file."""

from __future__ import annotations

import os
import socket
import stat
from pathlib import Path

NAMES = (
    "loop",
    "self",
    "passwd.txt",
    "zero.txt",
    "away",
    "dangling.txt",
    "pipe.txt",
    "socket.txt",
    "device.txt",
    ".hidden.txt",
    "link.yaml",
)


def lay(seeds: Path) -> list[str]:
    """Make them below `seeds`/specials; the names of those that this machine lets be made."""
    folder = seeds / "specials"
    folder.mkdir(parents=True)
    (folder / "loop").symlink_to(folder)
    (folder / "self").symlink_to("self")
    (folder / "passwd.txt").symlink_to("/etc/passwd")
    (folder / "zero.txt").symlink_to("/dev/zero")
    (folder / "away").symlink_to("/")
    (folder / "dangling.txt").symlink_to("nowhere")
    (folder / "link.yaml").symlink_to("/etc/passwd")
    (folder / ".hidden.txt").write_text("A hidden article\n\nIt is not to be published.\n", encoding="utf-8")
    os.mkfifo(folder / "pipe.txt")
    _socket(folder, "socket.txt")
    try:
        os.mknod(folder / "device.txt", 0o600 | stat.S_IFCHR, os.makedev(1, 5))
    except PermissionError:  # only root may make a device
        return [name for name in NAMES if name != "device.txt"]
    return list(NAMES)


def _socket(folder: Path, name: str) -> None:
    """A socket's path has to be short, so it is bound from within the folder."""
    here = Path.cwd()
    os.chdir(folder)
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(name)
    finally:
        os.chdir(here)
