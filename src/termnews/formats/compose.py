"""From the parts that a format found to the finished article: the rules that all formats share."""

from __future__ import annotations

from termnews.article import Article
from termnews.errors import Unreadable
from termnews.formats import canonical, dateline, dates, headline, notices, opening
from termnews.formats.canonical import Block
from termnews.formats.fields import Fields


def article(fields: Fields, blocks: list[Block], own_id: str, library_id: str | None) -> Article:
    """The article that header fields and the blocks of a body make.

    ``own_id`` is its id where it stands alone; ``library_id`` its path inside a library, from which a date and a
    section that the file does not give are taken.  Raises Unreadable where there is nothing to read.
    """
    opened = opening.take(blocks, fields.headline)
    title = fields.headline or opened.headline
    body = canonical.paragraphs(opened.blocks) or ([fields.summary] if fields.summary else [])
    filed = dateline.find(body)
    if filed:
        body[0] = body[0][filed.end :]
    if not body and not title:
        raise Unreadable("no text in it")
    numbers, republished = notices.find(body)
    text = canonical.text(body)
    on_path, folder = dates.of_path(library_id) if library_id is not None else (None, None)
    return Article(
        id=own_id if library_id is None else library_id,
        headline=title or headline.derived(text),
        text=text,
        derived=not title,
        published=fields.published or opened.published or (filed.published if filed else None) or on_path,
        byline=fields.byline or opened.byline,
        dateline=fields.dateline or (filed.text if filed else None),
        source=fields.source or republished or (filed.agency if filed else None),
        section=fields.section or (canonical.line(folder) or None if folder else None),
        tags=fields.tags,
        language=fields.language,
        url=fields.url or opened.url,
        notices=notices.spans(body, numbers),
    )
