"""Who "the harbour master" is: the person whom the article introduces so."""

from __future__ import annotations

from termnews.quotes.introductions import Introductions
from termnews.quotes.people import People
from termnews.quotes.phrases import Phrase, is_person_noun
from termnews.quotes.tokens import Token, Words
from termnews.quotes.words.grammar import PREPOSITIONS
from termnews.quotes.words.titles import NOT_BEARERS

_SHORT = 2
"""Tokens of "the chef"; with more words it may be anybody's description."""
_LONGEST = 5


class Bearers:
    """Whom descriptions mean in one text."""

    def __init__(self, text: str, people: People, introductions: Introductions) -> None:
        self._text = text
        self._people = people
        self._introductions = introductions

    def bearer(self, words: Words, phrase: Phrase) -> str | None:
        """Who "the harbour master" is; nobody where the phrase does not tell one person from others."""
        tokens = words.tokens
        at = head(tokens, phrase)
        noun = tokens[at]
        length = phrase.last - phrase.first
        # Headlines leave the article out: "Mayor: We will not pay".
        bare = length == 1 and self._text.find("\n", 0, words.begin(phrase.first)) < 0
        if not (bare or tokens[phrase.first].low == "the") or not is_person_noun(noun.low) or is_plural(noun.low):
            return None
        place = words.begin(at)
        if length > _SHORT:
            return self._described(words, phrase) if at == phrase.last - 1 and length <= _LONGEST else None
        if noun.low in NOT_BEARERS:
            return None
        return self._introductions.bearer(noun.text, place) or self._people.only_one(place)

    def _described(self, words: Words, phrase: Phrase) -> str | None:
        """Who was introduced in all the words of a description: "the Ashby board leader"."""
        span = words.span(phrase.first + 1, phrase.last)
        return self._introductions.bearer(self._text[span.start : span.end], span.start, after=False)


def head(tokens: list[Token], phrase: Phrase) -> int:
    """The noun that a phrase is about: "director" in "the former director of the institute"."""
    for at in range(phrase.first + 1, phrase.last):
        if tokens[at].low in PREPOSITIONS:
            return at - 1
    return phrase.last - 1


def is_plural(low: str) -> bool:
    """Whether a noun means several."""
    return (low.endswith("s") and not low.endswith("ss")) or low.endswith(("men", "people"))
