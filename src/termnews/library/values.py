"""What only the door gives."""

from __future__ import annotations

from array import array
from pathlib import Path

from termnews.article import Published
from termnews.errors import TermnewsError
from termnews.frozen import dataclass


class NotIndexed(TermnewsError):
    """The library has no catalog yet, or one that can't be used."""


class UnknownArticle(KeyError):
    """No article has this id; ``nearest`` are ids that may have been meant."""

    def __init__(self, id_: str, nearest: tuple[str, ...]) -> None:
        super().__init__(id_, nearest)
        self.nearest = nearest


@dataclass(frozen=True, slots=True)
class Listing:
    """All articles that match, as ``Row.number``s in order; the other fields are those of ``Results``.

    ``ordered`` is how many of them are in order, where that is not all: the others follow as it happens.
    """

    numbers: array[int]
    total: int
    cut: bool = False
    notes: tuple[str, ...] = ()
    folded: int = 0
    ordered: int | None = None

    @property
    def in_order(self) -> bool:
        """Whether all are in order."""
        return self.ordered is None or self.ordered >= len(self.numbers)


@dataclass(frozen=True, slots=True)
class Info:
    """What a library holds and where everything lives; ``cache_bytes`` is the size of this library's caches."""

    root: Path
    articles: int
    quotes: int
    speakers: int
    unread: int
    starred: int
    undated: int
    oldest: Published | None
    newest: Published | None
    unreadable: tuple[tuple[str, str], ...]
    cache: Path
    cache_bytes: int
    state: Path
    config: Path
