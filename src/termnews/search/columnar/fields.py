"""Field types whose text is cut into words once, whatever becomes of the words.

``Words`` keeps the words of a field with their positions, ``Stems`` what is common to the forms of the words of another
field.  A value of both is a sequence of ``Text``; ``ColumnarWriter`` wants it for the ``Words`` alone and
makes the ``Stems`` on the way, any other writer wants it for both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from termnews.search import engine

GAP = 100
"""Positions left free between two texts of a field, so that no phrase reaches from one into the next."""


class Text(NamedTuple):
    """A text of a field: how heavily its words count, and by which language they are stemmed."""

    text: str
    weight: float = 1.0
    language: str = "en"


Texts: TypeAlias = "Sequence[Text]"
Indexed: TypeAlias = "Iterator[tuple[bytes, int, float, bytes]]"


class Analysis(NamedTuple):
    """How text becomes terms.

    ``letters`` says what becomes of each byte of UTF-8 text before it is cut at blanks: signs that are in no word are
    blanks then, and ASCII has no case; ``edges`` are bytes that belong to no word at the edge of what is cut out.  The
    ``words`` of these pieces, one after the other, are those of the text.  Few pieces are new in a text after many
    others, and only those are looked at.  ``stem`` is given a word and the language of its text.
    """

    letters: bytes
    edges: bytes
    words: Callable[[str], list[str]]
    stem: Callable[[str, str], str]


class Words(engine.FieldType):  # type: ignore[misc]
    """Words with positions."""

    def __init__(self, analysis: Analysis, scorable: bool = True) -> None:
        super().__init__(engine.Positions(), None, scorable=scorable)
        self.analysis = analysis

    def index(self, value: Texts, **_: object) -> Indexed:
        """The terms of a value as Whoosh's writers take them: term, frequency, weight, encoded positions."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        weights: defaultdict[str, float] = defaultdict(float)
        position = 0
        for text, weight, _language in value:
            for word in self.analysis.words(text):
                places[word].append(position)
                weights[word] += weight
                position += 1
            position += GAP
        encode = self.format.encode
        return ((word.encode(), len(at), weights[word], encode(at)) for word, at in places.items())


class Stems(engine.FieldType):  # type: ignore[misc]
    """The stems of the words of the field ``source``, with how often and how heavily they occur."""

    def __init__(self, source: str, analysis: Analysis) -> None:
        super().__init__(engine.Frequency(), None, scorable=True)
        self.source = source
        self.analysis = analysis

    def index(self, value: Texts, **_: object) -> Indexed:
        """The terms of a value as Whoosh's writers take them: term, frequency, weight, encoded frequency."""
        counts: defaultdict[str, int] = defaultdict(int)
        weights: defaultdict[str, float] = defaultdict(float)
        for text, weight, language in value:
            for word in self.analysis.words(text):
                stem = self.analysis.stem(word, language)
                counts[stem] += 1
                weights[stem] += weight
        return ((stem.encode(), count, weights[stem], count.to_bytes(4, "big")) for stem, count in counts.items())
