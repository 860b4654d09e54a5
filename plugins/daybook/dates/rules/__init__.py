"""How the day of publication is proven: one rule a file, one signature (`case.Rule`), the first that answers wins."""

from daybook.dates.case import Rule
from daybook.dates.rules import (
    as_of,
    counted,
    dateline,
    filename,
    header_line,
    month_day,
    number_order,
    ordinal,
    outlet,
    posted,
    stated,
    term,
    title_day,
    updated,
    weekday,
    weekday_month_day,
)

RULES: tuple[Rule, ...] = (
    stated.rule,
    outlet.rule,
    posted.rule,
    number_order.rule,
    dateline.rule,
    header_line.rule,
    updated.rule,
    title_day.rule,
    filename.rule,
    counted.rule,
    term.rule,
    as_of.rule,
    weekday_month_day.rule,
    month_day.rule,
    ordinal.rule,
    weekday.rule,
)

__all__ = ["RULES"]
