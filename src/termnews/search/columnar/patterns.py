"""Which terms look like a pattern: ``*`` stands for any letters or none, ``?`` for one.

A pattern is pieces between stars.  The first and the last have their places at the ends of a term; each one between is
looked for in all terms at once, and taken where it comes first behind the one before.
"""

from __future__ import annotations

from collections.abc import Sequence

from termnews.search import engine
from termnews.search.columnar.arrays import Array, np
from termnews.search.columnar.dictionary import TermDictionary, has_other_letters
from termnews.search.columnar.spelling import letters_of

_ANY = -1
_Piece = Sequence[int]
"""Code points, or bytes, and ``_ANY`` for each ``?``."""


class Patterned(engine.Query):  # type: ignore[misc]
    """Words of a field that match a pattern (``text``), counted as one word that is spelt in many ways (see
    ``Beginning``)."""

    def __init__(self, fieldname: str, text: str, boost: float = 1.0) -> None:
        self.fieldname, self.text, self.boost = fieldname, text, boost


def terms_matching(dictionary: TermDictionary, pattern: str) -> Array:
    """The numbers of the terms that match as a whole, rising."""
    start = pattern.replace("?", "*").partition("*")[0]
    terms = dictionary.beginning(start.encode()) if start else range(len(dictionary))
    if not terms:
        return np.empty(0, dtype=np.intp)
    text, ends = dictionary.arrays()
    bounds = ends[terms.start : terms.stop + 1].astype(np.intp)
    first, text = int(bounds[0]), text[bounds[0] : bounds[-1]]
    starts, stops = bounds[:-1] - first, bounds[1:] - first
    if "?" not in pattern:
        return terms.start + _matching(text, starts, stops, [list(piece.encode()) for piece in pattern.split("*")])
    pieces = [[_ANY if letter == "?" else ord(letter) for letter in piece] for piece in pattern.split("*")]
    others = has_other_letters(dictionary.letter_sets[terms.start : terms.stop])
    plain, other = np.flatnonzero(~others), np.flatnonzero(others)
    found = [plain[_matching(text, starts[plain], stops[plain], pieces)]]
    if len(other):  # a letter of theirs may take several bytes
        letters, begins, counts = letters_of(text, starts[other], stops[other])
        found.append(other[_matching(letters, begins, begins + counts, pieces)])
    return terms.start + np.sort(np.concatenate(found))


def _matching(letters: Array, starts: Array, ends: Array, pieces: Sequence[_Piece]) -> Array:
    """Which of the terms ``letters[start:end]`` match, rising."""
    first, last = pieces[0], pieces[-1]
    if len(pieces) == 1:
        kept = np.flatnonzero(ends - starts == len(first))
        return kept[_stands_at(letters, starts[kept], first)]
    kept = np.flatnonzero(ends - starts >= len(first) + len(last))
    kept = kept[_stands_at(letters, starts[kept], first)]
    kept = kept[_stands_at(letters, ends[kept] - len(last), last)]
    at, limits = starts[kept] + len(first), ends[kept] - len(last)
    for piece in pieces[1:-1]:
        at = _next_place(letters, at, piece) + len(piece)
        inside = at <= limits
        kept, at, limits = kept[inside], at[inside], limits[inside]
    return kept


def _stands_at(letters: Array, places: Array, piece: _Piece) -> Array:
    """Where ``piece`` stands at the place."""
    same = np.ones(len(places), dtype=bool)
    for step, letter in enumerate(piece):
        if letter != _ANY:
            same &= letters[places + step] == letter
    return same


def _next_place(letters: Array, places: Array, piece: _Piece) -> Array:
    """The first place from each of ``places`` on at which ``piece`` stands; one behind all letters where there is
    none."""
    known = [(step, letter) for step, letter in enumerate(piece) if letter != _ANY]
    if not known:
        return places
    room = len(letters) - len(piece) + 1
    if room <= 0:
        return np.full(len(places), len(letters) + 1)
    there = np.ones(room, dtype=bool)
    for step, letter in known:
        there &= letters[step : step + room] == letter
    found = np.append(np.flatnonzero(there), len(letters) + 1)
    return np.asarray(found[np.searchsorted(found, places)])
