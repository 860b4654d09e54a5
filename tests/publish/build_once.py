"""One build in a process of its own: python build_once.py TARGET TEXT [limited|nobody|slow]

Prints what happens line by line; `slow` stays within the build until a line comes in.
"""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

from daybook.errors import WriteError
from daybook.publish import Tree, building


def main(target: Path, text: str, how: str = "") -> int:
    if how == "limited":
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
    if how == "nobody" and os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    try:
        with building(target, lambda line: print(line, flush=True)) as folder:
            print("within", flush=True)
            if how == "slow":
                sys.stdin.readline()
            Tree(folder).write("index.html", text)
            Tree(folder).write("a/b.html", text)
    except WriteError as error:
        print(error)
        return error.exitcode
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
