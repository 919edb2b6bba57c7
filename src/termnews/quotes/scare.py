"""Marked stretches that nobody says: scare quotes, titles of works, names of things."""

from __future__ import annotations

import re

from termnews.quotes import cues, saying
from termnews.quotes.attribution import Attribution
from termnews.quotes.tokens import Words
from termnews.quotes.words.titles import NAMING, NOT_NAMES, WORKS

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_SMALL = frozenset("a an the and or of in on at to for from with by is vs de la s".split())
_CLOSE = 6
"""Tokens between a verb that is denied and the word that was not said."""
_LONG = 160
"""Characters beyond which a stretch is no title and no fragment."""
_FEW = 3
"""Fewer words than this, inside a sentence in which nobody says anything, are a scare quote."""


def is_quotation(text: str, words: Words, quote: int, attribution: Attribution | None) -> bool:
    """Whether somebody says the stretch."""
    marked = words.quotes[quote]
    if marked.end - marked.start > _LONG:
        return True
    said = _WORD.findall(text, marked.start, marked.end)
    if not said:
        return False
    if is_work(text, words, quote) or _is_heading(text, words, quote):
        return False
    inside = words.starts[quote] < quote
    if attribution is None and len(said) < _FEW and (inside or _runs_on(words, quote)):
        return False
    if len(said) < _FEW and inside and quote + 1 < len(words.tokens) and words.tokens[quote + 1].low in _MEANS:
        return False
    if len(said) <= _FEW and (_is_nickname(text, words, quote) or _is_denied(words, quote, attribution)):
        return False
    before = words.tokens[quote - 1] if inside else None
    if before is not None and before.low in NAMING:
        return False
    if not _is_title(said):
        return True
    if inside:
        return attribution is not None and attribution.place == "before"
    return attribution is not None or not _runs_on(words, quote, ",w(")


_MEANS = frozenset("means meant".split())
"""After a word that is spoken of, not with: what "learning" meant."""


def is_work(text: str, words: Words, quote: int) -> bool:
    """The title of a work: her novel, "The Salt Road"; "The Salt Road," by Ann Lee."""
    tokens, marked = words.tokens, words.quotes[quote]
    after = quote + 1 + (quote + 1 < len(tokens) and tokens[quote + 1].kind == ",")
    credited = after + 1 < len(tokens) and tokens[after].low == "by" and tokens[after + 1].kind == "c"
    if credited and (quote == 0 or tokens[quote - 1].kind == "-"):
        return True
    named = quote > 1 and tokens[quote - 1].kind == "," and tokens[quote - 2].low in WORKS
    return (credited or named) and _is_title(_WORD.findall(text, marked.start, marked.end))


def _is_heading(text: str, words: Words, quote: int) -> bool:
    """A paragraph that is nothing but a stretch in capitals."""
    marked = words.quotes[quote]
    return (
        len(words.tokens) == 1 and text[marked.start : marked.end].isupper() and " " in text[marked.start : marked.end]
    )


def _is_nickname(text: str, words: Words, quote: int) -> bool:
    """A stretch between two names: Tom "Tiger" Reed."""
    tokens, marked = words.tokens, words.quotes[quote]
    return (
        text[marked.start].isupper()
        and text[marked.end - 1].isalnum()
        and 0 < quote < len(tokens) - 1
        and tokens[quote - 1].kind == tokens[quote + 1].kind == "c"
        and tokens[quote - 1].text not in NOT_NAMES
        and tokens[quote + 1].text not in NOT_NAMES
    )


def _is_denied(words: Words, quote: int, attribution: Attribution | None) -> bool:
    """A word that somebody did not say."""
    if attribution is None or attribution.place == "after":
        return False
    tokens, first = words.tokens, words.starts[quote]
    for verb in range(quote - 1, max(first, quote - _CLOSE) - 1, -1):
        if saying.is_speech(tokens[verb]) or tokens[verb].low in {"call", "called"}:
            return cues.is_denied(tokens, verb, first) or tokens[first].low in {"no", "nobody", "none"}
    return False


def _runs_on(words: Words, quote: int, kinds: str = "w(") -> bool:
    """Whether the sentence goes on as if the stretch were its subject: "Top secret" is the highest level."""
    return quote + 1 < len(words.tokens) and words.tokens[quote + 1].kind in kinds


def _is_title(said: list[str]) -> bool:
    """Two words or more, each capitalised but the small ones: "Meet the Neighbours"."""
    if len(said) < 2 or len(said) > 12 or said[0][:1].islower() or said[-1][:1].islower():
        return False
    return all(not word[:1].islower() or word in _SMALL for word in said)
