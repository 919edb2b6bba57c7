"""How an article is laid out for reading: as text or as Markdown, wrapped or not, with who said what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from termnews.cli import stdout

if TYPE_CHECKING:
    from termnews.article import Article, Quote
    from termnews.cli.stdout import Stdout

_MARKDOWN_ANYWHERE = r"([\\`*_\[\]<>|~])|&(?=#?\w+;)"
_MARKDOWN_AT_THE_START = r"(?m)^(\s*)(?:([#+\-=:])|(\d{1,9})([.)]))"
_MOST_MARKS = 4  # closing marks that follow one another
_CLOSING_MARKS = "\"'”’“‘»«›‹」』"


class Marked:
    """A text in which each quotation is followed by the number of its speaker, as ``[1]``."""

    def __init__(self, text: str, quotes: Sequence[Quote]) -> None:
        self._text = text
        self._quotes = quotes
        self._numbers: dict[str, int] = {}
        self._marks: dict[int, str] = {}
        for quote in quotes:
            mark = "[?]"
            if quote.speaker is not None:
                mark = f"[{self._numbers.setdefault(quote.speaker, len(self._numbers) + 1)}]"
            for part in quote.parts:
                end = part.end
                marks = text[end : end + _MOST_MARKS]
                end += len(marks) - len(marks.lstrip(_CLOSING_MARKS))
                self._marks[end] = mark

    def paragraphs(self) -> list[str]:
        """The paragraphs with the numbers in them."""
        pieces, done = [], 0
        for position in sorted(self._marks):
            pieces += [self._text[done:position], self._marks[position]]
            done = position
        return [*"".join([*pieces, self._text[done:]]).split("\n\n")]

    def notes(self) -> list[str]:
        """Who the numbers are: one line each, with how often they speak."""
        counts = Counter(quote.speaker for quote in self._quotes)
        roles: dict[str | None, str] = {}
        for quote in self._quotes:
            if quote.role:
                roles.setdefault(quote.speaker, quote.role)
        lines = []
        for speaker, number in self._numbers.items():
            who = f"{speaker}, {roles[speaker]}" if speaker in roles else speaker
            lines.append(f"[{number}] {who}: {_quotations(counts[speaker])}")
        unknown = counts[None]
        return [*lines, f"[?] speaker not found: {_quotations(unknown)}"] if unknown else lines


def _quotations(number: int) -> str:
    return f"{number} quotation{'' if number == 1 else 's'}"


def as_text(
    article: Article, out: Stdout, *, width: int | None, body_alone: bool, quotes: Sequence[Quote] | None
) -> None:
    """Write an article as text, in lines of at most ``width`` cells, or one line a paragraph."""
    if not body_alone:
        _head(article, out, width)
    marked = None if quotes is None else Marked(article.text, quotes)
    _body(article.text.split("\n\n") if marked is None else marked.paragraphs(), out, width)
    if marked is not None and (notes := marked.notes()):
        out.line()
        for note in notes:
            _paragraph(note, out, width, stdout.MARK)


def _head(article: Article, out: Stdout, width: int | None) -> None:
    filed = ", ".join(str(part) for part in (article.dateline, article.published) if part)
    lines = (
        (None if article.derived else article.headline, stdout.BOLD),
        (f"By {article.byline}" if article.byline else None, stdout.DIM),
        (filed or None, stdout.DIM),
    )
    for text, style in lines:
        if text:
            _paragraph(text, out, width, style)
    if any(text for text, _ in lines):
        out.line()


def _body(paragraphs: Sequence[str], out: Stdout, width: int | None) -> None:
    for number, paragraph in enumerate(paragraphs):
        if number:
            out.line()
        for line in paragraph.split("\n"):
            _paragraph(line, out, width)


def _paragraph(text: str, out: Stdout, width: int | None, style: str | None = None) -> None:
    text = out.fit(text)
    if width is None:
        lines = [text]
    else:
        from termnews.cli import cells

        lines = [text[start:end] for start, end in cells.wrapped(text, width)]
    for line in lines:
        out.line(out.styled(line, style) if style else line)


def as_markdown(
    article: Article, out: Stdout, *, width: int | None, body_alone: bool, quotes: Sequence[Quote] | None
) -> None:
    """Write an article as Markdown: the headline a heading, byline and date in italics, the text escaped."""
    blocks: list[str] = []
    if not body_alone:
        if not article.derived:
            blocks.append(f"# {_escaped(article.headline)}")
        byline = f"By {article.byline}" if article.byline else None
        head = [str(part) for part in (byline, article.dateline, article.published) if part]
        blocks += [f"*{_escaped(', '.join(head))}*"] if head else []
    marked = None if quotes is None else Marked(article.text, quotes)
    paragraphs = article.text.split("\n\n") if marked is None else marked.paragraphs()
    blocks += [_escaped(paragraph).replace("\n", "  \n") for paragraph in paragraphs]
    blocks += [f"- {_escaped(note)}" for note in marked.notes()] if marked is not None else []
    for number, block in enumerate(blocks):
        if number and not (block.startswith("- ") and blocks[number - 1].startswith("- ")):
            out.line()
        for line in block.split("\n"):
            _paragraph(line, out, width)


def _escaped(text: str) -> str:
    """``text`` as Markdown that shows it as it is."""
    text = re.sub(_MARKDOWN_ANYWHERE, lambda found: f"\\{found[0]}", text)
    return re.sub(
        _MARKDOWN_AT_THE_START,
        lambda found: f"{found[1]}\\{found[2]}" if found[2] else f"{found[1]}{found[3]}\\{found[4]}",
        text,
    )
