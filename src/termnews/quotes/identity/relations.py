"""How far two names can be one person's, by the names alone."""

from __future__ import annotations

from termnews.quotes.identity import spelling
from termnews.quotes.identity.names import Name
from termnews.quotes.identity.nicknames import FORMAL

SAME, SHORT, VARIANT, SUFFIX = 0, 1, 2, 3
"""The same; a short form of the other; another spelling or another form of the surname; a Jr. or Sr. left out.

Differences add up, and the more there are, the more the articles themselves have to agree (see ``grouping``)."""


def distance(one: Name, other: Name) -> int | None:
    """How different two names with given names are; None where they contradict each other."""
    if one.cjk or other.cjk:
        return SAME if one.surname == other.surname else None
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return None
    surname = surname_distance(one, other)
    given = given_distance(one, other)
    if surname is None or given is None:
        return None
    return surname + given + SUFFIX * (one.suffix != other.suffix)


def surname_distance(one: Name, other: Name) -> int | None:
    """How different two surnames are; a half of a double-barrelled one counts, the other half does not."""
    if one.surname == other.surname or one.words == other.words:
        return SAME if one.particles == other.particles else VARIANT
    if one.words in other.surname or other.words in one.surname:
        return VARIANT
    left, right = one.words, other.words
    feminine = spelling.is_feminine_of(left, right) or spelling.is_feminine_of(right, left)
    return VARIANT if feminine or spelling.same_sound(left, right) else None


def given_distance(one: Name, other: Name) -> int | None:
    """How different two sets of given names are: the first ones, then those in the middle where both have them."""
    first = _first_distance(one, other)
    if first is None or (first and one.sex and other.sex and one.sex != other.sex):
        return None
    if first == VARIANT and one.given[0] in other.given[1:] + other.nicks:
        return first
    for left, right in zip(one.given[1:], other.given[1:], strict=False):
        if left == right or spelling.same_sound(left, right):
            continue
        if not (left[0] == right[0] and 1 in {len(left), len(right)}):
            return None
    return first


def formal_forms(name: str) -> frozenset[str]:
    """The names that a given name stands for, itself included."""
    return FORMAL.get(name, frozenset()) | {name}


def _first_distance(one: Name, other: Name) -> int | None:
    left, right = one.given[0], other.given[0]
    if left == right or left in other.nicks or right in one.nicks:
        return SAME
    if 1 in {len(left), len(right)}:
        initials = {form[0] for form in formal_forms(left)} & {form[0] for form in formal_forms(right)}
        return SHORT if initials and len(left) != len(right) else None
    if not formal_forms(left).isdisjoint(formal_forms(right)):
        return SHORT
    if spelling.same_sound(left, right) or left in other.given[1:] or right in one.given[1:]:
        return VARIANT
    return None
