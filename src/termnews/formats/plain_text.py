"""Plain text: header block or front matter, headline, byline, date line, paragraphs, each part optional."""

from __future__ import annotations

from collections.abc import Mapping

from termnews.article import Article
from termnews.formats import canonical, compose, front_matter, header
from termnews.formats.fields import NOTHING, Fields, from_mapping


def article(text: str, own_id: str, library_id: str | None) -> Article:
    """The article in a plain text; ids as for ``compose.article``.  Raises Unreadable where there is no text."""
    fields, body = parts(canonical.purified(text))
    blocks = list(canonical.blocks(body))
    if not blocks and fields.body:
        blocks = list(canonical.blocks(canonical.purified(fields.body)))
    return compose.article(fields, blocks, own_id, library_id)


def parts(text: str) -> tuple[Fields, str]:
    """The fields of the header or front matter of a purified text, and what stands below."""
    given: Mapping[str, object]
    given, body = front_matter.split(text)
    if given:
        return from_mapping(given, marked_up=True), body
    if body is not text:  # front matter with nothing in it
        return NOTHING, body
    given, body = header.split(text)
    return (from_mapping(given) if given else NOTHING), body
