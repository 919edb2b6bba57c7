"""From a noun phrase to a speaker: the fullest name, the role, and who a pronoun means."""

from __future__ import annotations

from dataclasses import dataclass

from termnews.article import Span
from termnews.quotes.people import People, is_organisation
from termnews.quotes.phrases import Phrase
from termnews.quotes.tokens import Token
from termnews.quotes.words.titles import FEMALE_TITLES, MALE_TITLES, NOT_NAMES

_LONGEST_NAME = 120


@dataclass(slots=True)
class Voice:
    """Who says something, as one place of the text tells it."""

    speaker: str | None
    role: str | None
    mention: Span | None
    cue: Span | None


class Speakers:
    """Resolves the phrases of one text, and remembers what it calls each person."""

    def __init__(self, text: str, people: People) -> None:
        self._text = text
        self._people = people
        self.roles: dict[str, str] = {}

    def voice(self, tokens: list[Token], phrase: Phrase, cue: int, last: Voice | None) -> Voice:
        """The speaker that ``phrase`` names; ``last`` is who spoke before."""
        verb = Span(tokens[cue].start, tokens[cue].end) if cue >= 0 else None
        if phrase.pronoun:
            token = tokens[phrase.first]
            mention = Span(token.start, token.start + len(phrase.pronoun))
            return Voice(self._pronoun(phrase.pronoun, token.start, last), None, mention, verb)
        if phrase.name < phrase.name_end:
            return self._named(tokens, phrase, verb)
        mention = self._bare(Span(tokens[phrase.first].start, tokens[phrase.last - 1].end))
        return Voice(self._said_as(mention), None, mention, verb)

    def labelled(self, name: str, mention: Span) -> Voice:
        """The speaker that a label names: "SMITH", "Ann Smith"."""
        words = [word.capitalize() if word.isupper() and len(word) > 1 else word for word in name.split()]
        known = self._people.full_name(words[-1], mention.start)
        if known == words[-1] and len(words) == 1:
            known = name
        elif len(words) > 1 and (known == words[-1] or not known.startswith(words[0])):
            known = " ".join(words)
        return Voice(known, None, mention, None)

    def first_person(self) -> str | None:
        """The first person the text gives a full name."""
        return self._people.first()

    def _named(self, tokens: list[Token], phrase: Phrase, verb: Span | None) -> Voice:
        first, last = tokens[phrase.name], tokens[phrase.name_end - 1]
        mention = self._bare(Span(first.start, last.end))
        written = self._said_as(mention)
        sex = ""
        for token in tokens[max(phrase.first, phrase.name - 2) : phrase.name]:
            sex = "m" if token.text in MALE_TITLES else "f" if token.text in FEMALE_TITLES else sex
        full = self._people.full_name(written, mention.end, sex)
        role = None
        if phrase.role is not None:
            role = self._said_as(self._bare(Span(tokens[phrase.role[0]].start, tokens[phrase.role[1] - 1].end)))
            if not is_organisation(full.split(" ")):
                self.roles.setdefault(full, role)
        return Voice(full, role, mention, verb)

    def _pronoun(self, pronoun: str, at: int, last: Voice | None) -> str | None:
        if pronoun in {"he", "she"}:
            sex = "m" if pronoun == "he" else "f"
            found = self._people.antecedent(sex, at)
            return found or (last.speaker if last else None)
        if pronoun in {"it", "they"} and last is not None:
            return last.speaker
        return None

    def _bare(self, span: Span) -> Span:
        """Without a possessive ending or a mark at the edge."""
        end = span.end
        while end > span.start and self._text[end - 1] in "'’,. \xa0" and not self._text[:end][-3:-2].isspace():
            if self._text[end - 1] == "." and self._text[end - 2 : end - 1].isupper():
                break
            end -= 1
        return Span(span.start, end)

    def _said_as(self, span: Span) -> str:
        words = self._text[span.start : min(span.end, span.start + _LONGEST_NAME)].split()
        while (
            len(words) > 1
            and words[0] in NOT_NAMES
            and words[0] not in {"The", "A", "An", "His", "Her", "Their", "Its"}
        ):
            words = words[1:]
        return " ".join(words)
