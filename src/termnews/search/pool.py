"""Postings on their way into a segment, gathered by term.

Whoosh's own pool keeps a tuple a posting (about 230 bytes), sorts all of them, and pickles them one by one to a file
when there are too many.  Here a term has arrays (about 10 bytes a posting beside its value), only terms are sorted,
and what does not fit goes to a run on disk, a term at a time.
"""

from __future__ import annotations

import marshal
import tempfile
from array import array
from collections.abc import Iterator
from heapq import merge
from typing import IO, TypeAlias

Posting: TypeAlias = tuple[str, bytes, int, float, bytes]
"""Field, term, document, weight, encoded value: what passes between the parts of a Whoosh writer."""

_Term: TypeAlias = "tuple[array[int], array[float], list[bytes] | None]"
_Run: TypeAlias = tuple[str, bytes, int, bytes, bytes, list[bytes] | None]

_OF_A_TERM = 300
_OF_A_POSTING = 8
_OF_A_VALUE = 45
"""Bytes of memory, a rough measure of CPython's objects on 64 bits."""


class TermPool:
    """In the place of ``whoosh.writing.PostingPool``: ``add`` in rising order of documents, then ``iter_postings``
    once.  Holds up to ``megabytes`` in memory."""

    def __init__(self, megabytes: int) -> None:
        self._most = megabytes << 20
        self._runs: list[IO[bytes]] = []
        self._start_run()

    def add(self, item: Posting) -> None:
        """Take in one posting."""
        field, text, document, weight, value = item
        fields = self._fields
        if field not in fields:
            fields[field] = {}
        terms = fields[field]
        if text in terms:
            documents, weights, values = terms[text]
            documents.append(document)
            weights.append(weight)
            if values is not None:
                values.append(value)
                self._bytes += _OF_A_VALUE + len(value)
            self._bytes += _OF_A_POSTING
        else:
            terms[text] = array("I", (document,)), array("f", (weight,)), [value] if value else None
            self._bytes += _OF_A_TERM
            if self._bytes > self._most:
                self._save()

    def iter_postings(self) -> Iterator[Posting]:
        """All postings, by field, term and document."""
        current = self._terms()
        runs = [_read(file) for file in self._runs]
        for field, text, _, documents, weights, values in merge(*runs, current, key=_place) if runs else current:
            ids = array("I", documents)
            for at, weight in enumerate(array("f", weights)):
                yield field, text, ids[at], weight, values[at] if values else b""

    def cleanup(self) -> None:
        """Let go of memory and files."""
        for file in self._runs:
            file.close()
        self._runs = []
        self._start_run()

    def _start_run(self) -> None:
        self._fields: dict[str, dict[bytes, _Term]] = {}
        self._bytes = 0

    def _save(self) -> None:
        file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by cleanup; it has no name, so a kill leaves nothing
        for run in self._terms():
            marshal.dump(run, file)
        self._runs.append(file)
        self._start_run()

    def _terms(self) -> Iterator[_Run]:
        at = len(self._runs)
        for field, terms in sorted(self._fields.items()):
            for text in sorted(terms):
                documents, weights, values = terms[text]
                yield field, text, at, documents.tobytes(), weights.tobytes(), values


def _place(run: _Run) -> tuple[str, bytes, int]:
    return run[:3]


def _read(file: IO[bytes]) -> Iterator[_Run]:
    file.seek(0)
    while True:
        try:
            yield marshal.load(file)  # noqa: S302 - a file of our own without a name
        except EOFError:
            return
