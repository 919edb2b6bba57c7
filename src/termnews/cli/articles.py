"""Articles as ``list`` and ``search`` print them, in each form of output."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from termnews.cli import dates, pages, stdout
from termnews.cli.options import Form

if TYPE_CHECKING:
    from termnews import Library
    from termnews.article import Hit, Results, Row
    from termnews.cli.cells import Line
    from termnews.cli.stdout import Stdout
    from termnews.library import Listing

ROWS_AT_ONCE = 2000


def answer(out: Stdout, form: Form, fetch: Callable[[int, int], Results], most: int | None, *, searched: bool) -> int:
    """Write how many there are, or up to ``most`` ids or hits that ``fetch(limit, offset)`` gives; return how many."""
    if form == "count":
        total = fetch(0, 0).total
        found = total if most is None else min(most, total)
        out.line(str(found))
        return found
    if form in {"paths", "nul"}:
        return write_ids(out, form, ids_in_pages(fetch, most))
    return write(out, form, fetch, most, searched=searched)


def write(out: Stdout, form: Form, fetch: Callable[[int, int], Results], most: int | None, *, searched: bool) -> int:
    """Write up to ``most`` of the hits that ``fetch(limit, offset)`` gives, and return how many."""
    seen: set[str] = set()
    total = 0
    if form == "html":
        from termnews.cli import hypertext

        out.line(hypertext.TOP)
    for page in pages.pages(fetch, most, lambda results: len(results.hits)):
        total = page.total
        for hit in page.hits:
            if hit.row.id not in seen:  # a sync in between may have moved it from one page to the next
                _write_hit(out, form, hit, first=not seen, searched=searched)
                seen.add(hit.row.id)
    if form == "html":
        out.line(hypertext.BOTTOM)
    if form == "text" and out.is_terminal:
        pages.tell_of_more(len(seen), total)
    return len(seen)


def write_ids(out: Stdout, form: Form, ids: Iterable[str]) -> int:
    """Write ids, each once, and return how many there were."""
    seen: set[str] = set()
    for id_ in ids:
        if id_ not in seen:
            seen.add(id_)
            if form == "nul":
                out.write((out.fit(id_) if out.is_terminal else id_) + "\0")
            else:
                out.line(out.fit(id_))
    return len(seen)


def ids_of(library: Library, listing: Listing, most: int | None) -> Iterable[str]:
    """The ids behind a listing's numbers, in order."""
    numbers = listing.numbers if most is None else listing.numbers[:most]
    for start in range(0, len(numbers), ROWS_AT_ONCE):
        for row in library.rows(numbers[start : start + ROWS_AT_ONCE]):
            if row is not None:
                yield row.id


def ids_in_pages(fetch: Callable[[int, int], Results], most: int | None) -> Iterable[str]:
    """The ids of the articles that ``fetch(limit, offset)`` gives, in order."""
    for page in pages.pages(fetch, most, lambda results: len(results.hits)):
        yield from (hit.row.id for hit in page.hits)


def _write_hit(out: Stdout, form: Form, hit: Hit, *, first: bool, searched: bool) -> None:
    if form == "json":
        from termnews.cli import records

        out.line(records.line(records.hit(hit) if searched else records.article(hit.row)))
    elif form == "html":
        from termnews.cli import hypertext

        hypertext.write_hit(out, hit)
    elif out.is_terminal:
        if not first:
            out.line()
        _write_for_eyes(out, hit)
    else:
        row = hit.row
        found = (hit.snippet,) if searched else ()
        out.fields(row.id, str(row.published or ""), row.source, row.headline, *found)


def _write_for_eyes(out: Stdout, hit: Hit) -> None:
    width = out.measure
    for line in _lines(out.field(hit.row.headline), width):
        out.line(out.styled(line, stdout.BOLD))
    for line in _lines(out.field(_about(hit.row)), width):
        out.line(out.styled(line, stdout.DIM))
    if hit.snippet:
        snippet = out.field(hit.snippet)
        for start, end in _wrapped(snippet, width - 2):
            out.line("  " + _with_matches(out, snippet, start, end, hit))


def _about(row: Row) -> str:
    copies = f"{row.copies:,} cop{'y' if row.copies == 1 else 'ies'}"
    marks = [
        mark for mark, there in (("unread", not row.read), ("starred", row.starred), (copies, row.copies)) if there
    ]
    return "  ".join(part for part in (dates.local(row.published), row.source, row.id, *marks) if part)


def _lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in _wrapped(text, width)]


def _wrapped(text: str, width: int) -> list[Line]:
    from termnews.cli import cells  # whose patterns no pipe needs

    return cells.wrapped(text, width)


def _with_matches(out: Stdout, text: str, start: int, end: int, hit: Hit) -> str:
    pieces, done = [], start
    for match in hit.matches:
        first, last = max(match.start, start), min(match.end, end)
        if first < last:
            pieces += [text[done:first], out.styled(text[first:last], stdout.MATCH)]
            done = last
    return "".join([*pieces, text[done:end]])
