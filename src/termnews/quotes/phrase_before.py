"""The noun phrase right before a verb: "campaign manager Ann Lee", "Smith, who runs the club,"."""

from __future__ import annotations

from termnews.quotes.phrases import (
    Phrase,
    can_be_noun,
    can_modify,
    is_person_noun,
    is_role,
    name_goes_back,
    name_in,
    names_person,
)
from termnews.quotes.runs import is_organisation
from termnews.quotes.tokens import Token
from termnews.quotes.words.grammar import ADJECTIVES, ATTACHING, DETERMINERS, PREPOSITIONS, PRONOUNS, SOMEBODY, WEEKDAYS
from termnews.quotes.words.titles import NOT_NAMES, TITLES

_LONGEST = 14
_LONGEST_APPOSITION = 28


def before(tokens: list[Token], end: int, floor: int) -> Phrase | None:
    """The phrase that ends right before token ``end``, no further left than ``floor``."""
    last = end - 1
    if last < floor:
        return None
    kind = tokens[last].kind
    if kind == ")":
        opened = _find_back(tokens, "(", last - 1, max(floor, last - 12))
        return before(tokens, opened, floor) if opened > floor else None
    if kind in {",", "-"}:
        return _before_apposition(tokens, last, floor)
    if kind not in {"w", "c"}:
        return None
    low = tokens[last].low
    if low in PRONOUNS:
        if low == "who":
            return whom(tokens, last, floor)
        return Phrase(last, end, end, end, None, low)
    return _nominal(tokens, last, floor)


def whom(tokens: list[Token], who: int, floor: int) -> Phrase | None:
    """The person whom "who" follows: "Smith, who said …"."""
    end = who
    if end - 1 >= floor and tokens[end - 1].kind in {",", "-"}:
        inner = _before_apposition(tokens, end - 1, floor, strict=True)
        if inner:
            return inner
        end -= 1
    return before(tokens, end, floor) if end - 1 >= floor and tokens[end - 1].kind in {"w", "c", ")"} else None


def _before_apposition(tokens: list[Token], comma: int, floor: int, strict: bool = False) -> Phrase | None:
    """The phrase before an apposition, a clause or an insertion that ends with the comma at ``comma``."""
    opened = comma
    nearest = max(floor, comma - _LONGEST_APPOSITION)
    for _ in range(5):
        opened = _find_back(tokens, tokens[comma].kind, opened - 1, nearest)
        if opened <= floor:
            return None
        head = tokens[opened - 1]
        inside = tokens[opened + 1]
        if opened + 1 < comma and head.kind in {"w", "c", ")"} and _can_insert(inside, strict):
            phrase = before(tokens, opened, floor)
            if phrase is not None and (
                phrase.name < phrase.name_end
                or phrase.pronoun
                or names_person(tokens, phrase)
                or (tokens[phrase.first].low in DETERMINERS and _is_name(tokens, opened + 1, comma))
            ):
                return _with_apposition(tokens, phrase, opened + 1, comma)
    return None


def _is_name(tokens: list[Token], first: int, end: int) -> bool:
    """Whether nothing but a name stands between two commas."""
    return all(token.kind == "c" for token in tokens[first:end]) and name_in(tokens, first, end)[0] < end


def _can_insert(token: Token, strict: bool) -> bool:
    if token.low in {"who", "whose", "which"}:
        return True
    if strict:
        return token.low in DETERMINERS
    return token.kind == "c" or token.low not in {"and", "but", "or", "that"}


def _with_apposition(tokens: list[Token], phrase: Phrase, first: int, end: int) -> Phrase:
    """Add what stands between the commas: a role to a name, or the name to a role."""
    if tokens[first].low in {"who", "whose", "which", "when", "while", "where", "speaking", "in", "on", "at", "during"}:
        return phrase._replace(last=end + 1)
    if phrase.name == phrase.name_end and not phrase.pronoun and tokens[first].kind == "c":
        inner = _nominal(tokens, end - 1, first)
        if inner and inner.name < inner.name_end and inner.first == first:
            return Phrase(phrase.first, end + 1, inner.name, inner.name_end, (phrase.first, phrase.last))
    role = phrase.role
    if (
        role is None
        and phrase.name < phrase.name_end
        and tokens[first].low not in PREPOSITIONS
        and is_role(tokens, first, end)
    ):
        role = (first, end)
    return phrase._replace(last=end + 1, role=role)


