"""The list of articles: what it takes to open, and what a move costs."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from tests.bench import clock
from tests.bench.library import Place
from tests.bench.line import Line
from tests.bench.screen import ECHO, Screen, application

MOST_MEGABYTES = 20
MOST_MILLISECONDS = 10
MOVES = 40  # keys a round


def measure(place: Place, runs: int) -> Iterator[Line]:
    """Memory over a library of one article; CPU and wall time of a key over an application that echoes it."""
    with (
        Screen(clock.termnews("-l", str(place.big))) as big,
        Screen(clock.termnews("-l", str(place.small))) as small,
        Screen(application(ECHO)) as echo,
    ):
        for screen in (big, small, echo):
            screen.until()
            screen.settle(1.5)
        more = (big.memory() - small.memory()) / 1e6
        yield Line(f"open: under {MOST_MEGABYTES} MB", f"{more:.1f} MB over one row", None, more < MOST_MEGABYTES)
        rounds = max(3, runs // 4)
        taken: dict[str, list[tuple[float, float]]] = {"ours": [], "theirs": []}
        for _ in range(rounds):
            taken["ours"].append(moves(big))
            taken["theirs"].append(moves(echo))
    (cpu, wall), (echo_cpu, echo_wall) = (
        (statistics.median(values) for values in zip(*side, strict=True)) for side in taken.values()
    )
    yield Line(
        f"move: at most {MOST_MILLISECONDS} ms over an echo",
        f"{cpu - echo_cpu:+.1f} ms CPU ({cpu:.1f} : {echo_cpu:.1f}), wall {wall:.1f} : {echo_wall:.1f}",
        None,
        cpu - echo_cpu <= MOST_MILLISECONDS,
    )


def moves(screen: Screen) -> tuple[float, float]:
    """Milliseconds of CPU and of wall time of one key ``j``, from a round of many."""
    before = screen.cpu()
    walls = [screen.answer("j", 0.06) for _ in range(MOVES)]
    return (screen.cpu() - before) / MOVES * 1000, statistics.median(walls) * 1000
