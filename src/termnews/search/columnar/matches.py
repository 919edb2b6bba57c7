"""The documents of a segment that match, with their scores, and how sets of them are put together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from termnews.search.columnar.arrays import Array, np

_SHORTER = 4
_MUCH_SHORTER = 30
"""So many times shorter is a list that searching the longer one for each of its documents is faster than a table."""


class Matches(NamedTuple):
    """``documents`` rise; ``scores`` is None where nobody asked for them."""

    documents: Array
    scores: Array | None

    def times(self, boost: float) -> Matches:
        """With all scores boosted."""
        if boost == 1.0 or self.scores is None:
            return self
        return Matches(self.documents, self.scores * boost)

    def constant(self, score: float) -> Matches:
        """With one score for all."""
        return self if self.scores is None else Matches(self.documents, np.full(len(self.documents), score))

    def at(self, places: Array) -> Matches:
        """Some of them, by place or by truth."""
        return Matches(self.documents[places], None if self.scores is None else self.scores[places])


def nothing(scored: bool) -> Matches:
    """No document."""
    return Matches(np.empty(0, dtype=np.int64), np.empty(0) if scored else None)


def of_mask(mask: Array, score: float, scored: bool) -> Matches:
    """The documents that are true in ``mask``, with one score for all."""
    documents = np.flatnonzero(mask)
    return Matches(documents, np.full(len(documents), score) if scored else None)


def mask_of(documents: Array, size: int) -> Array:
    """A truth a document of a segment of ``size``."""
    mask = np.zeros(size, dtype=bool)
    mask[documents] = True
    return mask


def places_in(wanted: Array, documents: Array, size: int) -> tuple[Array, Array]:
    """Which of ``wanted`` are among ``documents`` (both rising), as truths, and where there."""
    if len(wanted) * _MUCH_SHORTER < len(documents):
        places = np.searchsorted(documents, wanted)
        places[places == len(documents)] = 0
        found = documents[places] == wanted
        return found, places[found]
    slots = np.zeros(size, dtype=np.int32)
    slots[documents] = np.arange(1, len(documents) + 1, dtype=np.int32)
    at = slots[wanted]
    found = at > 0
    return found, at[found] - 1


def intersection(parts: Sequence[Matches], size: int) -> Matches:
    """What is in all of them, scores added up; the shortest list first."""
    ordered = sorted(parts, key=lambda part: len(part.documents))
    whole = ordered[0]
    for part in ordered[1:]:
        if not len(whole.documents):
            break
        found, places = places_in(whole.documents, part.documents, size)
        scores = None
        if whole.scores is not None and part.scores is not None:
            scores = whole.scores[found] + part.scores[places]
        whole = Matches(whole.documents[found], scores)
    return whole


def union(parts: Sequence[Matches], size: int) -> Matches:
    """What is in any of them, scores added up."""
    some = [part for part in parts if len(part.documents)]
    if not some:
        return parts[0] if parts else nothing(False)
    if len(some) == 1:
        return some[0]
    if len(some) == 2:
        few, many = sorted(some, key=lambda part: len(part.documents))
        if len(few.documents) * _SHORTER < len(many.documents):
            return _inserted(few, many, size)
    scored = [(part.documents, part.scores) for part in some if part.scores is not None]
    if not scored:
        return Matches(np.flatnonzero(_any_of(some, size)), None)
    sums = np.zeros(size)
    for documents, scores in scored:
        sums[documents] += scores
    if all(scores.min() > 0 for _, scores in scored):
        documents = np.flatnonzero(sums > 0)
    else:  # filters score nothing
        documents = np.flatnonzero(_any_of(some, size))
    return Matches(documents, sums[documents])


def _any_of(parts: Sequence[Matches], size: int) -> Array:
    mask = np.zeros(size, dtype=bool)
    for part in parts:
        mask[part.documents] = True
    return mask


def _inserted(few: Matches, many: Matches, size: int) -> Matches:
    """The union of a short and a long list."""
    found, places = places_in(few.documents, many.documents, size)
    new = few.at(~found)
    at = np.searchsorted(many.documents, new.documents)
    documents = np.insert(many.documents.astype(np.int64), at, new.documents) if len(at) else many.documents
    if many.scores is None or few.scores is None or new.scores is None:
        return Matches(documents, None)
    scores = many.scores.copy()
    scores[places] += few.scores[found]
    return Matches(documents, np.insert(scores, at, new.scores) if len(at) else scores)


def best_of(parts: Sequence[Matches], size: int, tiebreak: float) -> Matches:
    """What is in any of them, with the highest score and ``tiebreak`` times the sum of the others."""
    sums = union(parts, size)
    if sums.scores is None or not len(sums.documents):
        return sums
    highest = np.zeros(size)
    for part in parts:
        assert part.scores is not None, "all of them were asked for scores"
        highest[part.documents] = np.maximum(highest[part.documents], part.scores)
    best = highest[sums.documents]
    return Matches(sums.documents, best + tiebreak * (sums.scores - best))


def difference(wanted: Matches, unwanted: Array, size: int) -> Matches:
    """What is wanted and not unwanted."""
    if not len(unwanted) or not len(wanted.documents):
        return wanted
    found, _ = places_in(wanted.documents, unwanted, size)
    return wanted.at(~found)


def with_bonus(wanted: Matches, bonus: Matches, size: int) -> Matches:
    """All that is wanted, with the scores of ``bonus`` added where that matches too."""
    if wanted.scores is None or bonus.scores is None:
        return wanted
    found, places = places_in(wanted.documents, bonus.documents, size)
    scores = wanted.scores.copy()
    scores[found] += bonus.scores[places]
    return Matches(wanted.documents, scores)
