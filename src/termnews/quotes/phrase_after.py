"""The noun phrase right after a verb, and the role that follows it: said "Ann Lee, a farmer from Ashby"."""

from __future__ import annotations

from termnews.quotes.phrases import (
    Phrase,
    can_be_noun,
    can_modify,
    is_person_noun,
    is_possessive,
    is_role,
    name_goes_on,
    name_in,
    names_person,
)
from termnews.quotes.runs import is_organisation, split_name
from termnews.quotes.tokens import Token
from termnews.quotes.words.grammar import (
    ADJECTIVES,
    ATTACHING,
    DETERMINERS,
    JOINING,
    PREPOSITIONS,
    PRONOUNS,
    SOMEBODY,
    SPANS,
    WEEKDAYS,
)
from termnews.quotes.words.titles import NOT_NAMES, ORGANISATION_WORDS, PARTICLES, TITLES
from termnews.quotes.words.verbs import OTHER_VERBS

_LINKING = frozenset("of for at from to and with on in".split())


_LONGEST = 14
_LONGEST_APPOSITION = 28


def after(tokens: list[Token], first: int, ceiling: int, anybody: bool = False) -> Phrase | None:
    """The phrase that begins at token ``first``, no further right than ``ceiling``, with the role that follows it.

    ``anybody``: the verb before it says that it speaks, so that any noun with an article will do ("said the second").
    """
    if first >= ceiling:
        return None
    token = tokens[first]
    if (pronoun := token.low.partition("'")[0]) in PRONOUNS:
        return Phrase(first, first + 1, first + 1, first + 1, None, pronoun)
    if token.kind not in {"w", "c"}:
        return None
    if token.low not in DETERMINERS and not (can_be_noun(token.low) if token.kind == "w" else _can_name(token)):
        return None
    end = _phrase_end(tokens, first, min(ceiling, first + _LONGEST + 4))
    if end == first or (end == first + 1 and token.low in DETERMINERS and token.low not in SOMEBODY):
        return None
    name, name_end = _name(tokens, first, end)
    if name == name_end:
        nouns = (
            token.low in SOMEBODY
            or (anybody and token.low in DETERMINERS)
            or any(is_person_noun(t.low) for t in tokens[first:end])
        )
        if not nouns and (
            (token.kind == "w" and token.low not in DETERMINERS) or not any(t.kind == "c" for t in tokens[first:end])
        ):
            return None
    role = (first, name) if first < name < name_end and is_role(tokens, first, name) else None
    return with_apposition(tokens, Phrase(first, end, name, name_end, role), ceiling)


def _name(tokens: list[Token], first: int, end: int) -> tuple[int, int]:
    """Where the name stands in a phrase; ``(end, end)`` where there is none."""
    name, name_end = name_in(tokens, first, end)
    if name < name_end and _belongs_to_preposition(tokens, first, name):
        name = name_end = end
    while first < name - 1 and tokens[name - 1].low == "of" and tokens[name - 2].text in ORGANISATION_WORDS:
        name -= 2  # "the Board of Elections"
        while name > first and tokens[name - 1].kind == "c" and tokens[name - 1].low not in DETERMINERS:
            name -= 1
    if name == name_end and tokens[first].kind == "c" and tokens[first].low not in DETERMINERS:
        return _leading_name(tokens, first, end)
    return name, name_end


def source(tokens: list[Token], first: int, ceiling: int) -> Phrase | None:
    """The phrase after "according to" at the start of a sentence: its role ends with a comma, or it is the sentence."""
    found = after(tokens, first, ceiling, anybody=True)
    if found is not None and found.role is not None and found.role[0] >= found.last:
        end = found.role[1]
        if end >= ceiling or tokens[end].kind != ",":
            return found._replace(role=None)
    return found


