"""Terms that match a pattern of the shell (``*tion``, ``?a*``, ``[mh]ouse``), all terms at once.

Between two ``*`` a pattern is a *stretch*: so many letters, of each of which something is known.  The first stretch has
to be at the start of a term and the last one at its end; those between them are looked for from left to right, each as
early as it can be, which leaves the most room for what follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from termnews.search.columnar.arrays import Array, np
from termnews.search.columnar.dictionary import TermDictionary
from termnews.search.columnar.spelling import letters_of

Letter: TypeAlias = "tuple[tuple[int, int], ...]"
"""The code points that a letter may have, as ranges with their ends."""

_ANY: Letter = ((0, 0x10FFFF),)


def stretches_of(pattern: str) -> list[list[Letter]]:
    """What stands between the ``*`` of a pattern: one stretch more than there are of them."""
    found: list[list[Letter]] = [[]]
    at = 0
    while at < len(pattern):
        letter, end = pattern[at], at + 1
        if letter == "*":
            found.append([])
        elif letter == "?":
            found[-1].append(_ANY)
        elif letter == "[" and (end := pattern.find("]", at + 2 + pattern.startswith("!", at + 1)) + 1):
            found[-1].append(_set(pattern[at + 1 : end - 1]))
        else:
            found[-1].append(((ord(letter), ord(letter)),))
            end = at + 1
        at = end
    return found


def _set(text: str) -> Letter:
    """The letters of ``[text]``."""
    ranges = []
    at = len(text) - len(text.removeprefix("!"))
    negated = bool(at)
    while at < len(text):
        last = at + 2 if text[at + 1 : at + 2] == "-" and at + 2 < len(text) else at
        ranges.append((ord(text[at]), ord(text[last])))
        at = last + 1
    if not negated:
        return tuple(ranges)
    outside, first = [], 0
    for low, high in sorted(pair for pair in ranges if pair[0] <= pair[1]):
        outside.append((first, low - 1))
        first = max(first, high + 1)
    return tuple(pair for pair in (*outside, (first, 0x10FFFF)) if pair[0] <= pair[1])


def matching(dictionary: TermDictionary, pattern: str) -> Array:
    """The numbers of the terms that match as a whole, rising."""
    first, *others = stretches_of(pattern)
    known = "".join(chr(letter[0][0]) for letter in _literal(first))
    terms = dictionary.beginning(known.encode())
    text, ends = dictionary.arrays()
    ends = ends[terms.start : terms.stop + 1].astype(np.intp)
    letters, starts, lengths = letters_of(text, ends[:-1], ends[1:])
    rest = sum(map(len, others))
    chosen = np.flatnonzero(lengths == len(first) if not others else lengths >= len(first) + rest)
    chosen = chosen[_stand(letters, starts[chosen], first)]
    if others:
        *middle, last = others
        stops = starts + lengths - len(last)
        chosen = chosen[_stand(letters, stops[chosen], last)]
        at = starts[chosen] + len(first)
        for stretch in middle:
            places = _places(letters, stretch)
            nearest = places.searchsorted(at)
            there = np.flatnonzero(nearest < len(places))
            at = places[nearest[there]] + len(stretch)
            chosen = chosen[there]
            inside = at <= stops[chosen]
            chosen, at = chosen[inside], at[inside]
    return np.asarray(chosen + terms.start)


def _literal(stretch: Sequence[Letter]) -> Sequence[Letter]:
    """The letters at the start of which nothing is left open."""
    for at, letter in enumerate(stretch):
        if len(letter) != 1 or letter[0][0] != letter[0][1]:
            return stretch[:at]
    return stretch


def _is(letters: Array, wanted: Letter) -> Array:
    if wanted == _ANY:
        return np.ones(len(letters), dtype=bool)
    found = np.zeros(len(letters), dtype=bool)
    for low, high in wanted:
        found |= letters == low if low == high else (letters >= low) & (letters <= high)
    return found


def _stand(letters: Array, starts: Array, stretch: Sequence[Letter]) -> Array:
    """Where a stretch stands, of places that have room for it."""
    found = np.ones(len(starts), dtype=bool)
    for step, wanted in enumerate(stretch):
        if wanted != _ANY:
            found &= _is(letters[starts + step], wanted)
    return found


def _places(letters: Array, stretch: Sequence[Letter]) -> Array:
    """All places where a stretch stands, rising."""
    count = max(len(letters) - len(stretch) + 1, 0)
    found = np.ones(count, dtype=bool)
    for step, wanted in enumerate(stretch):
        found &= _is(letters[step : step + count], wanted)
    return np.flatnonzero(found)
