"""Indirect speech: what somebody is reported to have said, without marks.

    Smith said (that) the bridge was safe.      the clause after the verb
    The bridge was safe, Smith said.            the clause before the attribution
    The bridge, she said, was safe.             both sides of it
    According to Smith, the bridge was safe.    the clause after or before

Sentences with a marked stretch in them are left to the direct engine.
"""

from __future__ import annotations

from typing import NamedTuple

from termnews.article import Span
from termnews.quotes import attribution, cues, phrase_after
from termnews.quotes.attribution import Attribution
from termnews.quotes.tokens import SENTENCE_END, Token, Words
from termnews.quotes.words.grammar import PREPOSITIONS
from termnews.quotes.words.verbs import NOUNS_TOO, OPINION

_LONGEST = 80
_FEWEST_WORDS = 2


class Reported(NamedTuple):
    """The parts of what was said, and who is named as having said it."""

    parts: tuple[Span, ...]
    attribution: Attribution


def find(text: str, words: Words) -> list[Reported]:
    """The reported sentences of a paragraph."""
    found = []
    first = 0
    while first < len(words.tokens):
        end = words.ends[first]
        if end - first > _FEWEST_WORDS and all(
            token.kind != "q" for token in words.tokens[first : min(end, first + _LONGEST)]
        ):
            reported = _sentence(text, words.tokens, first, min(end, first + _LONGEST))
            if reported is not None and all(_words(text, part) >= _FEWEST_WORDS for part in reported.parts[:1]):
                found.append(reported)
        first = end
    return found


def _words(text: str, part: Span) -> int:
    return text.count(" ", part.start, part.end) + 1


def _sentence(text: str, tokens: list[Token], first: int, end: int) -> Reported | None:
    last = end - 1 if tokens[end - 1].kind in SENTENCE_END else end
    return _according(tokens, first, last) or _inserted(tokens, first, last) or _reporting(tokens, first, last)


def _according(tokens: list[Token], first: int, last: int) -> Reported | None:
    """ "According to Smith, …"."""
    source = cues.accords(tokens, first)
    if not source:
        return None
    subject = phrase_after.source(tokens, source, last)
    if subject is None:
        return None
    at = max(subject.last, subject.role[1] if subject.role else 0)
    while at < last and tokens[at].kind != ",":
        at += 1
    return _made(tokens, [(at + 1, last)], Attribution(subject, first, "after"))


def _inserted(tokens: list[Token], first: int, last: int) -> Reported | None:
    """ "…, Smith said." and "…, she said, …"."""
    for at in range(first + 2, last - 1):
        if tokens[at].kind != "," and tokens[at].low != "according":
            continue
        begin = at + 1 if tokens[at].kind == "," else at
        found = attribution.attribution_at(tokens, begin, last, inverted=True)
        if found is None or not _says(tokens, found.cue):
            continue
        if found.tail >= last or tokens[found.tail].kind in SENTENCE_END:
            return _made(tokens, [(first, at)], found)
        if tokens[found.tail].kind == ",":
            return _made(tokens, [(first, at), (found.tail + 1, last)], found)
        if attribution.closes_sentence(tokens, found, last):
            return _made(tokens, [(first, at)], found)
    return None


def _reporting(tokens: list[Token], first: int, last: int) -> Reported | None:
    """ "Smith said (that) …"."""
    for at in range(first + 1, last - 1):
        token = tokens[at]
        if not _says(tokens, at) or token.low.endswith("ing"):
            continue
        subject = cues.direct_subject(tokens, at, first)
        if subject is None:
            continue
        begin = _clause(tokens, at + 1, last)
        if begin:
            return _made(tokens, [(begin, last)], Attribution(subject, at, "before"))
        if token.low not in NOUNS_TOO:
            return None
    return None


def _says(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    return token.low == "according" or (token.kind == "w" and (cues.is_speech(token) or token.low in OPINION))


def _clause(tokens: list[Token], at: int, last: int) -> int:
    """Where the reported clause begins after the verb: past "that", "Tuesday", "reporters"; 0 where there is none."""
    stop = min(last, at + 8)
    for ahead in range(at, stop):
        if tokens[ahead].low in {"that", "whether", "if", "how", "why"}:
            return ahead + 1 if tokens[ahead].low == "that" and ahead + 1 < last else ahead
        if tokens[ahead].kind not in "wc":
            break
    if at < last and tokens[at].kind in "wc" and tokens[at].low not in PREPOSITIONS | {"to", "so", "nothing", "little"}:
        return at
    return 0


def _made(tokens: list[Token], ranges: list[tuple[int, int]], found: Attribution) -> Reported | None:
    parts = tuple(Span(tokens[a].start, tokens[b - 1].end) for a, b in ranges if a < b)
    return Reported(parts, found) if parts else None
