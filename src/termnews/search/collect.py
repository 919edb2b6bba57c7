"""Taking in all that matches: an exact total, and the best of it.

Every match is visited.  Whoosh's own top-k collectors skip blocks that can't reach the top and replace parts of the
query on the way (``usequality``, ``replace``), which gives wrong results for some queries and never an exact total.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from heapq import nsmallest
from typing import Any

from termnews.search.clock import STEPS, Clock, Cut
from termnews.search.postings import Listed
from termnews.search.store import Segment


@dataclass(slots=True)
class Collected:
    """What was found, in the order of the index: a key (column values) and a score a match."""

    keys: list[tuple[int, ...]] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    cut: bool = False

    def best(self, limit: int | None) -> list[int]:
        """Places of the best matches, best first, equal ones by key."""
        keys, scores = self.keys, self.scores

        def rank(at: int) -> tuple[float, tuple[int, ...]]:
            return -scores[at], keys[at]

        if limit is None or limit >= len(keys):
            return sorted(range(len(keys)), key=rank)
        return nsmallest(max(limit, 0), range(len(keys)), key=rank)


def collect(
    segments: Iterable[Segment], plan: Callable[[Segment], Any], columns: tuple[str, ...], clock: Clock
) -> Collected:
    """Everything that ``plan`` gives a query for, until the clock cuts it short."""
    found = Collected()
    try:
        for segment in segments:
            clock.check()
            query = plan(segment)
            if query is None:
                continue
            values = [segment.column(name) for name in columns]
            for document, score in _matches(query, segment, clock):
                if document not in segment.deleted:
                    found.keys.append(tuple(column[document] for column in values))
                    found.scores.append(score)
    except Cut:
        found.cut = True
    return found


def documents(
    segments: Iterable[Segment], plan: Callable[[Segment], Any], clock: Clock
) -> Iterator[tuple[Segment, int]]:
    """Every match, unweighed.  Raises Cut."""
    for segment in segments:
        clock.check()
        query = plan(segment)
        if query is None:
            continue
        for document, _ in _matches(query, segment, clock):
            if document not in segment.deleted:
                yield segment, document


def _matches(query: Any, segment: Segment, clock: Clock) -> Iterator[tuple[int, float]]:
    if isinstance(query, Listed):
        yield from query.scores.items()
        return
    matcher = query.matcher(segment.searcher, segment.searcher.context())
    steps = 0
    while matcher.is_active():
        yield matcher.id(), matcher.score()
        matcher.next()
        steps += 1
        if steps % STEPS == 0:
            clock.check()


def numbers_of(found: Collected, places: Iterable[int]) -> array[int]:
    """The first key of each, as an array."""
    return array("q", [found.keys[at][0] for at in places])


def scores_of(found: Collected, places: Iterable[int]) -> array[float]:
    """The score of each, as an array."""
    return array("d", [found.scores[at] for at in places])
