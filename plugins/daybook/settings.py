"""The site's settings for Daybook: one typed object, read from the literal `DAYBOOK` in pelican.conf.py."""

from __future__ import annotations

import ast
import difflib
import re
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from daybook.errors import SettingError


@dataclass(frozen=True, slots=True)
class Coverage:
    """The days that the archive covers, both included; None leaves a side open."""

    first: date | None = None
    last: date | None = None

    def __contains__(self, day: date) -> bool:
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)

    @classmethod
    def parse(cls, text: str) -> Coverage:
        """Read `2022-02-24..2022-03-31`; either side may be empty. Raises SettingError."""
        match = re.fullmatch(r"(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?", text.strip())
        try:
            if match is None:
                raise ValueError(text)
            first, last = (date.fromisoformat(part) if part else None for part in match.groups())
        except ValueError:
            raise SettingError(
                f"coverage: expected FROM..TO such as 2022-02-24..2022-03-31, found {text!r}; write two ISO days"
            ) from None
        if first and last and first > last:
            raise SettingError(f"coverage: expected the first day before the last, found {text!r}; swap them")
        return cls(first, last)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person who runs the archive decides. Every key of `DAYBOOK` is a field here."""

    coverage: str = ".."
    """FROM..TO, ISO days."""
    seeds: str = "seeds"
    """Folder of raw articles, from the settings file's folder."""
    ingest: bool = True
    """Whether a build ingests seeds/ first."""
    strict: bool = False
    """Whether a problem with an article makes the exit status 1."""
    description: str = ""
    """One sentence about the archive, for the home page, feeds and previews."""

    @property
    def days(self) -> Coverage:
        return Coverage.parse(self.coverage)

    @classmethod
    def from_mapping(cls, given: object, where: str) -> Settings:
        """Check each key and type; an unknown key names the nearest right one. Raises SettingError."""
        if not isinstance(given, dict):
            raise SettingError(f"{where}: expected DAYBOOK to be a dict, found {type(given).__name__}")
        known = {f.name: type(f.default) for f in fields(cls)}
        for key, value in given.items():
            if key not in known:
                near = difflib.get_close_matches(str(key), list(known), 1)
                hint = f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(known)}"
                raise SettingError(f"{where}: DAYBOOK has no setting {key!r}{hint}")
            if type(value) is not known[key]:
                raise SettingError(
                    f"{where}: DAYBOOK[{key!r}]: expected {known[key].__name__}, found {value!r}; mend its value"
                )
        settings = cls(**given)
        Coverage.parse(settings.coverage)
        return settings

    @classmethod
    def from_file(cls, path: Path) -> Settings:
        """Read `DAYBOOK` out of a Pelican settings file without running it. Raises SettingError."""
        try:
            tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
        except (OSError, SyntaxError, ValueError) as error:
            raise SettingError(f"{path}: expected a Python settings file, found {error}") from error
        for node in tree.body:
            if isinstance(node, ast.Assign) and any(
                isinstance(t, ast.Name) and t.id == "DAYBOOK" for t in node.targets
            ):
                try:
                    return cls.from_mapping(ast.literal_eval(node.value), str(path))
                except ValueError as error:
                    raise SettingError(
                        f"{path}: expected DAYBOOK to be plain values, found {error}"
                    ) from error
        return cls()
