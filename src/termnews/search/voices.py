"""Who speaks in the articles, counted so that the count beside a name is what narrowing by that name finds.

Articles call a speaker by *names*; people are *shown* under one of theirs.  Narrowing by what is shown asks for it as a
phrase, and for the other full names of whoever goes by it (``persons``): it finds every name that has one of these
phrases in it, whoever that is.  So that is what counts.  Only people who speak are shown, and nobody whose name mostly
finds others: "Bank", as somebody is called in one article, also finds "Bank of England" and all its like.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeAlias

from termnews.search.analysis import asked_words
from termnews.search.columnar.arrays import Array, np
from termnews.search.digests import digest
from termnews.search.facets import Values, first, tally
from termnews.search.found import Spoken
from termnews.search.persons import Name, Persons, in_words
from termnews.search.stories import Stories

Tally: TypeAlias = "tuple[Array, Array]"
"""Values, and how many articles have each."""

_FEW = 1_500
"""Names for which it is told each time anew under whom they are found."""

_MANY = 20_000
"""Speakers of articles from which on it is worth knowing them for all articles."""


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
        that name is shown as; ``full`` the numbers of people, each with one of the full names that they go by."""
        self._names = dict(names)
        self._own = Values(shown)
        self._persons = Persons(full)
        self._pairs = _columns(speaking)
        self._speaking = Values.numbered([], *self._pairs)
        self._heard: Values | None = None
        self._everywhere: tuple[Values, Values] | None = None
        self._digests: tuple[Array, Array] | None = None

    def most_frequent(self, numbers: Array, stories: Stories | None, limit: int | None) -> list[tuple[str, int]]:
        """Who speaks in most of the articles, and in how many."""
        names, which = self._speaking.of(numbers)
        if len(names) < _MANY:
            return self._most_frequent(numbers.take(which), names, stories, limit)
        if self._everywhere is None:
            articles, of = self._pairs
            pairs = [_pairs(values, of, articles) for values in (self._own, self._found_under(of))]
            own, found = (Values.numbered(self._own.names, *each) for each in pairs)
            self._everywhere = own, found
        every = [values.of(numbers) for values in self._everywhere]
        of_them, of_found = (tally(values, numbers.take(which), stories) for values, which in every)
        return self._first(of_them, of_found, limit)

    def most_frequent_of(self, spoken: Spoken, stories: Stories | None, limit: int | None) -> list[tuple[str, int]]:
        """Whose quotations are in most of the articles, and in how many."""
        names, which = self._named(spoken.voices)
        both = np.unique((spoken.numbers.take(which) << 32) + names)
        return self._most_frequent(both >> 32, both & 0xFFFFFFFF, stories, limit)

    def _most_frequent(
        self, numbers: Array, names: Array, stories: Stories | None, limit: int | None
    ) -> list[tuple[str, int]]:
        """The most frequent of what these names are found under; beside each name the article that has it."""
        pairs = [_pairs(values, names, numbers) for values in (self._own, self._found_under(names))]
        own, found = (tally(values, articles, stories) for articles, values in pairs)
        return self._first(own, found, limit)

    def _first(self, own: Tally, found: Tally, limit: int | None) -> list[tuple[str, int]]:
        """The most frequent of what is found, where half of it at least are the people themselves."""
        themselves = np.zeros(len(self._own.names), dtype=np.int64)
        themselves[own[0]] = own[1]
        values, counts = found
        there = 2 * themselves.take(values) >= counts
        return first(self._own.names, values[there], counts[there], limit)

    def _found_under(self, names: Array) -> Values:
        """What is shown and finds these names: the places of it, by the number of the name."""
        if self._heard is not None:
            return self._heard
        there = np.flatnonzero(np.bincount(names))
        everywhere = len(there) > _FEW
        shown = range(len(self._own.names)) if everywhere else np.unique(self._own.of(there)[0]).tolist()
        asked = self._names if everywhere else {name: self._names[name] for name in there.tolist()}
        found = _heard(asked, {place: self._own.names[place] for place in shown}, self._persons)
        values = Values.numbered(self._own.names, *_columns(found))
        if everywhere:
            self._heard = values
        return values

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


def _pairs(of: Values, names: Array, numbers: Array) -> tuple[Array, Array]:
    """The articles beside the names, and beside each a value that one of its names has; each pair once."""
    values, which = of.of(names)
    both = np.unique((numbers.take(which) << 32) + values)
    return both >> 32, both & 0xFFFFFFFF


def _columns(pairs: Iterable[tuple[int, int]]) -> tuple[Array, Array]:
    """The first and the second of all pairs."""
    both = np.fromiter(chain.from_iterable(pairs), dtype=np.int64).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def _heard(names: Mapping[int, str], shown: Mapping[int, str], persons: Persons) -> Iterator[tuple[int, int]]:
    """The numbers of names, each with the place of something shown that it is found under."""
    found_by: dict[Name, list[int]] = {}
    for place, value in shown.items():
        asked = in_words(value) if value.isascii() else tuple(asked_words(value))
        for phrase in (asked, *persons.others(asked)) if asked else ():
            found_by.setdefault(phrase, []).append(place)
    lengths: dict[str, int] = {}
    for phrase in found_by:
        lengths[phrase[0]] = max(len(phrase), lengths.get(phrase[0], 0))
    for number, name in names.items():
        said = in_words(name)
        for start, word in enumerate(said):
            for end in range(start + 1, min(start + lengths.get(word, 0), len(said)) + 1):
                for place in found_by.get(said[start:end], ()):
                    yield number, place
