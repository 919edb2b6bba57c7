"""Words that are spelt like another."""

from __future__ import annotations

from termnews.search import engine
from termnews.search.columnar.arrays import Array, np
from termnews.search.columnar.dictionary import TermDictionary, letter_kinds
from termnews.search.columnar.spelling import LONGEST, distances, letters_of

_BYTES = 4
"""The most that a letter takes."""


class Alike(engine.Query):  # type: ignore[misc]
    """Words of a field that are at most so many ``edits`` from ``text``, counted as one word that is spelt in many ways
    (see ``Beginning``)."""

    def __init__(self, fieldname: str, text: str, edits: int, boost: float = 1.0) -> None:
        self.fieldname, self.text, self.edits, self.boost = fieldname, text[:LONGEST], edits, boost


def terms_alike(dictionary: TermDictionary, word: str, edits: int) -> Array:
    """The numbers of the terms that are at most so many ``edits`` from ``word``, rising."""
    text, ends = dictionary.arrays()
    kinds, mine = dictionary.letter_sets, np.uint32(letter_kinds(word))
    chosen = np.flatnonzero(_few(mine & ~kinds, edits) & _few(kinds & ~mine, edits))
    lengths = ends[chosen + 1] - ends[chosen]
    chosen = chosen[(lengths >= len(word) - edits) & (lengths <= (len(word) + edits) * _BYTES)]
    if not len(chosen):
        return chosen
    letters, starts, counts = letters_of(text, ends[chosen].astype(np.int64), ends[chosen + 1].astype(np.int64))
    return np.asarray(chosen[distances(letters, starts, counts, word) <= edits])


def _few(bits: Array, most: int) -> Array:
    """Where no more than so many bits are set: each edit brings or takes away one kind of letter at most."""
    for _ in range(most):
        bits = bits & (bits - np.uint32(1))
    return np.asarray(bits == 0)
