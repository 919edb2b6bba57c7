"""Runs of capitalised words, and whom each names: titles before the name, the name, what makes it an organisation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from termnews.quotes.sex import Sex, sex_of
from termnews.quotes.words.given_names import GIVEN
from termnews.quotes.words.grammar import ADJECTIVES
from termnews.quotes.words.titles import (
    CALLED_BY,
    FEMALE_TITLES,
    MALE_TITLES,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PARTICLES,
    PERSON_ENDINGS,
    PERSON_NOUNS,
    POST_NOMINALS,
    SUFFIXES,
    SURNAMES_TOO,
    TITLES,
)
from termnews.quotes.words.verbs import SPEECH

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĻŁŃŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽΑ-ΩА-Я"
# An initial or acronym, an abbreviated title, or a word: "J.", "U.S.", "Sen.", "O'Neill", "Jean-Paul".
_REST = (
    rf"(?:(?:\.[{_UPPER}])*\.|(?<=[MDPRHSGLCJA])(?:rs?|s|rof|ev|on|en|ep|ov|t|ol|aj|apt|gt|pl|dm|et|upt)\."
    rf"|\w*(?:['’\-](?:[{_UPPER}]\w*|\w\w\w+))*)"
)
_PIECE = rf"(?:(?:al|el|as|ad|an|ar|ul)-|[dl]['’])?[{_UPPER}]{_REST}"
_PARTICLE = "(?:(?:de|da|do|dos|das|van|von|der|den|del|di|du|la|le|el|al|bin|ibn|ben|ter|ten|af|av|y|e) )"
# Two particles at most ("van der"), so that a run costs no more than its length.
_NICKNAME = '(?:[“"‘][A-Z][^“”"‘’,.!?\\n]{1,20}[”"’] )?'
# What the blank is followed by is looked at first: most words after a name can't be part of it.
_GOES_ON = rf"(?=[{_UPPER}“\"‘abdeiltuvy])"
RUN = re.compile(rf"[{_UPPER}](?<!\w.){_REST}(?:[ \xa0]{_GOES_ON}{_NICKNAME}{_PARTICLE}?{_PARTICLE}?{_PIECE})*")

_NO_NAMES = TITLES | NOT_NAMES


def split_name(words: Sequence[str]) -> int:
    """Where in a run of words that ends with a name the name begins: titles and an employer go before it.

    "Northwind Executive VP Ann Lee" gives 3.  ``len(words)`` means that there is no name in it.
    """
    count = len(words)
    begin = 0
    if count > 1 and (words[0].lower() in SPEECH or words[0].endswith("ing")) and words[0] not in GIVEN:
        begin = 1  # "Continued Smith:", "Celebrating Smith's win"
    if count > 1 and words[-1] in ORGANISATION_WORDS and words[-1] not in SURNAMES_TOO:
        # All of "Democratic National Committee", though its words can stand before a person's name as well.
        while begin < count - 1 and words[begin] in NOT_NAMES and words[begin] not in ADJECTIVES:
            begin += 1
        return begin
    begin = _past_titles(words, begin)
    if begin == count:
        # All titles, or a name that reads like one ("Judge", "Major"): the last word is the name if titles precede it.
        return count
    for index in range(begin, count - 1):
        if words[index] in GIVEN and words[index + 1] not in ORGANISATION_WORDS:
            # "Ng Wei Ling" has the family name first; "CNN Ann Lee" has not.
            family_first = index == begin + 1 == count - 2 and words[begin].istitle() and words[index + 1] in GIVEN
            return begin if family_first else index
    if count - begin > 3 and not any(word in PARTICLES for word in words[begin:]):
        return count - 2
    return begin


def _past_titles(words: Sequence[str], begin: int) -> int:
    """Where a run of words goes on after its titles and roles, at ``begin`` or later."""
    last = len(words) - 1
    for index, word in enumerate(words):
        if word in _NO_NAMES:
            if not (begin < index == last and words[index - 1] in GIVEN):
                begin = index + 1
        elif index == begin < last and _is_role(word):
            begin = index + 1
    return begin


def _is_role(word: str) -> bool:
    """A headline's capitalised role, as in "Donor Reed" or "Oscar-Winner Lee"."""
    if word in GIVEN or word in CALLED_BY:
        return False
    low = word.lower()
    return low in PERSON_NOUNS or ("-" in low and low.rpartition("-")[2].endswith(PERSON_ENDINGS))


