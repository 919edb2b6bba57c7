"""From a text to its quotations: the order in which the other modules do their work."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field

from termnews.article import Quote, QuoteKind, Span
from termnews.quotes import clauses, corner, cues, foreign, labels, marks, phrase_after, saying, scare
from termnews.quotes import indirect as reported
from termnews.quotes.attribution import Attribution, attribute
from termnews.quotes.marks import Marked, Paragraph
from termnews.quotes.people import People
from termnews.quotes.phrases import Phrase, names_person
from termnews.quotes.speakers import Speakers, Voice
from termnews.quotes.tokens import Token, Words, plain, split
from termnews.quotes.words.verbs import MESSAGES

_LONGEST = 90
"""Tokens of a sentence that are looked at for its subject."""
_SENTENCES_BACK = 3
_NARRATORS = frozenset({"i", "we", "you"})
"""Outside marks, whoever writes and reads the article."""
_CONTEXT = 500
"""Characters of the paragraph before that are read for who speaks next."""


def extract(text: str, indirect: bool = False) -> list[Quote]:
    """Every quotation of a text with its speaker, sorted by where it begins; indirect speech too if asked for.

    The offsets index exactly the text given.  Quotations do not overlap.
    """
    paragraphs = marks.find(text)
    if corner.is_unspaced(text):
        return corner.find(text, paragraphs, indirect)
    turns = labels.transcript(text)
    if foreign.is_foreign(text) and not turns:
        found = foreign.find(text, paragraphs)
        return sorted([*found, *foreign.reported(text)], key=lambda quote: quote.parts[0]) if indirect else found
    if turns:
        taken = {turn.label.start: turn for turn in turns}
        paragraphs = [paragraph for paragraph in paragraphs if not _begins_with(text, paragraph, taken)]
    if not paragraphs and not turns and not indirect:
        return []
    reading = _Reading(text, paragraphs)
    found = reading.quotes()
    if turns:
        found += reading.turns(turns)
    if indirect:
        found += reading.indirect({_line(text, turn.label.start) for turn in turns})
    if turns or indirect:
        found.sort(key=lambda quote: quote.parts[0])
    return found


def _line(text: str, at: int) -> int:
    """Start of the paragraph that ``at`` stands in."""
    return text.rfind("\n", 0, at) + 1


def _begins_with(text: str, paragraph: Paragraph, labelled: Container[int]) -> bool:
    at = paragraph.start
    while at < paragraph.end and text[at] in " \t\xa0":
        at += 1
    return at in labelled


@dataclass(slots=True)
class _Said:
    """One act of saying, still growing."""

    parts: list[Span]
    voice: Voice
    kind: QuoteKind
    paragraph: int


@dataclass(slots=True)
class _Place:
    """Where in its paragraph a stretch stands, and what was found before it there."""

    words: Words
    quote: int
    paragraph: int
    attribution: Attribution | None = None
    previous: _Place | None = None
    said: _Said | None = field(default=None)


class _Reading:
    """The reading of one text from start to end."""

    def __init__(self, text: str, paragraphs: list[Paragraph]) -> None:
        self.text = text
        self.paragraphs = paragraphs
        quoted = [(marked.open, marked.close) for paragraph in paragraphs for marked in paragraph.marked]
        self.speakers = Speakers(text, People(text), quoted)
        self.words: list[Words] = []
        self.said: list[_Said] = []
        self.last: Voice | None = None

    def quotes(self) -> list[Quote]:
        for number, paragraph in enumerate(self.paragraphs):
            self._read(number, paragraph)
        return [self._finished(said) for said in self.said]

    def turns(self, turns: Iterable[labels.Turn]) -> list[Quote]:
        """The labelled paragraphs of a transcript; "A" is whoever the text names first."""
        guest = self.speakers.first_person()
        found = []
        for turn in turns:
            voice = Voice(guest, None, turn.label, None) if turn.answer else Voice(None, None, turn.label, None)
            if turn.name is not None:
                voice = self.speakers.labelled(turn.name, turn.label)
            found.append(Quote((turn.said,), voice.speaker, self.speakers.role(voice), turn.label, None, "direct"))
        return found

    def indirect(self, skipped: Container[int]) -> list[Quote]:
        """Indirect speech in every paragraph that does not start at one of ``skipped``."""
        marked = {paragraph.start: number for number, paragraph in enumerate(self.paragraphs)}
        found = []
        places = reported.places(self.text)
        start = 0
        while start < len(self.text):
            end = self.text.find("\n", start)
            end = len(self.text) if end < 0 else end
            if end > start and start not in skipped:
                number = marked.get(start)
                for words in self._unmarked(start, end, places) if number is None else (self.words[number],):
                    found += [self._reported(words, said, start) for said in reported.find(self.text, words)]
            start = end + 1
        return found

    def _unmarked(self, start: int, end: int, places: list[int]) -> Iterator[Words]:
        """The sentences of a paragraph without marks that may report something."""
        for sentence in reported.sentences(self.text, start, end, places):
            yield split(self.text, Paragraph(*sentence, ()))

    def _reported(self, words: Words, said: reported.Reported, paragraph: int) -> Quote:
        subject = said.attribution.subject
        assert subject is not None
        voice = self.speakers.voice(words, subject, said.attribution.cue)
        if voice.speaker is None:
            at = words.begin(words.starts[subject.first])
            earlier = split(self.text, Paragraph(max(paragraph, at - _CONTEXT), at, ()))
            before = self._subject_before(earlier, len(earlier.tokens))
            voice.speaker = before.speaker if before else None
        return Quote(said.parts, voice.speaker, self.speakers.role(voice), voice.mention, voice.cue, "indirect")

    def _finished(self, said: _Said) -> Quote:
        voice = said.voice
        return Quote(tuple(said.parts), voice.speaker, self.speakers.role(voice), voice.mention, voice.cue, said.kind)

    def _read(self, number: int, paragraph: Paragraph) -> None:
        words = split(self.text, paragraph)
        self.words.append(words)
        previous: _Place | None = None
        for quote, marked in words.quotes.items():
            place = _Place(words, quote, number, previous=previous)
            if self._take(place, marked):
                previous = place

    def _take(self, place: _Place, marked: Marked) -> bool:
        """Decide whether the stretch is a quotation and whose; tell whether it is one."""
        part = self._trimmed(marked)
        if marked.continues and self.said:
            self.said[-1].parts.append(part)
            place.said = self.said[-1]
            return True
        earlier = self._goes_on_from(place)
        if earlier is not None and not scare.is_work(self.text, place.words, place.quote):
            place.said = earlier.said
            place.attribution = earlier.attribution
            self.said[-1].parts.append(part)
            return True
        if place.attribution is None:
            place.attribution = attribute(self.text, place.words, place.quote)
        if not scare.is_quotation(self.text, place.words, place.quote, place.attribution):
            return False
        label = labels.inside(self.text, part.start, part.end)
        if label is not None:
            part = Span(label.end + 2, part.end)
            voice = self.speakers.labelled(self.text[label.start : label.end], label)
        else:
            voice = self._voice(place)
        place.said = _Said([part], voice, self._kind(place), place.paragraph)
        self.said.append(place.said)
        if voice.speaker:
            self.last = voice
            self.speakers.spoke(voice.speaker, part.start)
        return True

    def _goes_on_from(self, place: _Place) -> _Place | None:
        """The stretch that this one is a further part of: "A," Smith said. "B." and "A," Smith said, "b."."""
        before = place.previous
        if before is None or before.said is not self.said[-1] or before.attribution is None:
            return None
        tokens, start = place.words.tokens, place.words.starts[place.quote]
        tail = before.attribution.tail
        if before.attribution.place != "after" or tail > place.quote:
            return None
        if start <= before.quote:
            joined = tokens[place.quote - 1].kind in {",", "-", ";"} or tail == place.quote
            other = any(saying.is_speech(token) for token in tokens[tail : place.quote])
            return before if joined and not other else None
        # Nothing but the end of the attribution's own sentence may stand between.
        if (
            place.words.ends[max(before.quote, tail - 1)] != start
            or start != place.quote
            or before.said.kind != "direct"
        ):
            return None
        place.attribution = attribute(self.text, place.words, place.quote)
        return before if place.attribution is None else None

    def _voice(self, place: _Place) -> Voice:
        words = place.words
        if words.starts[place.quote] == place.quote and (voice := self._signed(words.quotes[place.quote])) is not None:
            return voice
        if place.attribution is None:
            return self._voice_from_around(place) or Voice(None, None, None, None)
        if place.attribution.subject is None:
            return Voice(None, None, None, self.speakers.verb(words, place.attribution.cue))
        voice = self.speakers.voice(words, place.attribution.subject, place.attribution.cue)
        if voice.speaker is None and voice.mention is not None:
            # A pronoun that means no person known by name: whoever the sentences before are about.
            subject = place.attribution.subject
            if subject.pronoun in _NARRATORS:
                return voice
            before = None
            if subject.pronoun in {"it", "they"}:
                before = self._subject_in(words, words.starts[subject.first], subject.first)
            before = before or self._subject_before(words, words.starts[subject.first])
            voice.speaker = before.speaker if before else self.last.speaker if self.last else None
        return voice

    def _signed(self, marked: Marked) -> Voice | None:
        """The voice of the name that signs a stretch, nothing but a role behind it."""
        signature = labels.signature(self.text, marked.close)
        if signature is None:
            return None
        words = plain(self.text, *signature)
        phrase = phrase_after.after(words.tokens, 0, len(words.tokens))
        if phrase is None or phrase.name == phrase.name_end:
            return None
        whole = phrase.last == len(words.tokens) or words.tokens[phrase.last].kind in {",", "("}
        return self.speakers.voice(words, phrase, -1) if whole else None

    def _subject_before(self, words: Words, start: int) -> Voice | None:
        """Whom the sentence before the one that begins at ``start`` is about, else the sentence before that."""
        for _ in range(_SENTENCES_BACK):
            if start == 0:
                return None
            end, start = start, words.starts[start - 1]
            found = self._subject_in(words, start, end)
            if found is not None:
                return found
        return None

    def _subject_in(self, words: Words, first: int, end: int) -> Voice | None:
        """Whom the words of a sentence between two tokens are about, if they name anybody."""
        subject = clauses.main_subject(words.tokens, first, min(end, first + _LONGEST)) if first < end else None
        if subject is None or subject.pronoun or not _can_speak(words.tokens, subject):
            return None
        return self.speakers.voice(words, subject, -1)

    def _voice_from_around(self, place: _Place) -> Voice | None:
        """Who speaks where the stretch's own sentence does not say."""
        words, quote = place.words, place.quote
        start = words.starts[quote]
        if place.previous is not None and place.previous.said is not None:
            return place.previous.said.voice
        for first, end in ((start, quote), (words.starts[start - 1] if start else start, start)):
            subject = clauses.main_subject(words.tokens, max(first, end - _LONGEST), end) if first < end else None
            if subject is not None:
                if not _can_speak(words.tokens, subject):
                    if end == quote:
                        return None
                    continue
                voice = self.speakers.voice(words, subject, -1)
                if voice.speaker is None:
                    voice = self._subject_before(words, first) or self.last or voice
                return voice
        at = words.quotes[quote].open
        return self._voice_from_paragraph_before(place) or self.last or self.speakers.topic(at)

    def _voice_from_paragraph_before(self, place: _Place) -> Voice | None:
        """Who is about to speak at the end of the paragraph before."""
        start = self.paragraphs[place.paragraph].start
        end = start
        while end > 0 and self.text[end - 1] in "\n\r \t\xa0":
            end -= 1
        begin = max(self.text.rfind("\n", 0, end) + 1, end - _CONTEXT)
        earlier = self.paragraphs[place.paragraph - 1] if place.paragraph else None
        if earlier is not None and earlier.end >= begin:
            if self.text[end - 1 : end] != ":":
                return self._reporting_last(self.words[place.paragraph - 1]) or self.last
            words = split(self.text, earlier)
        else:
            words = split(self.text, Paragraph(begin, end, ()))
        if not words.tokens:
            return None
        tokens, first = words.tokens, words.starts[-1]
        colon = tokens[-1].kind == ":"
        found = [cue for cue in cues.all_before(tokens, first, len(tokens)) if colon or _announces(tokens, cue, first)]
        if not colon and not found and self.last is not None:
            return None
        subject = found[-1].subject if found else clauses.main_subject(tokens, first, len(tokens))
        if subject is not None and (colon or found or subject.pronoun or subject.name < subject.name_end):
            return self.speakers.voice(words, subject, found[-1].at if found else -1)
        return self.speakers.topic(start)

    def _reporting_last(self, words: Words) -> Voice | None:
        """Who reports something in the last sentence of a paragraph, after its last stretch: "…, Smith said." """
        tokens, first = words.tokens, words.starts[-1]
        if any(token.kind == "q" for token in tokens[first:]):
            return None
        found = [cue for cue in cues.all_before(tokens, first, len(tokens)) if _announces(tokens, cue, first)]
        named = found and found[-1].subject.name < found[-1].subject.name_end and saying.is_speech(tokens[found[-1].at])
        return self.speakers.voice(words, found[-1].subject, found[-1].at) if named else None

    def _kind(self, place: _Place) -> QuoteKind:
        """Partial where the stretch is a piece of the reporter's own sentence."""
        tokens, quote = place.words.tokens, place.quote
        marked = place.words.quotes[quote]
        first = self.text[marked.start : marked.start + 1]
        if place.words.starts[quote] < quote:
            if tokens[quote - 1].kind not in {",", ":", "-", "q", "("} and not (
                place.attribution and place.attribution.place == "before" and first.isupper()
            ):
                return "partial"
            if first.islower():
                return "partial"
        if place.attribution and place.attribution.place == "later":
            return "partial"
        return "direct"

    def _trimmed(self, marked: Marked) -> Span:
        start, end = marked.start, marked.end
        while start < end and self.text[start] in " \t\xa0":
            start += 1
        while end > start and self.text[end - 1] in " \t\xa0":
            end -= 1
        return Span(start, end)


def _can_speak(tokens: list[Token], subject: Phrase) -> bool:
    """Whether somebody is meant at all: by a name, a pronoun, a noun for a person, or as who wrote a message."""
    if subject.pronoun or subject.name < subject.name_end or names_person(tokens, subject):
        return True
    return any(token.low in MESSAGES for token in tokens[subject.first : subject.last])


def _announces(tokens: list[Token], cue: cues.Cue, first: int) -> bool:
    """Whether a verb can announce what the next paragraph says."""
    named = cue.subject.name < cue.subject.name_end
    return (named or saying.is_speech(tokens[cue.at])) and not cues.is_denied(tokens, cue.at, first)
