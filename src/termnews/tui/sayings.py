"""Which quotations are asked for, and what was said, made ready for the screen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from termnews.article import Quotation, Sort, Span
from termnews.terminal import clean_line
from termnews.tui.dates import short

_SORTS: tuple[Sort, ...] = ("newest", "oldest")
_SEARCH_SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest")


@dataclass(frozen=True, slots=True)
class Asked:
    """Quotations of a person, or those that answer a query; all where neither is given."""

    speaker: str | None = None
    query: str | None = None
    sort: Sort = "newest"
    indirect: bool = False

    @property
    def name(self) -> str:
        """Whose they are, or what was asked."""
        return self.speaker or (f"Said: “{self.query}”" if self.query else "Quotations")

    def in_next_order(self) -> Asked:
        """The same in the next order; by relevance only where there is a query to be relevant to."""
        sorts = _SEARCH_SORTS if self.query else _SORTS
        return replace(self, sort=sorts[(sorts.index(self.sort) + 1) % len(sorts)])


@dataclass(frozen=True, slots=True)
class Saying:
    """A quotation with the article that it comes from; ``parts`` are its stretches of that article's text."""

    article: str
    speaker: str
    headline: str
    date: str
    said: str
    indirect: bool
    parts: tuple[Span, ...]


def of_quotation(quotation: Quotation) -> Saying:
    """The saying that shows ``quotation``."""
    said = " … ".join(clean_line(part) for part in quotation.text)
    indirect = quotation.quote.kind == "indirect"
    return Saying(
        article=quotation.article,
        speaker=clean_line(quotation.quote.speaker or quotation.quote.role or ""),
        headline=clean_line(quotation.headline),
        date=short(quotation.published),
        said=said if indirect else f"“{said}”",
        indirect=indirect,
        parts=quotation.quote.parts,
    )
