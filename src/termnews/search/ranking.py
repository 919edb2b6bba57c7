"""What comes first: by relevance, with a mild preference for the recent, or in an order that somebody else knows."""

from __future__ import annotations

from array import array

from termnews.frozen import dataclass
from termnews.search.columnar.arrays import Array, np
from termnews.search.columnar.collector import ColumnarCollector
from termnews.search.columnar.top import first, lowest
from termnews.search.stories import Stories

RECENCY = 0.1
"""How much more the newest article of a library counts than one of long ago."""
_HALVED_IN = 365.25 * 86_400
"""Seconds in which that preference becomes half as strong."""


@dataclass(frozen=True, slots=True)
class Relevance:
    """The highest score first.  Where ``newest`` is given, the date of the newest article of the library in seconds
    since 1970 UTC, the score of an article is multiplied by ``1 + RECENCY * 2 ** -(years older than that)``.

    It is the library that says what is recent, not the clock: the same library answers the same way for ever.
    """

    newest: int | None = None

    def weighed(self, scores: Array, dates: Array) -> Array:
        """The scores with the preference; articles without a date have none."""
        if self.newest is None:
            return scores
        age = np.maximum(self.newest - dates, 0)
        return np.asarray(scores * (1 + RECENCY * np.exp2(age / -_HALVED_IN)))

    def least(self, score: float) -> float:
        """What a score has to be so that it can become ``score``."""
        return score if self.newest is None else score / (1 + RECENCY)


class Order:
    """An order of all articles: ``numbers`` as they follow each other."""

    def __init__(self, numbers: array[int]) -> None:
        order = np.frombuffer(numbers, dtype=np.int64)
        self._places = np.full(int(order.max()) + 1 if len(order) else 1, len(order))
        self._places[order] = np.arange(len(order))

    def places(self, numbers: Array) -> Array:
        """The place of each article; those that the order does not know come last."""
        unknown = numbers >= len(self._places)
        return np.asarray(np.where(unknown, len(self._places), self._places.take(np.where(unknown, 0, numbers))))


@dataclass(frozen=True, slots=True)
class Best:
    """The places of the first of what was found, and their scores; ``folded`` is how many others stand for."""

    places: Array
    scores: Array
    folded: int


def best(
    found: ColumnarCollector,
    rank: Relevance | Order,
    stories: Stories | None,
    limit: int | None,
    among: Array | None = None,
    *,
    rest: bool = False,
) -> Best:
    """The first ``limit`` of what was found in the articles (None is all), near-copies folded where ``stories`` are
    given: the best one stands for them all.  Equal ones come by number.  ``among`` are the places of those that count,
    all where it is None.  With ``rest`` all others follow, in no order."""
    scores = found.scores()
    keys = -scores if isinstance(rank, Relevance) else rank.places(found.values("number"))
    places = np.arange(len(scores)) if among is None else among
    left_out = stories.folded(found.values("number", among), keys[places]) if stories else places[:0]
    if len(left_out):
        places = np.delete(places, left_out)
    kept = places
    if isinstance(rank, Relevance):
        if limit is not None and 0 < limit < len(places):
            here = keys if len(places) == len(keys) else keys[places]
            worst = float(here.take(lowest(here, limit)).max())
            places = places.take(np.flatnonzero(here <= -rank.least(-worst)))
        scores = scores[places]
        if rank.newest is not None:
            scores = rank.weighed(scores, found.values("date", places))
        keys = -scores
    else:
        scores, keys = scores[places], keys[places]
    order = first(keys, lambda some: found.values("number", places.take(some)), limit)
    chosen, scores = places[order], scores[order]
    if rest and len(chosen) < len(kept):
        others = np.zeros(int(kept.max()) + 1, dtype=bool)
        others[kept] = True
        others[chosen] = False
        behind = np.flatnonzero(others)
        chosen, scores = np.concatenate((chosen, behind)), np.concatenate((scores, found.scores().take(behind)))
    return Best(chosen, scores, len(left_out))
