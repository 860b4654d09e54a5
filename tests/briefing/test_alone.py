"""Which sentences can be quoted alone, case by case; a case is an entry of cases/alone.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from daybook.briefing.alone import alone
from daybook.digest import Passage
from helpers.told import told

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "alone.yaml").read_text(encoding="utf-8"))
LEAD = "Delegates of thirty nations met on Tuesday."
REST = "Nobody spoke of anything else for the rest of the evening, and the newspapers wrote of it for days."


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_a_sentence_stands_alone_or_leans(case: dict[str, Any]) -> None:
    article = told(LEAD, " ".join(filter(None, (case.get("before"), case["text"]))), REST)
    passage = next((p for p in article.passages if p.words == case["text"]), None)
    passage = passage or Passage("s0", case["text"], (), (), 1)  # not taken for one sentence, or for none
    found = alone(passage, article, case.get("opens", False))
    assert {"no": found == 0, "just": 0 < found < 1, "well": found == 1}[case["alone"]], found
