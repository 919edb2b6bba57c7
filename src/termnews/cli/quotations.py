"""Quotations as ``quotes`` prints them, in each form of output."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from termnews.cli import cells, dates, pages, records, stdout
from termnews.cli.options import Form

if TYPE_CHECKING:
    from termnews.article import Quotation, QuoteResults
    from termnews.cli.stdout import Stdout

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(out: Stdout, form: Form, fetch: Callable[[int, int], QuoteResults], most: int | None) -> int:
    """Write up to ``most`` of the quotations that ``fetch(limit, offset)`` gives, and return how many."""
    found = total = 0
    for page in pages.pages(fetch, most, lambda results: len(results.quotations)):
        total = page.total
        for quotation in page.quotations:
            if form == "json":
                out.line(records.line(records.quotation(quotation)))
            elif out.is_terminal:
                _write_for_eyes(out, quotation, first=not found)
            else:
                out.fields(quotation.article, str(quotation.published or ""), quotation.quote.speaker, said(quotation))
            found += 1
    if form == "text" and out.is_terminal:
        pages.tell_of_more(found, total)
    return found


def every(fetch: Callable[[int, int], QuoteResults], most: int | None) -> Iterable[Quotation]:
    """The quotations that ``fetch(limit, offset)`` gives, one after the other."""
    for page in pages.pages(fetch, most, lambda results: len(results.quotations)):
        yield from page.quotations


def said(quotation: Quotation) -> str:
    """What was said, its parts joined by an ellipsis."""
    return " … ".join(quotation.text)


def write_csv(out: Stdout, quotations: Iterable[Quotation]) -> int:
    """Write a table with the keys of the records in its first line, and return how many quotations it holds."""
    import csv

    class Lines:
        def write(self, text: str) -> None:
            out.write(text)

    writer = csv.writer(Lines(), lineterminator="\n")
    writer.writerow(records.QUOTE_KEYS)
    found = 0
    for found, quotation in enumerate(quotations, start=1):  # noqa: B007 - counted
        record = {**records.quotation(quotation), "text": said(quotation)}
        writer.writerow([_cell(out, record[key]) for key in records.QUOTE_KEYS])
    return found


def _cell(out: Stdout, value: object) -> str:
    """A value that a spreadsheet takes for text: what begins like a formula gets an apostrophe before it."""
    if value is None:
        return ""
    text = out.fit(value) if isinstance(value, str) else json.dumps(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _write_for_eyes(out: Stdout, quotation: Quotation, *, first: bool) -> None:
    if not first:
        out.line()
    quote, width = quotation.quote, out.measure
    words = said(quotation) if quote.kind == "indirect" else " … ".join(f"“{part}”" for part in quotation.text)
    text = out.field(words)
    for start, end in cells.wrapped(text, width):
        out.line(text[start:end])
    speaker = quote.speaker or "speaker not found"
    who = out.field(f"{speaker}, {quote.role}" if quote.role else speaker)
    for start, end in cells.wrapped(who, width - 2):
        out.line("  " + out.styled(who[start:end], stdout.BOLD))
    where = out.field("  ".join(part for part in (dates.local(quotation.published), quotation.article) if part))
    for start, end in cells.wrapped(where, width - 2):
        out.line("  " + out.styled(where[start:end], stdout.DIM))
