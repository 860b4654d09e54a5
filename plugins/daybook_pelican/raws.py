"""The raw texts that evidence counts in."""

from __future__ import annotations

from pathlib import Path

from daybook.content import evidence, layers, store
from daybook.site.parts.raw import RawText
from daybook.values import Article


def read(content: Path, seeds: Path, article: Article, path: str) -> RawText | None:
    """The raw text of the article in a file below content/, from content/layers/ or the folder of seeds.

    None where the text is gone, or is not the very one that was read.
    """
    beside = store.evidence_path(path)
    try:
        proof = evidence.read((content / beside).read_bytes(), beside)
    except (OSError, ValueError):
        return None
    if proof.id != article.id:
        return None
    layer = layers.read(content, seeds, article.seed_path, proof)
    return None if layer is None else RawText(layer, proof)
