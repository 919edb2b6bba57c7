"""What a person said, made ready for the screen."""

from __future__ import annotations

from dataclasses import dataclass

from termnews.article import Quotation, Span
from termnews.terminal import clean_line
from termnews.tui.dates import short


@dataclass(frozen=True, slots=True)
class Saying:
    """A quotation with the article that it comes from; ``parts`` are its stretches of that article's text."""

    article: str
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
        headline=clean_line(quotation.headline),
        date=short(quotation.published),
        said=said if indirect else f"“{said}”",
        indirect=indirect,
        parts=quotation.quote.parts,
    )
