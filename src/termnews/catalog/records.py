"""How articles and quotes become rows of the catalog and values again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from termnews.article import Article, Published, Quote, Row, Span
from termnews.frozen import dataclass

ROW_COLUMNS = (
    "number, id, headline, derived, published, mtime, byline, source, section, tags, language, url, words, quotes,"
    " CASE WHEN copy IS NULL THEN 0 ELSE (SELECT count(*) - 1 FROM article other WHERE other.copy = article.copy) END"
)
ARTICLE_COLUMNS = (
    "a.id, a.headline, b.text, a.derived, a.published, a.byline, a.dateline, a.source, a.section, a.tags,"
    " a.language, a.url, b.notices"
)
QUOTE_COLUMNS = "parts, speaker, role, mention, cue, kind"

NANOSECONDS = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """An article on its way into the catalog, and what tells whether its file changed.

    ``quotes`` hold indirect speech too; ``mtime`` is in nanoseconds; ``racy`` says that the file was so young when it
    was read that a later change may have left its size and time as they are; ``engine`` names what read it; by
    ``sketch`` its near-copies are looked for, and it is empty where it is too short to have any.
    """

    article: Article
    quotes: tuple[Quote, ...]
    size: int
    mtime: int
    racy: bool
    digest: bytes
    engine: str
    sketch: bytes = b""


@dataclass(frozen=True, slots=True)
class Meta:
    """What the catalog says of itself.

    ``library`` is the id that what the reader did is kept under; ``epoch`` is new with every rebuild and names the
    numbering of articles; ``index`` is the folder of the search index that belongs to it, and ``generation`` the
    index's last commit that the catalog knows of; ``moves_due`` says that articles came or went and nobody has looked
    yet whether they only moved; ``people`` is the version of the rules by which people were told apart.
    """

    library: str
    epoch: str
    index: str
    generation: int
    moves_due: bool
    people: int


def entry_values(number: int | None, entry: Entry) -> dict[str, Any]:
    """The named values of an article's row; a number of None lets the catalog choose."""
    article = entry.article
    return {
        "number": number,
        "id": article.id,
        "size": entry.size,
        "mtime": entry.mtime,
        "racy": entry.racy,
        "digest": entry.digest,
        "engine": entry.engine,
        "headline": article.headline,
        "derived": article.derived,
        "published": str(article.published) if article.published else None,
        "moment": article.published.first if article.published else None,
        "byline": article.byline,
        "dateline": article.dateline,
        "source": article.source,
        "section": article.section,
        "tags": json.dumps(article.tags, ensure_ascii=False),
        "language": article.language,
        "url": article.url,
        "words": article.words,
        "quotes": sum(quote.kind != "indirect" for quote in entry.quotes),
    }


def quote_values(number: int, quotes: Iterable[Quote], profiles: Mapping[str, int]) -> list[tuple[Any, ...]]:
    """The rows of an article's quotes; ``profiles`` are those of its speakers."""
    return [
        (
            number,
            position,
            quote.speaker,
            quote.role,
            quote.kind,
            json.dumps(quote.parts),
            _dump_span(quote.mention),
            _dump_span(quote.cue),
            None if quote.speaker is None else profiles[quote.speaker],
        )
        for position, quote in enumerate(quotes)
    ]


def row_from(values: Sequence[Any]) -> Row:
    """A Row from ROW_COLUMNS, before what the reader did is added."""
    (number, id_, headline, derived, published, mtime, byline, source, section, tags, language, url, *counts) = values
    words, quotes, copies = counts
    return Row(
        number=number,
        id=id_,
        headline=headline,
        derived=bool(derived),
        published=Published.from_iso(published) if published else None,
        added=mtime // NANOSECONDS,
        byline=byline,
        source=source,
        section=section,
        tags=tuple(json.loads(tags)),
        language=language,
        url=url,
        words=words,
        quotes=quotes,
        copies=copies,
    )


def article_from(values: Sequence[Any]) -> Article:
    """An Article from ARTICLE_COLUMNS."""
    (id_, headline, text, derived, published, byline, dateline, source, section, tags, language, url, notices) = values
    return Article(
        id=id_,
        headline=headline,
        text=text,
        derived=bool(derived),
        published=Published.from_iso(published) if published else None,
        byline=byline,
        dateline=dateline,
        source=source,
        section=section,
        tags=tuple(json.loads(tags)),
        language=language,
        url=url,
        notices=load_spans(notices),
    )


def quote_from(values: Sequence[Any]) -> Quote:
    """A Quote from QUOTE_COLUMNS."""
    parts, speaker, role, mention, cue, kind = values
    return Quote(
        parts=load_spans(parts),
        speaker=speaker,
        role=role,
        mention=_load_span(mention),
        cue=_load_span(cue),
        kind=kind,
    )


def load_spans(text: str) -> tuple[Span, ...]:
    """Spans from their JSON."""
    return tuple(Span(start, end) for start, end in json.loads(text))


def _dump_span(span: Span | None) -> str | None:
    return None if span is None else f"{span.start} {span.end}"


def _load_span(text: str | None) -> Span | None:
    if text is None:
        return None
    start, _, end = text.partition(" ")
    return Span(int(start), int(end))
