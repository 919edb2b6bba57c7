"""A sync with nothing changed, against walking over the same files."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench import clock
from tests.bench.library import Place
from tests.bench.line import Line

MOST = 3.0
SYNC = """
import sys, time
from termnews import Library
with Library(sys.argv[1]) as library:
    report = library.sync()
    began = time.process_time()
    report = library.sync()
    took = time.process_time() - began
assert not (report.added or report.changed or report.removed), report
print(took)
"""
WALK = """
import os, sys, time
began = time.process_time()
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        os.stat(os.path.join(folder, name))
print(time.process_time() - began)
"""


def measure(place: Place, runs: int) -> Iterator[Line]:
    """CPU time inside the process, without its start."""
    root = str(place.middling)
    ours, theirs = clock.interleaved(max(3, runs // 3), lambda: clock.told(SYNC, root), lambda: clock.told(WALK, root))
    yield Line(
        f"{MOST:.0f} x os.walk with stat",
        f"{ours * 1000:.0f} ms : {theirs * 1000:.0f} ms",
        ours / theirs,
        ours / theirs <= MOST,
    )
