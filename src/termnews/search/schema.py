"""The fields of the two Whoosh indexes, and what of a document goes into which.

Articles:

    text, about              stems: of the body; of everything else (headline and speakers weigh more)
    text_exact, about_exact  the same as folded words with their positions: phrases and beginnings
    headline, headline_exact stems; words with positions
    speaker author source section tag lang path      words with positions
    starts                   the one- and two-letter beginnings of all words of the article
    number, date             columns: the catalog's number; first second of the publication date, or UNDATED

A bare word is looked for in ``text`` and ``about``, which BM25F weighs as two fields.

Quotations, one document a quotation:

    said, said_exact, speaker
    number, date             of the article
    place, kind              columns: position in the article's list of quotations; 1 for indirect speech

Text is analysed once (``analysis``); fields take words, not text, and no Whoosh analyzer runs.  Nothing is stored: rows
come from the catalog.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from termnews.article import Article, Quote
from termnews.search import engine
from termnews.search.analysis import starts_of, stem, words
from termnews.search.layout import QUOTATIONS

UNDATED = -(2**62)
"""The date of an article without one: before every date."""

COLUMN_TYPES = {"number": ("q", -1), "date": ("q", UNDATED), "place": ("i", -1), "kind": ("b", 0)}
"""Type code and default of each column, in the terms of the array module."""

_HEADLINE_WEIGHT = 3.0
_SPEAKER_WEIGHT = 2.0
_GAP = 100
"""Positions left free between two values of a field, so that no phrase reaches from one into the next."""


@dataclass(frozen=True, slots=True)
class Document:
    """What is indexed of an article: ``number`` is the catalog's, unique and stable while the catalog lives."""

    number: int
    article: Article
    quotes: tuple[Quote, ...] = ()


class Weights(engine.FieldType):  # type: ignore[misc]
    """Terms with a weight, from a mapping of term to (how often, weight); a document's length is kept for BM25F."""

    def __init__(self) -> None:
        super().__init__(engine.Existence(), None, scorable=True)

    def index(self, value: Mapping[str, tuple[int, float]], **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        return ((term.encode(), count, weight, b"") for term, (count, weight) in value.items())


class Terms(engine.FieldType):  # type: ignore[misc]
    """Terms that are there or not, from a collection of them."""

    def __init__(self) -> None:
        super().__init__(engine.Existence(), None)

    def index(self, value: Iterable[str], **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        return ((term.encode(), 1, 1.0, b"") for term in value)


class Places(engine.FieldType):  # type: ignore[misc]
    """Words with their positions, from a sequence of values, each a sequence of words."""

    def __init__(self) -> None:
        super().__init__(engine.Positions(), None)

    def index(self, value: Sequence[Sequence[str]], **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        places: dict[str, list[int]] = {}
        position = 0
        for sequence in value:
            for position, word in enumerate(sequence, position):  # noqa: B020
                places.setdefault(word, []).append(position)
            position += _GAP
        encode = self.format.encode
        return ((word.encode(), len(at), float(len(at)), encode(at)) for word, at in places.items())


class Column(engine.FieldType):  # type: ignore[misc]
    """A number a document, not searched for by terms but read as a column."""

    indexed = False

    def __init__(self, typecode: str, default: int) -> None:
        super().__init__(None, None, sortable=engine.NumericColumn(typecode, default=default))

    def to_column_value(self, value: int) -> int:
        return value


def schema_of(name: str) -> Any:
    """The Whoosh schema of one of the two indexes."""
    columns = {column: Column(*COLUMN_TYPES[column]) for column in COLUMN_TYPES}
    if name == QUOTATIONS:
        return engine.Schema(said=Weights(), said_exact=Places(), speaker=Places(), **columns)
    del columns["place"], columns["kind"]
    places = (
        "headline_exact",
        "text_exact",
        "about_exact",
        "speaker",
        "author",
        "source",
        "section",
        "tag",
        "lang",
        "path",
    )
    return engine.Schema(
        text=Weights(),
        about=Weights(),
        headline=Weights(),
        starts=Terms(),
        **{name: Places() for name in places},
        **columns,
    )


def article_fields(document: Document) -> dict[str, Any]:
    """The fields of an article's document in the first index."""
    article = document.article
    body, headline = words(article.text), words(article.headline)
    speakers = [words(name) for name in dict.fromkeys(quote.speaker for quote in document.quotes) if name]
    author, source, section = (_values(article.byline), _values(article.source), _values(article.section))
    tags = [words(tag) for tag in article.tags]
    others = [*author, *source, *section, *tags]
    return {
        "number": document.number,
        "date": UNDATED if article.published is None else article.published.first,
        "text": _weighed([(body, 1.0)]),
        "about": _weighed(
            [
                (headline, _HEADLINE_WEIGHT),
                *((name, _SPEAKER_WEIGHT) for name in speakers),
                *((one, 1.0) for one in others),
            ]
        ),
        "headline": _weighed([(headline, 1.0)]),
        "text_exact": [body],
        "headline_exact": [headline],
        "about_exact": [headline, *speakers, *others],
        "speaker": speakers,
        "author": author,
        "source": source,
        "section": section,
        "tag": tags,
        "lang": _values(article.language),
        "path": [words(article.id)],
        "starts": {start for word in {*body, *headline, *_flat(speakers), *_flat(others)} for start in starts_of(word)},
    }


def quotation_fields(document: Document) -> Iterator[dict[str, Any]]:
    """The fields of each quotation's document in the second index."""
    text, published = document.article.text, document.article.published
    date = UNDATED if published is None else published.first
    for place, quote in enumerate(document.quotes):
        said = [words(text[part.start : part.end]) for part in quote.parts]
        yield {
            "number": document.number,
            "date": date,
            "place": place,
            "kind": int(quote.kind == "indirect"),
            "said": _weighed([(part, 1.0) for part in said]),
            "said_exact": said,
            "speaker": _values(quote.speaker),
        }


def _values(text: str | None) -> list[list[str]]:
    return [words(text)] if text else []


def _flat(values: Iterable[Iterable[str]]) -> Iterator[str]:
    return (word for value in values for word in value)


def _weighed(values: Iterable[tuple[Sequence[str], float]]) -> dict[str, tuple[int, float]]:
    terms: dict[str, tuple[int, float]] = {}
    for value, weight in values:
        for term, count in Counter(map(stem, value)).items():
            before, weighed = terms.get(term, (0, 0.0))
            terms[term] = (before + count, weighed + count * weight)
    return terms
