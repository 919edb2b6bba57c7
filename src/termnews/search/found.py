"""What a search finds."""

from __future__ import annotations

from array import array

from termnews.frozen import dataclass
from termnews.search.columnar.arrays import Array


@dataclass(frozen=True, slots=True)
class Found:
    """Articles that match, best first (equal ones by number): catalog numbers and BM25F scores.

    ``total`` is exact unless ``cut``: then the time ran out or the search was stopped, and it is how many were found.
    ``notes`` are lines for the person who asked; ``folded`` is how many more match: near-copies for which one of the
    others stands.
    """

    total: int
    numbers: array[int]
    scores: array[float]
    cut: bool = False
    notes: tuple[str, ...] = ()
    folded: int = 0


@dataclass(frozen=True, slots=True)
class Matching:
    """All articles that match, in no order: catalog numbers, and the first second of their dates (UNDATED where there
    is none); ``cut`` as in ``Found``."""

    numbers: Array
    dates: Array
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Spoken:
    """All quotations that match, in no order: the numbers of their articles, and the digests of their speakers' names
    (0 where there is none); ``cut`` as in ``Found``."""

    numbers: Array
    voices: Array
    cut: bool = False


@dataclass(frozen=True, slots=True)
class FoundQuotes:
    """Quotations that match; ``keys`` are pairs of article number and position in the article's list of quotations.
    The rest is as in ``Found``."""

    total: int
    keys: tuple[tuple[int, int], ...]
    scores: array[float]
    cut: bool = False
    notes: tuple[str, ...] = ()
