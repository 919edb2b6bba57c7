"""Verbs of saying as words: which can bring in a quotation, which only a description, which may be nouns."""

from __future__ import annotations

from termnews.quotes.tokens import Token
from termnews.quotes.words.grammar import LY_NOUNS
from termnews.quotes.words.verbs import (
    ADDRESSING,
    AUXILIARIES,
    DESCRIBING,
    DESCRIBING_GERUNDS,
    PHRASAL,
    SPEECH,
    SPEECH_GERUNDS,
)

HEADS = SPEECH | PHRASAL.keys()
"""Words that ``is_speech_at`` can hold of."""
GERUNDS = SPEECH_GERUNDS | DESCRIBING_GERUNDS
VERBS = SPEECH | DESCRIBING
# "attack" beside "attacks" and "attacked": the form that goes with "they"; "read" and "put" are past forms as well.
PLURAL_FORMS = frozenset(
    verb for verb in VERBS if {f"{verb}s", f"{verb}es"} & VERBS and {f"{verb}ed", f"{verb}d", f"{verb}t"} & VERBS
)


def is_speech(token: Token) -> bool:
    """Whether the word can carry a whole quotation: said, says, told."""
    return token.kind == "w" and token.low in SPEECH


def is_speech_at(tokens: list[Token], at: int) -> bool:
    """``is_speech``, for verbs of two words as well: went on, shot back."""
    token = tokens[at]
    return is_speech(token) or (
        token.low in PHRASAL and at + 1 < len(tokens) and tokens[at + 1].low in PHRASAL[token.low]
    )


def is_cue(token: Token) -> bool:
    """Whether the word can be a verb of saying, judging or describing, in any form."""
    return token.kind == "w" and (token.low in VERBS or token.low in GERUNDS)


_OPENING = frozenset("opens opened closes closed starts finishes finished begins".split())


def inverts(token: Token) -> bool:
    """Whether its subject may follow the verb: "said Smith", never "told Smith"."""
    return (token.low in SPEECH and token.low not in ADDRESSING and token.low not in _OPENING) or token.low in PHRASAL


def reads_as_verb(token: Token) -> bool:
    """Whether a word after "…," can be a verb whose subject follows, though no list has it: "shrugged Ann Lee"."""
    return token.kind == "w" and token.low.endswith("ed") and len(token.low) > 4 and token.low not in _NO_VERBS


_NO_VERBS = frozenset("indeed hundred speed united unnamed aged based embed retired longed elected alleged".split())


def is_between(token: Token) -> bool:
    low = token.low
    return token.kind == "w" and (low in AUXILIARIES or (low.endswith("ly") and low not in LY_NOUNS))
