"""Postings on their way into a segment, gathered by term.

Whoosh's own pool keeps a tuple a posting (about 230 bytes), sorts all of them, and pickles them one by one to a file
when there are too many.  Here a term has arrays (about 10 bytes a posting beside its value), only terms are sorted,
and what does not fit goes to a run on disk, a term at a time.
"""

from __future__ import annotations

import marshal
import tempfile
from array import array
from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import groupby
from typing import IO, TypeAlias

from termnews.search.codec import TermList

Posting: TypeAlias = tuple[str, bytes, int, float, bytes]
"""Field, term, document, weight, encoded value: what passes between the parts of a Whoosh writer."""

_Term: TypeAlias = "tuple[array[int], array[float], list[bytes] | None]"
_Run: TypeAlias = tuple[str, bytes, int, bytes, bytes, list[bytes] | None]

_OF_A_TERM = 300
_OF_A_POSTING = 8
_OF_A_VALUE = 50
"""Bytes of memory, a rough measure of CPython's objects on 64 bits."""


class TermPool:
    """In the place of ``whoosh.writing.PostingPool``: filled in rising order of documents, then read once.  Holds up to
    ``megabytes`` in memory."""

    def __init__(self, megabytes: int) -> None:
        self._most = megabytes << 20
        self._runs: list[IO[bytes]] = []
        self._start_run()

    def add(self, item: Posting) -> None:
        """Take in one posting."""
        field, text, document, weight, value = item
        terms = self._fields.get(field)
        if terms is None:
            terms = self._fields[field] = {}
        term = terms.get(text)
        if term is None:
            terms[text] = array("I", (document,)), array("f", (weight,)), [value] if value else None
            self._grew(_OF_A_TERM)
            return
        term[0].append(document)
        term[1].append(weight)
        if value:
            _values(term).append(value)
            self._bytes += _OF_A_VALUE + _OF_A_POSTING
        else:
            self._bytes += _OF_A_POSTING

    def add_list(self, term: TermList) -> None:
        """Take in postings of a term."""
        if not term.documents:
            return
        terms = self._fields.setdefault(term.field, {})
        if term.text not in terms:
            terms[term.text] = array("I"), array("f"), None if term.values is None else []
            self._bytes += _OF_A_TERM
        held = terms[term.text]
        held[0].extend(term.documents)
        held[1].extend(term.weights)
        if term.values is not None:
            _values(held).extend(term.values)
        self._grew(len(term.documents) * (_OF_A_POSTING if term.values is None else _OF_A_POSTING + _OF_A_VALUE))

    def iter_postings(self) -> TermPool:
        """What Whoosh's writer hands on to the codec: the pool itself."""
        return self

    def lists(self) -> Iterator[TermList]:
        """All postings, by field and term."""
        if not self._runs:
            for field, terms in sorted(self._fields.items()):
                for text in sorted(terms):
                    yield TermList(field, text, *terms[text])
            return
        runs = [_read(file) for file in self._runs]
        for (field, text), parts in groupby(merge(*runs, self._run(), key=_place), key=lambda run: run[:2]):
            yield _joined(field, text, list(parts))

    def __iter__(self) -> Iterator[Posting]:
        for field, text, documents, weights, values in self.lists():
            for at, document in enumerate(documents):
                yield field, text, document, weights[at], b"" if values is None else values[at]

    def cleanup(self) -> None:
        """Let go of memory and files."""
        for file in self._runs:
            file.close()
        self._runs = []
        self._start_run()

    def _start_run(self) -> None:
        self._fields: dict[str, dict[bytes, _Term]] = {}
        self._bytes = 0

    def _grew(self, size: int) -> None:
        self._bytes += size
        if self._bytes > self._most:
            file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by cleanup; without a name a kill leaves nothing
            for run in self._run():
                marshal.dump(run, file)
            self._runs.append(file)
            self._start_run()

    def _run(self) -> Iterator[_Run]:
        at = len(self._runs)
        for field, terms in sorted(self._fields.items()):
            for text in sorted(terms):
                documents, weights, values = terms[text]
                yield field, text, at, documents.tobytes(), weights.tobytes(), values


def _values(term: _Term) -> list[bytes]:
    values = term[2]
    if values is None:
        raise ValueError("some postings of a term have values and some have none")
    return values


def _place(run: _Run) -> tuple[str, bytes, int]:
    return run[:3]


def _joined(field: str, text: bytes, parts: Sequence[_Run]) -> TermList:
    documents = array("I", b"".join(part[3] for part in parts))
    weights = array("f", b"".join(part[4] for part in parts))
    if parts[0][5] is None:
        return TermList(field, text, documents, weights, None)
    return TermList(field, text, documents, weights, [value for part in parts for value in part[5] or ()])


def _read(file: IO[bytes]) -> Iterator[_Run]:
    file.seek(0)
    while True:
        try:
            yield marshal.load(file)  # noqa: S302 - a file of our own without a name
        except EOFError:
            return
