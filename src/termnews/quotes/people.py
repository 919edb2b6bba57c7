"""Who is in the article: every person's fullest name, and the sex of the person as far as the text tells.

One pass over the capitalised words.  A run of them is a person where a title or a common given name says so, or where
nothing says that it is an organisation.  "Smith" and "Mr Smith" are then the latest "… Smith" before them, or
else the first after; a title of the other sex keeps two people of one surname apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from termnews.quotes.runs import RUN, WHOM, is_organisation, is_surname
from termnews.quotes.sex import Sex, by_ending, sex_of
from termnews.quotes.words.given_names import GIVEN
from termnews.quotes.words.titles import (
    CALLED_BY,
    FEMALE_NOUNS,
    MALE_NOUNS,
    SUFFIXES,
)


def _asks(text: str, at: int) -> bool:
    """Whether a sentence ends as a question: "Will Reed win?" """
    end = _SENTENCE_END.search(text, at)
    return end is not None and end.group() == "?"


def _surname(words: list[str]) -> str:
    return words[-2] if words[-1] in SUFFIXES and len(words) > 2 else words[-1]


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
            named = WHOM[match.group()]
            if named is None:
                continue
            start, end = match.span()
            if named.first == "Will" and _asks(text, end) and (named := WHOM[match.group()[len("Will ") :]]) is None:
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
        last = _surname(words)
        if len(words) > 1 and not is_surname(words):
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
        return self.sure_sex(full) or (by_ending(full.split(" ", maxsplit=1)[0]) if " " in full else "")

    def sure_sex(self, full: str) -> Sex:
        """The sex of a person where it is no guess."""
        known = self._sex.get(full)
        if known:
            return known
        told = self._told.get(full)
        if told is None:
            told = sex_of(full.split(" ", maxsplit=1)[0]) or self._told_by_title(full) or self._told_around(full)
            self._told[full] = told
        return told

    def _told_by_title(self, full: str) -> Sex:
        """ "Mr Reed", where the text has one Reed and no Mrs Reed."""
        last = _surname(full.split(" "))
        sexes = {self._sex.get(titled, "") for _, titled in self._titled.get(last, ())} - {""}
        namesakes = {name for _, name in self._by_last.get(last, ())}
        return sexes.pop() if len(sexes) == 1 and namesakes == {full} else ""

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
