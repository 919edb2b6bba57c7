"""Words that stand near one another, in any order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeVar

from termnews.search import engine
from termnews.search.columnar.arrays import Array, np

_Word = TypeVar("_Word")


class Nearby(engine.Query):  # type: ignore[misc]
    """Documents that have all the words, in any order, in a stretch in which at most so many ``others`` stand among
    them."""

    def __init__(self, fieldname: str, words: Sequence[str], others: int, boost: float = 1.0) -> None:
        self.fieldname, self.words, self.others, self.boost = fieldname, list(words), others, boost


def together(places: Mapping[_Word, Array], terms: Sequence[_Word], others: int) -> Array:
    """Where such stretches begin; ``places`` are those of each term, rising, ``terms`` may name one twice."""
    wanted = Counter(terms)
    reach = len(terms) + others
    begins = []
    for term in wanted:
        starts = places[term]
        for other, count in wanted.items():
            at = np.searchsorted(places[other], starts) + (count - 1)
            there = at < len(places[other])
            starts = starts[there]
            starts = starts[places[other][at[there]] - starts < reach]
        begins.append(starts)
    return np.unique(np.concatenate(begins))
