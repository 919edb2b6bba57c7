"""``python -m tests.bench.search``: builds, asks, and prints the table and the ratios."""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import chain, cycle, islice
from pathlib import Path

from termnews.search import Document
from tests.bench import clock

from . import corpus
from .memory import resident
from .questions import Question, drawn
from .sides import Side, Termnews, sides

NAMES = ["termnews", "whoosh", "fts5", "tantivy"]
ASKED = 300
"""Questions after which memory is looked at."""
_GIVEN_UP = 20.0
"""CPU seconds after which a side is not asked questions of a class any more."""


def main() -> None:
    """Build with every side, ask all of them in turn, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[20_000, 100_000])
    parser.add_argument("--library", type=Path, help="a library made before, instead of one in --keep")
    parser.add_argument("--keep", type=Path, help="where to keep made libraries for the next time")
    parser.add_argument("--built", type=Path, help="where to keep what the sides build for the next time")
    parser.add_argument("--sides", nargs="+", choices=NAMES, default=NAMES)
    parser.add_argument("--each", type=int, default=25, help="questions a class (default 25)")
    given = parser.parse_args()
    print(clock.machine())
    with tempfile.TemporaryDirectory(prefix="termnews-bench-") as temporary:
        for size in given.articles:
            folder = given.library or corpus.library(size, given.keep or Path(temporary))
            documents = corpus.documents(folder, size)
            place = (given.built or Path(temporary)) / str(size)
            place.mkdir(parents=True, exist_ok=True)
            measure(documents, sides(place, given.sides), given.each)


def measure(documents: list[Document], engines: list[Side], each: int) -> None:
    """One table."""
    print(f"\n{len(documents)} articles; CPU ms a query, p50/p95, the best 50 with an exact total")
    print(f"{'':18}" + "".join(f"{side.name:>16}" for side in engines))
    row("build, articles/s", [built(side, documents) for side in engines])
    for side in engines:
        side.open()
    row("open, warm, ms", [f"{_cpu(side.open) * 1000:.1f}" for side in engines])
    classes = drawn(documents, each)
    everything = list(islice(cycle(chain.from_iterable(classes.values())), ASKED))
    row(f"MB after {ASKED}", [f"{resident(side, everything):.0f}" for side in engines])
    for name, questions in classes.items():
        times = asked(questions, engines)
        middle, high = ({side: _percentile(of, percent) for side, of in times.items()} for percent in (50, 95))
        row(name, [f"{middle[side.name]:.2f}/{high[side.name]:.2f}" for side in engines])
        if "termnews" in times:
            ratios = [
                f"{middle['termnews'] / middle[s.name]:.2f}/{high['termnews'] / high[s.name]:.2f}" for s in engines
            ]
            row("  termnews to it", ratios)
    for side in engines:
        if isinstance(side, Termnews):
            commits(side, documents)


def built(side: Side, documents: list[Document]) -> str:
    """Articles a CPU-second; a dash where the side was built the last time."""
    return "-" if side.place.exists() else f"{len(documents) / _cpu(partial(side.build, documents)):.0f}"


def asked(questions: list[Question], engines: list[Side]) -> dict[str, list[float]]:
    """CPU milliseconds of each side, the sides taken in turn question by question, each question asked three times."""
    times: defaultdict[str, list[float]] = defaultdict(list)
    for question in questions:
        for side in engines:
            if sum(times[side.name]) < _GIVEN_UP * 1000:
                times[side.name].append(min(_cpu(partial(side.ask, question)) for _ in range(3)) * 1000)
    return times


def commits(side: Termnews, documents: list[Document]) -> None:
    """Forty articles changed and committed, thirty times."""
    times = []
    for turn in range(30):
        changed = [
            replace(each, article=replace(each.article, headline=f"Changed {turn}"))
            for each in documents[turn * 40 : turn * 40 + 40]
        ]
        times.append(_cpu(partial(side.index.write, changed)) * 1000)
    row("40 updates, ms", [f"{_percentile(times, 50):.0f}, most {max(times):.0f}"])


def row(name: str, values: list[str]) -> None:
    print(f"{name:18}" + "".join(f"{value:>16}" for value in values), flush=True)


def _cpu(action: Callable[[], object]) -> float:
    start = time.process_time()
    action()
    return time.process_time() - start


def _percentile(values: list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1] if len(values) > 1 else values[0]


if __name__ == "__main__":
    main()
