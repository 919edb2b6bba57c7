"""The noun phrase right after a verb, and the role that follows it: said "Ann Lee, a farmer from Ashby"."""

from __future__ import annotations

from termnews.quotes.people import is_organisation, split_name
from termnews.quotes.phrases import Phrase, can_be_noun, can_modify, is_person_noun, is_possessive, is_role, name_in
from termnews.quotes.tokens import Token
from termnews.quotes.words.grammar import ADJECTIVES, ATTACHING, DETERMINERS, JOINING, PREPOSITIONS, PRONOUNS, WEEKDAYS
from termnews.quotes.words.titles import NOT_NAMES, PARTICLES, TITLES
from termnews.quotes.words.verbs import OTHER_VERBS

_LINKING = frozenset("of for at from to and with on in".split())


_LONGEST = 14
_LONGEST_APPOSITION = 28


def after(tokens: list[Token], first: int, ceiling: int) -> Phrase | None:
    """The phrase that begins at token ``first``, no further right than ``ceiling``, with the role that follows it."""
    if first >= ceiling:
        return None
    token = tokens[first]
    if token.low in PRONOUNS:
        return Phrase(first, first + 1, first + 1, first + 1, None, token.low)
    if token.kind not in {"w", "c"}:
        return None
    if token.low not in DETERMINERS and not (can_be_noun(token.low) if token.kind == "w" else _can_name(token)):
        return None
    end = _phrase_end(tokens, first, min(ceiling, first + _LONGEST + 4))
    if end == first:
        return None
    name, name_end = name_in(tokens, first, end)
    if name < name_end and _belongs_to_preposition(tokens, first, name):
        name, name_end = end, end
    if name == name_end and tokens[first].kind == "c" and tokens[first].low not in DETERMINERS:
        name, name_end = _leading_name(tokens, first, end)
    if name == name_end:
        nouns = any(is_person_noun(t.low) for t in tokens[first:end])
        if not nouns and (
            (token.kind == "w" and token.low not in DETERMINERS) or not any(t.kind == "c" for t in tokens[first:end])
        ):
            return None
    role = (first, name) if first < name < name_end and is_role(tokens, first, name) else None
    return _following(tokens, Phrase(first, end, name, name_end, role), ceiling)


def source(tokens: list[Token], first: int, ceiling: int) -> Phrase | None:
    """The phrase after "according to" at the start of a sentence: its role ends with a comma, or it is the sentence."""
    found = after(tokens, first, ceiling)
    if found is not None and found.role is not None and found.role[0] >= found.last:
        end = found.role[1]
        if end >= ceiling or tokens[end].kind != ",":
            return found._replace(role=None)
    return found


def _belongs_to_preposition(tokens: list[Token], first: int, name: int) -> bool:
    """Whether a name only says whose somebody is: "a longtime adviser to Smith"."""
    for at in range(name - 1, first, -1):
        if tokens[at].low in ATTACHING:
            return tokens[at - 1].kind == "w"
        if is_person_noun(tokens[at].low):
            return False
    return False


def _can_name(token: Token) -> bool:
    """Whether a capitalised word can begin a speaker's phrase: not "When", not "Continuing"."""
    return token.text not in NOT_NAMES or token.text in ADJECTIVES


def _phrase_end(tokens: list[Token], first: int, ceiling: int) -> int:
    """Where a phrase that begins at ``first`` ends: prepositions belong to it until a name has been given."""
    at = first
    while at < ceiling and _continues(tokens, first, at, ceiling):
        at += 1
    return at


def _continues(tokens: list[Token], first: int, at: int, ceiling: int) -> bool:
    """Whether the word at ``at`` belongs to the phrase that began at ``first``."""
    token = tokens[at]
    if token.kind == "c":
        function_word = token.text in NOT_NAMES and token.text not in ADJECTIVES and at > first
        return not (function_word or token.low in WEEKDAYS)
    if token.kind != "w":
        return False
    if token.low in _LINKING or token.low in PARTICLES:
        return _goes_on(tokens, first, at, ceiling)
    if token.low in DETERMINERS:
        return at == first or tokens[at - 1].low in {"of", "for", "at", "from", "to", "all"}
    if not can_be_noun(token.low) or (at > first and _is_verb_after(tokens, at)):
        return False
    if at == first or tokens[at - 1].kind != "c" or not _person_before(tokens, first, at):
        return True
    return can_modify(token.low) or (at - first < 3 and _leads_to_name(tokens, at, ceiling))


