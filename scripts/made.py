"""Say what a build made, and how to open it."""

from __future__ import annotations

import sys
from pathlib import Path


def main(output: Path) -> None:
    """Print one line of figures and one that opens the site."""
    files = [path for path in output.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    size = sum(path.stat().st_size for path in files)
    print(f"{output}/: {pages} pages, {len(files)} files, {size / 1e6:.1f} MB")
    print(f"Open {(output / 'index.html').resolve().as_uri()} in a browser, or run `make serve`.")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
