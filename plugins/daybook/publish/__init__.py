"""The output, published whole or not at all: built beside, then swapped in under a lock.

    with building(Path("output")) as folder:
        Tree(folder).write("index.html", page)

A crash, a kill or a full disk at any moment leaves the site that was there, or the new one; never a mixture.
"""

from daybook.publish.building import building, replacing, turn
from daybook.publish.tree import Tree

__all__ = ["Tree", "building", "replacing", "turn"]
