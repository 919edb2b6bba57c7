"""The sex that a given name or a noun tells."""

from __future__ import annotations

from termnews.quotes.words.given_names import EITHER, FEMALE, GIVEN, MALE
from termnews.quotes.words.titles import FEMALE_NOUNS, MALE_NOUNS

Sex = str
"""``m``, ``f``, or ``""`` where the text does not tell."""


def by_ending(given: str) -> Sex:
    """A guess where nothing else tells: most given names in -a are women's, most in -o men's."""
    if given in EITHER or len(given) < _SHORTEST_GIVEN:
        return ""
    return "f" if given.endswith("a") else "m" if given.endswith("o") else ""


_SHORTEST_GIVEN = 4


def sex_of(given: str) -> Sex:
    """The sex a given name tells; empty where it tells none."""
    given = given.partition("-")[0] if given not in GIVEN else given
    if given in EITHER:
        return ""
    return "m" if given in MALE else "f" if given in FEMALE else ""


def sex_of_noun(noun: str) -> Sex:
    """The sex that a common noun tells: "the woman", "a father"."""
    return "f" if noun in FEMALE_NOUNS else "m" if noun in MALE_NOUNS else ""


def sex_of_description(noun: str) -> Sex:
    """The sex that what somebody is tells: "spokeswoman", "chairman", "uncle"."""
    return sex_of_noun(noun) or ("f" if noun.endswith("woman") else "m" if noun.endswith("man") else "")
