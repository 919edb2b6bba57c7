"""The people whom a text names, mention by mention: who is named, and what part the mention plays in its sentence.

Grammar is read off the words beside the name, so that a mention costs the same however long its sentence is: the noun
phrase to its left ("McConnell spokesman Don Stewart"), what stands before that, and the word after it, appositions
passed over ("Ann Lee, who runs the club, told …").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from termnews.quotes.people import KIN_BEFORE, KIN_REACH, People
from termnews.quotes.phrases import can_be_noun, can_modify, is_person_noun, is_possessive
from termnews.quotes.runs import is_organisation
from termnews.quotes.sex import Sex
from termnews.quotes.words.given_names import GIVEN
from termnews.quotes.words.grammar import ADJECTIVES, DETERMINERS, JOINING, PREPOSITIONS, WEEKDAYS
from termnews.quotes.words.titles import FEMALE_TITLES, MALE_TITLES, NOT_NAMES, PERSONAL, PLACES, TITLES
from termnews.quotes.words.verbs import (
    ADDRESSING,
    AUXILIARIES,
    DESCRIBING,
    MESSAGES,
    NOUNS_TOO,
    OTHER_VERBS,
    PHRASAL,
    SPEECH,
)

SAYS, OPENS, CLAUSE, SUBJECT, START, LISTED, OWNS, GOVERNED, ATTRIBUTE, ELSE = (
    "says",
    "opens",
    "clause",
    "subject",
    "start",
    "listed",
    "owns",
    "governed",
    "attribute",
    "else",
)
"""Parts of a mention: the subject of a verb of saying; of another verb, where it opens a sentence, opens a clause
(after a comma or a conjunction) or stands anywhere else; a sentence's first phrase without a verb; one of several
("Reed and Lee"); an owner ("Reed's"); governed by a preposition; an attribute ("the Reed campaign"); anything else."""

_PASSED_OVER = frozenset("even then later also only meanwhile".split())
_NAMING = (" name is", " name was")
_SOURCE = ("according to", "According to")
_HELPING = frozenset("has have had will would".split())
"""Before a verb of saying, whose subject still speaks: "Reed has said", not "Reed was told"."""
_SAYING = SPEECH | DESCRIBING
_SURELY_SAYING = SPEECH - NOUNS_TOO
_INVERTED = SPEECH - ADDRESSING
_REACH = 90
_MOST_WORDS = 8
_OCCURRENCES = 10
_FEW = 100
"""Words that are looked for one by one, each in the whole text."""
_LONGEST_TITLE = 12
_LONGEST_DAY = len("Wednesday ")
_SUBORDINATE = frozenset(
    "if unless after before until since as because although though when while where that who".split()
)
OPENING = _SUBORDINATE | PREPOSITIONS
"""Words that open a sentence with what comes before its main clause."""
_CLAUSES = (JOINING | _SUBORDINATE) - {"nor"}

_ADVERBS = r"(?:(?:also|then|later|now|once|never|still|often|always|[a-z]+ly)[ \xa0])?"
# The word after a name, past "(R-Texas)" or "of Texas", an apposition between commas or dashes, and an adverb.
_PLACE = r"(?:[ \xa0]\([^()\n]{1,40}\)|[ \xa0](?:of|from)(?: the)?(?:[ \xa0][A-Z][\w.]+){1,3})?"
_NEXT = re.compile(
    _PLACE + r""
    r"(?:,[ ][^,.;:\n“”\"]{1,80},|[ ][—–-]{1,2}[ ][^—–\n“”\"]{1,200}[ ][—–-]{1,2}(?=[ ])|,)?"
    rf"[ \xa0]{_ADVERBS}(\w+(?:['’]t)?)"
)
_MAIN_VERB = re.compile(rf"[ \xa0]{_ADVERBS}(\w+)")
_LONE_COMMA = re.compile(rf",[ \xa0]{_ADVERBS}(\w+)")
_APPOSED = re.compile(_PLACE + r"(?:,| [—–-]{1,2}) (?:(\d+)|([a-z][\w-]*))\b")
_OWNED = re.compile(r"['’]s?[ \xa0](?=([\w-]+))(?:[\w-]+[ \xa0])?([\w-]+)")
# "Her rival," before a name between commas.
_ROLE_BEFORE = re.compile(r"(?:\A|[.!?:;—–\n”\"] ?)(?:The|An?|His|Her|Its|Their|Our|My)(?: [\w’'-]+){1,4},\Z")
_ENDS = '.!?:;—–-("“‘”’\n'


class Mentions:
    """The mentions of one text by number, as ``people`` counts them; ``quoted`` are the marked stretches, in order."""

    def __init__(self, text: str, people: People, quoted: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._people = people
        self._quoted = quoted
        self._parts: dict[int, str] = {}
        self._persons: dict[int, str | None] = {}
        self._single: dict[str, bool] = {}
        self._words: set[str] = set()
        self._named: dict[str, list[int]] = {}

    def is_quoted(self, place: int) -> bool:
        """Whether a place stands between marks: the reporter means nobody who is named there."""
        index = bisect_right(self._quoted, (place, len(self._text))) - 1
        return index >= 0 and place < self._quoted[index][1]

    def person(self, event: int) -> str | None:
        """The fullest name of whoever the reporter names there; None for what is no person, or between marks."""
        if event not in self._persons:
            self._persons[event] = None if self.is_quoted(self._people.places[event]) else self._found(event)
        return self._persons[event]

    def _found(self, event: int) -> str | None:
        people = self._people
        if self._text.startswith(("'t", "’t"), people.ends[event]):
            return None  # "Don't", "Won't"
        full = people.full_name(people.who[event], people.places[event], self.titled(event))
        if " " in full:
            return full if people.is_person(full) else None
        return full if self._speaks(full) else None

    def namesake(self, event: int, sex: Sex) -> str | None:
        """Who else of this sex a surname may mean, where it is not given in full or with a title."""
        people = self._people
        if " " in people.who[event] or self.titled(event):
            return None
        full = people.full_name(people.who[event], people.places[event], sex)
        return full if " " in full and people.sex(full) == sex and people.is_person(full) else None

    def titled(self, event: int) -> Sex:
        """The sex that a title before the name tells."""
        start = self._people.places[event]
        title = self._text[start : start + _LONGEST_TITLE].split(" ", 1)[0]
        return "m" if title in MALE_TITLES else "f" if title in FEMALE_TITLES else ""

    def _speaks(self, name: str) -> bool:
        """Whether a word that the text never gives in full is a person: a given name, or somebody who speaks."""
        if name in GIVEN:
            return True
        if name not in self._single:
            named = self._events().get(name, [])[:_OCCURRENCES]
            self._single[name] = (
                not is_organisation([name])
                and name not in PLACES
                and any(self._reads_as_person(event) for event in named)
                and not self._is_word(name.lower())
            )
        return self._single[name]

    def _events(self) -> dict[str, list[int]]:
        """The mentions of each name as written."""
        if not self._named:
            for event, who in enumerate(self._people.who):
                self._named.setdefault(who, []).append(event)
        return self._named

    def _is_word(self, low: str) -> bool:
        """Whether a word stands alone somewhere in the text; after many such questions all its words are kept."""
        if len(self._single) < _FEW:
            return f" {low} " in self._text
        if not self._words:
            self._words.update(self._text.split(" ")[1:-1])
        return low in self._words

    def _reads_as_person(self, event: int) -> bool:
        """Whether a mention says something, has a title, or is introduced as kin: "Reed's wife, Ann"."""
        start = self._people.places[event]
        if self._text[start : start + _LONGEST_TITLE].split(" ", 1)[0] in PERSONAL:
            return True
        if self.part(event) == SAYS and self._verb(self._people.ends[event]) not in NOUNS_TOO:
            return True  # not "Harsh comments"
        return KIN_BEFORE.search(self._text, max(0, start - KIN_REACH), start) is not None

    def part(self, event: int) -> str:
        """What part a mention plays in its sentence."""
        known = self._parts.get(event)
        if known is None:
            known = self._parts[event] = self._part(self._people.places[event], self._people.ends[event])
        return known

    def _part(self, start: int, end: int) -> str:
        text = self._text
        owned = _OWNED.match(text, end) if text[end : end + 1] in {"'", "’"} else None
        if owned is not None and not _is_contracted(owned.group(1)):
            return OPENS if owned.group(2) in MESSAGES else OWNS
        before, attribute = self._before(start)
        if attribute:
            return ATTRIBUTE
        word = before[before.rfind(" ") + 1 :].lower() if before[-1:].isalpha() else ""
        if word in _INVERTED and before[: -len(word)].rstrip()[-1:] in ',?!"”’' and not self._has_verb(end):
            return SAYS
        if before.endswith(_NAMING):
            return OPENS
        opens = (
            not before or before[-1] in _ENDS or (text.startswith(",", end) and _ROLE_BEFORE.search(before) is not None)
        )
        clause = before[-1:] == "," or word in _CLAUSES
        if before.endswith(_SOURCE):
            return SAYS
        if word in PREPOSITIONS and not clause:
            return GOVERNED
        verb = "" if not opens and self._ends_inserted(start, end) else self._verb(end)
        if verb in {"and", "or"}:
            return LISTED if opens or clause else ELSE
        says = verb in _SAYING or self._is_phrasal(end, verb)
        if says and word not in _SUBORDINATE and (opens or clause or self._says_at_once(end, verb)):
            return SAYS
        if verb:
            return OPENS if opens else CLAUSE if clause else SUBJECT
        return START if opens else ELSE

    def _has_verb(self, end: int) -> bool:
        """Whether a verb follows a name at once: in "Lee, who left, said Reed was late" Reed says nothing."""
        return self._text.startswith(" ", end) and bool(self._verb(end))

    def _ends_inserted(self, start: int, end: int) -> bool:
        """Whether a name ends what stands between commas: in "Reed, who sang with Lee, said" Lee says nothing."""
        comma = _LONE_COMMA.match(self._text, end)
        between_commas = self._text.endswith(", ", 0, start)  # "The vicar, Ann Lee, said"
        return comma is not None and not between_commas and comma.group(1) in _SAYING

    def _says_at_once(self, end: int, verb: str) -> bool:
        """Whether a name with a verb of saying right behind it is its subject, whatever stands before the name."""
        return verb in _SURELY_SAYING and self._text.startswith(" ", end)

    def _is_phrasal(self, end: int, verb: str) -> bool:
        """ "fired back", "went on"."""
        return verb in PHRASAL and self._text[end : end + _REACH].split(f"{verb} ", 1)[-1].startswith(
            tuple(PHRASAL[verb])
        )

    def _before(self, start: int) -> tuple[str, bool]:
        """What stands before the noun phrase that a name ends, and whether the name is only its attribute."""
        text = self._text
        first = max(0, start - _REACH, text.rfind("\n", 0, start) + 1)
        words = text[first:start].replace("\xa0", " ").split(" ")
        if beside := words.pop():  # a mark, a bracket or a dash right before the name; "pro-Reed"
            return text[start - 1], beside[-1] == "-" and beside[:-1].isalpha()
        if words and words[-1].lower() in _PASSED_OVER:
            words.pop()
        elif (
            words
            and words[-1].lower() == "on"
            and text[start : start + _LONGEST_DAY].split(" ", 1)[0].lower() in WEEKDAYS
        ):
            words.pop()  # "on Monday Reed said": the day is in the run of capitalised words
        role = bool(words) and is_person_noun(words[-1].rstrip(","))
        taken = 0
        while words and taken < _MOST_WORDS:
            word = words[-1].replace("’", "'")
            low = word.lower()
            if low in DETERMINERS:
                return " ".join(words[:-1]), not taken and not self._is_titled(start)
            if word.endswith(","):
                if not is_person_noun(low[:-1]) or taken:
                    break
            elif len(words) > 2 and words[-2] == "of" and is_person_noun(words[-3].lower()):
                del words[-2:]  # "secretary of state"
            elif word != "&" and not (
                can_modify(low) or is_possessive(low) or _is_name(word) or (role and _is_noun(low))
            ):
                break
            words.pop()
            taken += 1
        return " ".join(words), False

    def _is_titled(self, start: int) -> bool:
        """Whether a mention begins with a title: "the Reverend Ann Lee" is she, "the Reed plan" is not he."""
        return self._text[start : start + _LONGEST_TITLE].split(" ", 1)[0] in TITLES

    def _verb(self, end: int) -> str:
        """The verb whose subject ends at ``end``; "and" in a list; empty where none follows."""
        text = self._text
        apposed = _APPOSED.match(text, end)
        if apposed is not None and (apposed.group(1) or _apposes(apposed.group(2))):
            after = _NEXT.match(text, end)
            verb = after.group(1).replace("’", "'") if after is not None else ""
            return verb if verb in SPEECH else "is"
        after = _NEXT.match(text, end)
        verb = after.group(1).replace("’", "'") if after is not None else ""
        if after is not None and verb in _HELPING:
            main = _MAIN_VERB.match(text, after.end())
            return main.group(1) if main is not None and main.group(1) in _SAYING else verb
        finite = verb in AUXILIARIES or verb in OTHER_VERBS or verb in _SAYING or verb == "who"
        if finite or verb in {"and", "or"} or (verb.endswith(("ed", "s")) and not is_person_noun(verb)):
            return verb
        return ""


def _is_contracted(low: str) -> bool:
    """Whether the word after "Reed's" makes it "Reed is" or "Reed has"."""
    return low in {"a", "an", "the", "been", "not", "got"} or low.endswith("ing")


def _is_noun(low: str) -> bool:
    """Whether a word can belong to the role that a noun for a person ends: "home affairs" spokesman."""
    return low.isalpha() and can_be_noun(low) and low not in OTHER_VERBS and not low.endswith(("ed", "ing"))


def _is_name(word: str) -> bool:
    """A capitalised word that can belong to a role: an employer, a party, a title."""
    return (
        word[:1].isupper() and (word not in NOT_NAMES or word in ADJECTIVES) and (word[-1].isalnum() or word in TITLES)
    )


def _apposes(low: str) -> bool:
    """Whether a word after a comma begins what somebody is: "a farmer", "who", "chairman of"."""
    return low in {"who", "whose"} or low in DETERMINERS or is_person_noun(low)
