"""Whom "he" and "she" mean: the person whom the sentences before are about.

Every mention of a person of the right sex speaks for that person: one that says something most, then the subject of a
sentence, then any other; the nearer the more, and less with every paragraph between.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from termnews.quotes.people import People, Sex, is_organisation
from termnews.quotes.words.titles import PLACES
from termnews.quotes.words.verbs import AUXILIARIES, DESCRIBING, OTHER_VERBS, SPEECH

_LOOK_BACK, _LOOK_AHEAD = 24, 4
_PARAGRAPHS = 4
SAYS, OPENS, ACTS, ELSE = 5.0, 4.0, 3.0, 1.0
"""What a mention weighs: it says something, is the subject that a sentence opens with, is a subject, is none."""
FADES, PARTS = 0.8, 0.6
"""What is left of a weight with every mention, and with every paragraph, between it and the pronoun."""
DOUBT = 0.5
"""What is left of it where nothing tells the person's sex."""

_WORD_BEFORE = re.compile(r"(\w+)[ \xa0]\Z")
# The word after a name, an apposition or a clause between commas passed over.
_WORD_AFTER = re.compile(
    r"(?:,[^,.;:\n“”\"]{1,80},|,)?[ \xa0](?:also |then |later |now |once |never )?(\w+(?:n['’]t)?)"
)
_OPENING = re.compile(r"(?:\A|[\n.!?:;—–][”\"’')]*\s*|,\s)\Z")


class Pronouns:
    """The pronouns of one text; ``quoted`` are its marked stretches: the reporter means nobody who is named in them."""

    def __init__(self, text: str, people: People, quoted: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._people = people
        self._quoted = quoted
        self._weights: dict[int, float] = {}
        self._speaking: set[str] | None = None
        self._spoke: tuple[str, int] | None = None

    def spoke(self, speaker: str, at: int) -> None:
        """Remember who was quoted last, and where."""
        self._spoke = (speaker, at)

    def antecedent(self, sex: Sex, at: int) -> str | None:
        """Whom a pronoun at ``at`` means; anybody if ``sex`` is empty; the first person after it if none before."""
        people, text = self._people, self._text
        index = bisect_right(people.places, at - 1)
        weights: defaultdict[str, float] = defaultdict(float)
        faded, upto, paragraphs = 1.0, at, 0
        spoke = self._spoke
        for event in range(index - 1, max(-1, index - 1 - _LOOK_BACK), -1):
            place = people.places[event]
            if self._is_quoted(place):
                continue
            if spoke is not None and place < spoke[1]:
                if (
                    spoke[1] < at
                    and " " in spoke[0]
                    and people.is_person(spoke[0])
                    and people.sex(spoke[0]) in {sex, ""}
                ):
                    breaks = text.count("\n\n", spoke[1], upto)
                    doubt = DOUBT if sex and people.sure_sex(spoke[0]) != sex else 1.0
                    weights[spoke[0]] = max(weights[spoke[0]], SAYS * faded * doubt * PARTS**breaks)
                spoke = None
            breaks = text.count("\n\n", place, upto) if "\n\n" in text else text.count("\n", place, upto)
            upto, paragraphs = place, paragraphs + breaks
            if paragraphs > _PARAGRAPHS and weights:
                break
            faded *= PARTS**breaks
            weight = self._weight(event)
            full = self._person(event, sex)
            if full is None:
                continue
            doubt = DOUBT if sex and people.sure_sex(full) != sex else 1.0
            weights[full] = max(weights[full], weight * faded * doubt)
            faded *= FADES
        if weights:
            return max(weights, key=weights.__getitem__)
        for event in range(index, min(len(people.places), index + _LOOK_AHEAD)):
            full = None if self._is_quoted(people.places[event]) else self._person(event, sex)
            if full is not None:
                return full
        return None

    def _person(self, event: int, sex: Sex) -> str | None:
        """The full name of whoever is named there, unless it is of the other sex, or no person."""
        people = self._people
        full = people.full_name(people.who[event], people.places[event], sex)
        if " " not in full:
            return full if self._speaks(event) else None
        if not people.is_person(full):
            return None
        return full if not sex or people.sex(full) in {sex, ""} else None

    def _speaks(self, event: int) -> bool:
        """Whether one word that the text never gives in full is a person: it says something, here or elsewhere."""
        name = self._people.who[event]
        people = self._people
        if " " in people.full_name(name, people.places[event]):
            return False  # of the other sex
        if self._speaking is None:
            said = (who for at, who in enumerate(people.who) if " " not in who and self._weight(at) == SAYS)
            self._speaking = {who for who in said if not is_organisation([who]) and who not in PLACES}
        return name in self._speaking

    def _is_quoted(self, place: int) -> bool:
        index = bisect_right(self._quoted, (place, len(self._text))) - 1
        return index >= 0 and place < self._quoted[index][1]

    def _weight(self, event: int) -> float:
        known = self._weights.get(event)
        if known is None:
            known = self._weights[event] = self._weighed(self._people.places[event], self._people.ends[event])
        return known

    def _weighed(self, start: int, end: int) -> float:
        """How much the mention between two places is what the text is about."""
        text = self._text
        before = _WORD_BEFORE.search(text, max(0, start - 24), start)
        if before is not None and before.group(1) in SPEECH and text[before.start() - 2] in ',?!"”’':
            return SAYS
        after = _WORD_AFTER.match(text, end)
        verb = after.group(1).replace("’", "'") if after is not None else ""
        opens = _OPENING.search(text, max(0, start - 4), start) is not None
        if not opens and before is not None and before.group(1).lower() in _NOT_BEFORE_SUBJECTS:
            return ELSE
        if verb in SPEECH or verb in DESCRIBING:
            return SAYS
        acts = verb in AUXILIARIES or verb in OTHER_VERBS or verb.endswith(("ed", "s")) or verb in _APPOSED
        return (OPENS if opens else ACTS) if acts else ELSE


_APPOSED = frozenset("who a an the whose".split())
_NOT_BEFORE_SUBJECTS = frozenset(
    """of for at in from with on to by about against between among or than like over under through into onto behind
    beside""".split()
)
