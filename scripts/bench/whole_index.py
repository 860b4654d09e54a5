"""One whole Lunr index, as lunr.py makes it; run by the peers' Python: whole_index.py ARTICLES.json INDEX.json"""

import gzip
import json
import sys
from pathlib import Path

from lunr import lunr

_, articles, target = sys.argv
documents = json.loads(Path(articles).read_text(encoding="utf-8"))
index = lunr(ref="id", fields=["title", "body", "places"], documents=documents)
text = json.dumps(index.serialize(), separators=(",", ":")).encode()
Path(target).write_bytes(text)
Path(f"{target}.gz").write_bytes(gzip.compress(text, 6))
