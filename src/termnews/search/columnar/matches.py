"""The documents of a slice that match, with their scores, and how sets of them are put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import NamedTuple

from termnews.search.columnar.arrays import Array, np

_SHORTER = 5
"""So many times shorter is a list that searching the longer one for each of its documents is faster than a table."""

_AT_ONCE = 1 << 20
"""Postings whose union is made in one go: more don't stay close to the processor."""

_SPARSE = 16
"""So many times fewer than the slice has are postings whose union is faster to sort than to count."""


class Matches(NamedTuple):
    """``documents`` rise; ``scores`` is None where nobody asked for them."""

    documents: Array
    scores: Array | None

    def times(self, boost: float) -> Matches:
        """With all scores boosted."""
        if boost == 1.0 or self.scores is None:
            return self
        return Matches(self.documents, self.scores * boost)

    def at(self, places: Array) -> Matches:
        """Some of them, by place."""
        return Matches(self.documents.take(places), None if self.scores is None else self.scores.take(places))

    def without(self, places: Array) -> Matches:
        """All but some, by place."""
        if not len(places):
            return self
        kept = np.ones(len(self.documents), dtype=bool)
        kept[places] = False
        return self.at(np.flatnonzero(kept))


class Candidates:
    """Documents, rising, that a search is narrowed to, in a slice of ``size``."""

    __slots__ = ("_mask", "documents", "size")

    def __init__(self, documents: Array, size: int) -> None:
        self.documents = documents
        self.size = size
        self._mask: Array | None = None

    def mask(self) -> Array:
        """A truth a document of the slice."""
        if self._mask is None:
            self._mask = np.zeros(self.size, dtype=bool)
            self._mask[self.documents] = True
        return self._mask

    def places_in(self, documents: Array) -> Array:
        """Where in ``documents``, which rise too, the candidates are."""
        mine = self.documents
        if not len(mine) or not len(documents):
            return np.empty(0, dtype=np.intp)
        if len(mine) * _SHORTER < len(documents):
            at = documents.searchsorted(mine)
            return np.asarray(at[documents.take(at, mode="clip") == mine])
        if len(documents) * _SHORTER < len(mine):
            return np.flatnonzero(mine.take(mine.searchsorted(documents), mode="clip") == documents)
        return np.flatnonzero(self.mask().take(documents))


def nothing(scored: bool) -> Matches:
    """No document."""
    return Matches(np.empty(0, dtype=np.intp), np.empty(0) if scored else None)


def constant(documents: Array, score: float, scored: bool) -> Matches:
    """These documents with one score for all."""
    return Matches(documents, np.full(len(documents), score) if scored else None)


def narrowed(matches: Matches, within: Candidates | None) -> Matches:
    """Those of the matches that are candidates."""
    return matches if within is None else matches.at(within.places_in(matches.documents))


def added(whole: Matches, part: Matches, size: int) -> Matches:
    """``part``, whose documents are all in ``whole``, with the scores of both added up."""
    if whole.scores is None or part.scores is None:
        return part
    if len(whole.documents) == len(part.documents):
        return Matches(part.documents, whole.scores + part.scores)
    places = Candidates(part.documents, size).places_in(whole.documents)
    return Matches(part.documents, whole.scores.take(places) + part.scores)


def with_bonus(whole: Matches, bonus: Matches, size: int) -> Matches:
    """All of ``whole``, with the scores of ``bonus`` added, whose documents are all in it."""
    if whole.scores is None or bonus.scores is None or not len(bonus.documents):
        return whole
    scores = whole.scores.copy()
    scores[Candidates(bonus.documents, size).places_in(whole.documents)] += bonus.scores
    return Matches(whole.documents, scores)


def coordinated(found: Matches, matching: Array, queries: int, scale: float) -> Matches:
    """Scores by how many of the queries match (Whoosh's ``CoordMatcher``, after "V-Twin: A Lightweight Engine for
    Interactive Use")."""
    if found.scores is None or not scale:
        return found
    return Matches(
        found.documents, (found.scores + (matching - 1) / (queries - scale) ** 2) * ((queries - 1) / queries)
    )


def difference(wanted: Matches, unwanted: Array, size: int) -> Matches:
    """What is wanted and not unwanted."""
    return wanted.without(Candidates(unwanted, size).places_in(wanted.documents))


def union(parts: Sequence[Matches], size: int) -> Matches:
    """What is in any of them, scores added up."""
    some = [part for part in parts if len(part.documents)]
    if len(some) < 2:
        return some[0] if some else parts[0]
    if sum(len(part.documents) for part in some) > _AT_ONCE:
        return _united_in_turn(some, size)
    documents = np.concatenate([part.documents for part in some])
    scores = [part.scores for part in some if part.scores is not None]
    return united(documents, np.concatenate(scores) if scores else None, size)


