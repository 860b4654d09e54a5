"""content/layers/: the text layers that a seed alone does not give, so that a new extractor shifts no span in silence."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

from daybook.content import files

PLAIN = "text/"
"""Extractors whose layer is the seed's own text, newlines aside."""


def sha256(layer: str) -> str:
    """Of the layer's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(_bytes(layer)).hexdigest()


def save(content: Path, id: str, extractor: str, layer: str) -> bool:
    """Keep an article's layer where its extractor does more than decode. True where a file changed."""
    path = files.below(content, f"layers/{id}.txt.gz")
    if extractor.startswith(PLAIN):
        if path.is_file():
            files.remove(path)
            return True
        return False
    return files.write(path, gzip.compress(_bytes(layer), compresslevel=9, mtime=0))


def load(content: Path, id: str) -> str | None:
    """An article's kept layer; None where there is none, and the seed's text is the layer."""
    path = files.below(content, f"layers/{id}.txt.gz")
    return gzip.decompress(path.read_bytes()).decode("utf-8", "replace") if path.is_file() else None


def _bytes(layer: str) -> bytes:
    return layer.encode("utf-8", "replace")
