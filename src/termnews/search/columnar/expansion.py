"""Which terms of a segment a query of many terms stands for: beginnings, ranges, patterns, words that are alike."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Callable, Iterator
from typing import Any

from termnews.search import engine
from termnews.search.clock import STEPS, Clock
from termnews.search.columnar.arrays import Array, np
from termnews.search.columnar.dictionary import TermDictionary
from termnews.search.columnar.leaf import Leaf

_NEWLINE = 10


def expanded(query: Any, leaf: Leaf, dictionary: TermDictionary, clock: Clock) -> Array:
    """The numbers of the terms in the dictionary of the query's field, rising.  Raises Cut, and what Whoosh raises for
    a pattern that is none."""
    kind = type(query)
    if kind is engine.query.Prefix:
        return _numbers(dictionary.beginning(_to_bytes(leaf, query.fieldname, query.text)))
    if kind is engine.query.TermRange:
        return _numbers(_range(query, leaf, dictionary))
    if kind is engine.query.Wildcard:
        return _matching(dictionary, _glob(query.text), _literal(query.text, "*?["), clock)
    if kind is engine.query.Regex:
        start = query._find_prefix(query.text)  # noqa: SLF001 - Whoosh's own reading of the pattern
        return _tested(dictionary, re.compile(query.text), start, clock)
    found = []
    for count, term in enumerate(query._btexts(leaf.reader)):  # noqa: SLF001 - how Whoosh's queries tell their terms
        if count % STEPS == 0:
            clock.check()
        found.append(dictionary.find(term if isinstance(term, bytes) else _to_bytes(leaf, query.field(), term)))
    return np.array(sorted({at for at in found if at >= 0}), dtype=np.int64)


def _numbers(terms: range) -> Array:
    return np.arange(terms.start, terms.stop, dtype=np.int64)


def _to_bytes(leaf: Leaf, field: str, text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else bytes(leaf.schema[field].to_bytes(text))


def _range(query: Any, leaf: Leaf, dictionary: TermDictionary) -> range:
    first, last = 0, len(dictionary)
    if query.start is not None:
        start = _to_bytes(leaf, query.fieldname, query.start)
        first = dictionary.at_least(start)
        if query.startexcl and first < len(dictionary) and dictionary[first] == start:
            first += 1
    if query.end is not None:
        end = _to_bytes(leaf, query.fieldname, query.end)
        last = dictionary.at_least(end)
        if not query.endexcl and last < len(dictionary) and dictionary[last] == end:
            last += 1
    return range(first, max(first, last))


def _literal(text: str, special: str) -> str:
    """The characters before the first special one."""
    return re.split(f"[{re.escape(special)}]", text, maxsplit=1)[0]


def _glob(pattern: str) -> str:
    """The regular expression of a glob, without its end, made so that ``.`` can't cross from a line to the next."""
    translated = fnmatch.translate(pattern)
    return translated.removeprefix("(?s:").removesuffix(r")\Z").removesuffix(r")\z")


def _matching(dictionary: TermDictionary, pattern: str, start: str, clock: Clock) -> Array:
    """The terms that a pattern matches as a whole, looked for in all of them at once."""
    terms = dictionary.beginning(start.encode()) if start else range(len(dictionary))
    lines, begins = _lines(dictionary, terms)
    if lines is None:
        return _tested(dictionary, re.compile(f"(?s:{pattern})\\Z"), start, clock)
    clock.check()
    found = re.compile(f"^(?:{pattern})$", re.MULTILINE).finditer(lines)
    at = np.fromiter(_watched((match.start() for match in found), clock), dtype=np.int64)
    return np.searchsorted(begins, at) + terms.start


def _watched(places: Iterator[int], clock: Clock) -> Iterator[int]:
    for count, place in enumerate(places):
        if count % STEPS == 0:
            clock.check()
        yield place


def _lines(dictionary: TermDictionary, terms: range) -> tuple[str | None, Array]:
    """The terms a line each, and in which character each begins; None where one holds a newline or is no text."""
    text = b"\n".join(dictionary[terms.start : terms.stop])
    if text.count(b"\n") != max(len(terms) - 1, 0):
        return None, np.empty(0, dtype=np.int64)
    try:
        lines = text.decode()
    except UnicodeDecodeError:
        return None, np.empty(0, dtype=np.int64)
    codes = np.frombuffer(lines.encode("utf-32-le"), dtype="<u4")
    return lines, np.append(0, np.flatnonzero(codes == _NEWLINE) + 1)


def _tested(dictionary: TermDictionary, pattern: re.Pattern[str], start: str, clock: Clock) -> Array:
    """The terms that a pattern matches from their start, tried one by one."""
    terms = dictionary.beginning(start.encode()) if start else range(len(dictionary))
    matches: Callable[[str], Any] = pattern.match
    found = []
    for count, at in enumerate(terms):
        if count % STEPS == 0:
            clock.check()
        if matches(dictionary[at].decode(errors="replace")):
            found.append(at)
    return np.array(found, dtype=np.int64)
