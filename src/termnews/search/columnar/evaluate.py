"""Query trees to arrays, a slice of the index at a time.

The rules are Whoosh's where it has rules.  Where it has none, or is wrong, these hold:

- ``Prefix``, ``Wildcard``, ``Regex``, ``FuzzyTerm`` and ranges score their boost, as ``constantscore`` says; with
  ``constantscore=False``, and for ``Variations``, the sum of the scores of their words;
- ``Not`` beside other queries of an ``And`` takes documents away and adds 1 to the score, as Whoosh's does; beside
  those of an ``Or`` it stands for all other documents, each with 1;
- ``AndNot(a, b)`` is what matches ``a`` and not ``b``, ``Require(a, b)`` what matches both, scored by ``a``;
  ``AndMaybe(a, b)`` is ``a`` with the score of ``b`` added where that matches too;
- ``DisjunctionMax`` scores the best of its queries and ``tiebreak`` times the sum of the others;
- ``Or`` with ``minmatch`` is what at least so many of its queries match; with ``scale`` those scores become what
  Whoosh's ``CoordMatcher`` makes of them (Short Query Ranking), where the terms it counts are the queries of the Or;
- what is not named here is refused.

The queries of an ``And`` are taken in the order of what they cost, and each looks only at the documents that are left
(``within``): what only a few documents can match is only worked out for these.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from termnews.search import engine
from termnews.search.clock import Clock, Cut, Stopped
from termnews.search.columnar.alike import Alike
from termnews.search.columnar.arrays import Array, np
from termnews.search.columnar.collection import Collection
from termnews.search.columnar.dictionary import TermDictionary
from termnews.search.columnar.expansion import expanded
from termnews.search.columnar.leaf import NotColumnar
from termnews.search.columnar.matches import (
    Candidates,
    Matches,
    added,
    best_of,
    constant,
    coordinated,
    difference,
    gathered,
    narrowed,
    nothing,
    outdone,
    sums_of,
    union,
    with_bonus,
)
from termnews.search.columnar.nearby import Nearby, together
from termnews.search.columnar.phrases import Standing, in_all, in_order, standings
from termnews.search.columnar.queries import All, Among, Beginning, ColumnRange
from termnews.search.columnar.scoring import scored
from termnews.search.columnar.slices import Chosen, LeafSlice, PostingList

_NOTHING = np.empty(0, dtype=np.intp)
_Within: TypeAlias = "Candidates | None"
_Rule: TypeAlias = "Callable[[Evaluator, Any, bool, _Within], Matches]"


class Evaluator:
    """Answers queries in one slice.  ``clock`` may cut it short between two steps: then ``evaluate`` raises Cut, but
    among the words of a query of many words it goes on with those that it has, and ``cut`` is true."""

    def __init__(self, collection: Collection, of: LeafSlice, clock: Clock, memory: dict[Any, Any]) -> None:
        """``memory`` is shared by the evaluators of all slices for one search."""
        self.collection = collection
        self.slice = of
        self.size = of.size
        self._schema = collection.schema
        self._clock = clock
        self._memory = memory
        self._lists: dict[tuple[str, bytes], PostingList] = {}
        self._partly = True
        self.cut = False
        """Whether only some of the words of a query of many words were looked for."""

    def evaluate(self, query: Any, scores: bool, within: _Within = None) -> Matches:
        """The documents that match, of the candidates ``within`` where there are any, deleted ones too; with scores if
        they are wanted.  Raises Cut, NotColumnar."""
        self._clock.check()
        return _rule(query)(self, query, scores, within)

    def live(self, matches: Matches) -> Matches:
        """Without the deleted documents."""
        live = self.slice.live
        return matches if live is None else matches.at(np.flatnonzero(live.take(matches.documents)))

    def _cost(self, query: Any) -> int:
        """About how many postings have to be looked at, for the order of an And."""
        match query:
            case engine.query.Term():
                return self._list(query.fieldname, query.text).count
            case engine.query.Or() | engine.query.DisjunctionMax():
                return sum(map(self._cost, query.subqueries))
            case engine.query.And():
                return min(map(self._cost, query.subqueries), default=0)
            case engine.query.AndNot() | engine.query.AndMaybe() | engine.query.Require():
                return self._cost(query.a)
            case engine.query.Phrase() | Nearby() | Alike() | Beginning() | engine.query.MultiTerm():
                return self.size + 1
            case _:
                return self.size

    # ---- words

    def _list(self, field: str, text: str | bytes) -> PostingList:
        """The postings of a word; none where the field can't have it."""
        try:
            term = text if isinstance(text, bytes) else self._schema[field].to_bytes(text)
        except (KeyError, ValueError):
            return PostingList(())
        found = self._lists.get((field, term))
        if found is None:
            found = self._lists[field, term] = self.slice.postings(field, term)
        return found

    def _idf(self, field: str, term: bytes) -> float:
        key = "idf", field, term
        if key not in self._memory:
            count = sum(each.postings(field, term).count for each in self.collection.slices)
            self._memory[key] = self.collection.idf(count)
        idf: float = self._memory[key]
        return idf

    def _scores(self, field: str, text: str | bytes, documents: Array, chosen: Array | None, boost: float) -> Array:
        """The scores of a word in the documents of its postings, or of those ``chosen`` by place."""
        term = text if isinstance(text, bytes) else self._schema[field].to_bytes(text)
        weights = self._list(field, term).weights(chosen)
        scores = scored(self.collection, self.slice, field, documents, weights, self._idf(field, term))
        if boost != 1.0:
            scores *= boost
        return scores

    def term(self, query: Any, scores: bool, within: _Within) -> Matches:
        found = self._list(query.fieldname, query.text)
        if not found.count:
            return nothing(scores)
        documents, chosen = found.documents(), None
        if within is not None:
            chosen = within.places_in(documents)
            documents = documents.take(chosen)
        if not scores:
            return Matches(documents, None)
        return Matches(documents, self._scores(query.fieldname, query.text, documents, chosen, query.boost))

    def phrase(self, query: Any, scores: bool, within: _Within) -> Matches:
        words = [word for word in query.words if word is not None]
        reach = len(words) if query.slop == 1 else query.slop
        return self._standing(query, words, reach, lambda standing: in_order(standing, query.slop), scores, within)

    def nearby(self, query: Any, scores: bool, within: _Within) -> Matches:
        def near(standing: Standing) -> Array:
            return together(standing.places, standing.lists, query.others, standing.stride)

        return self._standing(query, query.words, len(query.words) + query.others, near, scores, within)

    def _standing(
        self,
        query: Any,
        words: Sequence[str],
        reach: int,
        places: Callable[[Standing], Array],
        scores: bool,
        within: _Within,
    ) -> Matches:
        """The documents in which the words stand as ``places`` tells, none of them further than ``reach`` from another
        in the order of the places; the scores of the words added up."""
        lists = [self._list(query.fieldname, word) for word in words]
        if not lists or not all(found.count for found in lists):
            return nothing(scores)
        if len(lists) == 1:
            return self.term(engine.query.Term(query.fieldname, words[0], query.boost), scores, within)
        found = in_all(set(lists), within, self.size, self._clock)
        documents, chosen = [_NOTHING], {each: [_NOTHING] for each in lists}
        for standing in standings(lists, found, reach, self._clock):
            hits = standing.of(places(standing))
            documents.append(standing.documents.take(hits))
            for each, of in standing.chosen.items():
                chosen[each].append(of.take(hits))
        hit = np.concatenate(documents)
        if not scores:
            return Matches(hit, None)
        sums = np.zeros(len(hit))
        for word, each in zip(words, lists, strict=True):
            sums += self._scores(query.fieldname, word, hit, np.concatenate(chosen[each]), query.boost)
        return Matches(hit, sums)

    # ---- many words

    def spellings(self, query: Any, scores: bool, within: _Within) -> Matches:
        if not scores:
            found = gathered((piece.documents for piece in self._chosen(query, self.slice)), self.size)
            return narrowed(Matches(found, None), within)
        documents, weights = self._weights_of_spellings(query, self.slice)
        if within is not None:
            chosen = within.places_in(documents)
            documents, weights = documents.take(chosen), weights.take(chosen)
        key = "spellings", id(query)
        if key not in self._memory:
            everywhere = (self._weights_of_spellings(query, each) for each in self.collection.slices)
            self._memory[key] = self.collection.idf(sum(len(found) for found, _ in everywhere))
        weighed = scored(self.collection, self.slice, query.fieldname, documents, weights, self._memory[key])
        return Matches(documents, weighed).times(query.boost)

    def _weights_of_spellings(self, query: Any, of: LeafSlice) -> tuple[Array, Array]:
        """The documents of a slice with any of the words, and the sums of the words' weights in them."""
        key = "weights", id(query), of.offset
        if key not in self._memory:
            whole = sums_of(((piece.documents, piece.weights()) for piece in self._chosen(query, of)), of.size)
            assert whole.scores is not None, "weights were given"
            self._memory[key] = whole.documents, whole.scores
        weights: tuple[Array, Array] = self._memory[key]
        return weights

    def words(self, query: Any, scores: bool, within: _Within) -> Matches:
        chosen = self._chosen(query, self.slice)
        if scores and not query.constantscore:
            found = sums_of(((piece.documents, self._scores_of(query.fieldname, piece)) for piece in chosen), self.size)
            return narrowed(found.times(query.boost), within)
        documents = gathered((piece.documents for piece in chosen), self.size)
        return narrowed(constant(documents, query.boost, scores), within)

    def _chosen(self, query: Any, of: LeafSlice) -> Iterator[Chosen]:
        """The postings of the words in a slice that a query stands for."""

        def terms(dictionary: TermDictionary) -> range | Array:
            return expanded(query, self._schema, dictionary, self._clock)

        try:
            for piece in of.chosen(query.fieldname, terms):
                yield piece
                self._clock.check()
        except Cut as cut:
            if isinstance(cut, Stopped) or not self._partly:
                raise
            self.cut, self._clock = True, Clock(math.inf)

    def _scores_of(self, field: str, piece: Chosen) -> Array:
        idfs = np.array([self._idf(field, piece.field.dictionary[term]) for term in piece.terms.tolist()])
        of_each = idfs.repeat(piece.counts())
        return scored(self.collection, self.slice, field, piece.documents, piece.weights(), of_each)

    def number_range(self, query: Any, scores: bool, within: _Within) -> Matches:
        if query.fieldname not in self._schema:
            return nothing(scores)
        compiled = query._compile_query(self.slice.leaves[0].reader)  # noqa: SLF001 - Whoosh's few stretches of terms
        return self.evaluate(compiled, scores, within)

    def every(self, query: Any, scores: bool, within: _Within) -> Matches:
        if query.fieldname is None:
            return self._all(query.boost, scores, within)
        found = self.slice.chosen(query.fieldname, lambda dictionary: range(len(dictionary)))
        documents = gathered((piece.documents for piece in found), self.size)
        return narrowed(constant(documents, query.boost, scores), within)

    # ---- filters

    def _all(self, score: float, scores: bool, within: _Within) -> Matches:
        return constant(np.arange(self.size) if within is None else within.documents, score, scores)

    def everything(self, _: Any, scores: bool, within: _Within) -> Matches:
        return self._all(0.0, scores, within)

    def _filtered(self, field: str, test: Callable[[Array], Array], scores: bool, within: _Within) -> Matches:
        """The documents whose values in a column pass a test."""
        values = self.slice.column(field)
        if within is None:
            return constant(np.flatnonzero(test(values)), 0.0, scores)
        chosen = np.flatnonzero(test(values.take(within.documents)))
        return constant(within.documents.take(chosen), 0.0, scores)

    def column_range(self, query: Any, scores: bool, within: _Within) -> Matches:
        first, last = query.first, query.last
        return self._filtered(query.fieldname, lambda values: (values >= first) & (values <= last), scores, within)

    def among(self, query: Any, scores: bool, within: _Within) -> Matches:
        return self._filtered(query.fieldname, lambda values: np.isin(values, query.numbers), scores, within)

    # ---- several queries

    def all_of(self, query: Any, scores: bool, within: _Within) -> Matches:
        wanted = [part for part in query.subqueries if not isinstance(part, engine.query.Not)]
        unwanted = [part for part in query.subqueries if isinstance(part, engine.query.Not)]
        if not query.subqueries:
            return nothing(scores)
        found = None if wanted else self._all(0.0, scores, within)
        for part in sorted(wanted, key=self._cost) if len(wanted) > 1 else wanted:
            more = self.evaluate(part, scores, within)
            found = more if found is None else added(found, more, self.size)
            if not len(found.documents):
                return found
            within = Candidates(found.documents, self.size)
        assert found is not None, "there was something to ask for"
        for part in unwanted:
            found = self._without(found, part.query)
        if found.scores is not None and unwanted:
            found = Matches(found.documents, found.scores + len(unwanted))
        return found.times(query.boost)

    def _without(self, wanted: Matches, query: Any) -> Matches:
        """What is wanted and does not match the query."""
        if not len(wanted.documents):
            return wanted
        partly, self._partly = self._partly, False  # less that is unwanted would be more that is found
        unwanted = self.evaluate(query, False, Candidates(wanted.documents, self.size))
        self._partly = partly
        return difference(wanted, unwanted.documents, self.size)

    def any_of(self, query: Any, scores: bool, within: _Within) -> Matches:
        if not query.subqueries:
            return nothing(scores)
        if not query.minmatch and not query.scale:
            sets = [found for part in query.subqueries for found in self._sets(part, scores, within)]
            return union(sets, self.size).times(query.boost)
        parts = [self.evaluate(part, scores, within) for part in query.subqueries]
        found = union(parts, self.size)
        counts = np.bincount(np.concatenate([part.documents for part in parts]), minlength=self.size)
        found = coordinated(found, counts.take(found.documents), len(parts), query.scale or 0.0)
        return found.at(np.flatnonzero(counts.take(found.documents) >= query.minmatch)).times(query.boost)

    def _sets(self, query: Any, scores: bool, within: _Within) -> Sequence[Matches]:
        """What a query matches as one set or some whose union it is, so that an Or makes one union of all."""
        if type(query) is not engine.query.DisjunctionMax or not query.subqueries or query.boost != 1.0:
            return (self.evaluate(query, scores, within),)
        parts = [self.evaluate(part, scores, within) for part in query.subqueries]
        return outdone(parts, self.size, query.tiebreak)

    def best_of(self, query: Any, scores: bool, within: _Within) -> Matches:
        if not query.subqueries:
            return nothing(scores)
        parts = [self.evaluate(part, scores, within) for part in query.subqueries]
        return best_of(parts, self.size, query.tiebreak).times(query.boost)

    def none_of(self, query: Any, scores: bool, within: _Within) -> Matches:
        return self._without(self._all(1.0, scores, within), query.query)

    def without(self, query: Any, scores: bool, within: _Within) -> Matches:
        return self._without(self.evaluate(query.a, scores, within), query.b)

    def require(self, query: Any, scores: bool, within: _Within) -> Matches:
        wanted = self.evaluate(query.a, scores, within)
        if not len(wanted.documents):
            return wanted
        required = self.evaluate(query.b, False, Candidates(wanted.documents, self.size))
        return narrowed(wanted, Candidates(required.documents, self.size))

    def maybe(self, query: Any, scores: bool, within: _Within) -> Matches:
        wanted = self.evaluate(query.a, scores, within)
        if not scores or not len(wanted.documents):
            return wanted
        bonus = self.evaluate(query.b, True, Candidates(wanted.documents, self.size))
        return with_bonus(wanted, bonus, self.size)

    def constant(self, query: Any, scores: bool, within: _Within) -> Matches:
        return constant(self.evaluate(query.child, False, within).documents, query.score, scores)

    def null(self, _: Any, scores: bool, _within: _Within) -> Matches:
        return nothing(scores)


