"""From pieces of text to numbers of words and stems, remembered.

A *piece* is about what stands between two blanks (``“Müller’s``, ``well-known,``).  Each is folded and cut into words
once; after that a text is one look-up a piece, and all that follows is arithmetic on arrays.
"""

from __future__ import annotations

from array import array

from termnews.search.columnar.arrays import Array, np, stretches
from termnews.search.columnar.fields import Analysis

_MOST_PIECES = 400_000
_LONGEST_REMEMBERED = 48
"""Characters; longer pieces (whole paragraphs of scripts without blanks) seldom come twice."""


class Vocabulary(dict[str, int]):
    """The number of each piece, of each word and of each stem.  It only grows; ``vocabulary_of`` bounds it."""

    def __init__(self, analysis: Analysis) -> None:
        super().__init__()
        self._pieces, self._cut, self._stem = analysis
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
        return list(map(self.__getitem__, self._pieces(text)))

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

    def is_full(self) -> bool:
        """Whether it has grown so big that whoever begins anew should do so with another."""
        return len(self._ends) > _MOST_PIECES

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


_known: dict[Analysis, Vocabulary] = {}


def vocabulary_of(analysis: Analysis) -> Vocabulary:
    """The vocabulary of this process for an analysis.  One that has grown too big is followed by an empty one; who
    holds its numbers keeps the old one as long as it holds them.  For one thread."""
    vocabulary = _known.get(analysis)
    if vocabulary is None or vocabulary.is_full():
        vocabulary = _known[analysis] = Vocabulary(analysis)
    return vocabulary
