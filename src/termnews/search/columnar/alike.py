"""Words that are spelt like another."""

from __future__ import annotations

from termnews.search import engine
from termnews.search.columnar.arrays import Array, np
from termnews.search.columnar.dictionary import TermDictionary
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
    lengths = np.diff(ends)
    least = max(len(word) - edits, 1)
    most = (len(word) + edits) * (1 if not len(text) or int(text.max()) < 128 else _BYTES)
    chosen = np.flatnonzero((lengths >= least) & (lengths <= most))
    if not len(chosen):
        return chosen
    letters, starts, counts = letters_of(text, ends[chosen].astype(np.int64), ends[chosen + 1].astype(np.int64))
    return np.asarray(chosen[distances(letters, starts, counts, word) <= edits])
