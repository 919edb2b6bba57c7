"""Who speaks by a label: "SMITH: …" inside the marks, "— Ann Lee" after them, and transcripts, whose paragraphs have
labels and no marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from termnews.article import Span
from termnews.quotes.phrases import is_person_noun
from termnews.quotes.words.given_names import GIVEN
from termnews.quotes.words.titles import TITLES

_UPPER = "A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-Я"
_LABEL = rf"[{_UPPER}][\w.'’\-]{{0,30}}(?: [a-z]{{2,12}}(?= [{_UPPER}]))?(?: [{_UPPER}][\w.'’\-]{{0,30}}){{0,4}}"
_INSIDE = re.compile(rf"({_LABEL}): (?=\S)")
_PARAGRAPH = re.compile(rf"[ \t\xa0]{{0,4}}({_LABEL})(?::|\.(?=[ \xa0]))[ \xa0](?=\S)")
_ASIDE = re.compile(r"\s*[(\[][^()\[\]\n]{1,60}[)\]]\Z")
"""What the transcriber adds at the end: (laughs)."""
_QUESTIONS = frozenset({"Q", "Question", "QUESTION", "Interviewer", "INTERVIEWER"})
_ANSWERS = frozenset({"A", "Answer", "ANSWER"})
_FEWEST = 3
"""Labelled paragraphs that make a transcript, at least one label among them coming twice."""


# A dash and a name after the stretch, in its paragraph or on a line of their own; what follows a comma is a role.
_SIGNED = re.compile(
    rf"[.,]?[ \t\xa0]*\n{{0,2}}[ \t\xa0]*[-–—―]{{1,2}}[ \xa0]?([{_UPPER}][^\n“”\"]{{2,80}}?)[.)]?[ \t]*(?=\n|\Z)"
)


class Turn(NamedTuple):
    """One labelled paragraph: ``said`` is what follows the label; ``answer`` says that the label stands for a guest."""

    label: Span
    said: Span
    name: str | None
    answer: bool


def inside(text: str, start: int, end: int) -> Span | None:
    """The label that a marked stretch begins with, if it is one in capitals: "SMITH: I never said so." """
    found = _INSIDE.match(text, start, end)
    if found is None or not found.group(1).isupper() or len(found.group(1)) < 2:
        return None
    return Span(found.start(1), found.end(1))


def signature(text: str, close: int) -> Span | None:
    """The name that signs what ends at ``close``: "We never saw it." — Ann Lee, engineer."""
    found = _SIGNED.match(text, close)
    return None if found is None else Span(*found.span(1))


def transcript(text: str) -> list[Turn]:
    """The turns of an interview or a hearing printed with labels; empty where the text is none."""
    if ": " not in text and "Q. " not in text:
        return []
    found = [match for match in _labelled(text) if _is_label(text, match)]
    if len(found) < 2:
        return []
    times = Counter(_key(match.group(1)) for match in found)
    # A heading comes once; who takes part in a conversation speaks again, or answers right after another.
    found = [
        match
        for index, match in enumerate(found)
        if times[_key(match.group(1))] > 1 or match.group(1).isupper() or _beside_another(text, found, index)
    ]
    times = Counter(_key(match.group(1)) for match in found)
    several = len(times) > 1
    again = len(found) >= _FEWEST and several and max(times.values(), default=0) > 1
    pair = several and len(found) >= 2 and all(_surely_speaks(match.group(1)) for match in found)
    return [turn for match in found if (turn := _turn(text, match)) is not None] if again or pair else []


def _labelled(text: str) -> Iterator[re.Match[str]]:
    """The lines that begin with what may be a label."""
    at = 0
    while True:
        match = _PARAGRAPH.match(text, at)
        if match is not None:
            yield match
        at = text.find("\n", at) + 1
        if not at:
            return


def _key(label: str) -> str:
    """What makes two labels one: the last word, since "Ann Lee" becomes "Lee"."""
    return label.rsplit(" ", 1)[-1].lower()


def _surely_speaks(label: str) -> bool:
    """A letter for question or answer, or a title and a name."""
    return label in {"Q", "A"} or (" " in label and label.split(" ", 1)[0] in TITLES)


def _beside_another(text: str, found: list[re.Match[str]], index: int) -> bool:
    """Whether the paragraph before or after this label begins with a label too."""
    if index and not text[found[index - 1].end() : found[index].start()].strip().count("\n"):
        return True
    return index + 1 < len(found) and not text[found[index].end() : found[index + 1].start()].strip().count("\n")


def _turn(text: str, match: re.Match[str]) -> Turn | None:
    name = match.group(1)
    end = text.find("\n", match.end())
    said = _ASIDE.sub("", text[match.end() : end if end >= 0 else len(text)].rstrip())
    if not any(character.isalpha() for character in said):
        return None
    span = Span(match.end(), match.end() + len(said))
    return Turn(Span(*match.span(1)), span, None if name in _QUESTIONS or name in _ANSWERS else name, name in _ANSWERS)


def _is_label(text: str, match: re.Match[str]) -> bool:
    """A full stop makes a label of "Q." and "A." only; a word that the text has in lower case too is a heading."""
    label = match.group(1)
    if text[match.end(1)] != ":":
        return label in {"Q", "A"}
    heading = len(label) > 1 and label.istitle() and not is_person_noun(label.lower()) and label not in GIVEN
    return not (heading and re.search(rf" {re.escape(label.lower())}\b", text))
