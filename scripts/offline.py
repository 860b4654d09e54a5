"""Pack a built site into one zip whose bytes depend on the site alone."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can state: no clock enters the archive."""


def pack(site: Path, target: Path, folder: str = "daybook") -> int:
    """Write every file of `site` into `target` below `folder`, sorted. Returns how many files."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    if not files:
        sys.exit(f"{site}: expected a built site, found no file; run `make site`")
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(".part")
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in files:
            entry = zipfile.ZipInfo(f"{folder}/{path.relative_to(site).as_posix()}", EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, path.read_bytes())
    partial.replace(target)
    return len(files)


if __name__ == "__main__":
    _, given_site, given_target = sys.argv
    count = pack(Path(given_site), Path(given_target))
    print(f"{given_target}: {count} files. Unpack it anywhere and open daybook/index.html.")
