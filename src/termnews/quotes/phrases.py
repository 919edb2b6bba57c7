"""A noun phrase that names a speaker, and what the words in it can be.

``phrase_before`` and ``phrase_after`` find phrases before and after a verb; this is what both build on.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from termnews.quotes.runs import split_name
from termnews.quotes.tokens import Token
from termnews.quotes.words.grammar import DETERMINERS, JOINING, LY_NOUNS, MODIFIERS, PREPOSITIONS, PRONOUNS
from termnews.quotes.words.titles import (
    NO_PERSON_NOUNS,
    NOT_NAMES,
    PARTICLES,
    PERSON_ENDINGS,
    PERSON_NOUNS,
    POST_NOMINALS,
    TITLES,
)
from termnews.quotes.words.verbs import AUXILIARIES, DESCRIBING, NOUNS_TOO, OTHER_VERBS, SPEECH, SPEECH_GERUNDS


class Phrase(NamedTuple):
    """Tokens ``first`` to ``last`` (exclusive) name a speaker; ``name`` to ``name_end`` are the name, if any."""

    first: int
    last: int
    name: int
    name_end: int
    role: tuple[int, int] | None
    pronoun: str = ""


@lru_cache(maxsize=1 << 13)
def is_person_noun(low: str) -> bool:
    """Whether a common noun means somebody who can speak."""
    if low in NO_PERSON_NOUNS:
        return False
    if low.endswith("-old") or (low.endswith("s") and low[:-1] in PERSON_NOUNS):
        return True
    return (
        low in PERSON_NOUNS
        or (len(low) > 4 and low.endswith(PERSON_ENDINGS))
        or ("-" in low and is_person_noun(low.rpartition("-")[2]))
    )


def names_person(tokens: list[Token], phrase: Phrase) -> bool:
    return any(is_person_noun(tokens[at].low) for at in range(phrase.first, phrase.last))


def is_role(tokens: list[Token], first: int, end: int) -> bool:
    """Whether tokens read like what somebody is: "a spokesman for …", "president of …", "one of the stars"."""
    for token in tokens[first : min(end, first + 8)]:
        if is_person_noun(token.low) or token.text in TITLES:
            return True
        if token.low in _NO_ROLE or token.low in OTHER_VERBS or token.low in AUXILIARIES:
            return False
    return False


_NO_ROLE = frozenset("who whose which that whether if when where because to asked told said".split())
"""Words that begin a clause: what follows tells what somebody does, not what somebody is."""


def can_be_noun(low: str) -> bool:
    if low in PREPOSITIONS or low in JOINING or low in AUXILIARIES or low in PRONOUNS or low in DETERMINERS:
        return False
    if low.endswith("ly") and low not in LY_NOUNS:
        return False
    return (low not in SPEECH and low not in SPEECH_GERUNDS and low not in DESCRIBING) or low in NOUNS_TOO


def can_modify(low: str) -> bool:
    """Whether a lower-case word can stand right before a name as part of the phrase: "campaign manager Ann Lee"."""
    return is_person_noun(low) or low in MODIFIERS or low.endswith(("'s", "s'")) or low[:1].isdigit()


def name_in(tokens: list[Token], first: int, end: int) -> tuple[int, int]:
    """Where the name stands in a phrase that ends with it; ``(end, end)`` where it does not end with one."""
    if tokens[end - 1].kind != "c" or tokens[end - 1].text in NOT_NAMES:
        return end, end
    last = end
    while last - 1 > first and tokens[last - 1].text in POST_NOMINALS and tokens[last - 2].kind == "c":
        last -= 1
    start = last - 1
    while start > first:
        before = name_goes_back(tokens, start, first)
        if before == start:
            break
        start = before
        if is_possessive(tokens[start].text):
            start += 1
            break
    words = [token.text for token in tokens[start:last]]
    begin = split_name(words)
    if begin >= len(words):
        return end, end
    return start + begin, last


def name_goes_back(tokens: list[Token], start: int, floor: int) -> int:
    """Where a name that reaches back to ``start`` goes on further left, particles ("van der") passed over."""
    at = start - 1
    while at > floor and start - at <= _MOST_PARTICLES and tokens[at].low in PARTICLES:
        at -= 1
    return at if at >= floor and tokens[at].kind == "c" else start


def name_goes_on(tokens: list[Token], at: int, ceiling: int) -> bool:
    """Whether the particle at ``at`` stands inside a name: "de" in "Xavier de la Fuente"."""
    if at == 0 or (tokens[at - 1].kind != "c" and tokens[at - 1].low not in PARTICLES):
        return False
    ahead = at + 1
    while ahead < ceiling and ahead - at <= _MOST_PARTICLES and tokens[ahead].low in PARTICLES:
        ahead += 1
    return ahead < ceiling and tokens[ahead].kind == "c"


_MOST_PARTICLES = 2


def is_possessive(word: str) -> bool:
    return word.endswith(("'s", "’s", "s'", "s’"))