def _belongs_to_preposition(tokens: list[Token], first: int, name: int) -> bool:
    """Whether a name only says whose somebody is: "a longtime adviser to Smith"."""
    for at in range(name - 1, first, -1):
        if tokens[at].low in ATTACHING:
            owner = tokens[at - 1]  # "an aide to Reed", "Attorneys for Reed", not "Director of Sales Ann Reed"
            return owner.kind == "w" or (owner.low.endswith("s") and is_person_noun(owner.low))
        if tokens[at].kind == "w" and is_person_noun(tokens[at].low):
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
        return at == first or tokens[at - 1].low in {"of", "for", "at", "from", "to", "with", "all"}
    if token.low in {"first", "last"} and tokens[at - 1].low in DETERMINERS:
        return True
    if at > first and is_possessive(tokens[at - 1].text) and token.low.endswith("ing"):
        return True  # "Reed's thinking"
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
        return name_goes_on(tokens, at, ceiling)
    if _person_before(tokens, first, at):
        return False
    if low == "and":
        return tokens[at - 1].kind == "c" and tokens[at + 1].kind == "c"
    if low in {"in", "on", "with"} and tokens[at - 1].low not in _KNOWING:
        return False
    head = tokens[at - 1]
    return is_person_noun(head.low) or head.text in TITLES or low == "of" or (at - first > 1 and head.low in _KNOWING)


# "a source close to the talks", "an aide familiar with them"
_KNOWING = frozenset("close familiar".split())


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
    if at == first or (at < end and (tokens[at].kind == "c" or tokens[at].low not in PREPOSITIONS)):
        return end, end  # "Time magazine", "Reed supporters", "Interest rates"
    begin = first + split_name([token.text for token in tokens[first:at]])
    return (begin, at) if begin < at else (end, end)


def with_apposition(tokens: list[Token], phrase: Phrase, ceiling: int) -> Phrase:
    """Add the apposition after a phrase: ", a Republican strategist" or, after a role, ", John Smith"."""
    if phrase.name == phrase.name_end:
        return _named_after(tokens, phrase, ceiling)
    comma = phrase.last
    if comma + 1 >= ceiling or tokens[comma].kind != ",":
        return phrase
    first = comma + 1
    end = _run_of_words(tokens, first, min(ceiling, first + _LONGEST_APPOSITION))
    if end == first:
        return phrase
    if phrase.role is None and tokens[first].low not in PREPOSITIONS and is_role(tokens, first, end):
        while end > first and tokens[end - 1].low in PREPOSITIONS | JOINING:
            end -= 1
        return phrase._replace(role=(first, end))
    return phrase


_RELATIVE = frozenset("who whom whose which that".split())


def _run_of_words(tokens: list[Token], first: int, limit: int) -> int:
    """Where the words that begin at ``first`` end: at a punctuation mark, or where a clause begins."""
    end = first
    while (
        end < limit
        and tokens[end].kind in {"w", "c"}
        and tokens[end].low not in {"who", "whose", "which", "while", "when"}
    ):
        end += 1
    return end


def _named_after(tokens: list[Token], phrase: Phrase, ceiling: int) -> Phrase:
    """The name after a role: "the verger, Tom Reed", "the man whom they trust, 81-year-old Tom Reed"."""
    if tokens[phrase.last - 1].low in SPANS and not names_person(tokens, phrase):
        return phrase  # "The next day, …"
    comma = phrase.last
    limit = min(ceiling, comma + _LONGEST_APPOSITION)
    if comma < limit and tokens[comma].low in _RELATIVE:
        while comma < limit and tokens[comma].kind in {"w", "c"}:
            comma += 1
    first = comma + 1
    if first >= limit or tokens[comma].kind != ",":
        return phrase
    end = _run_of_words(tokens, first, limit)
    if end == first:
        return phrase
    inner = after(tokens, first, end)
    if inner is None or inner.name == inner.name_end or not _is_close(tokens, first, inner.name):
        return phrase
    last = phrase.last
    return Phrase(phrase.first, inner.last, inner.name, inner.name_end, inner.role or (phrase.first, last))


def _is_close(tokens: list[Token], first: int, name: int) -> bool:
    """Whether only an article, titles and nouns stand before the name: "the sculptor Ann Lee", "81-year-old Lee"."""
    return all(
        token.kind == "c" or can_modify(token.low) or (at == first and token.low in DETERMINERS)
        for at, token in enumerate(tokens[first:name], first)
    )
