"""A noun phrase that names a speaker, and what the words in it can be.

``phrase_before`` and ``phrase_after`` find phrases before and after a verb; this is what both build on.
"""

from __future__ import annotations

from typing import NamedTuple

from termnews.quotes.people import split_name
from termnews.quotes.tokens import Token
from termnews.quotes.words.grammar import DETERMINERS, JOINING, MODIFIERS, PREPOSITIONS, PRONOUNS
from termnews.quotes.words.titles import NOT_NAMES, PARTICLES, PERSON_ENDINGS, PERSON_NOUNS, TITLES
from termnews.quotes.words.verbs import AUXILIARIES, DESCRIBING, NOUNS_TOO, SPEECH, SPEECH_GERUNDS


class Phrase(NamedTuple):
    """Tokens ``first`` to ``last`` (exclusive) name a speaker; ``name`` to ``name_end`` are the name, if any."""

    first: int
    last: int
    name: int
    name_end: int
    role: tuple[int, int] | None
    pronoun: str = ""


def is_person_noun(low: str) -> bool:
    """Whether a common noun means somebody who can speak."""
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
    return any(is_person_noun(token.low) or token.text in TITLES for token in tokens[first : min(end, first + 8)])


def can_be_noun(low: str) -> bool:
    if low in PREPOSITIONS or low in JOINING or low in AUXILIARIES or low in PRONOUNS or low in DETERMINERS:
        return False
    return (low not in SPEECH and low not in SPEECH_GERUNDS and low not in DESCRIBING) or low in NOUNS_TOO


def can_modify(low: str) -> bool:
    """Whether a lower-case word can stand right before a name as part of the phrase: "campaign manager Ann Lee"."""
    return is_person_noun(low) or low in MODIFIERS or low.endswith(("'s", "s'")) or low[:1].isdigit()


def name_in(tokens: list[Token], first: int, end: int) -> tuple[int, int]:
    """Where the name stands in a phrase that ends with it; ``(end, end)`` where it does not end with one."""
    if tokens[end - 1].kind != "c" or tokens[end - 1].text in NOT_NAMES:
        return end, end
    start = end - 1
    while start > first and (
        tokens[start - 1].kind == "c"
        or (tokens[start - 1].low in PARTICLES and start - 2 >= first and tokens[start - 2].kind == "c")
    ):
        start -= 1
        if is_possessive(tokens[start].text):
            start += 1
            break
    words = [token.text for token in tokens[start:end]]
    begin = split_name(words)
    if begin >= len(words):
        return end, end
    return start + begin, end


def is_possessive(word: str) -> bool:
    return word.endswith(("'s", "’s", "s'", "s’"))
