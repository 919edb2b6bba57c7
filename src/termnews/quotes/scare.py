"""Marked stretches that nobody says: scare quotes, titles of works, names of things."""

from __future__ import annotations

import re

from termnews.quotes.attribution import Attribution
from termnews.quotes.tokens import Words

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_SMALL = frozenset("a an the and or of in on at to for from with by is vs de la s".split())
_FEW = 3
"""Fewer words than this, inside a sentence in which nobody says anything, are a scare quote."""


def is_quotation(text: str, words: Words, quote: int, attribution: Attribution | None) -> bool:
    """Whether somebody says the stretch."""
    marked = words.quotes[quote]
    said = _WORD.findall(text, marked.start, min(marked.end, marked.start + 400))
    if not said:
        return False
    inside = words.starts[quote] < quote
    if attribution is None and len(said) < _FEW and (inside or _runs_on(words, quote)):
        return False
    return not (inside and _is_title(said) and (attribution is None or attribution.place != "before"))


def _runs_on(words: Words, quote: int) -> bool:
    """Whether the sentence goes on as if the stretch were its subject: "Top secret" is the highest level."""
    return quote + 1 < len(words.tokens) and words.tokens[quote + 1].kind in {"w", "("}


def _is_title(said: list[str]) -> bool:
    """Two words or more, each capitalised but the small ones: "Meet the Neighbours"."""
    if len(said) < 2 or len(said) > 12 or not (said[0][:1].isupper() and said[-1][:1].isupper()):
        return False
    return all(not word[:1].islower() or word in _SMALL for word in said)
