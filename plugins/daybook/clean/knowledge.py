"""Knowledge of the language of news, read once from YAML of the package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load(name: str) -> Any:
    """The content of knowledge/<name>.yaml. Every caller shares it: it is not to be changed."""
    text = (files("daybook") / "knowledge" / f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)
