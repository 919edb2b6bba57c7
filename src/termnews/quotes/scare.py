"""Marked stretches that nobody says: scare quotes, titles of works, nicknames, markup."""

from __future__ import annotations

import re

from termnews.quotes.attribution import Attribution
from termnews.quotes.tokens import Words

_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def is_quotation(text: str, words: Words, quote: int, attribution: Attribution | None) -> bool:
    """Whether somebody says the stretch."""
    marked = words.quotes[quote]
    said = text[marked.start : marked.end]
    if not _WORD.search(said):
        return False
    count = said.count(" ") + 1
    if attribution is None and words.starts[quote] < quote and count < 3:
        return False
    return True
