"""The nouns of the project: plain frozen values that every room speaks in.  No I/O, no other room.

Offsets are character offsets (Python string indices), half open, into the canonical body ``Article.text``.  What stands
here is what reading a file needs; the nouns of quotes and answers (``results.py``) come with the first use of one,
since to make a frozen value class costs a millisecond, and ``termnews cat`` has few of them to give.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, NamedTuple

from termnews.frozen import dataclass

if TYPE_CHECKING:
    from termnews.results import Facet as Facet
    from termnews.results import Hit as Hit
    from termnews.results import Quotation as Quotation
    from termnews.results import Quote as Quote
    from termnews.results import QuoteResults as QuoteResults
    from termnews.results import Results as Results
    from termnews.results import Row as Row
    from termnews.results import SavedSearch as SavedSearch
    from termnews.results import Speaker as Speaker
    from termnews.results import Timeline as Timeline

Precision = Literal["year", "month", "day", "moment"]
QuoteKind = Literal["direct", "partial", "indirect"]
Unit = Literal["day", "month", "year"]
Sort = Literal["relevance", "newest", "oldest"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = 86_400
_LAST_YEAR = 9998


class Span(NamedTuple):
    """A stretch of a text: ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date in the precision it came with (EDTF level 0, ISO 8601-2).

    ``at`` is always aware; for a year, a month or a day it is the first instant of it in UTC, for a moment it keeps
    the zone it came with.  Years run from 1 to 9998, so that the end of any period is a date too.
    """

    at: datetime
    precision: Precision

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("a publication date must carry a time zone")
        if self.at.year > _LAST_YEAR:
            raise ValueError(f"a publication date lies in the years 1 to {_LAST_YEAR}")

    @classmethod
    def from_iso(cls, text: str) -> Published:
        """Parse what ``str()`` gives: ``2016``, ``2016-11``, ``2016-11-15`` or a timestamp (UTC where it has no zone).

        Raises ValueError for anything else.
        """
        match len(text):
            case 4:
                return cls(datetime(int(text), 1, 1, tzinfo=UTC), "year")
            case 7:
                return cls(datetime.fromisoformat(text + "-01").replace(tzinfo=UTC), "month")
            case 10:
                return cls(datetime.fromisoformat(text).replace(tzinfo=UTC), "day")
            case _:
                at = datetime.fromisoformat(text)
                return cls(at if at.tzinfo else at.replace(tzinfo=UTC), "moment")

    def __str__(self) -> str:
        match self.precision:
            case "year":
                return f"{self.at.year:04}"
            case "month":
                return f"{self.at.year:04}-{self.at.month:02}"
            case "day":
                return self.at.date().isoformat()
            case "moment":
                return self.at.isoformat(timespec="seconds")

    @property
    def first(self) -> int:
        """First second of the period, in seconds since 1970 UTC: what articles are sorted and ranged by."""
        return int((self.at - _EPOCH).total_seconds())

    @property
    def last(self) -> int:
        """Last second of the period, in seconds since 1970 UTC: what makes a range include its end."""
        year, month = self.at.year, self.at.month
        match self.precision:
            case "year":
                following = self.at.replace(year=year + 1)
            case "month":
                following = self.at.replace(year=year + month // 12, month=month % 12 + 1)
            case "day":
                return self.first + _DAY - 1
            case "moment":
                return self.first
        return int((following - _EPOCH).total_seconds()) - 1


@dataclass(frozen=True, slots=True)
class Article:
    """An article as its file gives it.

    ``text`` is the canonical body: NFC, no control character but ``\\n``, single blanks, ``\\n\\n`` between paragraphs.
    ``derived`` says that the headline is only the start of the first sentence.  ``notices`` are the stretches of
    ``text`` that are disclosures, corrections and republication notes.  ``language`` is a BCP 47 tag.
    """

    id: str
    headline: str
    text: str
    derived: bool = False
    published: Published | None = None
    byline: str | None = None
    dateline: str | None = None
    source: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    url: str | None = None
    notices: tuple[Span, ...] = ()

    @property
    def words(self) -> int:
        """Number of blank-separated words in the text."""
        return len(self.text.split())


_IN_RESULTS = frozenset("Facet Hit Quotation Quote QuoteResults Results Row SavedSearch Speaker Timeline".split())


def __getattr__(name: str) -> object:
    if name in _IN_RESULTS:
        from termnews import results

        return getattr(results, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
