"""Who says something without being named: "a spokesman said that …", "the harbour board leader has said".

Looked for only where a pronoun asks for whom it means: "he" may be the spokesman.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from termnews.quotes import cues
from termnews.quotes.bearers import Bearers, head, is_plural
from termnews.quotes.phrases import Phrase, is_person_noun
from termnews.quotes.sex import Sex, sex_of_description
from termnews.quotes.tokens import Token, plain
from termnews.quotes.words.grammar import PRONOUNS
from termnews.quotes.words.titles import INSTITUTIONS, POST_NOMINALS
from termnews.quotes.words.verbs import AUXILIARIES

_VERBS = tuple(
    f" {verb}"
    for verb in "said says told tells added warned insisted argued claimed explained admitted believes called".split()
)
"""The verbs that are looked for: the frequent ones, as each is a look through the text."""
_REACH = 100
"""Characters before the verb in which its subject stands."""
_SHORTEST = 2
_NAMELESS = frozenset(
    """source official aide officer spokesman spokeswoman spokesperson man woman boy girl protester protestor heckler
    caller organiser organizer voter supporter trader dealer banker broker diplomat delegate""".split()
)
"""Nouns for people whom an article often leaves without a name, even where it says "the"."""
_SOME = frozenset("a an one another".split())


class Unnamed(NamedTuple):
    """Somebody who says something at a place."""

    place: int
    speaker: str
    """As worded, or the name of whom the description means."""
    sex: Sex
    named: bool


def find(text: str, is_quoted: Callable[[int], bool], bearers: Bearers) -> list[Unnamed]:
    """The speakers without a name, in order."""
    found = [_subject(text, verb, bearers) for verb in _verbs(text) if not is_quoted(verb)]
    return sorted(speaker for speaker in found if speaker is not None)


def _verbs(text: str) -> Iterator[int]:
    """Where a verb of saying follows what may be a noun for a person."""
    for verb in _VERBS:
        at = text.find(verb)
        while at >= 0:
            if not text[at + len(verb) : at + len(verb) + 1].isalpha() and _may_be_person(text, at):
                yield at + 1
            at = text.find(verb, at + 1)


def _may_be_person(text: str, end: int) -> bool:
    """Whether the word that ends at ``end``, auxiliaries passed over, can be a noun: neither a name nor a pronoun."""
    start = text.rfind(" ", 0, end) + 1
    while text[start:end] in AUXILIARIES and start:
        start, end = text.rfind(" ", 0, start - 1) + 1, start - 1
    first, last = text[start], text[start:end]
    if "a" <= first <= "z":
        return last.isalpha() and last not in PRONOUNS
    # "a spokeswoman for Reed"
    return last in POST_NOMINALS or (first.isupper() and text.find(" for ", max(0, start - _REACH), start) >= 0)


def _subject(text: str, verb: int, bearers: Bearers) -> Unnamed | None:
    """The subject of the verb at a place, if it is one person without a name."""
    start = max(0, verb - _REACH, text.rfind("\n", 0, verb) + 1)
    words = plain(text, start, verb)
    tokens = words.tokens
    phrase = cues.direct_subject(tokens, len(tokens), 0)
    if phrase is None or phrase.pronoun or phrase.name < phrase.name_end:
        return None
    noun = tokens[head(tokens, phrase)]
    if not _is_one_person(noun):
        return None
    place = words.begin(phrase.first)
    bearer = bearers.bearer(words, phrase)
    if bearer is not None:
        return Unnamed(place, bearer, "", True)
    if not _leaves_nameless(tokens[phrase.first], noun):
        return None
    span = words.span(phrase.first, phrase.last)
    return Unnamed(place, text[span.start : span.end], sex_of_description(noun.low), False)


def sex_if_unnamed(speaker: str) -> Sex | None:
    """The sex of a speaker as worded, "a bystander at the bridge"; None for those who are no person without a name."""
    first = speaker.partition(" ")[0].lower()
    if first not in _SOME and first != "the":
        return None
    tokens = plain(speaker, 0, len(speaker)).tokens
    if len(tokens) < _SHORTEST:
        return None
    noun = tokens[head(tokens, Phrase(0, len(tokens), 0, 0, None))]
    return sex_of_description(noun.low) if _is_one_person(noun) and _leaves_nameless(tokens[0], noun) else None


def _is_one_person(noun: Token) -> bool:
    known = is_person_noun(noun.low) or noun.text in POST_NOMINALS
    return known and noun.low not in INSTITUTIONS and not is_plural(noun.low)


def _leaves_nameless(first: Token, noun: Token) -> bool:
    """Whether a phrase means somebody new, "a farmer", or whom nobody gives a name, "the spokesman"."""
    return first.low in _SOME or (first.low == "the" and noun.low in _NAMELESS)
