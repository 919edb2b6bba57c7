"""The records of ``--json`` and ``--csv``: every key always there, in this order."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from termnews import terminal

if TYPE_CHECKING:
    from termnews.article import Article, Facet, Hit, Quotation, Quote, Row, SavedSearch, Span, Speaker

Record = dict[str, Any]

_NOT_ASCII = re.compile(r"[^\x00-\x7e]")


def line(record: Record) -> str:
    """A record as a line of JSON in which nothing can command a terminal: such characters are written ``\\uXXXX``, so
    that whoever parses it gets them back exactly."""
    text = json.dumps(record, ensure_ascii=False)
    return text if terminal.clean(text) == text else _NOT_ASCII.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    return char if terminal.clean(char) == char else json.dumps(char)[1:-1]


def article(row: Row) -> Record:
    """An article as a list knows it."""
    return {
        "id": row.id,
        "headline": row.headline,
        "derived": row.derived,
        "published": _text(row.published),
        "added": moment(row.added),
        "byline": row.byline,
        "source": row.source,
        "section": row.section,
        "tags": list(row.tags),
        "language": row.language,
        "url": row.url,
        "words": row.words,
        "quotes": row.quotes,
        "copies": row.copies,
        "read": row.read,
        "starred": row.starred,
    }


def hit(found: Hit) -> Record:
    """An article as a search found it."""
    return {
        **article(found.row),
        "score": round(found.score, 4),
        "snippet": found.snippet,
        "matches": spans(found.matches),
    }


def whole(row: Row, text: Article) -> Record:
    """An article with its text."""
    return {**article(row), "text": text.text, "notices": spans(text.notices)}


def alone(id_: str, text: Article, *, added: int | None, quotes: int) -> Record:
    """An article that belongs to no library, with its text."""
    return {
        "id": id_,
        "headline": text.headline,
        "derived": text.derived,
        "published": _text(text.published),
        "added": None if added is None else moment(added),
        "byline": text.byline,
        "source": text.source,
        "section": text.section,
        "tags": list(text.tags),
        "language": text.language,
        "url": text.url,
        "words": text.words,
        "quotes": quotes,
        "copies": 0,
        "read": False,
        "starred": False,
        "text": text.text,
        "notices": spans(text.notices),
    }


QUOTE_KEYS = ("article", "headline", "published", "speaker", "role", "kind", "parts", "text", "mention", "cue")


def quotation(found: Quotation) -> Record:
    """What somebody said, and where."""
    quote = found.quote
    return {
        "article": found.article,
        "headline": found.headline,
        "published": _text(found.published),
        "speaker": quote.speaker,
        "role": quote.role,
        "kind": quote.kind,
        "parts": spans(quote.parts),
        "text": list(found.text),
        "mention": None if quote.mention is None else list(quote.mention),
        "cue": None if quote.cue is None else list(quote.cue),
    }


def quotation_in(id_: str, text: Article, quote: Quote) -> Quotation:
    """A quote of an article that belongs to no library."""
    from termnews.article import Quotation

    said = tuple(text.text[start:end] for start, end in quote.parts)
    return Quotation(article=id_, headline=text.headline, published=text.published, quote=quote, text=said)


def speaker(known: Speaker) -> Record:
    """Somebody who is quoted."""
    return {
        "name": known.name,
        "role": known.role,
        "quotes": known.quotes,
        "articles": known.articles,
        "first": _text(known.first),
        "last": _text(known.last),
    }


def saved_search(kept: SavedSearch) -> Record:
    """A query kept under a name, with what it finds."""
    return {"name": kept.name, "query": kept.query, "total": kept.total, "new": kept.new}


def facet(name: str, found: Facet) -> Record:
    """A value that answers have in common."""
    return {"facet": name, "value": found.value, "count": found.count, "query": found.query}


def spans(given: tuple[Span, ...]) -> list[list[int]]:
    """``[[start, end], ...]``."""
    return [list(span) for span in given]


def moment(seconds: int) -> str:
    """Seconds since 1970 UTC in ISO 8601."""
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def _text(value: object | None) -> str | None:
    return None if value is None else str(value)
