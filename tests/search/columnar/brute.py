"""The plainest scorer there can be: a query against every document, one after the other, in Python.

It takes the statistics (idf, lengths) from a Whoosh searcher and nothing else.
"""

from __future__ import annotations

import fnmatch
import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from whoosh import query

K1, B = 1.2, 0.75


class Brute:
    """Scores of one searcher's documents; ``fields`` is what each live document says."""

    def __init__(self, searcher: Any, documents: Mapping[str, Mapping[str, Any]]) -> None:
        self._searcher = searcher
        self._words: dict[int, dict[str, list[str]]] = {}
        self._values: dict[int, Mapping[str, Any]] = {}
        reader = searcher.reader()
        for number in reader.all_doc_ids():
            values = documents[reader.stored_fields(number)["key"]]
            self._values[number] = values
            self._words[number] = {name: str(values[name]).split() for name in ("text", "title", "tags", "key")}
        self.lexicon = {
            name: sorted({word for words in self._words.values() for word in words[name]}) for name in ("text", "title")
        }

    def search(self, wanted: Any) -> dict[int, float]:
        return {number: score for number in self._words if (score := self._score(wanted, number)) is not None}

    def _score(self, wanted: Any, number: int) -> float | None:
        rule: Callable[[Any, int], float | None] = getattr(self, f"_{type(wanted).__name__.lower()}")
        return rule(wanted, number)

    def _term(self, wanted: Any, number: int) -> float | None:
        weight = self._weight(wanted.fieldname, wanted.text, number)
        if not weight:
            return None
        idf = self._searcher.idf(wanted.fieldname, wanted.text)
        return float(wanted.boost) * self._bm25(wanted.fieldname, weight, idf, number)

    def _weight(self, name: str, word: str, number: int) -> float:
        return self._words[number][name].count(word) * (2.0 if name == "title" else 1.0)

    def _bm25(self, name: str, weight: float, idf: float, number: int) -> float:
        searcher = self._searcher
        if not searcher.schema[name].scorable:
            return weight
        length = searcher.reader().doc_field_length(number, name)
        norm = (1 - B) + B * length / searcher.avg_field_length(name)
        return float(idf * weight * (K1 + 1) / (weight + K1 * norm))

    def _and(self, wanted: Any, number: int) -> float | None:
        scores = [self._score(part, number) for part in wanted.subqueries]
        return None if None in scores else wanted.boost * sum(scores)  # type: ignore[arg-type]

    def _or(self, wanted: Any, number: int) -> float | None:
        scores = [score for part in wanted.subqueries if (score := self._score(part, number)) is not None]
        if not scores or len(scores) < wanted.minmatch:
            return None
        score, terms = sum(scores), len(wanted.subqueries)
        if wanted.scale:
            score = (score + (len(scores) - 1) / (terms - wanted.scale) ** 2) * (terms - 1) / terms
        return wanted.boost * score

    def _disjunctionmax(self, wanted: Any, number: int) -> float | None:
        scores = [score for part in wanted.subqueries if (score := self._score(part, number)) is not None]
        return wanted.boost * (max(scores) + wanted.tiebreak * (sum(scores) - max(scores))) if scores else None

    def _not(self, wanted: Any, number: int) -> float | None:
        return 1.0 if self._score(wanted.query, number) is None else None

    def _andnot(self, wanted: Any, number: int) -> float | None:
        return self._score(wanted.a, number) if self._score(wanted.b, number) is None else None

    def _require(self, wanted: Any, number: int) -> float | None:
        return self._score(wanted.a, number) if self._score(wanted.b, number) is not None else None

    def _andmaybe(self, wanted: Any, number: int) -> float | None:
        score = self._score(wanted.a, number)
        return None if score is None else score + (self._score(wanted.b, number) or 0.0)

    def _constantscorequery(self, wanted: Any, number: int) -> float | None:
        return None if self._score(wanted.child, number) is None else wanted.score

    def _every(self, wanted: Any, number: int) -> float | None:
        return wanted.boost if wanted.fieldname is None or self._words[number][wanted.fieldname] else None

    def _phrase(self, wanted: Any, number: int) -> float | None:
        words = self._words[number][wanted.fieldname]
        ends = {at for at, word in enumerate(words) if word == wanted.words[0]}
        for next_word in wanted.words[1:]:
            ends = {
                at
                for at, word in enumerate(words)
                if word == next_word and any(0 < at - end <= wanted.slop for end in ends)
            }
        if not ends:
            return None
        return wanted.boost * sum(self._term(query.Term(wanted.fieldname, word), number) or 0 for word in wanted.words)

    def _nearby(self, wanted: Any, number: int) -> float | None:
        words, reach = self._words[number][wanted.fieldname], len(wanted.words) + wanted.others
        if not any({*wanted.words} <= {*words[start : start + reach]} for start in range(len(words))):
            return None
        return wanted.boost * sum(self._term(query.Term(wanted.fieldname, word), number) or 0 for word in wanted.words)

    def _beginning(self, wanted: Any, number: int) -> float | None:
        return self._spelt(wanted, number, lambda word: word.startswith(wanted.text))

    def _alike(self, wanted: Any, number: int) -> float | None:
        return self._spelt(wanted, number, lambda word: _distance(word, wanted.text) <= wanted.edits)

    def _spelt(self, wanted: Any, number: int, matches: Callable[[str], object]) -> float | None:
        """All words that match as one word; right where no document is deleted, because those count in its idf."""
        name = wanted.fieldname
        spellings = {word for word in self.lexicon[name] if matches(word)}
        weight = sum(self._weight(name, word, number) for word in spellings)
        if not weight:
            return None
        frequency = sum(not spellings.isdisjoint(words[name]) for words in self._words.values())
        return float(wanted.boost) * self._bm25(name, weight, self._searcher_idf(frequency), number)

    def _searcher_idf(self, frequency: int) -> float:
        return math.log(self._searcher.doc_count_all() / (frequency + 1)) + 1

    def _columnrange(self, wanted: Any, number: int) -> float | None:
        return 0.0 if wanted.first <= self._in_column(wanted.fieldname, number) <= wanted.last else None

    def _among(self, wanted: Any, number: int) -> float | None:
        return 0.0 if self._in_column(wanted.fieldname, number) in wanted.numbers else None

    def _in_column(self, name: str, number: int) -> int:
        return int(self._searcher.schema[name].to_column_value(self._values[number][name]))

    def _all(self, _wanted: Any, _number: int) -> float:
        return 0.0

    def _expanding(self, wanted: Any, number: int, matches: Callable[[str], object]) -> float | None:
        words = [word for word in set(self._words[number][wanted.fieldname]) if matches(word)]
        if not words:
            return None
        if wanted.constantscore:
            return float(wanted.boost)
        return wanted.boost * sum(self._term(query.Term(wanted.fieldname, word), number) or 0 for word in words)

    def _prefix(self, wanted: Any, number: int) -> float | None:
        return self._expanding(wanted, number, lambda word: word.startswith(wanted.text))

    def _wildcard(self, wanted: Any, number: int) -> float | None:
        return self._expanding(wanted, number, lambda word: fnmatch.fnmatchcase(word, wanted.text))

    def _regex(self, wanted: Any, number: int) -> float | None:
        return self._expanding(wanted, number, re.compile(wanted.text).match)

    def _termrange(self, wanted: Any, number: int) -> float | None:
        def inside(word: str) -> bool:
            low = wanted.start is None or (word > wanted.start if wanted.startexcl else word >= wanted.start)
            high = wanted.end is None or (word < wanted.end if wanted.endexcl else word <= wanted.end)
            return low and high

        return self._expanding(wanted, number, inside)

    def _variations(self, wanted: Any, number: int) -> float | None:
        from whoosh.lang.morph_en import variations

        forms = variations(wanted.text)
        return self._expanding(wanted, number, lambda word: word in forms)

    def _fuzzyterm(self, wanted: Any, number: int) -> float | None:
        start = wanted.text[: wanted.prefixlength]
        return self._expanding(
            wanted,
            number,
            lambda word: word.startswith(start) and _distance(word, wanted.text) <= wanted.maxdist,
        )

    def _numericrange(self, wanted: Any, number: int) -> float | None:
        value = self._values[number][wanted.fieldname]
        low = wanted.start is None or (value > wanted.start if wanted.startexcl else value >= wanted.start)
        high = wanted.end is None or (value < wanted.end if wanted.endexcl else value <= wanted.end)
        return float(wanted.boost) if low and high else None

    def _daterange(self, wanted: Any, number: int) -> float | None:
        day = self._values[number][wanted.fieldname]
        return float(wanted.boost) if wanted.startdate <= day <= wanted.enddate else None


def _distance(first: str, second: str) -> int:
    """Damerau's, where no letter takes part in two edits."""
    rows = [list(range(len(second) + 1))]
    for at, letter in enumerate(first, 1):
        row = [at]
        for place, other in enumerate(second, 1):
            row.append(min(rows[-1][place] + 1, row[-1] + 1, rows[-1][place - 1] + (letter != other)))
            if at > 1 and place > 1 and (letter, first[at - 2]) == (second[place - 2], other):
                row[-1] = min(row[-1], rows[-2][place - 2] + 1)
        rows.append(row)
    return rows[-1][-1]
