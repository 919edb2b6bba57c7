"""What the reading view and the quote sidebar show of an article: everything cleaned, offsets as in the article."""

from __future__ import annotations

from dataclasses import dataclass

from termnews.article import Article, Published, Quote, Row, Span
from termnews.terminal import clean, clean_line, plain
from termnews.tui.dates import long
from termnews.tui.painting import in_order


@dataclass(frozen=True, slots=True)
class Group:
    """The quotations of one speaker (indices into ``Page.quotes``, in the order of the text)."""

    speaker: str | None
    role: str | None
    quotes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """An article made ready for the screen.  ``number`` is None for a page that is no article (the welcome).

    ``quotes`` are direct and indirect; ``quoted`` are the stretches that stand between marks.
    """

    number: int | None
    headline: str
    text: str
    id: str = ""
    byline: str = ""
    date: str = ""
    origin: str = ""
    dateline: str = ""
    url: str | None = None
    quotes: tuple[Quote, ...] = ()
    groups: tuple[Group, ...] = ()
    quoted: tuple[Span, ...] = ()
    matches: tuple[Span, ...] = ()
    notices: tuple[Span, ...] = ()

    def is_indirect(self, index: int) -> bool:
        """Whether quotation ``index`` reports what was said in other words."""
        return self.quotes[index].kind == "indirect"

    def passage(self, parts: tuple[Span, ...]) -> int | None:
        """The quotation that has these parts."""
        return next((index for index, quote in enumerate(self.quotes) if quote.parts == parts), None)

    def said(self, index: int, most: int = 400) -> str:
        """What quotation ``index`` says, on one line, at most ``most`` characters of each part."""
        parts = self.quotes[index].parts
        return " … ".join(self.text[part.start : min(part.end, part.start + most)] for part in parts).replace("\n", " ")


def of_article(number: int, article: Article, quotes: tuple[Quote, ...] = (), matches: tuple[Span, ...] = ()) -> Page:
    """The page that shows ``article``."""
    return Page(
        number=number,
        id=article.id,
        headline=clean_line(article.headline),
        text=clean(article.text),
        byline=_byline(article.byline),
        date=long(article.published),
        origin=" · ".join(clean_line(part) for part in (article.source, article.section) if part),
        dateline=clean_line(article.dateline or "").rstrip(" -–—:"),
        url=article.url,
        quotes=quotes,
        groups=_grouped(quotes),
        quoted=in_order(part for quote in quotes if quote.kind != "indirect" for part in quote.parts),
        matches=in_order(matches),
        notices=in_order(article.notices),
    )


def _byline(byline: str | None) -> str:
    if not byline:
        return ""
    line = clean_line(byline).strip()
    return line if line[:3].lower() == "by " else f"By {line}"


def _grouped(quotes: tuple[Quote, ...]) -> tuple[Group, ...]:
    """Who speaks first comes first; what nobody is named for comes last."""
    found: dict[str | None, list[int]] = {}
    for index, quote in enumerate(quotes):
        found.setdefault(quote.speaker, []).append(index)
    nameless = found.pop(None, None)
    groups = [
        Group(clean_line(speaker or ""), _role(quotes, indices), tuple(indices)) for speaker, indices in found.items()
    ]
    if nameless:
        groups.append(Group(None, None, tuple(nameless)))
    return tuple(groups)


def _role(quotes: tuple[Quote, ...], indices: list[int]) -> str | None:
    role = next((quotes[index].role for index in indices if quotes[index].role), None)
    return clean_line(role) if role else None


def for_pipe(article: Article) -> str:
    """The article as another program gets it, as ``cat`` prints it: what heads it in the file, then the text."""
    headline = "" if article.derived else article.headline
    byline = f"By {article.byline}" if article.byline else ""
    filed = ", ".join(str(part) for part in (article.dateline, article.published) if part)
    head = "\n".join(part for part in (headline, byline, filed) if part)
    return plain(f"{head}\n\n{article.text}\n" if head else f"{article.text}\n")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row made ready for the list; ``marks`` are the matches of the search in the headline."""

    row: Row
    headline: str
    published: Published | None
    source: str
    section: str
    marks: tuple[Span, ...] = ()
    asked: int = 0


def of_row(row: Row, marks: tuple[Span, ...] = (), asked: int = 0) -> Entry:
    """The entry that shows ``row``; ``asked`` tells which question it was fetched for."""
    return Entry(
        row=row,
        headline=clean_line(row.headline),
        published=row.published,
        source=clean_line(row.source or ""),
        section=clean_line(row.section or ""),
        marks=in_order(marks),
        asked=asked,
    )
