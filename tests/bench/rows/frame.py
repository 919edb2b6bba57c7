"""The first frame of the browser, against that of an application with one label."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator

from tests.bench import clock
from tests.bench.library import Place
from tests.bench.line import Line
from tests.bench.screen import LABEL, Screen, application

MOST = 1.5


def measure(place: Place, runs: int) -> Iterator[Line]:
    """CPU time until anything is shown; and, for information, the time until there are headlines."""
    root = str(place.big)
    ours, theirs = clock.interleaved(
        max(3, runs // 2),
        lambda: first_frame(clock.termnews("-l", root)),
        lambda: first_frame(application(LABEL)),
    )
    yield Line(
        f"{MOST} x a one-label application",
        f"{ours * 1000:.0f} ms : {theirs * 1000:.0f} ms",
        ours / theirs,
        ours / theirs <= MOST,
    )
    waits = []
    for _ in range(3):
        began = time.perf_counter()
        with Screen(clock.termnews("-l", root)) as screen:
            screen.until("1 of ")
        waits.append(time.perf_counter() - began)
    yield Line("", f"{statistics.median(waits) * 1000:.0f} ms wall until the list is there")


def first_frame(argv: list[str]) -> float:
    """CPU seconds until an application shows anything."""
    with Screen(argv) as screen:
        screen.until()
        return screen.kill()
