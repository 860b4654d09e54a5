"""Where the CPU time of a clean build goes."""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from pathlib import Path

from scripts.bench.archive import Archive

PROFILER = Path(__file__).resolve().parent / "profiler"


def measure(archive: Archive, folder: Path) -> dict[str, object]:
    """Seconds of CPU time by part of the code, the largest first, of one clean build that is sampled."""
    samples = folder / "samples"
    shutil.rmtree(samples, ignore_errors=True)
    samples.mkdir(parents=True)
    path = os.pathsep.join(filter(None, [str(PROFILER), os.environ.get("PYTHONPATH")]))
    used = archive.clean_build({"PYTHONPATH": path, "DAYBOOK_SAMPLES": str(samples)})
    counts: Counter[str] = Counter()
    files = sorted(samples.glob("*.json"))
    for file in files:
        counts.update(json.loads(file.read_text()))
    of = used.cpu / max(1, counts.total())
    parts = {name: round(count * of, 2) for name, count in counts.most_common()}
    return {"cpu": used.cpu, "processes": len(files), "parts": parts}
