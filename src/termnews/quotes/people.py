"""Who is in the article: every person's fullest name, and the sex of the person as far as the text tells.

One pass over the capitalised words.  A run of them is a person where a title or a common given name says so, or where
nothing says that it is an organisation.  "Smith" and "Mr Smith" are then the latest "… Smith" before them, or
else the first after; a title of the other sex keeps two people of one surname apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from termnews.quotes.words.given_names import EITHER, FEMALE, GIVEN, MALE
from termnews.quotes.words.grammar import ADJECTIVES
from termnews.quotes.words.titles import (
    CALLED_BY,
    FEMALE_NOUNS,
    FEMALE_TITLES,
    MALE_NOUNS,
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

Sex = str
"""``m``, ``f``, or ``""`` where the text does not tell."""


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


class _Named(NamedTuple):
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


class _Runs(dict[str, _Named | None]):
    """Runs of capitalised words, and whom they name: what a run says depends on nothing around it."""

    def __missing__(self, run: str) -> _Named | None:
        if len(self) >= _MOST_RUNS:
            self.clear()
        named = None if run in _NO_NAMES else _named(run.replace("\xa0", " ").split(" "))
        if len(run) <= _LONGEST_RUN:
            self[run] = named
        return named


_MOST_RUNS, _LONGEST_RUN = 1 << 14, 64
_runs = _Runs()


def _named(words: list[str]) -> _Named | None:
    """Whom a run of words names; None for organisations of several words, and where titles are all there is."""
    if len(words) == 1:
        return _Named(words[0])
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
        return _Named(name[0], sex, titled)
    if is_organisation(name):
        return None
    last = name[-2] if name[-1] in SUFFIXES and len(name) > 2 else name[-1]
    if _is_surname(name):
        return _Named(last, sex)
    inner = next(
        (word for before, word in pairwise(name) if before in PARTICLES and word not in {*PARTICLES, last}), ""
    )
    return _Named(" ".join(name), sex or sex_of(name[0]), "", name[0], last, inner)


def _is_surname(words: Sequence[str]) -> bool:
    """A surname with its particles, and nothing before them: "De la Fuente"."""
    return all(word.lower() in PARTICLES for word in words[:-1]) and words[0] not in GIVEN


def _asks(text: str, at: int) -> bool:
    """Whether a sentence ends as a question: "Will Reed win?" """
    end = _SENTENCE_END.search(text, at)
    return end is not None and end.group() == "?"


class People:
    """The people of one text, with the places where they are named."""

    def __init__(self, text: str) -> None:
        self._by_last: dict[str, list[tuple[int, str]]] = {}
        self._by_first: dict[str, list[tuple[int, str]]] = {}
        self._first: dict[str, int] = {}
        self._sex: dict[str, Sex] = {}
        self._titled: dict[str, list[tuple[int, str]]] = {}
        self._told: dict[str, Sex] = {}
        self._persons: dict[str, bool] = {}
        self.places: list[int] = []
        """Where somebody or something is named, in order; ``who`` has the name of each as written."""
        self.who: list[str] = []
        self.ends: list[int] = []
        """Where each of these mentions ends; ``places`` and ``ends`` take in the titles before the name."""
        self._text = text
        self._read(text)

    def _read(self, text: str) -> None:
        places, who, ends = self.places, self.who, self.ends
        for match in RUN.finditer(text):
            named = _runs[match.group()]
            if named is None:
                continue
            start, end = match.span()
            if named.first == "Will" and _asks(text, end) and (named := _runs[match.group()[len("Will ") :]]) is None:
                continue
            places.append(start)
            who.append(named.who)
            ends.append(end)
            if named.last:
                self._first.setdefault(named.who, start)
                if named.sex or named.who not in self._sex:
                    self._sex[named.who] = named.sex
                self._by_last.setdefault(named.last, []).append((start, named.who))
                self._by_first.setdefault(named.first, []).append((start, named.who))
                if named.inner:
                    self._by_last.setdefault(named.inner, []).append((start, named.who))
            elif named.titled:
                self._titled.setdefault(named.who, []).append((start, named.titled))
                self._sex.setdefault(named.titled, named.sex)

    def full_name(self, name: str, at: int, sex: Sex = "") -> str:
        """The fullest name the text gives whoever ``name`` means at ``at``; ``name`` itself where there is none."""
        words = name.split(" ")
        last = words[-2] if words[-1] in SUFFIXES and len(words) > 2 else words[-1]
        if len(words) > 1 and not _is_surname(words):
            return name
        found = self._nearest(self._by_last.get(last), at, sex)
        if found is None:
            found = self._nearest(self._by_first.get(last), at, sex)
        return found or self._nearest(self._titled.get(last), at, sex) or name

    def _nearest(self, named: list[tuple[int, str]] | None, at: int, sex: Sex) -> str | None:
        """Who of several people with one name is meant at ``at``, those of the other sex left out.

        Whoever was last named in full in the same paragraph, else first with a common given name, else most often.
        """
        if not named:
            return None
        if len(named) == 1:
            return named[0][1] if not sex or self.sex(named[0][1]) in {sex, ""} else None
        index = bisect_right(named, (at, "\U0010ffff"))
        paragraph = self._text.rfind("\n", max(0, at - _FAR), at)
        for place, full in reversed(named[max(0, index - _SAME_NAME) : index]):
            if place < paragraph:
                break
            if not sex or self.sex(full) in {sex, ""}:
                return full
        around = [full for _, full in named[max(0, index - _SAME_NAME) : index + _SAME_NAME]]
        # Whoever a text is about is named in full once and by surname from then on.
        for full in around:
            if full.split(" ", 1)[0] in GIVEN and (not sex or self.sex(full) in {sex, ""}):
                return full
        often = Counter(around).most_common()
        return next((full for full, _ in often if not sex or self.sex(full) in {sex, ""}), None)

    def sex(self, full: str) -> Sex:
        """The sex of a person by full name: what a title or the given name tells, else the words around the name."""
        return self.sure_sex(full) or (_by_ending(full.split(" ", maxsplit=1)[0]) if " " in full else "")

    def sure_sex(self, full: str) -> Sex:
        """The sex of a person where it is no guess."""
        known = self._sex.get(full)
        if known:
            return known
        told = self._told.get(full)
        if told is None:
            told = self._told[full] = sex_of(full.split(" ", maxsplit=1)[0]) or self._told_around(full)
        return told

    def _told_around(self, full: str) -> Sex:
        """ "his wife, Robin Lee", "Robin Lee lost her seat"."""
        for at in self.occurrences(full, _MENTIONS):
            kin = KIN_BEFORE.search(self._text, max(0, at - KIN_REACH), at)
            if kin is not None:
                return "f" if kin.group(1) else "m"
            stop = bisect_right(self.places, at)
            end = min(at + len(full) + _TOLD_REACH, self.places[stop] if stop < len(self.places) else len(self._text))
            # Not "Robin Lee, his wife": the pronoun right after the comma is somebody else's.
            pronoun = _PRONOUN.search(self._text, at + len(full) + _APPOSED, end)
            if pronoun is not None and not _QUOTE_OR_BREAK.search(self._text, at + len(full), pronoun.start()):
                return "f" if pronoun.group(1) or pronoun.group(2) else "m"
        return ""

    def occurrences(self, full: str, most: int) -> Iterator[int]:
        """The first places where a name stands, looked for no further than ``_FAR`` from the last one."""
        at = max(-1, self._first.get(full, 0) - _FAR)
        for _ in range(most):
            at = self._text.find(full, at + 1, at + 2 * _FAR)
            if at < 0:
                return
            yield at

    def is_person(self, full: str) -> bool:
        """Whether a name of several words reads like a person's: not "the Film Festival", not "at Corn Quay"."""
        known = self._persons.get(full)
        if known is None:
            known = self._persons[full] = self._reads_like_person(full)
        return known

    def _reads_like_person(self, full: str) -> bool:
        words = full.split(" ")
        if full not in self._sex or is_organisation(words):
            return False
        if words[0] in GIVEN or words[0] in CALLED_BY or self._sex.get(full):
            return True
        for at in self.occurrences(full, _MENTIONS):
            before = _WORD_BEFORE.search(self._text, max(0, at - 24), at)
            if before is not None and before.group(1).lower() in _PLACING:
                return False
        return True

    def named_at(self, at: int) -> str | None:
        """The person whose name begins at a place."""
        event = bisect_left(self.places, at)
        if event == len(self.places) or self.places[event] != at:
            return None
        full = self.full_name(self.who[event], at)
        return full if " " in full and self.is_person(full) else None

    def with_initials(self, initials: str) -> str | None:
        """The first person whose names begin with these letters."""
        for full in self._sex:
            if "".join(word[0] for word in full.split(" ")) == initials:
                return full
        return None

    def first(self) -> str | None:
        """The first person with a full name."""
        several = [full for full in self._sex if " " in full and full[1:2] != "."]
        return next((full for full in several if self.is_person(full)), next(iter(several), None))

    def only_one(self, at: int) -> str | None:
        """The person named before ``at`` in its paragraph, if there is only one."""
        paragraph = self._text.rfind("\n", max(0, at - _FAR), at)
        found: str | None = None
        index = bisect_right(self.places, at)
        for event in range(index - 1, max(-1, index - 1 - _MOST_NAMED), -1):
            if self.places[event] < paragraph:
                break
            full = self.full_name(self.who[event], self.places[event])
            if " " not in full or not self.is_person(full):
                continue
            if found not in {None, full}:
                return None
            found = full
        return found


def _by_ending(given: str) -> Sex:
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


_PLACING = frozenset("the a an in at on near through across".split())
"""Before a name, what makes it a place or a thing."""
_SAME_NAME, _MOST_NAMED = 24, 200
_FAR = 20_000
"""Characters between two occurrences of a name: with it, a name costs the same however long the text is."""
_SENTENCE_END = re.compile(r"[.?!\n]")
_MENTIONS, KIN_REACH, _TOLD_REACH = 3, 30, 120
_APPOSED = len(", h")
KIN_BEFORE = re.compile(rf"\b(?:({'|'.join(sorted(FEMALE_NOUNS))})|{'|'.join(sorted(MALE_NOUNS))}),? \Z", re.IGNORECASE)
# No objects, no subjects of another clause: "Robin Lee thought she meant him".
_PRONOUN = re.compile(
    r"h(?<!\wh)(?:(er(?= [a-z])|erself)|is(?= [a-z])|imself)\b|(S)(?<=[.] S)he\b|H(?<=[.] H)e\b",
)
_QUOTE_OR_BREAK = re.compile(r"[\n\"“”‘«»„]")
_WORD_BEFORE = re.compile(r"(\w+)[ \xa0]\Z")
