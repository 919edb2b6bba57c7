"""From what was asked to Whoosh queries, a segment at a time.

Words are Whoosh ``Term`` queries weighed by BM25F and joined by its ``And`` and ``Or``.  What Whoosh does slowly,
without a bound or wrongly (beginnings, phrases, dates, sets of numbers, leaving out) is worked out first, under the
clock, and stands in the query as a list of documents.  What one index does not know (``said:`` of articles,
``section:`` of quotations) is asked of the other and comes over as a set of catalog numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from math import log
from typing import Any, Final

from termnews.search import engine
from termnews.search.analysis import stem
from termnews.search.clock import Clock
from termnews.search.layout import ARTICLES, QUOTATIONS
from termnews.search.postings import Listed, Without, has_term, merged, phrase_counts, terms_with, weights_of
from termnews.search.schema import UNDATED
from termnews.search.store import Segment, Store
from termnews.search.syntax import (
    And,
    Dates,
    Everything,
    Node,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    State,
    StateTerm,
    Word,
)

MOST_SCANNED: Final = 2_000
"""Words with one beginning that are looked at in a segment."""
MOST_EXPANDED: Final = 200
MOST_POSTINGS: Final = 150_000
"""A beginning stands for its most frequent words, up to so many of them and so many postings."""

_SATURATION = 1.2
_WORD_FIELDS: Mapping[str, Mapping[str | None, tuple[str, ...]]] = {
    ARTICLES: {None: ("text", "about"), "text": ("text",), "headline": ("headline",)},
    QUOTATIONS: {None: ("said",), "said": ("said",)},
}
_EXACT_FIELDS: Mapping[str, Mapping[str | None, tuple[str, ...]]] = {
    ARTICLES: {
        None: ("text_exact", "about_exact"),
        "text": ("text_exact",),
        "headline": ("headline_exact",),
        "exact": ("text_exact", "headline_exact"),
        **{name: (name,) for name in ("speaker", "author", "source", "section", "tag", "lang", "path")},
    },
    QUOTATIONS: {None: ("said_exact",), "said": ("said_exact",), "exact": ("said_exact",), "speaker": ("speaker",)},
}


class Planner:
    """Makes the Whoosh queries of one search in one of the two indexes.  ``elsewhere`` answers a query by the other
    index, as catalog numbers; ``notes`` collects what a person should know of the answer."""

    def __init__(
        self,
        store: Store,
        sets: Mapping[StateTerm, Collection[int]],
        clock: Clock,
        elsewhere: Callable[[Node], frozenset[int]],
    ) -> None:
        self.notes: list[str] = []
        self._store = store
        self._clock = clock
        self._words = _WORD_FIELDS[store.name]
        self._exact = _EXACT_FIELDS[store.name]
        self._sets = {term: frozenset(numbers) for term, numbers in sets.items()}
        self._elsewhere = cache(elsewhere)
        self._expanded = cache(self._expand)

    def plan(self, node: Node, segment: Segment) -> Any:
        """The Whoosh query of ``node`` in a segment, or None where nothing in it can match.  Raises Cut."""
        match node:
            case And(parts):
                return self._all(parts, segment)
            case Or(parts):
                return _any([self.plan(part, segment) for part in parts])
            case Not():
                return self._all((Everything(), node), segment)
            case Word(field, word):
                return self._word(field, word, segment)
            case Everything():
                return Listed(dict.fromkeys(segment.live, 0.0))
            case Nothing():
                return None
            case _:
                return _listed(self._documents(node, segment))

    def _all(self, parts: tuple[Node, ...], segment: Segment) -> Any:
        spoken = self._spoken(parts)
        queries = [self._from_elsewhere(And(spoken), segment)] if spoken else []
        for part in parts:
            if not isinstance(part, Not) and part not in spoken:
                queries.append(self.plan(part, segment))
            if queries and queries[-1] is None:
                return None
        query = queries[0] if len(queries) == 1 else engine.AndQuery(queries)
        left_out: set[int] = set()
        for part in parts:
            if isinstance(part, Not) and (unwanted := self.plan(part.part, segment)) is not None:
                left_out |= self._all_of(unwanted, segment)
        return Without(query, frozenset(left_out)) if left_out else query

    def _spoken(self, parts: tuple[Node, ...]) -> tuple[Node, ...]:
        """Among articles, ``speaker:`` beside ``said:`` means that one person said it: they are one question."""
        if self._store.name == QUOTATIONS or not any(_field(part) == "said" for part in parts):
            return ()
        return tuple(part for part in parts if _field(part) in {"said", "speaker"})

    def _all_of(self, query: Any, segment: Segment) -> set[int]:
        matcher = query.matcher(segment.searcher, segment.searcher.boolean_context())
        documents = set()
        while matcher.is_active():
            documents.add(matcher.id())
            matcher.next()
        self._clock.check()
        return documents

    def _word(self, field: str | None, word: str, segment: Segment) -> Any:
        if field not in self._words:
            return self._from_elsewhere(Word(field, word), segment)
        term = stem(word)
        fields = [name for name in self._words[field] if has_term(segment, name, term)]
        return _any([engine.TermQuery(name, term) for name in fields])

    def _documents(self, node: Node, segment: Segment) -> dict[int, float] | None:
        match node:
            case Phrase(field, words) if field in self._exact:
                return merged(
                    self._weighed(phrase_counts(segment, name, words, self._clock), name, words)
                    for name in self._exact[field]
                )
            case Prefix(field, start, typing) if field in self._exact:
                return self._beginning(field, start, typing, segment)
            case Dates(first, last):
                low, high = UNDATED + 1 if first is None else first, -UNDATED if last is None else last
                return {at: 0.0 for at, date in enumerate(segment.column("date")) if low <= date <= high}
            case State(term):
                return _with_numbers(segment, self._sets.get(term, frozenset()))
            case _:
                return _with_numbers(segment, self._elsewhere(node))

    def _from_elsewhere(self, node: Node, segment: Segment) -> Any:
        return _listed(_with_numbers(segment, self._elsewhere(node)))

    # ---- beginnings

    def _beginning(self, field: str | None, start: str, typing: bool, segment: Segment) -> dict[int, float]:
        found: list[dict[int, float]] = []
        if field is None and len(start) <= 2 and self._store.name == ARTICLES:
            found.append(dict.fromkeys(weights_of(segment, "starts", start, self._clock), 0.1))
        else:
            for name in self._exact[field]:
                words = self._expanded(name, start)
                weights = merged(weights_of(segment, name, word, self._clock) for word in words)
                found.append(self._weighed(weights, name, words))
        if typing and field in self._words:
            term = stem(start)
            for name in self._words[field]:
                weights = weights_of(segment, name, term, self._clock)
                found.append(self._weighed(weights, name, (term,)))
        return merged(found)

    def _expand(self, name: str, start: str) -> tuple[str, ...]:
        """The words that a beginning stands for in the whole index, most frequent first."""
        frequencies: dict[str, int] = {}
        bounded = False
        for segment in self._store.segments:
            count = 0
            for word, frequency in terms_with(segment, name, start, MOST_SCANNED, self._clock):
                frequencies[word] = frequencies.get(word, 0) + frequency
                count += 1
            bounded = bounded or count == MOST_SCANNED
        words: list[str] = []
        postings = 0
        for word in sorted(frequencies, key=lambda word: (-frequencies[word], word)):
            if len(words) == MOST_EXPANDED or (words and postings + frequencies[word] > MOST_POSTINGS):
                bounded = True
                break
            words.append(word)
            postings += frequencies[word]
        if bounded:
            note = f"{start}* stands for very many words; only the {len(words)} most frequent were searched for"
            self.notes = [line for line in self.notes if not line.startswith(f"{start}* ")] + [note]
        return tuple(words)

    # ---- scores

    def _weighed(self, weights: dict[int, float], name: str, words: Iterable[str]) -> dict[int, float]:
        """BM25 without a length norm for words that count as one: how rare they are, and how often they occur."""
        if not weights:
            return weights
        count = self._store.live_count
        frequency = max(self._store.searcher.doc_frequency(name, word.encode()) for word in words)
        rarity = log(1 + (count - frequency + 0.5) / (frequency + 0.5))
        return {
            document: rarity * weight * (_SATURATION + 1) / (weight + _SATURATION)
            for document, weight in weights.items()
        }


def _field(node: Node) -> str | None:
    return node.field if isinstance(node, Word | Phrase | Prefix) else None


def _any(queries: Iterable[Any]) -> Any:
    some = [query for query in queries if query is not None]
    if not some:
        return None
    if len(some) == 1:
        return some[0]
    if all(isinstance(query, Listed) for query in some):
        return Listed(merged(query.scores for query in some))
    return engine.PairwiseOr(some)


def _listed(documents: dict[int, float] | None) -> Listed | None:
    return Listed(documents) if documents else None


def _with_numbers(segment: Segment, numbers: frozenset[int]) -> dict[int, float]:
    if not numbers:
        return {}
    return {at: 0.0 for at, number in enumerate(segment.column("number")) if number in numbers}
