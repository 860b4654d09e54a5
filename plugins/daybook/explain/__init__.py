"""`daybook explain`: for one article every decision, with its rule, words, rivals and score."""

from daybook.explain.explanation import Decision, Dropped, Explanation, Proof
from daybook.explain.find import explain

__all__ = ["Decision", "Dropped", "Explanation", "Proof", "explain"]
