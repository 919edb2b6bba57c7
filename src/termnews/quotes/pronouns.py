"""Whom "he" and "she" mean: the person whom the sentences before are about.

Every mention of a person of the right sex before the pronoun speaks for that person; the one that speaks loudest wins.
A mention speaks by the part it plays in its sentence, the less the more people are named between, and the less with
every paragraph between.  A pronoun before speaks for whom it means, so that a paragraph stays with its person.

The order of the weights is what is known of discourse, subjects before objects and the last before earlier ones (Grosz,
Joshi and Weinstein 1995, "Centering"); their numbers were fitted, see ``WEIGHTS``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from operator import itemgetter

from termnews.quotes import unnamed
from termnews.quotes.bearers import Bearers
from termnews.quotes.mentions import (
    ATTRIBUTE,
    CLAUSE,
    ELSE,
    GOVERNED,
    LISTED,
    OPENING,
    OPENS,
    OWNS,
    SAYS,
    START,
    SUBJECT,
    Mentions,
)
from termnews.quotes.people import People
from termnews.quotes.sex import Sex
from termnews.quotes.unnamed import Unnamed
from termnews.quotes.words.verbs import SPEECH

PRONOUN = "pronoun"
"""A part beside those of mentions: a pronoun, or a role, that means the person."""

WEIGHTS = {
    PRONOUN: 1.0,
    SAYS: 1.95,
    OPENS: 1.8,
    CLAUSE: 1.4,
    SUBJECT: 0.9,
    START: 0.95,
    LISTED: 0.8,
    OWNS: 0.55,
    GOVERNED: 0.05,
    ATTRIBUTE: 0.0,
    ELSE: 0.0,
}
"""What a mention weighs by its part; ``ELSE`` is the measure of the others.

These numbers, and those below but for guesses, maximise the likelihood that the right person weighs most (a
softmax over the people, each with their loudest mention; random steps uphill from round numbers, drawn to them by a
quadratic penalty) and were rounded then.  Fitted to 314 pronouns whose persons readers told: half of 180 articles of
the annotated training set, by the checksum of their ids, and the hand-made set.  There 287 come out right, 277 where
each quarter is judged by weights fitted to the others.
"""
STEP, PARAGRAPH = -0.2, -1.2
"""Added with every person named, and every paragraph begun, between the mention and the pronoun."""
NAMESAKE = -1.2
"""Added where the mention more likely names a namesake of the other sex; a guess, too rare to fit."""
UNSURE, ONE_WORD = -0.6, -0.85
"""Added where nothing tells the person's sex, and where the text never gives the name in full."""

UNNAMED = 1.35
"""What somebody weighs who spoke without a name; a guess, as the pronouns that weights were fitted to had few."""
_MEANT, _NAMED, _UNNAMED = -1, -2, -3
"""In place of a mention's number: whom a pronoun means, whom a description that speaks means, who speaks without a
name."""
_WITHOUT_NAME = {_MEANT: WEIGHTS[PRONOUN], _NAMED: WEIGHTS[SAYS], _UNNAMED: UNNAMED}
_PAST_SPEAKER = 3
"""Steps past somebody who spoke, to whoever was named before: a guess, like ``UNNAMED``, kept since reading a hundred
of the attributions it changed found few that it spoiled."""
LOUDEST = max(WEIGHTS.values())
_LOOK_BACK, _LOOK_AHEAD = 24, 4
_PRONOUNS_BACK = 8
_PARAGRAPHS = 4
_UNNAMED_BACK = 3

# The letter first and what stands before it second, which passes over all other letters faster.
_PRONOUN = re.compile(r"[HhSs](?<![\w'’-].)(?:(?<=[Hh])e|(?<=[Ss])he)(?=['’]?[ ,])")
# "Lee, whom she called": she is not Lee.  "Asked about Lee, she said": nor here.
_WHOM = re.compile(r"\bwhom,? \Z")
_ASKED = re.compile(
    r"(?:\A|[\n.!?”\"] ?)(?:When |After being )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Qq]uizzed)\b"
    r"[^.!?\n]*\Z"
)
_LONGEST_QUESTION, _LONGEST_SENTENCE = 250, 1_000
# "Reed is no fool, he said": nor in the clause that he reports.
_WORD = re.compile(r"\w+ (\w+)")
_FIRST_WORD = re.compile(r"\W{0,3}(\w+)")
_SENTENCE_END = re.compile(r"\n|(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)[.!?][\"”’]? ")


