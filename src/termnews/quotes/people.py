"""Who is in the article: every person's fullest name, and the sex of the person as far as the text tells.

One pass over the capitalised words.  A run of them is a person where a title or a common given name says so, or where
nothing says that it is an organisation.  "Smith" and "Mr Smith" are then the latest "… Smith" before them, or
else the first after; a title of the other sex keeps two people of one surname apart.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from termnews.quotes.words.given_names import EITHER, FEMALE, GIVEN, MALE
from termnews.quotes.words.titles import (
    FEMALE_TITLES,
    MALE_TITLES,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PARTICLES,
    SUFFIXES,
    TITLES,
)
from termnews.quotes.words.verbs import SPEECH

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĻŁŃŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽΑ-ΩА-Я"
# An initial or acronym, an abbreviated title, or a word: "J.", "U.S.", "Sen.", "O'Neill", "Jean-Paul".
_REST = (
    rf"(?:(?:\.[{_UPPER}])*\.|(?<=[MDPRHSGLCJA])(?:rs?|s|rof|ev|on|en|ep|ov|t|ol|aj|apt|gt|pl|dm|et|upt)\."
    rf"|\w*(?:['’\-](?:[{_UPPER}]\w*|\w\w\w+))*)"
)
_PIECE = rf"[{_UPPER}]{_REST}"
_PARTICLE = "(?:(?:de|da|do|dos|das|van|von|der|den|del|di|du|la|le|el|al|bin|ibn|ben|ter|ten|af|av) )"
# Two particles at most ("van der"), so that a run costs no more than its length.
_RUN = re.compile(rf"[{_UPPER}](?<!\w.){_REST}(?:[ \xa0]{_PARTICLE}?{_PARTICLE}?{_PIECE})*")

Sex = str
"""``m``, ``f``, or ``""`` where the text does not tell."""


def split_name(words: Sequence[str]) -> int:
    """Where in a run of words that ends with a name the name begins: titles and an employer go before it.

    "Northwind Executive VP Ann Lee" gives 3.  ``len(words)`` means that there is no name in it.
    """
    count = len(words)
    begin = 0
    for index, word in enumerate(words):
        if word in TITLES or word in NOT_NAMES:
            begin = index + 1
    if begin == count:
        # All titles, or a name that reads like one ("Judge", "Major"): the last word is the name if titles precede it.
        return count
    for index in range(begin, count - 1):
        if words[index] in GIVEN and words[index + 1] not in ORGANISATION_WORDS:
            return index
    if count - begin > 3 and not any(word in PARTICLES for word in words[begin:]):
        return count - 2
    return begin


def is_organisation(words: Sequence[str]) -> bool:
    """A run of capitalised words that names no person: an acronym, or one with a word such as "University" in it."""
    if len(words) == 1:
        word = words[0]
        return word in ORGANISATION_WORDS or (word.isupper() and 1 < len(word.replace(".", "")) < 6)
    return any(word in ORGANISATION_WORDS for word in words) or (
        words[0].isupper() and len(words[0]) > 2 and "." not in words[0]
    )


class People:
    """The people of one text, with the places where they are named."""

    def __init__(self, text: str, quoted: Sequence[tuple[int, int]] = ()) -> None:
        """``quoted`` are the marked stretches, in order: who is named in them is not spoken of by the reporter."""
        self._by_last: dict[str, list[tuple[int, str]]] = {}
        self._by_first: dict[str, list[tuple[int, str]]] = {}
        self._sex: dict[str, Sex] = {}
        self._single: list[tuple[int, str, Sex]] = []
        self.places: list[int] = []
        """Where somebody or something is named, in order; ``who`` has the name of each as written."""
        self.who: list[str] = []
        self._text = text
        self._quoted = quoted
        self._read(text)

    def _read(self, text: str) -> None:
        places, who = self.places, self.who
        for match in _RUN.finditer(text):
            run = match.group()
            words = run.replace("\xa0", " ").split(" ")
            if len(words) == 1:
                if run not in NOT_NAMES and run not in TITLES:
                    places.append(match.start())
                    who.append(run)
                continue
            self._add_run(match.start(), words)

    def _add_run(self, start: int, words: list[str]) -> None:
        begin = split_name(words)
        name = words[begin:]
        while name and name[-1] in NOT_NAMES:
            name = name[:-1]
        if not name:
            return
        title = next((word for word in words[:begin] if word in MALE_TITLES or word in FEMALE_TITLES), "")
        sex: Sex = "m" if title in MALE_TITLES else "f" if title in FEMALE_TITLES else ""
        if len(name) == 1:
            self.places.append(start)
            self.who.append(name[0])
            if sex:
                self._single.append((start, name[0], sex))
            return
        if is_organisation(name):
            return
        full = " ".join(name)
        sex = sex or sex_of(name[0])
        if sex or full not in self._sex:
            self._sex[full] = sex
        last = name[-2] if name[-1] in SUFFIXES and len(name) > 2 else name[-1]
        self._by_last.setdefault(last, []).append((start, full))
        if name[0] in GIVEN:
            self._by_first.setdefault(name[0], []).append((start, full))
        self.places.append(start)
        self.who.append(full)

    def full_name(self, name: str, at: int, sex: Sex = "") -> str:
        """The fullest name the text gives whoever ``name`` means at ``at``; ``name`` itself where there is none."""
        words = name.split(" ")
        last = words[-2] if words[-1] in SUFFIXES and len(words) > 2 else words[-1]
        if len(words) > 1:
            return name
        found = self._nearest(self._by_last.get(last), at, sex)
        if found is None:
            found = self._nearest(self._by_first.get(last), at, sex)
        return found or name

    def _nearest(self, named: list[tuple[int, str]] | None, at: int, sex: Sex) -> str | None:
        """The latest full name at or before ``at`` whose sex does not contradict, else the first after."""
        if not named:
            return None
        index = bisect_right(named, (at, "\U0010ffff"))
        # A dozen is enough: further back it would be somebody else's turn.
        for _, full in (*reversed(named[max(0, index - 12) : index]), *named[index : index + 12]):
            if not sex or self._sex.get(full) in {sex, ""}:
                return full
        return None

    def antecedent(self, sex: Sex, at: int) -> str | None:
        """Whom "he" or "she" at ``at`` means: the latest person who was the subject of a clause, else the latest."""
        fallback: str | None = None
        index = bisect_right(self.places, at - 1)
        for event in range(index - 1, max(-1, index - 1 - _LOOK_BACK), -1):
            name, place = self.who[event], self.places[event]
            if self._is_quoted(place):
                continue
            full = self.full_name(name, place, sex)
            if " " not in full or is_organisation(full.split(" ")):
                continue
            if self.sex(full) not in {sex, ""}:
                continue
            if self._is_subject(place, name):
                return full
            fallback = fallback or full
        return fallback

    def _is_quoted(self, place: int) -> bool:
        index = bisect_right(self._quoted, (place, len(self._text))) - 1
        return index >= 0 and place < self._quoted[index][1]

    def _is_subject(self, place: int, name: str) -> bool:
        """Whether a person named here looks like the subject of a clause: a verb after it, no preposition before."""
        before = _WORD_BEFORE.search(self._text, max(0, place - 24), place)
        if before and before.group(1).lower() in _PREPOSITIONS:
            return False
        if before and before.group(1) in SPEECH:
            return True
        after = _WORD_AFTER.match(self._text, min(len(self._text), self._text.find(name[-4:], place) + len(name[-4:])))
        return bool(after) and after is not None and after.group(1) not in _PREPOSITIONS

    def sex(self, full: str) -> Sex:
        """The sex of a person by full name."""
        known = self._sex.get(full)
        return known if known is not None else sex_of(full.split(" ", maxsplit=1)[0]) if " " in full else ""

    def first(self) -> str | None:
        """The first person with a full name."""
        return next(iter(self._sex), None)


def sex_of(given: str) -> Sex:
    """The sex a given name tells; empty where it tells none."""
    if given in EITHER:
        return ""
    return "m" if given in MALE else "f" if given in FEMALE else ""


_LOOK_BACK = 40
_WORD_BEFORE = re.compile(r"(\w+)[ \xa0]\Z")
_WORD_AFTER = re.compile(r",?[ \xa0](\w+)")
_PREPOSITIONS = frozenset(
    "of for at in from with on to by about against between among and or than like as over under after before".split()
)
