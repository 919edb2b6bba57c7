"""From text to numbers of words and stems, remembered.

A *piece* is about what stands between two blanks (``Müller’s``, ``well``).  Each is folded and cut into words once;
after that all pieces of a block of text are found in its bytes, and looked up, a few array operations for all.  A piece
of at most eight bytes is a number of 64 bits as it stands, and nine of ten are so short.
"""

from __future__ import annotations

from array import array

from termnews.search.columnar.arrays import MOST, Array, np, stretches
from termnews.search.columnar.fields import Analysis
from termnews.search.columnar.inversion import Terms
from termnews.search.columnar.keytable import KeyTable

_MOST_PIECES = 400_000
_LONGEST_REMEMBERED = 48
"""Bytes; longer pieces (whole paragraphs of scripts without blanks) seldom come twice."""

_BLANK = 32
_KEY_BYTES = 8
_MASKS = np.array([(1 << 8 * length) - 1 for length in range(_KEY_BYTES + 1)], dtype=np.uint64)

PADDING = b" " * _KEY_BYTES
"""What a block of text ends with."""


class Vocabulary:
    """The number of each piece, of each word and of each stem.  It only grows; ``vocabulary_of`` bounds it."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._edges = np.zeros(256, dtype=np.int64)
        self._edges[list(analysis.edges)] = 1
        self._pieces: dict[bytes, int] = {}
        self._short = KeyTable()
        self._ends = array("I", [0])
        self._words_of = array("I")
        self._stem_of: dict[str, Array] = {}
        self.words = Terms()
        self.stems = Terms()

    def words_in(self, block: bytes) -> tuple[Array, Array]:
        """The numbers of the words in a block of UTF-8 text, in order, and at which byte the piece of each begins.

        The block begins with a blank and ends with PADDING.
        """
        data = block.translate(self._analysis.letters)
        starts, ends = self._cut(data)
        pieces = self._numbered(data, starts, ends)
        begins = np.frombuffer(self._ends, dtype=np.uint32).astype(np.int64)
        first = begins[pieces]
        counts = begins[pieces + 1] - first
        words = np.frombuffer(self._words_of, dtype=np.uint32)
        return words[stretches(first, counts)], np.repeat(starts, counts)

    def stemmed(self, words: Array, language: str) -> Array:
        """The number of the stem of each word in a language."""
        known = self._stem_of.get(language, np.empty(0, dtype=np.uint32))
        if len(known) < len(self.words.texts):
            unknown = np.full(len(self.words.texts), MOST, dtype=np.uint32)
            known = self._stem_of[language] = np.append(known, unknown[len(known) :])
        stems = known[words]
        for word in np.unique(words[stems == MOST]).tolist():
            known[word] = self.stems.number(self._analysis.stem(self.words.texts[word].decode(), language))
        return known[words]

    def is_full(self) -> bool:
        """Whether it has grown so big that whoever begins anew should do so with another."""
        return len(self._ends) > _MOST_PIECES

    def _cut(self, data: bytes) -> tuple[Array, Array]:
        """Where each piece begins and ends, without a sign at its edges that belongs to no word there."""
        codes = np.frombuffer(data, dtype=np.uint8)
        inside = codes != _BLANK
        turns = np.flatnonzero(inside[1:] != inside[:-1]) + 1
        starts, ends = turns[::2], turns[1::2]
        starts = starts + self._edges[codes[starts]]
        ends = ends - self._edges[codes[ends - 1]]
        filled = starts < ends
        return starts[filled], ends[filled]

    def _numbered(self, data: bytes, starts: Array, ends: Array) -> Array:
        """The number of each piece, new ones for new pieces."""
        lengths = ends - starts
        eights = np.ndarray((len(data) - _KEY_BYTES + 1,), "<u8", buffer=data, strides=(1,))  # from every byte on
        keys = eights[starts].astype(np.uint64, copy=False)
        keys &= _MASKS[np.minimum(lengths, _KEY_BYTES)]
        short = lengths <= _KEY_BYTES
        numbers = np.where(short, self._short.find(keys), -1)
        known, before = self._pieces, len(self._ends) - 1
        left = np.flatnonzero(numbers < 0)
        found = []
        for start, end in zip(starts[left].tolist(), ends[left].tolist(), strict=True):
            piece = data[start:end]
            number = known.get(piece)
            found.append(self._new(piece) if number is None else number)
        numbers[left] = found
        made = left[short[left] & (numbers[left] >= before)]
        fresh, at = np.unique(numbers[made], return_index=True)
        self._short.add(keys[made[at]], fresh)
        return numbers

    def _new(self, piece: bytes) -> int:
        number = len(self._ends) - 1
        self._words_of.extend([self.words.number(word) for word in self._analysis.words(piece.decode())])
        self._ends.append(len(self._words_of))
        if len(piece) <= _LONGEST_REMEMBERED:
            self._pieces[piece] = number
        return number


_known: dict[Analysis, Vocabulary] = {}


def vocabulary_of(analysis: Analysis) -> Vocabulary:
    """The vocabulary of this process for an analysis.  One that has grown too big is followed by an empty one; who
    holds its numbers keeps the old one as long as it holds them.  For one thread."""
    vocabulary = _known.get(analysis)
    if vocabulary is None or vocabulary.is_full():
        vocabulary = _known[analysis] = Vocabulary(analysis)
    return vocabulary
