"""From what was asked to a Whoosh query.

What one index does not know (``said:`` of articles, ``section:`` of quotations) is asked of the other and comes over as
a set of catalog numbers.  Filters (dates, sets of numbers, leaving out) add nothing to a score.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from termnews.search import engine
from termnews.search.analysis import stem
from termnews.search.columnar.arrays import Array, np
from termnews.search.columnar.queries import All, Among, Beginning, ColumnRange
from termnews.search.layout import ARTICLES, QUOTATIONS
from termnews.search.schema import UNDATED
from termnews.search.syntax import (
    And,
    Dates,
    Everything,
    Indirect,
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

NO_NUMBERS: Array = np.empty(0, dtype=np.int64)


class Planner:
    """Makes the Whoosh query of one search in one of the two indexes.  ``elsewhere`` answers a query by the other
    index, as catalog numbers."""

    def __init__(
        self, name: str, sets: Mapping[StateTerm, Collection[int]], elsewhere: Callable[[Node], Array]
    ) -> None:
        self._name = name
        self._sets = sets
        self._words = _WORD_FIELDS[name]
        self._exact = _EXACT_FIELDS[name]
        self._elsewhere = elsewhere

    def plan(self, node: Node) -> Any:
        """The Whoosh query of ``node``."""
        match node:
            case And(parts):
                return self._all(parts)
            case Or(parts):
                return _any(map(self.plan, parts))
            case Not(part):
                return engine.query.AndNot(All(), self.plan(part))
            case Word(field, word) if field in self._words:
                return _any(engine.query.Term(name, stem(word)) for name in self._words[field])
            case Phrase(field, words) if field in self._exact:
                return _any(engine.query.Phrase(name, list(words)) for name in self._exact[field])
            case Prefix(field, start, typing) if field in self._exact:
                return self._beginning(field, start, typing)
            case Dates() | State() | Indirect() | Everything() | Nothing():
                return self._filter(node)
            case _:
                return Among("number", self._elsewhere(node))

    def _filter(self, node: Dates | State | Indirect | Everything | Nothing) -> Any:
        match node:
            case Everything():
                return All()
            case Nothing():
                return engine.query.NullQuery
            case Dates(first, last):
                low, high = UNDATED + 1 if first is None else first, -UNDATED if last is None else last
                return ColumnRange("date", low, high)
            case Indirect():
                return Among("kind", np.array([1])) if self._name == QUOTATIONS else Among("number", NO_NUMBERS)
            case State(term):
                return Among("number", np.array(list(self._sets.get(term, ())), dtype=np.int64))

    def _all(self, parts: tuple[Node, ...]) -> Any:
        spoken = self._spoken(parts)
        wanted = [self.plan(part) for part in parts if not isinstance(part, Not) and part not in spoken]
        if spoken:
            wanted.append(Among("number", self._elsewhere(And(spoken))))
        unwanted = [self.plan(part.part) for part in parts if isinstance(part, Not)]
        query = engine.query.And(wanted) if wanted else All()
        return engine.query.AndNot(query, _any(unwanted)) if unwanted else query

    def _spoken(self, parts: tuple[Node, ...]) -> tuple[Node, ...]:
        """Among articles, ``speaker:`` beside ``said:`` means that one person said it: they are one question."""
        if self._name == QUOTATIONS or not any(_field(part) == "said" for part in parts):
            return ()
        return tuple(part for part in parts if _field(part) in {"said", "speaker"})

    def _beginning(self, field: str | None, start: str, typing: bool) -> Any:
        queries: list[Any] = [Beginning(name, start) for name in self._exact[field]]
        if typing and field in self._words:
            queries += (engine.query.Term(name, stem(start)) for name in self._words[field])
        return _any(queries)


def _field(node: Node) -> str | None:
    return node.field if isinstance(node, Word | Phrase | Prefix) else None


def _any(queries: Iterable[Any]) -> Any:
    """One Or of them, those that are one taken apart: a single pass over all lists is quicker."""
    some: list[Any] = []
    for query in queries:
        some += query.subqueries if type(query) is engine.query.Or else [query]
    return some[0] if len(some) == 1 else engine.query.Or(some)
