"""An archive of one's own, begun: the files of `new/` with its name in them, and Daybook itself, as a wheel."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from importlib.metadata import distribution
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from daybook.content.markdown import escape, visible
from daybook.errors import SettingError, WriteError


def start(folder: Path, name: str = "", wheel: Path | None = None) -> list[Path]:
    """Write a new archive; its files, sorted. `name` is made of the folder's where none is given, and `wheel` is the one that
    Daybook was installed from.

    Raises SettingError where the folder holds anything or there is no wheel, and WriteError.
    """
    wheel = wheel or _installed()
    if not wheel.match("daybook-*.whl") or not wheel.is_file():
        raise SettingError(
            f"{wheel}: expected Daybook as a wheel, found none; run `make wheel` in its folder, or name the file by --wheel"
        )
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise SettingError(
                f"{folder}: expected a new folder, or an empty one, found something in it; name another"
            )
        return sorted(_write(folder, visible(name) or _name(folder), wheel))
    except OSError as error:
        raise WriteError(f"{folder}: expected a folder that can be written to, found {error}") from error


def _installed() -> Path:
    """The wheel that Daybook was installed from; of a folder that is installed to be edited, the one that was made there."""
    told = json.loads(distribution("daybook").read_text("direct_url.json") or "{}")
    source = Path(url2pathname(urlsplit(told.get("url", "")).path))
    made = source / "build" / "wheel"
    return next(made.glob("daybook-*.whl"), made) if source.is_dir() else source


def _write(folder: Path, name: str, wheel: Path) -> Iterator[Path]:
    given = {"@NAME@": repr(name), "@TITLE@": escape(name), "@WHEEL@": wheel.name}
    kept = folder / "wheels" / wheel.name
    kept.parent.mkdir(parents=True)
    shutil.copyfile(wheel, kept)
    yield kept
    for path, text in _files(files("daybook") / "new", Path()):
        for key, value in given.items():
            text = text.replace(key, value)
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        yield target


def _files(folder: Traversable, below: Path) -> Iterator[tuple[Path, str]]:
    """Each file's place in an archive and its text. A package holds no hidden files, so `dot-` stands for their dot."""
    for entry in folder.iterdir():
        path = below / re.sub("^dot-", ".", entry.name)
        if entry.is_dir():
            yield from _files(entry, path)
        elif path.suffix == ".in":
            yield path.with_suffix(""), entry.read_text(encoding="utf-8")


def _name(folder: Path) -> str:
    words = visible(re.sub("[-_.]+", " ", folder.resolve().name))
    return words[:1].upper() + words[1:] or "An archive"