def _find_back(tokens: list[Token], kind: str, start: int, floor: int) -> int:
    for at in range(start, floor - 1, -1):
        if tokens[at].kind == kind:
            return at
    return -1


def _nominal(tokens: list[Token], last: int, floor: int) -> Phrase | None:
    """The noun phrase whose last word is token ``last``: "campaign manager Ann Lee", "a spokesman for the mayor"."""
    if tokens[last].low in SOMEBODY:
        return Phrase(last, last + 1, last + 1, last + 1, None)
    floor = max(floor, last - _LONGEST)
    is_name = tokens[last].kind == "c"
    first = _run_start(tokens, last, floor) if is_name else last
    if first > last or not (is_name or can_be_noun(tokens[last].low)):
        return None
    first = _extended(tokens, first, floor, is_name)
    if first - 1 > floor and tokens[first - 1].low in ATTACHING:
        attached = _attached(tokens, first, last, floor)
        if attached is not None:
            return attached
    name, name_end = name_in(tokens, first, last + 1)
    if name == name_end and not is_name and first == last and not is_person_noun(tokens[last].low):
        return None
    role = (first, name) if first < name < name_end and is_role(tokens, first, name) else None
    return Phrase(first, last + 1, name, name_end, role)


def _extended(tokens: list[Token], first: int, floor: int, is_name: bool) -> int:
    """Further left over the words that belong to the noun or name at ``first``: adjectives, nouns, a determiner."""
    at = first - 1
    while at >= floor:
        token = tokens[at]
        if token.low in DETERMINERS:
            return at - 1 if at > floor and tokens[at - 1].low in {"all", "both", "half"} else at
        if token.kind == "w":
            if not (can_modify(token.low) if is_name else can_be_noun(token.low)):
                break
            first = at
        elif token.kind == "c" and token.text not in NOT_NAMES:
            first = _run_start(tokens, at, floor)
        elif token.text in ADJECTIVES:
            first = at
        else:
            break
        at = first - 1
    return first


def _attached(tokens: list[Token], first: int, last: int, floor: int) -> Phrase | None:
    """The phrase that a preposition before ``first`` hangs this one on: "a spokesman" for "the mayor"."""
    preposition = first - 1
    head = tokens[preposition - 1]
    if (head.kind == "w" and is_person_noun(head.low)) or head.text in TITLES:
        outer = _nominal(tokens, preposition - 1, floor)
        if outer is not None:
            name, name_end = name_in(tokens, first, last + 1)
            if name < name_end and _reads_as_title(tokens, outer, preposition, first, name):
                return Phrase(outer.first, last + 1, name, name_end, (outer.first, name))
            return Phrase(outer.first, last + 1, outer.name, outer.name_end, outer.role)
    if head.kind == "c" and tokens[preposition].low in {"of", "for", "at", "from"} and head.text not in NOT_NAMES:
        return _of_place(tokens, preposition, last, floor)
    return None


def _of_place(tokens: list[Token], preposition: int, last: int, floor: int) -> Phrase | None:
    """ "Ann Lee of Ohio" is the person, "University of Ohio" the whole."""
    outer = _nominal(tokens, preposition - 1, floor)
    if outer is None or outer.name == outer.name_end:
        return outer
    words = [token.text for token in tokens[outer.name : outer.name_end]]
    if len(words) > 1 and not is_organisation(words):
        return outer._replace(last=last + 1)
    return outer._replace(last=last + 1, name_end=last + 1)


def _reads_as_title(tokens: list[Token], outer: Phrase, preposition: int, first: int, name: int) -> bool:
    """ "Executive VP of Rain and Weather Ann Lee": a title with "of" right before a name that is longer."""
    return tokens[preposition].low in {"of", "for"} and name > first and tokens[outer.last - 1].kind == "c"


def _run_start(tokens: list[Token], last: int, floor: int) -> int:
    """First token of the run of capitalised words (with particles and "and" between) that ends at ``last``."""
    first = last
    while first > floor:
        before = name_goes_back(tokens, first, floor)
        if before == first or (before < first - 1 and tokens[before].text in NOT_NAMES):
            break
        first = before
    while (
        first <= last
        and (tokens[first].text in NOT_NAMES or tokens[first].low in WEEKDAYS)
        and tokens[first].text not in ADJECTIVES
    ):
        first += 1
    return first
