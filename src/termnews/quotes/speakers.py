"""From a noun phrase to a speaker: the fullest name, the role, and who a pronoun means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from termnews.article import Span
from termnews.quotes import phrase_before
from termnews.quotes.bearers import Bearers, head
from termnews.quotes.introductions import Introductions, cleaned
from termnews.quotes.people import People
from termnews.quotes.phrases import Phrase, is_person_noun, is_possessive
from termnews.quotes.pronouns import Pronouns
from termnews.quotes.runs import is_organisation, split_name
from termnews.quotes.tokens import Token, Words
from termnews.quotes.words.given_names import GIVEN
from termnews.quotes.words.grammar import DETERMINERS, RELATIVE
from termnews.quotes.words.titles import FEMALE_TITLES, MALE_TITLES, NOT_NAMES
from termnews.quotes.words.verbs import MESSAGES

_LONGEST_NAME = 120
_SIGNED = re.compile(r"\bsigned (?:by )?(?=[A-Z])")
_SIGNED_REACH = 400
_MOST_INITIALS = 4
_AROUND = 10_000
"""Characters on both sides in which a word is looked for in lower case, so that it costs the same in any text."""


@dataclass(slots=True)
class Voice:
    """Who says something, as one place of the text tells it."""

    speaker: str | None
    role: str | None
    mention: Span | None
    cue: Span | None


class Speakers:
    """Resolves the phrases of one text, and remembers what it calls each person."""

    def __init__(self, text: str, people: People, quoted: Sequence[tuple[int, int]]) -> None:
        """``quoted`` are the marked stretches, in order."""
        self._text = text
        self._people = people
        self._introductions = Introductions(text, people)
        self._bearers = Bearers(text, people, self._introductions)
        self._pronouns = Pronouns(text, people, quoted, self._bearers)
        self._roles: dict[str, str] = {}

    def spoke(self, speaker: str, at: int) -> None:
        """Remember who was quoted, and where: "he" may mean him."""
        self._pronouns.spoke(speaker, at)

    def verb(self, words: Words, cue: int) -> Span | None:
        """Where the verb of saying stands."""
        return words.span(cue, cue + 1) if cue >= 0 else None

    def voice(self, words: Words, phrase: Phrase, cue: int) -> Voice:
        """The speaker that ``phrase`` names; nobody where it is a pronoun that means no person the text names."""
        verb = self.verb(words, cue)
        if phrase.pronoun:
            start = words.begin(phrase.first)
            mention = Span(start, start + len(phrase.pronoun))
            return Voice(self._pronoun(phrase.pronoun, start), None, mention, verb)
        if phrase.name < phrase.name_end:
            return self._named(words, phrase, verb)
        writer = _writer(words.tokens, phrase)
        if writer is not None:
            return self.voice(words, writer, cue)
        mention = self._bare(words.span(phrase.first, _without_clause(words.tokens, phrase)))
        bearer = self._bearer(words, phrase) or self._signatory(words, phrase)
        return Voice(bearer or self._said_as(mention), None, mention, verb)

    def role(self, voice: Voice) -> str | None:
        """What the article calls whoever speaks: in this quotation, in another, or where it introduces them."""
        if voice.role is not None or voice.speaker is None:
            return voice.role
        if voice.speaker in self._roles:
            return self._roles[voice.speaker]
        if " " not in voice.speaker or not voice.speaker[0].isupper() or is_organisation(voice.speaker.split(" ")):
            return None
        return self._introductions.role(voice.speaker)

    def _bearer(self, words: Words, phrase: Phrase) -> str | None:
        """Who "the harbour master" is, or "the 46-year-old"."""
        tokens = words.tokens
        if any(token.low.endswith("-old") for token in tokens[phrase.first : phrase.last]):
            return (
                self._pronouns.antecedent("", words.begin(head(tokens, phrase)))
                if tokens[phrase.first].low == "the"
                else None
            )
        return self._bearers.bearer(words, phrase)

    def _signatory(self, words: Words, phrase: Phrase) -> str | None:
        """Who signed "the letter", told before or after it."""
        if words.tokens[phrase.last - 1].low not in MESSAGES:
            return None
        place = words.begin(phrase.first)
        found = _SIGNED.search(self._text, max(0, place - _SIGNED_REACH), place + _SIGNED_REACH)
        return None if found is None else self._people.named_at(found.end())

    def topic(self, at: int) -> Voice | None:
        """Whom the sentences before a place are about, of those with a name."""
        about = self._pronouns.antecedent("", at)
        return None if about is None else Voice(about, None, None, None)

    def labelled(self, name: str, mention: Span) -> Voice:
        """The speaker that a label names: "SMITH", "Ann Smith", "Senator Smith", initials."""
        if name.isupper() and 1 < len(name) <= _MOST_INITIALS and (by_initials := self._people.with_initials(name)):
            return Voice(by_initials, None, mention, None)
        words = [word.capitalize() if word.isupper() and len(word) > 1 else word for word in name.split()]
        begin = split_name(words)
        role = " ".join(words[:begin]) or None
        own = words[begin:] or words
        known = self._people.full_name(own[-1], mention.start)
        if known == own[-1] and len(own) == 1:
            return Voice(name, role, mention, None)
        if len(own) > 1 and (known == own[-1] or not known.startswith(own[0])):
            known = " ".join(own)
        return Voice(known, cleaned(role) if role else None, mention, None)

    def first_person(self) -> str | None:
        """The first person the text gives a full name."""
        return self._people.first()

    def _named(self, words: Words, phrase: Phrase, verb: Span | None) -> Voice:
        mention = self._bare(words.span(phrase.name, phrase.name_end))
        written = self._said_as(mention)
        sex = ""
        for token in words.tokens[max(phrase.first, phrase.name - 2) : phrase.name]:
            sex = "m" if token.text in MALE_TITLES else "f" if token.text in FEMALE_TITLES else sex
        full = self._people.full_name(written, mention.end, sex)
        if verb is None and full == written and not sex and self._only_opens(words, phrase, written):
            return Voice(None, None, None, None)
        role = None
        if phrase.role is not None:
            role = cleaned(self._said_as(self._bare(words.span(*phrase.role))))
            if role is not None and not is_organisation(full.split(" ")):
                self._roles.setdefault(full, role)
        return Voice(full, role, mention, verb)

    def _only_opens(self, words: Words, phrase: Phrase, name: str) -> bool:
        """Whether a word has a capital only because a sentence begins with it: "Interest" in "Interest rates"."""
        opens = bool(words.starts) and words.starts[phrase.first] == phrase.first == phrase.name
        if not opens or not name.istitle() or name in GIVEN or is_person_noun(name.lower()):
            return False
        text, at = self._text, words.begin(phrase.first)
        around = max(0, at - _AROUND), at + _AROUND
        return text.find(f" {name.lower()} ", *around) >= 0 and (
            text.count(f" {name} ", *around) == text.count(f". {name} ", *around)
        )

    def _pronoun(self, pronoun: str, at: int) -> str | None:
        if pronoun in {"he", "she"}:
            return self._pronouns.antecedent("m" if pronoun == "he" else "f", at)
        return None

    def _bare(self, span: Span) -> Span:
        """Without a possessive ending or a mark at the edge."""
        end = span.end
        if self._text[span.start : end].endswith(("'s", "’s")):
            end -= 2
        while end > span.start and self._text[end - 1] in "'’,. \xa0" and not self._text[:end][-3:-2].isspace():
            if self._text[end - 1] == "." and self._text[end - 2 : end - 1].isupper():
                break
            end -= 1
        return Span(span.start, end)

    def _said_as(self, span: Span) -> str:
        words = self._text[span.start : min(span.end, span.start + _LONGEST_NAME)].split()
        while len(words) > 1 and words[0] in NOT_NAMES and words[0].lower() not in DETERMINERS:
            words = words[1:]
        return " ".join(words)


def _without_clause(tokens: list[Token], phrase: Phrase) -> int:
    """Where a phrase ends if the clause that follows it is left out: "the company, which builds ferries"."""
    for at in range(phrase.first + 1, phrase.last - 1):
        if tokens[at].kind == "," and tokens[at + 1].low in RELATIVE:
            return at
    return phrase.last


def _writer(tokens: list[Token], phrase: Phrase) -> Phrase | None:
    """Whose letter, message or note speaks: "the founder's e-mail to staff"."""
    for at in range(phrase.first + 1, phrase.last):
        if tokens[at].low in MESSAGES:
            owner = next((back for back in range(at - 1, phrase.first - 1, -1) if is_possessive(tokens[back].text)), -1)
            return None if owner < 0 else phrase_before.before(tokens, owner + 1, phrase.first)
    return None
