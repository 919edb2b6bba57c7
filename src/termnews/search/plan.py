"""From what was asked to a Whoosh query.

What one index does not know (``said:`` of articles, ``section:`` of quotations) is asked of the other and comes over as
a set of catalog numbers.  Filters (dates, sets of numbers, leaving out) add nothing to a score.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from termnews.search import engine, spoken
from termnews.search.columnar.alike import Alike
from termnews.search.columnar.arrays import Array, np
from termnews.search.columnar.nearby import Nearby
from termnews.search.columnar.queries import All, Among, Beginning, ColumnRange
from termnews.search.layout import ARTICLES, QUOTATIONS
from termnews.search.schema import UNDATED
from termnews.search.stemming import stems
from termnews.search.syntax import (
    AllBut,
    And,
    Boosted,
    Dates,
    Everything,
    Fuzzy,
    Indirect,
    Marked,
    Near,
    Node,
    Not,
    Nothing,
    Or,
    Pattern,
    Phrase,
    Prefix,
    Quoted,
    State,
    StateTerm,
    Text,
    Word,
    leaves,
)

WORD_FIELDS: Mapping[str, Mapping[str | None, tuple[str, ...]]] = {
    ARTICLES: {None: ("text", "about"), "text": ("text",), "headline": ("headline",)},
    QUOTATIONS: {None: ("said",), "said": ("said",), "role": ("role",)},
}
EXACT_FIELDS: Mapping[str, Mapping[str | None, tuple[str, ...]]] = {
    ARTICLES: {
        None: ("text_exact", "about_exact"),
        "text": ("text_exact",),
        "headline": ("headline_exact",),
        "exact": ("text_exact", "headline_exact"),
        **{name: (name,) for name in ("speaker", "author", "source", "section", "tag", "lang", "path")},
    },
    QUOTATIONS: {
        None: ("said_exact",),
        "said": ("said_exact",),
        "exact": ("said_exact",),
        "role": ("role_exact",),
        "speaker": ("speaker",),
    },
}

_BOOSTS = {"about": 0.6, "about_exact": 0.6}
_TIEBREAK = 0.4
"""How much of its score in another field a word adds to that in its best one.  Both numbers are fitted to judged
rankings (tests/bench/ranking).  The plain sum puts an article first that has the words in its headline, however little
it is about them: words are rare in headlines, and so score high there."""

NO_NUMBERS: Array = np.empty(0, dtype=np.int64)


class Planner:
    """Makes the Whoosh query of one search in one of the two indexes.  ``elsewhere`` answers a query by the other
    index, as catalog numbers; ``languages`` are those by which texts of this index are stemmed."""

    def __init__(
        self,
        name: str,
        sets: Mapping[StateTerm, Marked],
        elsewhere: Callable[[Node], Array],
        languages: Collection[str] = (),
    ) -> None:
        self._name = name
        self._sets = sets
        self._words = WORD_FIELDS[name]
        self._exact = EXACT_FIELDS[name]
        self._elsewhere = elsewhere
        self._languages = languages
        self._answered: dict[Node, Array] = {}

    def plan(self, node: Node) -> Any:
        """The Whoosh query of ``node``."""
        match node:
            case And(parts):
                return self._all(parts)
            case Or(parts):
                return _any(map(self.plan, parts))
            case Not(part):
                return engine.query.AndNot(All(), self.plan(part))
            case Boosted(part, factor):
                return _boosted(self.plan(part), factor)
            case Word() | Phrase() | Near() | Prefix() | Pattern() | Fuzzy():
                return self._text(node)
            case _:
                return self._filter(node)

    def _text(self, leaf: Text) -> Any:
        match leaf:
            case Word(field, word) if field in self._words:
                return _best(self._forms(field, word))
            case Phrase(field, words) if field in self._exact:
                return _best(engine.query.Phrase(name, list(words)) for name in self._exact[field])
            case Near(field, words, others) if field in self._exact:
                return _best(Nearby(name, words, others) for name in self._exact[field])
            case Prefix(field, start, typing) if field in self._exact:
                beginnings = [Beginning(name, start) for name in self._exact[field]]
                return _best([*beginnings, *self._forms(field, start)]) if typing else _any(beginnings)
            case Pattern(field, pattern) if field in self._exact:
                return _any(engine.query.Wildcard(name, pattern) for name in self._exact[field])
            case Fuzzy(field, word, edits) if field in self._exact:
                alike = [Alike(name, word, edits) for name in self._exact[field]]
                return _best([*alike, *self._forms(field, word)])
            case _:
                return self._abroad((leaf,))

    def _forms(self, field: str | None, word: str) -> list[Any]:
        """The forms of a word, in the fields that have forms."""
        forms = stems(word, self._languages)
        return [engine.query.Term(name, form) for name in self._words.get(field, ()) for form in forms]

    def _filter(self, node: Dates | State | Indirect | Quoted | Everything | Nothing) -> Any:
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
            case Quoted():
                return All() if self._name == QUOTATIONS else self._among(Not(Indirect()))
            case State(term):
                return _marked(self._sets.get(term, ()))

    def _all(self, parts: tuple[Node, ...]) -> Any:
        parts = tuple(spoken.side_by_side(parts))
        asked = () if self._name == QUOTATIONS else spoken.of_one_quotation(parts)
        others = [part for part in parts if part not in asked]
        wanted = [self.plan(part) for part in others if not isinstance(part, Not)]
        if asked:
            wanted.append(self._abroad(asked))
        unwanted = [self.plan(part.part) for part in others if isinstance(part, Not)]
        query = engine.query.And(wanted) if wanted else All()
        return engine.query.AndNot(query, _any(unwanted)) if unwanted else query

    def _abroad(self, parts: tuple[Node, ...]) -> Any:
        """What the other index answers; the words said are in the text of the article too, and score there."""
        found = self._among(parts[0] if len(parts) == 1 else And(parts))
        said = {leaf.word for part in parts for leaf in leaves(part) if isinstance(leaf, Word) and leaf.field == "said"}
        heard = [form for word in sorted(said) for form in self._forms("text", word)]
        return engine.query.AndMaybe(found, _any(heard)) if heard else found

    def _among(self, node: Node) -> Any:
        """The answer of the other index, which is asked once."""
        if node not in self._answered:
            self._answered[node] = self._elsewhere(node)
        return Among("number", self._answered[node])


def _boosted(query: Any, factor: float) -> Any:
    if type(query) is engine.query.AndNot:  # which does not look at its own boost
        return engine.query.AndNot(_boosted(query.a, factor), query.b)
    if query is not engine.query.NullQuery:  # of which there is but one
        query.boost *= factor
    return query


def _best(queries: Iterable[Any]) -> Any:
    """One thing looked for in several fields: the best of them counts, and the others a little."""
    some = list(queries)
    for query in some:
        query.boost *= _BOOSTS.get(query.fieldname, 1.0)
    return some[0] if len(some) == 1 else engine.query.DisjunctionMax(some, tiebreak=_TIEBREAK)


def _any(queries: Iterable[Any]) -> Any:
    """One Or of them, those that are one taken apart: a single pass over all lists is quicker."""
    some: list[Any] = []
    for query in queries:
        some += query.subqueries if type(query) is engine.query.Or and query.boost == 1.0 else [query]
    return some[0] if len(some) == 1 else engine.query.Or(some)


def _marked(marked: Marked) -> Any:
    numbers = marked.numbers if isinstance(marked, AllBut) else marked
    among = Among("number", np.fromiter(numbers, dtype=np.int64, count=len(numbers)))
    return engine.query.AndNot(All(), among) if isinstance(marked, AllBut) else among
