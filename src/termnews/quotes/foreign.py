"""Who says a marked stretch in an article of another European language.

    « Non », a déclaré la maire, Solène Harcourt.      a verb of saying right after, then the name
    Starosta Vít Zábojník odpověděl: „Ne.“             a verb of saying before, the name before it
    «No», añadió.                                      nobody named: who spoke last, else who was named last

A name is a run of two capitalised words or more, since German capitalises its nouns; else one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from termnews.article import Quote, QuoteKind, Span
from termnews.quotes.introductions import cleaned
from termnews.quotes.marks import Marked, Paragraph
from termnews.quotes.people import People
from termnews.quotes.pronouns import Pronouns
from termnews.quotes.runs import RUN, split_name
from termnews.quotes.tokens import SENTENCE_END
from termnews.quotes.words.foreign import ACCORDING, ARTICLES, ENGLISH, LINKS, PRONOUNS, VERBS

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE = re.compile(r"[.!?…](?=\s+(?:[«„“\"]|[^\W\d_a-zà-ÿа-я]))")
_FOREIGN = re.compile(r"[À-ɏЀ-ӿͰ-Ͽ«»„]")
_REACH = 200
_LONGEST_TITLE = 6
_SOURCE = re.compile(rf"(?:\A|(?<=[.!?…»“”] ))({'|'.join(map(re.escape, ACCORDING))})\b([^.!?\n]{{0,120}}?),? (?=\S)")


def is_foreign(text: str) -> bool:
    """Whether a text has none of the words that no English article does without, and letters or marks of others."""
    return not any(word in text for word in ENGLISH) and _FOREIGN.search(text) is not None


@dataclass(slots=True)
class _Voice:
    speaker: str | None
    role: str | None = None
    mention: Span | None = None
    cue: Span | None = None


def find(text: str, paragraphs: list[Paragraph]) -> list[Quote]:
    """The quotations of an article that is not English."""
    reading = _Reading(text)
    for paragraph in paragraphs:
        reading.read(paragraph)
    return [
        Quote(tuple(parts), voice.speaker, voice.role, voice.mention, voice.cue, kind)
        for parts, voice, kind in reading.said
    ]


class _Reading:
    def __init__(self, text: str) -> None:
        self._text = text
        self._people = People(text)
        self._last: str | None = None
        self._roles: dict[str, str] = {}
        self.said: list[tuple[list[Span], _Voice, QuoteKind]] = []

    def read(self, paragraph: Paragraph) -> None:
        previous: Marked | None = None
        for index, marked in enumerate(paragraph.marked):
            end = paragraph.marked[index + 1].open if index + 1 < len(paragraph.marked) else paragraph.end
            start = paragraph.marked[index - 1].close if index else paragraph.start
            part = _trimmed(self._text, marked)
            if marked.continues and self.said:
                self.said[-1][0].append(part)
                continue
            voice = self._after(marked, end) or self._before(marked, start)
            alone = _stands_alone(self._text, marked, start)
            if voice is None and previous is not None and self.said:
                # «A», dijo Ana. «B.» goes on; «a» y «b» has the same speaker.
                if alone:
                    self.said[-1][0].append(part)
                    continue
                if _SENTENCE.search(self._text, start, marked.open):
                    continue
                voice = _Voice(self.said[-1][1].speaker, self.said[-1][1].role)
            if voice is None and self._is_title(marked, start):
                continue
            voice = voice or _Voice(self._last)
            self._last = voice.speaker or self._last
            if voice.speaker and voice.role:
                self._roles.setdefault(voice.speaker, voice.role)
            elif voice.speaker:
                voice.role = self._roles.get(voice.speaker)
            self.said.append(([part], voice, "direct" if alone else "partial"))
            previous = marked

    def _after(self, marked: Marked, end: int) -> _Voice | None:
        """The verb right after a stretch, and the name that follows it."""
        text = self._text
        gap = text[marked.close : marked.close + 3].lstrip()[:1]
        if gap not in {",", "–", "—", "-"} and text[marked.end - 1] not in ",?!.…":
            return None
        stop = _sentence_end(text, marked.close, min(end, marked.close + _REACH))
        absent = False
        for place, word in enumerate(_WORD.finditer(text, marked.close, stop)):
            low = word.group().lower()
            verb = low.split("-")[0]
            absent = absent or low in PRONOUNS or "-t-" in low or "-" in low
            if verb in VERBS and absent:
                return _Voice(self._absent(marked.open), None, None, Span(*word.span()))
            if verb in VERBS:
                return self._named(word.end(), stop, Span(*word.span())) or _Voice(
                    self._absent(marked.open), None, None, Span(*word.span())
                )
            if place > 2 or not (low in LINKS or "-t-" in low):
                break
        return None

    def _before(self, marked: Marked, start: int) -> _Voice | None:
        """A verb in the sentence before a stretch, and the name or the subject before the verb."""
        text = self._text
        begin = max(start, marked.open - _REACH)
        for sentence in _SENTENCE.finditer(text, begin, marked.open):
            begin = sentence.end()
        verbs = [word for word in _WORD.finditer(text, begin, marked.open) if word.group().lower() in VERBS]
        if not verbs:
            return None
        verb = verbs[-1]
        cue = Span(*verb.span())
        named = self._named(begin, verb.start(), cue, latest=True)
        if named is not None:
            return named
        first = _WORD.search(text, begin, verb.start())
        if first is None or (start and begin == start):
            return _Voice(self._last, None, None, cue)
        subject = text[first.start() : verb.start()].split(",")[0].strip()
        subject = subject.removesuffix(" a").removesuffix(" ha").removesuffix(" hat").strip()
        return _Voice(subject, None, Span(first.start(), first.start() + len(subject)), cue)

    def _named(self, start: int, end: int, cue: Span, latest: bool = False) -> _Voice | None:
        """The best name between two places: a run of words, else a single one the text names in full."""
        runs = [match for match in RUN.finditer(self._text, start, end) if match.group() not in ARTICLES]
        several = [match for match in runs if " " in match.group()]
        if not several:
            for match in reversed(runs) if latest else runs:
                full = self._people.full_name(match.group(), match.start())
                if " " in full:
                    return _Voice(full, self._roles.get(full), Span(*match.span()), cue)
            words = _WORD.search(self._text, start, end)
            if latest or words is None or words.group().lower() in LINKS:
                return None
            worded = self._text[words.start() : end].split(",")[0].rstrip(" .–—-")
            return (
                _Voice(worded, None, Span(words.start(), words.start() + len(worded)), cue)
                if runs or " " in worded
                else None
            )
        chosen = several[-1] if latest else several[0]
        if not latest and len(several) > 1 and self._text[chosen.end() : several[1].start()] == ", ":
            # "sagte der Bürgermeister von Adorf, Ute Kern": a run with a particle in it may be a place.
            chosen = several[1]
        words_of = chosen.group().split(" ")
        name = " ".join(words_of[min(split_name(words_of), len(words_of) - 2) :])
        mention = Span(chosen.end() - len(name), chosen.end())
        between = self._text[start : mention.start].strip(" ,")
        return _Voice(name, cleaned(_without_article(between)) if 0 < len(between) < 80 else None, mention, cue)

    def _absent(self, at: int) -> str | None:
        """Who speaks where nobody is named: who spoke last in this article, else whoever was named last."""
        return self._last or Pronouns(self._text, self._people, ()).antecedent("", at) or self._people.first()

    def _is_title(self, marked: Marked, start: int) -> bool:
        """A stretch that nobody says: short, inside a sentence or at its start, without an end of its own."""
        short = self._text.count(" ", marked.start, marked.end) < _LONGEST_TITLE
        ends = self._text[marked.end - 1] in SENTENCE_END or self._text[marked.close : marked.close + 1] in SENTENCE_END
        return short and not (ends and _stands_alone(self._text, marked, start))


def reported(text: str) -> Iterator[Quote]:
    """Indirect speech that a source opens: "Según Ana Ruiz, …"."""
    people = People(text)
    for match in _SOURCE.finditer(text):
        stop = _sentence_end(text, match.end(), len(text))
        runs = [run for run in RUN.finditer(text, match.end(1), stop) if " " in run.group()]
        comma = text.rfind(",", match.end(1), stop)
        if not runs and "словам" not in match.group(1):
            continue
        named = next((run for run in runs if run.start() < max(comma, match.end())), None)
        begin = text.find(",", named.end() if named else match.end(1), stop) + 1
        if begin <= 0:
            continue
        said = Span(begin + len(text[begin:stop]) - len(text[begin:stop].lstrip()), stop)
        words = named.group().split(" ") if named else []
        speaker = (
            " ".join(words[split_name(words) :]) if named else Pronouns(text, people, ()).antecedent("", match.start())
        )
        if said.start < said.end:
            mention = Span(*named.span()) if named else None
            yield Quote((said,), speaker, None, mention, Span(*match.span(1)), "indirect")


def _without_article(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if first.lower() in ARTICLES else words


def _stands_alone(text: str, marked: Marked, start: int) -> bool:
    """Whether a stretch begins a sentence of its own."""
    before = text[start : marked.open].rstrip()
    return not before or before[-1] in SENTENCE_END or before[-1] in ":–—"


def _sentence_end(text: str, start: int, end: int) -> int:
    found = _SENTENCE.search(text, start, end)
    stop = found.start() if found else end
    newline = text.find("\n", start, stop)
    stop = newline if newline >= 0 else stop
    return stop - 1 if stop > start and text[stop - 1] in SENTENCE_END else stop


def _trimmed(text: str, marked: Marked) -> Span:
    start, end = marked.start, marked.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
