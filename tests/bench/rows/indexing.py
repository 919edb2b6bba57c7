"""Files to searchable articles, quotes included."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from tests.bench import clock
from tests.bench.library import Place
from tests.bench.line import Line

LEAST = 500


def measure(place: Place, runs: int) -> Iterator[Line]:
    """CPU time of all its processes, from nothing to the end of the sync."""
    root, fresh = str(place.unsynced), place.folder / "fresh"

    def index() -> float:
        shutil.rmtree(fresh, ignore_errors=True)
        return clock.cpu(clock.termnews("-l", root, "index"), {"TERMNEWS_CACHE": str(fresh)})

    (took,) = clock.interleaved(max(1, runs // 10), index)
    shutil.rmtree(fresh, ignore_errors=True)
    rate = place.batch / took
    yield Line(f"{LEAST} articles a CPU-second", f"{rate:.0f} ({place.batch:,} in {took:.1f} s)", None, rate >= LEAST)
