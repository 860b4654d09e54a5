"""Puts the theme into the package that a wheel holds: templates, and what `npm run build` made. All else is in pyproject.toml."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent
PARTS = {"templates": "theme/templates", "static": "theme/static", "assets": "build/theme"}
"""Folders below daybook_pelican/bundled/, and whence they come."""


class BuildWithTheme(build_py):
    """What is built for a wheel; a checkout that is installed to be edited finds the theme where it lies."""

    def run(self) -> None:
        super().run()
        if self.editable_mode:
            return
        if not (ROOT / PARTS["assets"] / "styles" / "main.css").is_file():
            raise SystemExit("build/theme: expected the theme's bundles, found none; run `make wheel`")
        target = Path(self.build_lib) / "daybook_pelican" / "bundled"
        shutil.rmtree(target, ignore_errors=True)
        for name, source in PARTS.items():
            shutil.copytree(ROOT / source, target / name, ignore=shutil.ignore_patterns(".*"))


setup(cmdclass={"build_py": BuildWithTheme})
