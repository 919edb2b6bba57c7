"""Words that stand near one another, in any order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from termnews.search import engine
from termnews.search.columnar.arrays import Array, np

_Word = TypeVar("_Word")


class Nearby(engine.Query):  # type: ignore[misc]
    """Documents that have all the words, in any order, in a stretch in which at most so many ``others`` stand among
    them.  A word that is named twice is looked for once."""

    def __init__(self, fieldname: str, words: Sequence[str], others: int, boost: float = 1.0) -> None:
        self.fieldname, self.words, self.others, self.boost = fieldname, list(words), others, boost


def together(places: Mapping[_Word, Array], terms: Sequence[_Word], others: int) -> Array:
    """The places of the rarest term that such a stretch holds, rising; ``places`` are those of each term, rising.

    Of each other term only the nearest place before and the nearest behind can matter.  Wherever a stretch begins, at
    the rarest term or at the place before it of another, each term is taken where it comes first from there on.
    """
    rarest, *rest = sorted((places[term] for term in dict.fromkeys(terms)), key=len)
    reach = len(terms) + others
    around = [_around(rarest, each) for each in rest]
    found = np.zeros(len(rarest), dtype=bool)
    for begin in (rarest, *(before for before, _ in around)):
        near = rarest - begin < reach
        for before, behind in around:
            near &= (before >= begin) | (behind - begin < reach)
        found |= near
    return rarest[found]


def _around(places: Array, others: Array) -> tuple[Array, Array]:
    """For each place the nearest of the others before it, and the nearest behind it; far away where there is none."""
    far = np.iinfo(np.int64).max // 4
    padded = np.concatenate(([-far], others, [far]))
    at = others.searchsorted(places)
    return padded[at], padded[at + 1]