class Pronouns:
    """The pronouns of one text; ``quoted`` are its marked stretches, in order."""

    def __init__(
        self, text: str, people: People, quoted: Sequence[tuple[int, int]], bearers: Bearers | None = None
    ) -> None:
        """Without ``bearers`` only people with a name are meant."""
        self._text = text
        self._people = people
        self._mentions = Mentions(text, people, quoted)
        self._bearers = bearers
        self._unnamed: list[Unnamed] | None = None
        self._places: list[int] | None = None
        self._meant: dict[int, str | None] = {}
        self._speakers: list[tuple[int, str, Sex, int]] = []

    def spoke(self, speaker: str, at: int) -> None:
        """Remember who was quoted, and where: "he" may mean the same person, named or not ("the woman")."""
        if " " in speaker and self._people.is_person(speaker):
            insort(self._speakers, (at, speaker, self._people.sex(speaker), _MEANT))
        elif (sex := unnamed.sex_if_unnamed(speaker)) is not None:
            insort(self._speakers, (at, speaker, sex, _UNNAMED))

    def antecedent(self, sex: Sex, at: int) -> str | None:
        """Whom a pronoun at ``at`` means; anybody if ``sex`` is empty; the first person after it if none before."""
        if at in self._meant:
            return self._meant[at]
        for place in self._pronouns_before(sex, at):
            if place not in self._meant:
                self._meant[place] = self._nearest(sex, place)
        found = self._nearest(sex, at) or self._first_after(sex, at)
        self._meant[at] = found
        return found

    def _pronouns_before(self, sex: Sex, at: int) -> list[int]:
        """The last few pronouns of a sex before a place, in order."""
        if not sex:
            return []
        if self._places is None:
            found = (match.start() for match in _PRONOUN.finditer(self._text))
            self._places = [place for place in found if not self._mentions.is_quoted(place)]
        index = bisect_left(self._places, at)
        return [
            place
            for place in self._places[max(0, index - _PRONOUNS_BACK) : index]
            if (self._text[place] in "sS") == (sex == "f")
        ]

    def _nearest(self, sex: Sex, at: int) -> str | None:
        best, chosen = float("-inf"), None
        for name, event, quiet in self._candidates(sex, at):
            if best >= LOUDEST + quiet:
                break
            weight = quiet + self._weight(name, event, sex)
            if weight > best:
                best, chosen = weight, name
        return chosen

    def _candidates(self, sex: Sex, at: int) -> Iterator[tuple[str, int, float]]:
        """Who is named before a place, nearest first: the name, the mention's number, and what the distance takes off.

        No number but that of the part where a pronoun or a role means the person.
        """
        people, text = self._people, self._text
        steps = paragraphs = 0
        upto = at
        skipped = _WHOM.search(text, max(0, at - 8), at) is not None
        other = self._others_begin(at)
        for place, event, meant in self._before(sex, at):
            paragraphs += text.count("\n", place, upto) - text.count("\n\n", place, upto)
            upto = place
            if paragraphs > _PARAGRAPHS:
                return
            name = meant or self._mentions.person(event)
            if name is None:
                continue
            quiet = STEP * steps + PARAGRAPH * paragraphs
            if not (meant or not sex or people.sex(name) in {sex, ""}):
                name = self._mentions.namesake(event, sex)
                if name is None:
                    continue
                quiet += NAMESAKE
            if skipped or place >= other:
                skipped = False
                continue
            yield name, event, quiet
            steps += _PAST_SPEAKER if self._spoke(event) else not meant

    def _others_begin(self, at: int) -> int:
        """From where on before a pronoun only others are named: in the question put, or the clause reported."""
        text = self._text
        begin = max(0, at - _LONGEST_QUESTION)
        asked = _ASKED.search(text, max(begin, *[text.rfind(mark, begin, at) for mark in ".!?\n"]), at)
        if asked is not None:
            return asked.start()
        after = _WORD.match(text, at)
        if after is not None and after.group(1) in SPEECH and text.endswith(", ", 0, at):
            start = self._sentence(at)
            first = _FIRST_WORD.match(text, start)
            if first is None or first.group(1).lower() not in OPENING:
                return start
        return at

    def _sentence(self, at: int) -> int:
        """Where the sentence of a pronoun begins, marked stretches passed over."""
        start = begin = max(0, at - _LONGEST_SENTENCE)
        for end in _SENTENCE_END.finditer(self._text, begin, at):
            if not self._mentions.is_quoted(end.end() - 1):
                start = end.end()
        return start

    def _spoke(self, event: int) -> bool:
        return event == _UNNAMED or (event >= 0 and self._mentions.part(event) == SAYS)

    def _weight(self, name: str, event: int, sex: Sex) -> float:
        """What a mention weighs by its part and by who it may be."""
        if event < 0:
            return _WITHOUT_NAME[event]
        titled = self._mentions.titled(event)
        unsure = bool(sex) and sex not in {titled, self._people.sure_sex(name)}
        return WEIGHTS[self._mentions.part(event)] + UNSURE * unsure + ONE_WORD * (" " not in name and not titled)

    def _before(self, sex: Sex, at: int) -> list[tuple[int, int, str | None]]:
        """Places before ``at``, nearest first: a mention by its number, or whom a pronoun or a role means."""
        people = self._people
        index = bisect_right(people.places, at - 1)
        found: list[tuple[int, int, str | None]] = [
            (people.places[event], event, None) for event in range(max(0, index - _LOOK_BACK), index)
        ]
        found += [
            (place, _MEANT, self._meant[place]) for place in self._pronouns_before(sex, at) if self._meant.get(place)
        ]
        upto = bisect_left(self._speakers, at, key=_place)
        for place, name, own, part in self._speakers[max(0, upto - _PRONOUNS_BACK) : upto]:
            if not sex or own in {sex, ""}:
                found.append((place, part, name))
        for place, name, own, named in self._unnamed_before(at):
            if not sex or (self._people.sex(name) if named else own) in {sex, ""}:
                found.append((place, _NAMED if named else _UNNAMED, name))
        found.sort(key=_place, reverse=True)
        return found

    def _unnamed_before(self, at: int) -> list[Unnamed]:
        """Who last spoke without a name before a place."""
        if self._bearers is None:
            return []
        if self._unnamed is None:
            self._unnamed = unnamed.find(self._text, self._mentions.is_quoted, self._bearers)
        index = bisect_left(self._unnamed, at, key=_place)
        return self._unnamed[max(0, index - _UNNAMED_BACK) : index]

    def _first_after(self, sex: Sex, at: int) -> str | None:
        people = self._people
        index = bisect_right(people.places, at)
        for event in range(index, min(len(people.places), index + _LOOK_AHEAD)):
            full = self._mentions.person(event)
            if full is not None and (not sex or people.sex(full) in {sex, ""}):
                return full
        return None


_place = itemgetter(0)
