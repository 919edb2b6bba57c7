"""Words of a text that stand near one another, as ``columnar.nearby`` finds them in the index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from termnews.search.analysis import words


class Place(NamedTuple):
    """A word from ``start`` to ``end`` of a text; ``number`` counts the words before it from wherever one began."""

    number: int
    start: int
    end: int
    word: str


def numbered(bared: str, places: Iterable[tuple[int, Place]]) -> list[Place]:
    """The places, rising, by their number in a text; they come by their number in the piece in which each stands, with
    the start of that piece in the text ``bared``."""
    found, number, reached = [], 0, 0
    for at, place in places:
        number += _count(bared[reached:at])
        reached = at
        found.append(Place(number + place.number, at + place.start, at + place.end, place.word))
    return found


def _count(bared: str) -> int:
    """How many words there are in some pieces."""
    return sum(1 if piece.isalnum() and piece.isascii() else len(words(piece)) for piece in bared.split())


def near(places: Sequence[Place], wanted: Sequence[str], others: int) -> Iterator[Place]:
    """Those of the shortest stretches that hold all that is ``wanted`` and no more others than may be."""
    standing = [place for place in places if place.word in wanted]
    reach = len(wanted) + others
    inside: Counter[str] = Counter()
    first = given = 0
    for last, place in enumerate(standing):
        inside[place.word] += 1
        while place.number - standing[first].number >= reach or inside[standing[first].word] > 1:
            inside[standing[first].word] -= 1
            first += 1
        if all(inside[word] for word in wanted):
            yield from standing[max(first, given) : last + 1]
            given = last + 1