def is_organisation(words: Sequence[str]) -> bool:
    """A run of capitalised words that names no person: an acronym, or one with a word such as "University" in it."""
    if len(words) == 1:
        word = words[0]
        return word in ORGANISATION_WORDS or (word.isupper() and 1 < len(word.replace(".", "")) < 6)
    if words[0] in GIVEN and (words[-1] not in ORGANISATION_WORDS or words[-1] in SURNAMES_TOO):
        return False
    return any(word in ORGANISATION_WORDS for word in words) or (
        words[0].isupper() and len(words[0]) > 2 and "." not in words[0]
    )


def title_before(words: Sequence[str]) -> bool:
    """Whether the word before a surname is a title that people are called by: "Mr Reed", "Judge Lamb"."""
    return words[-1] in CALLED_BY


def _verb_in_title(words: Sequence[str]) -> int:
    """Where the verb of a headline stands in a run of words, "Ann Lee Says Reed Lied"; their number if none does."""
    for index, word in enumerate(words[1:], 1):
        if word[-1] == "s" and word.lower() in SPEECH:
            return index
    return len(words)


class Named(NamedTuple):
    """Whom a run of capitalised words names."""

    who: str
    sex: Sex = ""
    """As a title or the given name tells it."""
    titled: str = ""
    """A surname with its title, where the run is that."""
    first: str = ""
    last: str = ""
    """The given name and the surname, where the run has both."""
    inner: str = ""
    """The first of two surnames, with a particle before it: "Fuente" in "Ana de la Fuente y Ortiz"."""


class _Runs(dict[str, Named | None]):
    """Runs of capitalised words, and whom they name: what a run says depends on nothing around it."""

    def __missing__(self, run: str) -> Named | None:
        if len(self) >= _MOST_RUNS:
            self.clear()
        named = None if run in _NO_NAMES else _named(run.replace("\xa0", " ").split(" "))
        if len(run) <= _LONGEST_RUN:
            self[run] = named
        return named


_MOST_RUNS, _LONGEST_RUN = 1 << 14, 64
WHOM = _Runs()
"""Whom each run of capitalised words names; None where that is an organisation or nobody."""


def _named(words: list[str]) -> Named | None:
    """Whom a run of words names; None for organisations of several words, and where titles are all there is."""
    if len(words) == 1:
        return Named(words[0])
    words = words[: _verb_in_title(words)]
    begin = split_name(words)
    name = words[begin:]
    while name and (name[-1] in NOT_NAMES or name[-1] in POST_NOMINALS):
        name = name[:-1]
    if not name:
        return None
    sex: Sex = ""
    for word in words[:begin]:
        sex = "m" if word in MALE_TITLES else "f" if word in FEMALE_TITLES else sex
    if len(name) == 1:
        titled = f"{words[begin - 1]} {name[0]}" if begin and title_before(words[:begin]) else ""
        return Named(name[0], sex, titled)
    if is_organisation(name):
        return None
    last = name[-2] if name[-1] in SUFFIXES and len(name) > 2 else name[-1]
    if is_surname(name):
        return Named(last, sex)
    inner = next(
        (word for before, word in pairwise(name) if before in PARTICLES and word not in {*PARTICLES, last}), ""
    )
    return Named(" ".join(name), sex or sex_of(name[0]), "", name[0], last, inner)


def is_surname(words: Sequence[str]) -> bool:
    """A surname with its particles, and nothing before them: "De la Fuente"."""
    return all(word.lower() in PARTICLES for word in words[:-1]) and words[0] not in GIVEN
