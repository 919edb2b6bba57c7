"""The nouns of the project: plain frozen values that every room speaks in.  No I/O, no other room.

Offsets are character offsets (Python string indices), half open, into the canonical body ``Article.text``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, NamedTuple

Precision = Literal["year", "month", "day", "moment"]
QuoteKind = Literal["direct", "partial", "indirect"]
Sort = Literal["relevance", "newest", "oldest"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = 86_400


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


@dataclass(frozen=True, slots=True)
class Quote:
    """One act of saying.

    ``parts`` are the spans of what was said, marks excluded; ``speaker`` is the fullest name the article gives the
    person, ``role`` what it calls them, ``mention`` where this quotation names them, ``cue`` the verb of saying.
    """

    parts: tuple[Span, ...]
    speaker: str | None = None
    role: str | None = None
    mention: Span | None = None
    cue: Span | None = None
    kind: QuoteKind = "direct"


@dataclass(frozen=True, slots=True)
class Row:
    """An article as a list shows it: everything but its text, with what the reader did.

    ``number`` is the catalog's own short name for the article, good until the catalog is rebuilt; ``added`` is the
    file's modification time in whole seconds since 1970 UTC; ``words`` and ``quotes`` are counts; ``tags`` are the
    file's and the reader's.
    """

    number: int
    id: str
    headline: str
    derived: bool
    published: Published | None
    added: int
    byline: str | None
    source: str | None
    section: str | None
    tags: tuple[str, ...]
    language: str | None
    url: str | None
    words: int
    quotes: int
    read: bool = False
    starred: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A row with how well it answers a query: its BM25F ``score``, a ``snippet`` and the ``matches`` in the snippet."""

    row: Row
    score: float = 0.0
    snippet: str = ""
    matches: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """A page of hits.  ``total`` is the exact number of articles that match, unless ``cut``: then the time limit ran
    out and it is how many were found by then.  ``notes`` are lines for the person who asked (an unknown field, …)."""

    total: int
    hits: tuple[Hit, ...]
    cut: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quote taken out of its article: ``text`` is one string a part."""

    article: str
    headline: str
    published: Published | None
    quote: Quote
    text: tuple[str, ...]
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class QuoteResults:
    """A page of quotations; the fields mean what they mean in ``Results``."""

    total: int
    quotations: tuple[Quotation, ...]
    cut: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who is quoted: how many quotations in how many articles, and the first and last date of those."""

    name: str
    role: str | None
    quotes: int
    articles: int
    first: Published | None
    last: Published | None
