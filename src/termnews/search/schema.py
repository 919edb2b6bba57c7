"""The fields of the two Whoosh indexes, and what of a document goes into which.

Articles:

    text_exact, about_exact  the folded words of the body, and of everything else (headline and speakers weigh more),
                             with their positions: phrases and beginnings
    text, about              their stems, by the language of the article: what a bare word is looked for in; BM25F
                             weighs them as two fields
    headline_exact, headline words with positions, and stems
    speaker author source section tag lang path      words with positions
    stemmed_as               the language by which it is stemmed, where that is not English
    number, date             columns: the catalog's number; first second of the publication date, or UNDATED

Quotations, one document a quotation:

    said_exact, said, speaker, stemmed_as
    role_exact, role         what the article calls the speaker (``roles``): words with positions, and stems
    number, date             of the article
    place, kind              columns: position in the article's list of quotations; 1 for indirect speech
    voice, wording           columns: digests of the speaker's name (0 without one), and of who said what in which words

Text is cut into words once (``columnar.fields``, ``analysis``), and no Whoosh analyzer runs.  Nothing is stored: rows
come from the catalog.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from termnews.article import Article, Quote
from termnews.frozen import dataclass
from termnews.search import engine, roles
from termnews.search.analysis import EDGES, LETTERS, words
from termnews.search.columnar.fields import Analysis, Stems, Text, Texts, Words
from termnews.search.digests import Wordings, digest
from termnews.search.layout import QUOTATIONS
from termnews.search.stemming import ENGLISH, language_of, stem

ANALYSIS = Analysis(LETTERS, EDGES, words, stem)

FOREIGN = "stemmed_as"
"""The field whose terms are the languages, other than English, by which the documents of an index are stemmed."""

UNDATED = -(2**62)
"""The date of an article without one: before every date."""

_COLUMNS = {
    "number": ("q", -1),
    "date": ("q", UNDATED),
    "place": ("i", -1),
    "kind": ("b", 0),
    "voice": ("q", 0),
    "wording": ("q", 0),
}
"""Type code and default of each column, in the terms of the array module."""

_LENGTH_COUNTS = {"about_B": 0.3, "about_exact_B": 0.3, "said_B": 0.3, "said_exact_B": 0.3}
"""How much the length of a field counts where it is less than usual: short fields differ in length by chance."""

_HEADLINE_WEIGHT = 3.0
_SPEAKER_WEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class Document:
    """What is indexed of an article: ``number`` is the catalog's, unique and stable while the catalog lives."""

    number: int
    article: Article
    quotes: tuple[Quote, ...] = ()


class Column(engine.FieldType):  # type: ignore[misc]
    """A number a document, not searched for by terms but read as a column."""

    indexed = False

    def __init__(self, typecode: str, default: int) -> None:
        super().__init__(None, None, sortable=engine.NumericColumn(typecode, default=default))

    def to_column_value(self, value: int) -> int:
        """The number itself."""
        return value


def schema_of(name: str) -> Any:
    """The Whoosh schema of one of the two indexes."""
    columns = {column: Column(*_COLUMNS[column]) for column in _COLUMNS}
    filters: tuple[str, ...] = ("speaker", FOREIGN)
    if name == QUOTATIONS:
        fields = _stemmed("said") | _stemmed("role")
    else:
        for column in ("place", "kind", "voice", "wording"):
            del columns[column]
        fields = _stemmed("text") | _stemmed("about") | _stemmed("headline")
        filters = (*filters, "author", "source", "section", "tag", "lang", "path")
    return engine.Schema(**fields, **{each: Words(ANALYSIS, scorable=False) for each in filters}, **columns)


def _stemmed(name: str) -> dict[str, Any]:
    exact = f"{name}_exact"
    return {exact: Words(ANALYSIS), name: Stems(exact, ANALYSIS)}


def weighting() -> Any:
    """How scores are made."""
    return engine.BM25F(**_LENGTH_COUNTS)


def article_fields(document: Document) -> dict[str, Any]:
    """The fields of an article's document in the first index."""
    article = document.article
    language = language_of(article.language)
    speakers = list(dict.fromkeys(quote.speaker for quote in document.quotes if quote.speaker))
    others = [text for text in (article.byline, article.source, article.section, *article.tags) if text]
    about = [Text(article.headline, _HEADLINE_WEIGHT, language)] if article.headline else []
    about += [Text(name, _SPEAKER_WEIGHT, language) for name in speakers]
    about += [Text(text, 1.0, language) for text in others]
    return {
        "number": document.number,
        "date": UNDATED if article.published is None else article.published.first,
        "text_exact": _value(article.text, language),
        "headline_exact": _value(article.headline, language),
        "about_exact": about or None,
        "speaker": [Text(name) for name in speakers] or None,
        "author": _value(article.byline),
        "source": _value(article.source),
        "section": _value(article.section),
        "tag": [Text(tag) for tag in article.tags] or None,
        "lang": _value(article.language),
        "path": _value(article.id),
        FOREIGN: _foreign(language),
    }


def quotation_fields(document: Document) -> Iterator[dict[str, Any]]:
    """The fields of each quotation's document in the second index."""
    text, published = document.article.text, document.article.published
    date = UNDATED if published is None else published.first
    language = language_of(document.article.language)
    foreign = _foreign(language)
    wordings = Wordings()
    for place, quote in enumerate(document.quotes):
        said = [text[part.start : part.end] for part in quote.parts]
        yield {
            "number": document.number,
            "date": date,
            "place": place,
            "kind": int(quote.kind == "indirect"),
            "said_exact": [Text(each, 1.0, language) for each in said],
            "speaker": _value(quote.speaker),
            "role_exact": [Text(words, 1.0, language) for words in roles.of(quote)] or None,
            "voice": digest(quote.speaker) if quote.speaker else 0,
            "wording": wordings.of(quote.speaker, said),
            FOREIGN: foreign,
        }


def _value(text: str | None, language: str = ENGLISH) -> Texts | None:
    return [Text(text, 1.0, language)] if text else None


def _foreign(language: str) -> Texts | None:
    return None if language == ENGLISH else [Text(language)]
