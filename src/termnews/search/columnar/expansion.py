"""Which terms of a segment a query of many terms stands for: beginnings, ranges, patterns, words that are alike."""

from __future__ import annotations

import re
from typing import Any

from termnews.search import engine
from termnews.search.clock import STEPS, Clock
from termnews.search.columnar.alike import Alike, terms_alike
from termnews.search.columnar.arrays import Array, np
from termnews.search.columnar.dictionary import TermDictionary
from termnews.search.columnar.globs import matching
from termnews.search.columnar.leaf import NotColumnar
from termnews.search.columnar.queries import Beginning

_QUERY = engine.query


def expanded(query: Any, schema: Any, dictionary: TermDictionary, clock: Clock) -> range | Array:
    """The numbers of the terms in the dictionary of the query's field, rising.  Raises Cut, what Whoosh raises for a
    pattern that is none, and NotColumnar."""
    clock.check()
    match query:
        case Beginning() | _QUERY.Prefix():
            return dictionary.beginning(query.text.encode())
        case _QUERY.TermRange():
            return _range(query, schema[query.fieldname], dictionary)
        case _QUERY.Wildcard():
            return matching(dictionary, query.text)
        case _QUERY.Regex():
            start = query._find_prefix(query.text)  # noqa: SLF001 - Whoosh's own reading of the pattern
            return _tested(dictionary, re.compile(query.text), dictionary.beginning(start.encode()), clock)
        case Alike():
            return terms_alike(dictionary, query.text, query.edits)
        case _QUERY.FuzzyTerm():
            alike = terms_alike(dictionary, query.text, query.maxdist)
            terms = dictionary.beginning(query.text[: query.prefixlength].encode())
            return np.asarray(alike[(alike >= terms.start) & (alike < terms.stop)])
        case _QUERY.Variations():
            found = {dictionary.find(form.encode()) for form in engine.variations(query.text)}
            return np.array(sorted(found - {-1}), dtype=np.intp)
        case _:
            raise NotColumnar(f"{type(query).__name__} can't be evaluated with arrays")


def _range(query: Any, field: Any, dictionary: TermDictionary) -> range:
    first, last = 0, len(dictionary)
    if query.start is not None:
        start = _to_bytes(field, query.start)
        first = dictionary.at_least(start)
        if query.startexcl and first < len(dictionary) and dictionary[first] == start:
            first += 1
    if query.end is not None:
        end = _to_bytes(field, query.end)
        last = dictionary.at_least(end)
        if not query.endexcl and last < len(dictionary) and dictionary[last] == end:
            last += 1
    return range(first, max(first, last))


def _to_bytes(field: Any, text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else bytes(field.to_bytes(text))


def _tested(dictionary: TermDictionary, pattern: re.Pattern[str], terms: range, clock: Clock) -> Array:
    """The terms that a pattern matches from their start, tried one by one."""
    found = []
    for first in range(terms.start, terms.stop, STEPS):
        clock.check()
        some = dictionary[first : min(first + STEPS, terms.stop)]
        found += [at for at, term in enumerate(some, first) if pattern.match(term.decode(errors="replace"))]
    return np.array(found, dtype=np.intp)
