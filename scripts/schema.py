"""docs/day.schema.json: the JSON Schema of a day's record, written anew from `daybook.proof.record`."""

from __future__ import annotations

from pathlib import Path

from daybook.proof.record import schema_text

FILE = Path(__file__).parents[1] / "docs" / "day.schema.json"

if __name__ == "__main__":
    FILE.write_text(schema_text(), encoding="utf-8")
