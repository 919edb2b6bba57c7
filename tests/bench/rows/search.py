"""``termnews search`` as one command, against importing what it cannot do without."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

from tests.bench import clock
from tests.bench.library import COMMON, Place
from tests.bench.line import Line

MOST = 1.5
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def measure(place: Place, runs: int) -> Iterator[Line]:
    """CPU time of a rare and of a common word, the first 20 hits."""
    root = str(place.big)
    modules = ["click", "sqlite3", "whoosh", *(["numpy"] if find_spec("numpy") else [])]
    for kind, query in (("rare word", "sealtreal"), ("common word", COMMON[6]), ("two words", " ".join(COMMON[8:10]))):
        ours, theirs = clock.interleaved(
            max(3, runs // 2),
            lambda query=query: clock.cpu(clock.termnews("-l", root, "search", query, "-n", "20"), ONE_THREAD),
            lambda: clock.cpu(clock.python(f"import {', '.join(modules)}"), ONE_THREAD),
        )
        yield Line(
            f"{MOST} x import {' '.join(modules)}",
            f"{ours * 1000:.0f} ms : {theirs * 1000:.0f} ms ({kind})",
            ours / theirs,
            ours / theirs <= MOST,
        )
