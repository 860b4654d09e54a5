"""Who said what: statements that an English article attributes to one of its actors, quoted or reported.

Each rule looks at one verb of saying, or at one quotation without a verb, and answers with a statement or nothing.
Precision first: a speaker who is not plain is none.
"""

from daybook.statements.finder import Heard, find, hear, named

__all__ = ["Heard", "find", "hear", "named"]
