"""Words that stand near one another, in any order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from termnews.search import engine
from termnews.search.columnar.arrays import Array, np

_Word = TypeVar("_Word")

_LOOKED_AT_FIRST = 8
"""Of so many places one."""


class Nearby(engine.Query):  # type: ignore[misc]
    """Documents that have all the words, in any order, in a stretch in which at most so many ``others`` stand among
    them.  A word that is named twice is looked for once."""

    def __init__(self, fieldname: str, words: Sequence[str], others: int, boost: float = 1.0) -> None:
        self.fieldname, self.words, self.others, self.boost = fieldname, list(words), others, boost


def together(places: Mapping[_Word, Array], terms: Sequence[_Word], others: int, stride: int) -> Array:
    """Places of the rarest term that such a stretch holds, rising, at least one in every document that has any;
    ``places`` are those of each term, rising, a document every ``stride``.

    Most documents that have such a stretch have several: some of the places are looked at first, and the others only in
    the documents that are still without one.
    """
    rarest, *rest = sorted((places[term] for term in dict.fromkeys(terms)), key=len)
    reach = len(terms) + others
    some = rarest[::_LOOKED_AT_FIRST]
    found = some[_near(some, rest, reach)]
    if not len(found):
        return rarest[_near(rarest, rest, reach)]
    documents, having = rarest // stride, found // stride
    at = having.searchsorted(documents)
    left = rarest[having.take(at, mode="clip") != documents]
    return np.sort(np.concatenate((found, left[_near(left, rest, reach)])))


def _near(rarest: Array, rest: Sequence[Array], reach: int) -> Array:
    """Which places of the rarest term are in a stretch of so many words with all others.

    Of each other term only the nearest place before and the nearest behind can matter.  Wherever a stretch begins, at
    the rarest term or at the place before it of another, each term is taken where it comes first from there on.
    """
    around = [_around(rarest, each) for each in rest]
    possible = np.ones(len(rarest), dtype=bool)
    for before, behind in around:
        possible &= np.minimum(rarest - before, behind - rarest) < reach
    some = np.flatnonzero(possible)
    places = rarest.take(some)
    around = [(before.take(some), behind.take(some)) for before, behind in around]
    found = np.zeros(len(places), dtype=bool)
    for begin in (places, *(before for before, _ in around)):
        near = places - begin < reach
        for before, behind in around:
            near &= (before >= begin) | (behind - begin < reach)
        found |= near
    possible[some] = found
    return possible


def _around(places: Array, others: Array) -> tuple[Array, Array]:
    """For each place the nearest of the others before it, and the nearest behind it; far away where there is none."""
    far = np.iinfo(np.int64).max // 4
    padded = np.concatenate(([-far], others, [far]))
    at = others.searchsorted(places)
    return padded[at], padded[at + 1]
