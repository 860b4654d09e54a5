"""The raw texts that evidence counts in, read one by one as their pages are made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from daybook.content import evidence, layers, store
from daybook.site.parts.raw import RawText
from daybook.values import Article


@dataclass(frozen=True, slots=True)
class RawTexts:
    """`daybook.site.parts.raw.Raws` over content/layers/ and the folder of seeds, which need not be there."""

    content: Path
    seeds: Path
    paths: dict[str, str]
    """Article id to its file below content/."""

    def __call__(self, article: Article) -> RawText | None:
        """None where the text is gone, or is not the very one that was read."""
        beside = store.evidence_path(self.paths[article.id])
        try:
            proof = evidence.read((self.content / beside).read_bytes(), beside)
        except (OSError, ValueError):
            return None
        if proof.id != article.id:
            return None
        layer = layers.read(self.content, self.seeds, article.seed_path, proof)
        return None if layer is None else RawText(layer, proof)