def _leads_to_name(tokens: list[Token], at: int, ceiling: int) -> bool:
    """Whether common nouns lead on to another name: "Denver shop owner Ann Lee" goes on after Denver."""
    for ahead in range(at + 1, min(ceiling, at + 4)):
        if tokens[ahead].kind == "c":
            return True
        if tokens[ahead].kind != "w" or not can_be_noun(tokens[ahead].low):
            break
    return False


def _is_verb_after(tokens: list[Token], at: int) -> bool:
    """Whether a word after a noun reads as a verb: "the justice sounded off"."""
    low, before = tokens[at].low, tokens[at - 1]
    if low in OTHER_VERBS:
        return True
    return low.endswith("ed") and before.low not in DETERMINERS and (before.kind == "c" or is_person_noun(before.low))


def _goes_on(tokens: list[Token], first: int, at: int, ceiling: int) -> bool:
    """Whether a phrase goes on over the preposition or "and" at ``at``: not after a person's name."""
    if at == first or at + 1 >= ceiling or tokens[at + 1].kind not in {"w", "c"}:
        return False
    low = tokens[at].low
    if low in PARTICLES:
        return tokens[at - 1].kind == "c" and tokens[at + 1].kind == "c"
    if _person_before(tokens, first, at):
        return False
    if low == "and":
        return tokens[at - 1].kind == "c" and tokens[at + 1].kind == "c"
    if low in {"in", "on", "with"}:
        return False
    head = tokens[at - 1]
    return is_person_noun(head.low) or head.text in TITLES or low == "of"


def _person_before(tokens: list[Token], first: int, end: int) -> bool:
    """Whether the phrase so far ends with what reads as a person's name."""
    name, name_end = name_in(tokens, first, end)
    if name == name_end or is_possessive(tokens[end - 1].text):
        return False
    if name_end - name == 1 and name > first and tokens[name - 1].low in PREPOSITIONS:
        return False
    words = [token.text for token in tokens[name:name_end]]
    return not is_organisation(words) and words[-1] not in TITLES


def _leading_name(tokens: list[Token], first: int, end: int) -> tuple[int, int]:
    """A name at the start of a phrase that goes on: "Smith of the union"."""
    at = first
    while at < end and tokens[at].kind == "c" and not is_possessive(tokens[at].text):
        at += 1
    if at == first or (at < end and tokens[at].kind == "c"):
        return end, end
    begin = first + split_name([token.text for token in tokens[first:at]])
    return (begin, at) if begin < at else (end, end)


def _following(tokens: list[Token], phrase: Phrase, ceiling: int) -> Phrase:
    """Add the apposition after a phrase: ", a Republican strategist" or, after a role, ", John Smith"."""
    comma = phrase.last
    if comma + 1 >= ceiling or tokens[comma].kind != ",":
        return phrase
    first = comma + 1
    limit = min(ceiling, first + _LONGEST_APPOSITION)
    end = first
    while (
        end < limit
        and tokens[end].kind in {"w", "c"}
        and tokens[end].low not in {"who", "whose", "which", "while", "when"}
    ):
        end += 1
    if end == first:
        return phrase
    if phrase.name == phrase.name_end:
        if tokens[first].kind == "c" and tokens[first].text not in NOT_NAMES:
            inner = after(tokens, first, min(end, ceiling))
            if inner and inner.name == first:
                return Phrase(phrase.first, inner.last, inner.name, inner.name_end, (phrase.first, phrase.last))
        return phrase
    if phrase.role is None and tokens[first].low not in PREPOSITIONS and is_role(tokens, first, end):
        while end > first and tokens[end - 1].low in PREPOSITIONS | JOINING:
            end -= 1
        return phrase._replace(role=(first, end))
    return phrase
