"""Hits as a page of HTML, the matches in ``<mark>``."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termnews.article import Hit, Span
    from termnews.cli.stdout import Stdout

TOP = '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>termnews</title>\n<ol>'
BOTTOM = "</ol>\n</html>"


def write_hit(out: Stdout, hit: Hit) -> None:
    """Write a hit as an item of a list: headline, date, source and id, and the passage that answers."""
    row = hit.row
    headline = escape(out.field(row.headline))
    if row.url is not None and _is_web(row.url):
        headline = f'<a href="{escape(row.url)}">{headline}</a>'
    about = "  ".join(out.field(part) for part in (str(row.published or ""), row.source, row.id) if part)
    out.line(f"<li><h2>{headline}</h2>\n<p><small>{escape(about)}</small></p>")
    out.line(f"<p>{marked(out.field(hit.snippet), hit.matches)}</p></li>")


def marked(text: str, matches: Sequence[Span]) -> str:
    """``text`` as HTML, with ``<mark>`` around the matches."""
    pieces, done = [], 0
    for start, end in matches:
        pieces += [escape(text[done:start]), f"<mark>{escape(text[start:end])}</mark>"]
        done = end
    return "".join([*pieces, escape(text[done:])])


def _is_web(url: str) -> bool:
    """Whether it leads to a page: no other scheme is made into something that can be clicked."""
    return url.lower().startswith(("http://", "https://")) and url.isprintable()
