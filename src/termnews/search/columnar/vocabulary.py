"""From pieces of text to numbers of words and stems, remembered.

A *piece* is what stands between two blanks (``“Müller’s``, ``well-known,``).  Each is folded and cut into words once;
after that a text is one look-up a piece, and all that follows is arithmetic on arrays.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import TypeAlias

from termnews.search.columnar.arrays import Array, np, stretches

Cut: TypeAlias = Callable[[str], list[str]]
Stem: TypeAlias = Callable[[str], str]

_MOST_PIECES = 400_000
_LONGEST_REMEMBERED = 48
"""Characters; longer pieces (whole paragraphs of scripts without blanks) seldom come twice."""


class Vocabulary(dict[str, int]):
    """The number of each piece.  Numbers hold until ``renewed`` gives another vocabulary."""

    def __init__(self, words: Cut, stem: Stem) -> None:
        super().__init__()
        self._cut = words
        self._stem = stem
        self._word_numbers: dict[str, int] = {}
        self._stem_numbers: dict[str, int] = {}
        self._stem_of = array("I")
        self._ends = array("I", [0])
        self._words = array("I")
        self.words: list[bytes] = []
        self.stems: list[bytes] = []

    def __missing__(self, piece: str) -> int:
        number = len(self._ends) - 1
        self._words.extend([self._word(word) for word in self._cut(piece)])
        self._ends.append(len(self._words))
        if len(piece) <= _LONGEST_REMEMBERED:
            self[piece] = number
        return number

    def numbers(self, text: str) -> list[int]:
        """The numbers of the pieces of a text."""
        return list(map(self.__getitem__, text.split()))

    def expanded(self, pieces: Array) -> tuple[Array, Array]:
        """How many words each piece has, and the numbers of all these words."""
        ends = np.frombuffer(self._ends, dtype=np.uint32).astype(np.int64)
        starts = ends[pieces]
        counts = ends[pieces + 1] - starts
        words = np.frombuffer(self._words, dtype=np.uint32)
        return counts, words[stretches(starts, counts)]

    def stemmed(self, words: Array) -> Array:
        """The number of the stem of each word."""
        return np.frombuffer(self._stem_of, dtype=np.uint32)[words]

    def renewed(self) -> Vocabulary:
        """This vocabulary, or an empty one where it has grown too big; only where no number of it is in use."""
        return self if len(self._ends) < _MOST_PIECES else Vocabulary(self._cut, self._stem)

    def _word(self, word: str) -> int:
        number = self._word_numbers.get(word)
        if number is None:
            number = self._word_numbers[word] = len(self.words)
            self.words.append(word.encode())
            self._stem_of.append(self._stem_number(self._stem(word)))
        return number

    def _stem_number(self, stem: str) -> int:
        number = self._stem_numbers.get(stem)
        if number is None:
            number = self._stem_numbers[stem] = len(self.stems)
            self.stems.append(stem.encode())
        return number
