"""The nouns of quotes and answers; everybody takes them from ``termnews.article``, which says why they are apart."""

from __future__ import annotations

from termnews.article import Published, QuoteKind, Span, Unit
from termnews.frozen import dataclass


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
    file's and the reader's; ``copies`` is how many other articles of the library have nearly the same text.
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
    copies: int = 0
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
    """A page of hits.  ``total`` is the exact number of rows that all pages have, unless ``cut``: then the time limit
    ran out and it is how many were found by then.  ``folded`` is how many articles match besides: near-copies for which
    a row stands.  ``notes`` are lines for the person who asked (an unknown field, …)."""

    total: int
    hits: tuple[Hit, ...]
    cut: bool = False
    notes: tuple[str, ...] = ()
    folded: int = 0


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
    """A page of quotations; the fields mean what they mean in ``Results``: ``folded`` is how many quotations match
    besides that near-copies of an article have in the same words of the same speaker."""

    total: int
    quotations: tuple[Quotation, ...]
    cut: bool = False
    notes: tuple[str, ...] = ()
    folded: int = 0


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who is quoted: how many quotations in how many articles, and the first and last date of those."""

    name: str
    role: str | None
    quotes: int
    articles: int
    first: Published | None
    last: Published | None


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query that was kept under a name: ``total`` answers, of which ``new`` came since it was last looked at."""

    name: str
    query: str
    total: int
    new: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that some of the articles have, how many rows they are, and the query that narrows to them."""

    value: str
    count: int
    query: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """How many rows there are of each day, month or year, as ``unit`` says: ``points`` are (ISO 8601, number), from the
    first to the last without gaps.  ``undated`` is how many have no date."""

    unit: Unit
    points: tuple[tuple[str, int], ...]
    undated: int = 0
