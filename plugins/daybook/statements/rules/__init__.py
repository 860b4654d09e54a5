"""The rules for one verb of saying, in order: the first that answers is heard."""

from daybook.statements.case import Rule
from daybook.statements.rules import (
    according,
    carried_on,
    clause_before,
    clause_behind,
    quote_before,
    quote_behind,
)

RULES: tuple[Rule, ...] = (
    according.rule,
    quote_before.rule,
    carried_on.rule,
    quote_behind.rule,
    clause_before.rule,
    clause_behind.rule,
)