def _rule(query: Any) -> _Rule:
    rule = _RULES.get(type(query))
    if rule is None:
        raise NotColumnar(f"{type(query).__name__} can't be evaluated with arrays")
    return rule


_WHOOSH = engine.query
_RULES: Mapping[type, _Rule] = {
    _WHOOSH.Term: Evaluator.term,
    _WHOOSH.Phrase: Evaluator.phrase,
    _WHOOSH.And: Evaluator.all_of,
    _WHOOSH.Or: Evaluator.any_of,
    _WHOOSH.Not: Evaluator.none_of,
    _WHOOSH.AndNot: Evaluator.without,
    _WHOOSH.AndMaybe: Evaluator.maybe,
    _WHOOSH.Require: Evaluator.require,
    _WHOOSH.DisjunctionMax: Evaluator.best_of,
    _WHOOSH.ConstantScoreQuery: Evaluator.constant,
    _WHOOSH.Every: Evaluator.every,
    _WHOOSH.Prefix: Evaluator.words,
    _WHOOSH.Wildcard: Evaluator.words,
    _WHOOSH.Regex: Evaluator.words,
    _WHOOSH.FuzzyTerm: Evaluator.words,
    _WHOOSH.Variations: Evaluator.words,
    _WHOOSH.TermRange: Evaluator.words,
    _WHOOSH.NumericRange: Evaluator.number_range,
    _WHOOSH.DateRange: Evaluator.number_range,
    type(_WHOOSH.NullQuery): Evaluator.null,
    All: Evaluator.everything,
    Among: Evaluator.among,
    Alike: Evaluator.spellings,
    Beginning: Evaluator.spellings,
    ColumnRange: Evaluator.column_range,
    Nearby: Evaluator.nearby,
}
