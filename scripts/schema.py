"""docs/day.schema.json: the JSON Schema of a day's record, written anew from `daybook.proof.record`."""

from __future__ import annotations

import json
from pathlib import Path

from daybook.proof.record import schema

FILE = Path(__file__).parents[1] / "docs" / "day.schema.json"

if __name__ == "__main__":
    FILE.write_text(json.dumps(schema(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
