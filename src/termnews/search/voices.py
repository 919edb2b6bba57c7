"""Who speaks in the articles, counted so that the count beside a name is what narrowing by that name finds.

Articles call a speaker by *names*; people are *shown* under one of theirs.  Narrowing by what is shown asks for it as a
phrase, and for the other full names of whoever goes by it (``persons``): it finds every name that has one of these
phrases in it, whoever that is.  So that is what counts.  Only people who speak are shown, and nobody whose name mostly
finds others: "Bank", as somebody is called in one article, also finds "Bank of England" and all its like.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeAlias

from termnews.search.analysis import asked_words, words
from termnews.search.columnar.arrays import Array, np
from termnews.search.digests import digest
from termnews.search.facets import Values, first, tally
from termnews.search.found import Spoken
from termnews.search.persons import Name, Persons
from termnews.search.stories import Stories

Tally: TypeAlias = "tuple[Array, Array]"
"""Values, and how many articles have each."""


class Voices:
    """The speakers of all articles."""

    def __init__(
        self,
        names: Iterable[tuple[int, str]],
        speaking: Iterable[tuple[int, int]],
        shown: Iterable[tuple[int, str]],
        full: Iterable[tuple[int, str]],
    ) -> None:
        """``names`` are what articles call their speakers, each with its number; ``speaking`` the numbers of articles,
        each with that of a name of somebody who speaks there; ``shown`` numbers of names, each with what somebody of
        that name is shown as; ``full`` the numbers of people, each with one of their full names."""
        self._names = dict(names)
        self._own = Values(shown)
        self._heard = Values.numbered(self._own.names, *_columns(_heard(self._names, self._own.names, Persons(full))))
        numbers, of = _columns(speaking)
        self._owners, self._found = (
            Values.numbered(self._own.names, numbers.take(which), values)
            for values, which in (self._own.of(of), self._heard.of(of))
        )
        self._digests: tuple[Array, Array] | None = None

    def most_frequent(self, numbers: Array, stories: Stories | None, limit: int | None) -> list[tuple[str, int]]:
        """Who speaks in most of the articles, and in how many."""
        owned, found = (
            tally(values, numbers.take(which), stories)
            for values, which in (self._owners.of(numbers), self._found.of(numbers))
        )
        return self._first(owned, found, limit)

    def most_frequent_of(self, spoken: Spoken, stories: Stories | None, limit: int | None) -> list[tuple[str, int]]:
        """Whose quotations are in most of the articles, and in how many."""
        names, which = self._named(spoken.voices)
        both = np.unique((spoken.numbers.take(which) << 32) + names)
        numbers, names = both >> 32, both & 0xFFFFFFFF
        owned, found = (
            _tally(values, numbers.take(which), stories)
            for values, which in (self._own.of(names), self._heard.of(names))
        )
        return self._first(owned, found, limit)

    def _first(self, owned: Tally, found: Tally, limit: int | None) -> list[tuple[str, int]]:
        """The most frequent of what is found, where half of it at least are the people themselves."""
        own = np.zeros(len(self._own.names), dtype=np.int64)
        own[owned[0]] = owned[1]
        values, counts = found
        there = 2 * own.take(values) >= counts
        return first(self._own.names, values[there], counts[there], limit)

    def _named(self, voices: Array) -> tuple[Array, Array]:
        """The names with these digests, and beside each the place of its digest."""
        if self._digests is None:
            digests, names = _columns((digest(name), number) for number, name in self._names.items())
            order = np.argsort(digests)
            self._digests = digests[order], names[order]
        digests, names = self._digests
        at = np.searchsorted(digests, voices)
        known = np.flatnonzero(np.append(digests, 0).take(at) == voices)
        return np.append(names, 0).take(at.take(known)), known


def _tally(values: Array, numbers: Array, stories: Stories | None) -> Tally:
    """``tally`` where articles may have values twice."""
    both = np.unique((numbers << 32) + values)
    return tally(both & 0xFFFFFFFF, both >> 32, stories)


def _columns(pairs: Iterable[tuple[int, int]]) -> tuple[Array, Array]:
    """The first and the second of all pairs."""
    both = np.fromiter(chain.from_iterable(pairs), dtype=np.int64).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def _heard(names: Mapping[int, str], shown: Sequence[str], persons: Persons) -> Iterator[tuple[int, int]]:
    """The numbers of names, each with the place of something shown that it is found under."""
    found_by: dict[Name, list[int]] = {}
    for place, value in enumerate(shown):
        asked = tuple(words(value) if value.isascii() else asked_words(value))
        for phrase in (asked, *persons.others(asked)) if asked else ():
            found_by.setdefault(phrase, []).append(place)
    longest = max(map(len, found_by), default=0)
    for number, name in names.items():
        said = words(name)
        for start in range(len(said)):
            for end in range(start + 1, min(start + longest, len(said)) + 1):
                for place in found_by.get(tuple(said[start:end]), ()):
                    yield number, place
