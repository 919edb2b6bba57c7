"""``python -m tests.bench.ranking [--losses N]``."""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path

from . import figures
from .documents import documents
from .engines import engines
from .topics import COLLECTIONS, Topic, topics

DATA = Path(__file__).parents[4] / "shared" / "data"

Scores = dict[str, dict[str, float]]
"""nDCG@10 by engine and topic."""

GROUPS: dict[str, Callable[[Topic], bool]] = {
    **{name: lambda topic, name=name: topic.collection == name for name in COLLECTIONS},  # type: ignore[misc]
    "odd": lambda topic: topic.odd,
    "even": lambda topic: not topic.odd,
    "all": lambda topic: True,
}


def main() -> None:
    """Build, ask, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.ranking", description=__doc__)
    parser.add_argument("--losses", type=int, default=10, metavar="N", help="queries where termnews loses most")
    given = parser.parse_args()
    if not DATA.is_dir():
        print("skipped: the collections (../shared/data) are not beside this checkout")
        return
    every = topics()
    print(f"{len(every)} queries, {sum(len(topic.grades) for topic in every)} judgements")
    scores, known = measured(every)
    print_table(every, scores, known)
    print_differences(every, scores)
    print_losses(every, scores, given.losses)


def measured(every: list[Topic]) -> tuple[Scores, Scores]:
    """nDCG@10, and the share of the first ten that was judged."""
    scores: Scores = {}
    known: Scores = {}
    for collection in COLLECTIONS:
        articles = documents(DATA / collection)
        with tempfile.TemporaryDirectory(prefix="termnews-ranking-") as temporary:
            for engine in engines(Path(temporary), articles):
                for topic in (each for each in every if each.collection == collection):
                    ranked = [articles[number].article.id for number in engine.ask(topic.query, figures.CUT)]
                    scores.setdefault(engine.name, {})[topic.id] = figures.ndcg(ranked, topic.grades)
                    known.setdefault(engine.name, {})[topic.id] = figures.judged(ranked, topic.grades)
    return scores, known


def print_table(every: list[Topic], scores: Scores, known: Scores) -> None:
    """A line an engine, a column a group of queries."""
    print(f"\n{'nDCG@10':15}" + "".join(f"{name:>11}" for name in GROUPS) + f"{'judged':>9}")
    for engine, by_topic in scores.items():
        means = [statistics.fmean(by_topic[topic.id] for topic in every if wanted(topic)) for wanted in GROUPS.values()]
        share = statistics.fmean(known[engine].values())
        print(f"{engine:15}" + "".join(f"{mean:11.3f}" for mean in means) + f"{share:9.1%}")


def print_differences(every: list[Topic], scores: Scores) -> None:
    """How much better termnews is than each of the others, with the 95% interval."""
    print(f"\n{'termnews less':15}" + "".join(f"{name:>24}" for name in GROUPS))
    for engine in _others(scores):
        cells = []
        for wanted in GROUPS.values():
            ours, theirs = (
                [scores[name][topic.id] for topic in every if wanted(topic)] for name in ("termnews", engine)
            )
            low, high = figures.interval(ours, theirs)
            cells.append(f"{statistics.fmean(ours) - statistics.fmean(theirs):+.3f} ({low:+.3f}..{high:+.3f})")
        print(f"{engine:15}" + "".join(f"{cell:>24}" for cell in cells))


def print_losses(every: list[Topic], scores: Scores, count: int) -> None:
    """The queries where the best of the others is furthest ahead."""
    lost = []
    for topic in every:
        best = max(_others(scores), key=lambda name: scores[name][topic.id])
        lost.append((scores[best][topic.id] - scores["termnews"][topic.id], best, topic))
    lost.sort(key=lambda each: -each[0])
    print(f"\n{'lost':>6} {'termnews':>9}  query")
    for loss, best, topic in lost[:count]:
        print(f"{loss:6.3f} {scores['termnews'][topic.id]:9.3f}  {topic.id} {topic.query} ({best})")


def _others(scores: Scores) -> list[str]:
    return [name for name in scores if not name.startswith("termnews")]


if __name__ == "__main__":
    main()
