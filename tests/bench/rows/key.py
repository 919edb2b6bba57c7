"""A key in the search box, until what it finds is on the screen."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from tests.bench import clock
from tests.bench.library import COMMON, Place
from tests.bench.line import Line
from tests.bench.screen import ECHO, Screen, application

MOST = 50
TYPED = (f"{COMMON[6]} {COMMON[8]}", "stea", "trea vol", f"{COMMON[10]} sal", f'"{COMMON[0]} {COMMON[1]}" -', "s*")


def measure(place: Place, runs: int) -> Iterator[Line]:
    """Wall time from each key to the last change of the screen, 95th percentile, over that of an echo, the two typed
    into in turn; and, for information, what a key costs."""
    with Screen(clock.termnews("-l", str(place.big))) as ours, Screen(application(ECHO)) as echo:
        for screen in (ours, echo):
            screen.until()
            screen.settle(1.5)
        waits: list[float] = []
        echoes: list[float] = []
        costs: list[float] = []
        for _ in range(max(1, runs // 10)):
            for typed in TYPED:
                ours.answer("/", 0.4)
                for char in typed:
                    before = ours.cpu()
                    waits.append(ours.answer(char, 0.35))
                    costs.append(ours.cpu() - before)
                    echoes.append(echo.answer(char, 0.1))
                ours.answer("\x1b", 0.6)
    ours_ms, echo_ms, median = percentile(waits), percentile(echoes), statistics.median(waits) * 1000
    over = ours_ms - echo_ms
    yield Line(
        f"95th percentile {MOST} ms over an echo, wall",
        f"{over:+.0f} ms ({ours_ms:.0f} : {echo_ms:.0f}, median {median:.0f})",
        None,
        over <= MOST,
    )
    yield Line("", f"{statistics.mean(costs) * 1000:.0f} ms CPU a key on average")


def percentile(waits: list[float]) -> float:
    """The 95th, in milliseconds."""
    return statistics.quantiles(waits, n=20)[-1] * 1000
