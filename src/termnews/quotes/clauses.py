"""The subject of a sentence: whom it is about, whatever its verbs are."""

from __future__ import annotations

from termnews.quotes import phrase_after
from termnews.quotes.phrases import Phrase, is_person_noun, is_possessive, names_person
from termnews.quotes.saying import GERUNDS, is_between, is_cue
from termnews.quotes.tokens import Token
from termnews.quotes.words.given_names import GIVEN
from termnews.quotes.words.grammar import DETERMINERS, PREPOSITIONS, PRONOUNS, SUBJECT_STARTS
from termnews.quotes.words.titles import PLACES
from termnews.quotes.words.verbs import AUXILIARIES, OTHER_VERBS


def main_subject(tokens: list[Token], first: int, end: int) -> Phrase | None:
    """The subject of the sentence: the first name, pronoun or noun for a person that no preposition governs.

    One that a verb follows is preferred to one that opens the sentence otherwise ("Hours later, Smith …").
    """
    at = _after_opening(tokens, first, end)
    named: Phrase | None = None
    fallback: Phrase | None = None
    while at < end:
        token = tokens[at]
        if token.low in PRONOUNS and token.low not in {"who", "you"}:
            return named or Phrase(at, at + 1, at + 1, at + 1, None, token.low)
        opening = at == first and (_opens_participle(tokens, at, end) or _is_adverb(token))
        if token.kind in "cw" and not opening and not _is_adverbial(token):
            found = phrase_after.after(tokens, at, end)
            if found is not None and found.last > at:
                governed = at > first and _governs(tokens, at, first) and not _acts_after_for(tokens, found, end)
                free = not governed and not _is_possessor(tokens, found, end)
                if free and (found.name < found.name_end or names_person(tokens, found)):
                    if acts(tokens, found, end):
                        return found
                    named = named or found
                elif free and fallback is None:
                    fallback = found
                at = max(at + 1, found.last)
                continue
        at += 1
    return named or fallback


def _is_possessor(tokens: list[Token], phrase: Phrase, end: int) -> bool:
    return is_possessive(tokens[phrase.last - 1].text) and phrase.last < end


def acts(tokens: list[Token], phrase: Phrase, end: int) -> bool:
    """Whether a verb, or an apposition or clause before the verb, follows a phrase."""
    at = phrase.last
    if at >= end:
        return True
    token = tokens[at]
    if token.kind in {"(", ":"} or token.low in {"who", "whose"}:
        return True
    if token.kind == ",":
        return at + 1 < end and (tokens[at + 1].low in _APPOSED or tokens[at + 1].text[:1].isdigit())
    return token.kind == "w" and (
        token.low in AUXILIARIES
        or is_cue(token)
        or token.low in OTHER_VERBS
        or token.low.endswith(("ed", "ly"))
        or (token.low.endswith("s") and not is_person_noun(token.low))
    )


_APPOSED = DETERMINERS | frozenset("who whose which speaking".split())


SUBORDINATE = frozenset("after when while as if because since before although though despite until once".split())


def _after_opening(tokens: list[Token], first: int, end: int) -> int:
    """Past a clause that the sentence opens with: "As the others took the stage, Smith …", "Citing it, Smith …"."""
    if first < end and (tokens[first].low in SUBORDINATE or _is_opening_gerund(tokens[first])):
        for at in range(first + 1, min(end, first + 40)):
            if (
                tokens[at].kind == ","
                and at + 1 < end
                and (tokens[at + 1].kind == "c" or tokens[at + 1].low in SUBJECT_STARTS)
            ):
                return at + 1
    return first


def _is_opening_gerund(token: Token) -> bool:
    return token.kind == "c" and token.low in GERUNDS


def _opens_participle(tokens: list[Token], at: int, end: int) -> bool:
    """ "Continuing to explain …", "Preceded by …" at the start of a sentence."""
    token = tokens[at]
    if not token.low.endswith(("ing", "ed")) or at + 1 >= end:
        return False
    follows = tokens[at + 1]
    return follows.kind == "w" and not is_cue(follows) and not is_between(follows)


def _is_adverb(token: Token) -> bool:
    """A capitalised adverb: "Hastily", not "Emily"."""
    return token.low.endswith("ly") and token.text not in GIVEN and token.text not in PLACES


def _is_adverbial(token: Token) -> bool:
    return token.low in PREPOSITIONS or (token.kind == "w" and token.low in AUXILIARIES)


def _governs(tokens: list[Token], at: int, floor: int) -> bool:
    before = tokens[at - 1]
    return before.low in PREPOSITIONS and before.low not in {"as", "after", "before", "than", "since", "until"}


def _acts_after_for(tokens: list[Token], phrase: Phrase, end: int) -> bool:
    """ "time for Reed to build bridges": the subject of what follows."""
    return tokens[phrase.first - 1].low == "for" and phrase.last < end and tokens[phrase.last].low == "to"
