"""What the tests of this room say about a quotation, in words instead of offsets."""

from __future__ import annotations

from dataclasses import dataclass

from termnews.article import Quote, Span
from termnews.quotes import extract


@dataclass(frozen=True)
class Read:
    """A quotation with every span turned into the text it stands for."""

    said: tuple[str, ...]
    speaker: str | None
    role: str | None
    mention: str | None
    cue: str | None
    kind: str


def read(text: str, indirect: bool = False) -> list[Read]:
    """The quotations of a text, spelled out."""

    def piece(span: Span | None) -> str | None:
        return None if span is None else text[span.start : span.end]

    def spelled(quote: Quote) -> Read:
        said = tuple(text[part.start : part.end] for part in quote.parts)
        return Read(said, quote.speaker, quote.role, piece(quote.mention), piece(quote.cue), quote.kind)

    return [spelled(quote) for quote in extract(text, indirect)]


def who(text: str, indirect: bool = False) -> list[tuple[str, str | None]]:
    """First part and speaker of every quotation."""
    return [(quote.said[0], quote.speaker) for quote in read(text, indirect)]