def _united_in_turn(parts: Sequence[Matches], size: int) -> Matches:
    """As ``union``, without all of them behind each other in memory."""
    mask, sums = np.zeros(size, dtype=bool), None
    for documents, scores in parts:
        mask[documents] = True
        if scores is not None:
            sums = _sums(documents, scores, size) if sums is None else sums + _sums(documents, scores, size)
    found = np.flatnonzero(mask)
    return Matches(found, None if sums is None else sums.take(found))


def united(documents: Array, scores: Array | None, size: int) -> Matches:
    """Documents that may come several times and in any order, each once, the scores of each added up."""
    if len(documents) * _SPARSE < size:
        return _sorted(documents, scores)
    if scores is None or scores.min() <= 0:  # filters score nothing
        found = np.flatnonzero(mask_of(documents, size))
        return Matches(found, None if scores is None else _sums(documents, scores, size).take(found))
    sums = _sums(documents, scores, size)
    found = np.flatnonzero(sums > 0)
    return Matches(found, sums.take(found))


def gathered(pieces: Iterable[Array], size: int) -> Array:
    """The documents, rising, that any of the pieces has; no more pieces are asked for once that is all there are."""
    mask = np.zeros(size, dtype=bool)
    for documents in pieces:
        mask[documents] = True
        if mask.all():
            break
    return np.flatnonzero(mask)


def sums_of(pieces: Iterable[tuple[Array, Array]], size: int) -> Matches:
    """As ``united``, of documents and scores that come piece by piece: all of them may be more than memory should
    hold."""
    held = list(islice(pieces := iter(pieces), 2))
    if len(held) < 2:
        return united(*held[0], size) if held else nothing(True)
    mask, sums = np.zeros(size, dtype=bool), np.zeros(size)
    for documents, scores in chain(held, pieces):
        mask[documents] = True
        sums += _sums(documents, scores, size)
    found = np.flatnonzero(mask)
    return Matches(found, sums.take(found))


def _sorted(documents: Array, scores: Array | None) -> Matches:
    order = documents.argsort(kind="stable")  # lists that rise already are only merged
    documents = documents.take(order)
    first = np.ones(len(documents), dtype=bool)
    np.not_equal(documents[1:], documents[:-1], out=first[1:])
    starts = np.flatnonzero(first)
    if scores is not None and len(starts):
        scores = np.add.reduceat(scores.take(order), starts)
    return Matches(documents.take(starts), scores)


def _sums(documents: Array, scores: Array, size: int) -> Array:
    return np.bincount(documents, weights=scores, minlength=size)


def mask_of(documents: Array, size: int) -> Array:
    """A truth a document of a slice of ``size``."""
    mask = np.zeros(size, dtype=bool)
    mask[documents] = True
    return mask


def best_of(parts: Sequence[Matches], size: int, tiebreak: float) -> Matches:
    """What is in any of them, with the highest score and ``tiebreak`` times the sum of the others."""
    some = [part for part in parts if len(part.documents)]
    if len(some) < 3 or some[0].scores is None:
        return union(outdone(parts, size, tiebreak), size)
    highest, sums = np.full(size, -np.inf), np.zeros(size)
    for documents, scores in some:
        assert scores is not None, "all of them were asked for scores"
        highest[documents] = np.maximum(highest.take(documents), scores)
        sums[documents] += scores
    found = np.flatnonzero(highest > -np.inf)
    best = highest.take(found)
    return Matches(found, best + tiebreak * (sums.take(found) - best))


def outdone(parts: Sequence[Matches], size: int, tiebreak: float) -> Sequence[Matches]:
    """``best_of`` as sets whose union it is.  Of two only the smaller has to change: what both have is left there with
    what is missing to the better score and ``tiebreak`` times the other."""
    some = sorted((part for part in parts if len(part.documents)), key=lambda part: len(part.documents))
    if len(some) < 2 or some[0].scores is None:
        return parts
    if len(some) > 2:
        return (best_of(parts, size, tiebreak),)
    fewer, more = some
    assert fewer.scores is not None, "both were asked for scores"
    assert more.scores is not None, "both were asked for scores"
    in_more, in_fewer = shared(more.documents, fewer.documents, size)
    one, other = fewer.scores.take(in_fewer), more.scores.take(in_more)
    scores = fewer.scores.copy()
    scores[in_fewer] = np.maximum(one, other) + tiebreak * np.minimum(one, other) - other
    return more, Matches(fewer.documents, scores)


def shared(one: Array, other: Array, size: int) -> tuple[Array, Array]:
    """Where in each of two lists of documents, rising, those are that both have."""
    if len(other) * _SHORTER < len(one):
        at = one.searchsorted(other)
        both = np.flatnonzero(one.take(at, mode="clip") == other)
        return at.take(both), both
    if len(one) * _SHORTER < len(other):
        in_other, in_one = shared(other, one, size)
        return in_one, in_other
    return Candidates(other, size).places_in(one), Candidates(one, size).places_in(other)
