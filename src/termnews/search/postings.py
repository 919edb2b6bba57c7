"""Postings of a segment taken in at once: what phrases, beginnings and filters are made of.

Whoosh's own Phrase, Prefix and NumericRange are not used: a prefix opens a matcher a term without any bound, and a
phrase checks positions for one pair of words after the other; neither can be told to stop.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from termnews.search import engine
from termnews.search.clock import STEPS, Clock
from termnews.search.store import Segment


def has_term(segment: Segment, field: str, word: str) -> bool:
    """Whether any document of the segment, deleted or not, has the word."""
    return (field, word.encode()) in segment.reader


def weights_of(segment: Segment, field: str, word: str, clock: Clock) -> dict[int, float]:
    """Each live document with the word, and the word's weight in it."""
    weights: dict[int, float] = {}
    if not has_term(segment, field, word):
        return weights
    for documents, block_weights, _ in segment.blocks(field, word.encode()):
        clock.check()
        weights.update(zip(documents, block_weights, strict=True))
    if segment.deleted:
        for document in segment.deleted.intersection(weights):
            del weights[document]
    return weights


def phrase_counts(segment: Segment, field: str, words: tuple[str, ...], clock: Clock) -> dict[int, float]:
    """Each live document with the words one after the other, and how often they stand so."""
    if len(words) == 1:
        return weights_of(segment, field, words[0], clock)
    distinct = sorted(set(words), key=lambda word: _frequency(segment, field, word))
    if not all(has_term(segment, field, word) for word in distinct):
        return {}
    matchers = {word: segment.reader.postings(field, word.encode()) for word in distinct}
    counts: dict[int, float] = {}
    for document in _in_all(list(matchers.values()), clock):
        places = {word: matcher.value_as("positions") for word, matcher in matchers.items()}
        if count := _occurrences(words, places):
            counts[document] = float(count)
    return counts


def _frequency(segment: Segment, field: str, word: str) -> int:
    return int(segment.reader.doc_frequency(field, word.encode()))


def _in_all(matchers: list[Any], clock: Clock) -> Iterator[int]:
    """The documents on which all matchers meet, each time with the matchers standing there."""
    first, others = matchers[0], matchers[1:]
    steps = 0
    while first.is_active():
        steps += 1
        if steps % STEPS == 0:
            clock.check()
        document = first.id()
        for other in others:
            if other.is_active() and other.id() < document:
                other.skip_to(document)
            if not other.is_active():
                return
            if other.id() != document:
                first.skip_to(other.id())
                break
        else:
            yield document
            first.next()


def _occurrences(words: tuple[str, ...], places: dict[str, list[int]]) -> int:
    rarest = min(range(len(words)), key=lambda at: len(places[words[at]]))
    starts = {place - rarest for place in places[words[rarest]]}
    for at, word in enumerate(words):
        if at != rarest:
            starts.intersection_update([place - at for place in places[word]])
    return len(starts)


def terms_with(segment: Segment, field: str, start: str, most: int, clock: Clock) -> Iterator[tuple[str, int]]:
    """The words of a field that begin so, with in how many documents, in order; at most ``most`` of them."""
    for count, (term, info) in enumerate(segment.reader.iter_prefix(field, start.encode())):
        if count >= most:
            return
        if count % STEPS == 0:
            clock.check()
        yield term.decode(), int(info.doc_frequency())


def merged(all_weights: Iterable[dict[int, float]]) -> dict[int, float]:
    """The sum of weights, a document."""
    total: dict[int, float] = {}
    for weights in all_weights:
        if not total:
            total = dict(weights)
            continue
        for document, weight in weights.items():
            total[document] = total.get(document, 0.0) + weight
    return total


class Listed(engine.Query):  # type: ignore[misc]
    """A Whoosh query for documents of one segment that are known already, with their scores."""

    def __init__(self, scores: dict[int, float]) -> None:
        self.scores = scores
        self.boost = 1.0

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """The documents in order."""
        if not self.scores:
            return engine.NullMatcher()
        documents = sorted(self.scores)
        return engine.ListMatcher(documents, [self.scores[document] for document in documents])

    def estimate_size(self, reader: Any) -> int:
        """Number of documents."""
        return len(self.scores)

    def is_leaf(self) -> bool:
        """It has no queries in it."""
        return True


class Without(engine.Query):  # type: ignore[misc]
    """A Whoosh query for what ``wanted`` matches but for the documents ``left_out``.

    Whoosh's AndNot inside other queries is wrong now and then; its FilterMatcher, made for deletions, is not.
    """

    def __init__(self, wanted: Any, left_out: frozenset[int]) -> None:
        self.wanted = wanted
        self.left_out = left_out
        self.boost = 1.0

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """The wanted documents, filtered."""
        return engine.FilterMatcher(self.wanted.matcher(searcher, context), self.left_out, exclude=True)

    def estimate_size(self, reader: Any) -> int:
        """At most what is wanted."""
        return int(self.wanted.estimate_size(reader))

    def is_leaf(self) -> bool:
        """It has a query in it."""
        return False
