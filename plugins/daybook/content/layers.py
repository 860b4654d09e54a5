"""content/layers/: the text layers that a seed alone does not give, so that a new extractor shifts no span in silence."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from pathlib import Path

from daybook.content import files
from daybook.content.evidence import Evidence
from daybook.values import Problem

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


def read(content: Path, seeds: Path, seed: str, proof: Evidence) -> str | None:
    """The layer that an article's evidence counts in; None where it is gone, or is not the very one that was read."""
    try:
        plain = proof.layer.extractor.startswith(PLAIN)
        layer = _seed(seeds, seed) if plain else load(content, proof.id)
    except (OSError, EOFError, ValueError, zlib.error):
        return None
    return layer if layer is not None and sha256(layer) == proof.layer.sha256 else None


def _seed(seeds: Path, name: str) -> str | None:
    """A plain seed's text. Its path stands in a file that anybody may have written, and must stay below the seeds."""
    # here, so that a build of content alone does not load the readers of all formats
    from daybook.read.encoding import decode
    from daybook.read.files import read as bytes_of

    path = seeds / name
    if not path.resolve().is_relative_to(seeds.resolve()):
        return None
    data = bytes_of(path, name)
    return None if isinstance(data, Problem) else decode(data)


def _bytes(layer: str) -> bytes:
    return layer.encode("utf-8", "replace")
