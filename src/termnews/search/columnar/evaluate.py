"""Query trees to arrays, a segment at a time.

The rules are Whoosh's where it has rules.  Where it has none, or is wrong, these hold:

- ``Prefix``, ``Wildcard``, ``Regex``, ``FuzzyTerm`` and ranges score their boost, as ``constantscore`` says; with
  ``constantscore=False``, and for ``Variations``, the sum of the scores of their words;
- ``Not`` beside other queries of an ``And`` takes documents away and adds 1 to the score, as Whoosh's does; beside
  those of an ``Or`` it stands for all other documents, each with 1;
- ``AndNot(a, b)`` is what matches ``a`` and not ``b``, ``Require(a, b)`` what matches both, scored by ``a``;
  ``AndMaybe(a, b)`` is ``a`` with the score of ``b`` added where that matches too;
- ``DisjunctionMax`` scores the best of its queries and ``tiebreak`` times the sum of the others;
- ``Or`` with ``scale`` is refused, and so is what is not named here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from termnews.search import engine
from termnews.search.clock import Clock
from termnews.search.columnar.arrays import Array, np, stretches
from termnews.search.columnar.expansion import expanded
from termnews.search.columnar.fieldpostings import FieldPostings
from termnews.search.columnar.leaf import Collection, Leaf, NotColumnar
from termnews.search.columnar.matches import (
    Matches,
    best_of,
    difference,
    intersection,
    mask_of,
    nothing,
    of_mask,
    union,
    with_bonus,
)
from termnews.search.columnar.phrases import Standing, occurrences
from termnews.search.columnar.queries import All, Among, Beginning, ColumnRange
from termnews.search.columnar.scoring import scored

_Rule = Callable[["Evaluator", Any, bool], Matches]


class Evaluator:
    """Answers queries in one segment.  ``clock`` may cut it short between two steps: then ``evaluate`` raises Cut."""

    def __init__(self, collection: Collection, leaf: Leaf, clock: Clock, memory: dict[Any, Any]) -> None:
        """``memory`` is shared by the evaluators of all segments for one search."""
        self.collection = collection
        self.leaf = leaf
        self.size = leaf.size
        self._clock = clock
        self._memory = memory

    def evaluate(self, query: Any, scores: bool) -> Matches:
        """The documents that match, deleted ones too, with scores if they are wanted.  Raises Cut, NotColumnar."""
        self._clock.check()
        rule = _RULES.get(type(query))
        if rule is None:
            raise NotColumnar(f"{type(query).__name__} can't be evaluated with arrays")
        return rule(self, query, scores)

    def live(self, matches: Matches) -> Matches:
        """Without the deleted documents."""
        live = self.leaf.live
        return matches if live is None else matches.at(live[matches.documents])

    # ---- words

    def _found(self, field: str, text: str | bytes) -> tuple[FieldPostings | None, int]:
        if field not in self.leaf.schema:
            return None, -1
        try:
            term = text if isinstance(text, bytes) else self.leaf.schema[field].to_bytes(text)
        except ValueError:
            return None, -1
        return self.leaf.find(field, term)

    def _idf(self, field: str, term: bytes) -> float:
        key = "idf", field, term
        if key not in self._memory:
            self._memory[key] = self.collection.idf(self.collection.document_frequency(field, term))
        idf: float = self._memory[key]
        return idf

    def _postings(
        self, field: str, postings: FieldPostings, term: int, scores: bool, chosen: Array | None = None
    ) -> Matches:
        """The postings of a term, or of it those ``chosen`` by place, scored."""
        where = postings.stretch(term)
        documents = postings.documents[where]
        if chosen is not None:
            documents = documents[chosen]
        if not scores:
            return Matches(documents, None)
        at: slice | Array = where if chosen is None else chosen + where.start
        idf = self._idf(field, postings.dictionary[term])
        return Matches(documents, scored(self.collection, self.leaf, field, documents, postings.weights_at(at), idf))

    def term(self, query: Any, scores: bool) -> Matches:
        postings, term = self._found(query.fieldname, query.text)
        if postings is None or term < 0:
            return nothing(scores)
        return self._postings(query.fieldname, postings, term, scores).times(query.boost)

    def phrase(self, query: Any, scores: bool) -> Matches:
        found = [self._found(query.fieldname, word) for word in query.words if word is not None]
        terms = [term for _, term in found]
        if not terms or min(terms) < 0:
            return nothing(scores)
        postings = found[0][0]
        assert postings is not None, "its terms were found"
        if postings.positions is None:
            raise engine.query.QueryError(f"Phrase search: {query.fieldname!r} field has no positions")
        if len(terms) == 1:
            return self._postings(query.fieldname, postings, terms[0], scores).times(query.boost)
        standing = Standing(postings, terms, self.size)
        hits = occurrences(standing, terms, query.slop)
        documents = standing.documents[hits]
        if not scores:
            return Matches(documents, None)
        sums = np.zeros(len(documents))
        for term in terms:
            chosen = standing.chosen[term][hits]
            of_word = self._postings(query.fieldname, postings, term, True, chosen).scores
            assert of_word is not None, "they were asked for"
            sums += of_word
        return Matches(documents, sums).times(query.boost)

    # ---- many words

    def beginning(self, query: Any, scores: bool) -> Matches:
        here = self._weights_of_beginning(query, self.leaf)
        if here is None:
            return nothing(scores)
        documents, weights = here
        if not scores:
            return Matches(documents, None)
        key = "beginning", query.fieldname, query.text
        if key not in self._memory:
            everywhere = (self._weights_of_beginning(query, leaf) for leaf in self.collection.leaves)
            self._memory[key] = self.collection.idf(sum(len(found[0]) for found in everywhere if found is not None))
        weighed = scored(self.collection, self.leaf, query.fieldname, documents, weights.copy(), self._memory[key])
        return Matches(documents, weighed).times(query.boost)

    def _weights_of_beginning(self, query: Any, leaf: Leaf) -> tuple[Array, Array] | None:
        """The documents of a segment with any of the words, and the sums of the words' weights in them."""
        key = "weights", query.fieldname, query.text, leaf.offset
        if key not in self._memory:
            self._clock.check()
            self._memory[key] = _united(leaf.field(query.fieldname), query.text, leaf)
        found: tuple[Array, Array] | None = self._memory[key]
        return found

    def words(self, query: Any, scores: bool) -> Matches:
        name = query.field()
        postings = self.leaf.field(name)
        if postings is None:
            return nothing(scores)
        terms = expanded(query, self.leaf, postings.dictionary, self._clock)
        if not len(terms):
            return nothing(scores)
        starts = postings.pointers[terms].astype(np.int64)
        counts = postings.pointers[terms + 1] - starts
        places = stretches(starts, counts)
        documents = postings.documents[places]
        found = of_mask(mask_of(documents, self.size), query.boost, scores)
        if not scores or query.constantscore:
            return found
        idfs = np.array([self._idf(name, postings.dictionary[term]) for term in terms.tolist()])
        weights = postings.weights_at(places)
        if self.leaf.schema[name].scorable:
            weights = scored(self.collection, self.leaf, name, documents, weights, 1.0) * np.repeat(idfs, counts)
        sums = np.bincount(documents, weights=weights, minlength=self.size)
        return Matches(found.documents, sums[found.documents]).times(query.boost)

    def number_range(self, query: Any, scores: bool) -> Matches:
        if query.fieldname not in self.leaf.schema:
            return nothing(scores)
        compiled = query._compile_query(self.leaf.reader)  # noqa: SLF001 - Whoosh's few stretches of terms
        return self.evaluate(compiled, scores)

    def every(self, query: Any, scores: bool) -> Matches:
        if query.fieldname is None:
            return of_mask(np.ones(self.size, dtype=bool), query.boost, scores)
        postings = self.leaf.field(query.fieldname)
        if postings is None:
            return nothing(scores)
        return of_mask(mask_of(postings.documents, self.size), query.boost, scores)

    # ---- filters

    def everything(self, _: Any, scores: bool) -> Matches:
        return of_mask(np.ones(self.size, dtype=bool), 0.0, scores)

    def column_range(self, query: Any, scores: bool) -> Matches:
        column = self.leaf.column(query.fieldname)
        return of_mask((column >= query.first) & (column <= query.last), 0.0, scores)

    def among(self, query: Any, scores: bool) -> Matches:
        return of_mask(np.isin(self.leaf.column(query.fieldname), query.numbers), 0.0, scores)

    # ---- several queries

    def all_of(self, query: Any, scores: bool) -> Matches:
        wanted = [part for part in query.subqueries if not isinstance(part, engine.query.Not)]
        unwanted = [part for part in query.subqueries if isinstance(part, engine.query.Not)]
        if not wanted:
            if not unwanted:
                return nothing(scores)
            found = of_mask(np.ones(self.size, dtype=bool), 0.0, scores)
        else:
            parts = []
            for part in wanted:
                parts.append(self.evaluate(part, scores))
                if not len(parts[-1].documents):
                    return nothing(scores)
            found = intersection(parts, self.size)
        for part in unwanted:
            found = difference(found, self.evaluate(part.query, False).documents, self.size)
        if found.scores is not None and unwanted:
            found = Matches(found.documents, found.scores + len(unwanted))
        return found.times(query.boost)

    def any_of(self, query: Any, scores: bool) -> Matches:
        if query.scale or query.minmatch:
            raise NotColumnar("Or with scale or minmatch can't be evaluated with arrays")
        if not query.subqueries:
            return nothing(scores)
        parts = [self.evaluate(part, scores) for part in query.subqueries]
        return union(parts, self.size).times(query.boost)

    def best_of(self, query: Any, scores: bool) -> Matches:
        if not query.subqueries:
            return nothing(scores)
        parts = [self.evaluate(part, scores) for part in query.subqueries]
        return best_of(parts, self.size, query.tiebreak).times(query.boost)

    def none_of(self, query: Any, scores: bool) -> Matches:
        mask = np.ones(self.size, dtype=bool)
        mask[self.evaluate(query.query, False).documents] = False
        return of_mask(mask, 1.0, scores)

    def without(self, query: Any, scores: bool) -> Matches:
        wanted = self.evaluate(query.a, scores)
        if not len(wanted.documents):
            return wanted
        return difference(wanted, self.evaluate(query.b, False).documents, self.size)

    def require(self, query: Any, scores: bool) -> Matches:
        wanted, required = self.evaluate(query.a, scores), self.evaluate(query.b, False)
        return wanted.at(mask_of(required.documents, self.size)[wanted.documents])

    def maybe(self, query: Any, scores: bool) -> Matches:
        wanted = self.evaluate(query.a, scores)
        return with_bonus(wanted, self.evaluate(query.b, True), self.size) if scores else wanted

    def constant(self, query: Any, scores: bool) -> Matches:
        found = self.evaluate(query.child, False)
        return Matches(found.documents, np.full(len(found.documents), query.score) if scores else None)

    def null(self, _: Any, scores: bool) -> Matches:
        return nothing(scores)


def _united(postings: FieldPostings | None, text: str, leaf: Leaf) -> tuple[Array, Array] | None:
    if postings is None:
        return None
    terms = postings.dictionary.beginning(text.encode())
    if not terms:
        return None
    where = postings.stretch(terms.start, terms.stop - 1)
    if len(terms) == 1:
        return postings.documents[where], postings.weights_at(where)
    sums = np.bincount(postings.documents[where], weights=postings.weights_at(where), minlength=leaf.size)
    documents = np.flatnonzero(sums > 0)
    return documents, sums[documents]


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
    Beginning: Evaluator.beginning,
    ColumnRange: Evaluator.column_range,
}
