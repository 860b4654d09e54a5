"""The raw texts that evidence counts in, read one by one as their pages are made."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import Path

from daybook.content import evidence, layers, store
from daybook.content.evidence import Evidence
from daybook.site.parts.raw import RawText
from daybook.values import Article, Problem


@dataclass(frozen=True, slots=True)
class RawTexts:
    """`daybook.site.parts.raw.Raws` over content/layers/ and the folder of seeds, which need not be there."""

    content: Path
    seeds: Path
    paths: dict[str, str]
    """Article id to its file below content/."""

    def __call__(self, article: Article) -> RawText | None:
        """None where the text is gone, or is not the very one that was read."""
        try:
            beside = store.evidence_path(self.paths[article.id])
            proof = evidence.read((self.content / beside).read_bytes(), beside)
            layer = self._layer(article, proof)
        except (OSError, EOFError, ValueError, zlib.error):
            return None
        if proof.id != article.id or layer is None or layers.sha256(layer) != proof.layer.sha256:
            return None
        return RawText(layer, proof)

    def _layer(self, article: Article, proof: Evidence) -> str | None:
        if proof.layer.extractor.startswith(layers.PLAIN):
            return self._seed(article.seed_path)
        return layers.load(self.content, article.id)

    def _seed(self, name: str) -> str | None:
        """A plain seed's text. Its path stands in a file that anybody may have written, and must stay below the seeds."""
        # here, so that a build of content alone does not load the readers of all formats
        from daybook.read.encoding import decode
        from daybook.read.files import read

        path = self.seeds / name
        if not path.resolve().is_relative_to(self.seeds.resolve()):
            return None
        data = read(path, name)
        return None if isinstance(data, Problem) else decode(data)
