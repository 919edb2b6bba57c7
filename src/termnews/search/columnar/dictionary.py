"""The term dictionary of a field: all its terms, sorted, in one stretch of bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import overload

from termnews.search.columnar.arrays import Array, np

_DIGITS = 26
_OTHERS = 31
_KINDS = {ord("a") + at: at for at in range(26)} | {ord("0") + at: _DIGITS + at // 2 for at in range(10)}
_KIND_OF_BYTE = np.array([1 << _KINDS.get(byte, _OTHERS) for byte in range(256)], dtype=np.uint32)
"""A bit for each letter of the English alphabet, for each two digits, and one for all that is left."""


def letter_kinds(word: str) -> int:
    """The bits of the kinds of letters in ``word``."""
    return int(np.bitwise_or.reduce(_KIND_OF_BYTE[list(word.encode())]))


class TermDictionary(Sequence[bytes]):
    """Terms by number, and numbers by term through binary search; nothing is read before it is asked for."""

    def __init__(self, text: Array, ends: Array) -> None:
        """``text`` are the bytes of all terms, ``ends`` where each begins and the last one ends."""
        self._text = text.data
        self._ends = ends.data

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, at: int) -> bytes: ...
    @overload
    def __getitem__(self, at: slice) -> list[bytes]: ...
    def __getitem__(self, at: int | slice) -> bytes | list[bytes]:
        if isinstance(at, slice):
            chosen = range(*at.indices(len(self)))
            return self._between(chosen.start, chosen.stop) if chosen.step == 1 else [self[of] for of in chosen]
        if not 0 <= at < len(self):
            raise IndexError(at)
        return bytes(self._text[self._ends[at] : self._ends[at + 1]])

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._between(0, len(self)))

    def _between(self, first: int, last: int) -> list[bytes]:
        ends = np.asarray(self._ends[first : max(first, last) + 1]).astype(np.intp)
        text = bytes(self._text[ends[0] : ends[-1]])
        return [text[start:end] for start, end in pairwise((ends - ends[0]).tolist())]

    def arrays(self) -> tuple[Array, Array]:
        """The bytes of all terms, and where each begins and the last one ends."""
        return np.asarray(self._text), np.asarray(self._ends)

    @cached_property
    def letter_sets(self) -> Array:
        """For each term the bits of the kinds of letters in it (``letter_kinds``)."""
        text, ends = self.arrays()
        if not len(self):
            return np.empty(0, dtype=np.uint32)
        return np.bitwise_or.reduceat(np.append(_KIND_OF_BYTE[text], np.uint32(0)), ends[:-1].astype(np.intp))

    def at_least(self, term: bytes) -> int:
        """The number of the first term that is not before ``term``."""
        low, high, text, ends = 0, len(self), self._text, self._ends
        while low < high:
            middle = (low + high) >> 1
            if bytes(text[ends[middle] : ends[middle + 1]]) < term:
                low = middle + 1
            else:
                high = middle
        return low

    def find(self, term: bytes) -> int:
        """The number of ``term``, or -1."""
        at = self.at_least(term)
        return at if at < len(self) and self[at] == term else -1

    def beginning(self, prefix: bytes) -> range:
        """The numbers of the terms that begin with ``prefix``."""
        stem = prefix.rstrip(b"\xff")
        if not stem:
            return range(self.at_least(prefix), len(self))
        after = stem[:-1] + bytes((stem[-1] + 1,))
        return range(self.at_least(prefix), self.at_least(after))
