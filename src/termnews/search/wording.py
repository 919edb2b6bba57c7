"""Which part of a query a word of a text answers, by the word alone."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cached_property

from termnews.search.stemming import ENGLISH, beginning_of, stem
from termnews.search.syntax import Fuzzy, Leaf, Pattern, Phrase, Prefix, Word


class Wording:
    """The single words that a query asks for: as they are, in their forms in a language, as beginnings, patterns and
    nearly so."""

    def __init__(self, language: str = ENGLISH) -> None:
        self._language = language
        self._words: dict[str, int] = {}
        self._stems: dict[str, int] = {}
        self._starts: dict[str, int] = {}
        self._patterns: list[tuple[re.Pattern[str], int]] = []
        self._nearly: list[tuple[str, int, int]] = []

    def add(self, leaf: Leaf, part: int) -> None:
        """Take in what ``leaf`` asks of a single word; ``part`` is its number in the query."""
        match leaf:
            case Word(_, word):
                self._stems.setdefault(stem(word, self._language), part)
            case Phrase(_, (word,)):
                self._words.setdefault(word, part)
            case Prefix(_, start, typing):
                self._starts.setdefault(start, part)
                if typing:
                    self._stems.setdefault(stem(start, self._language), part)
            case Pattern(_, pattern):
                self._patterns.append((_compiled(pattern), part))
            case Fuzzy(_, word, edits):
                self._stems.setdefault(stem(word, self._language), part)
                self._nearly.append((word, edits, part))
            case _:
                pass

    def __bool__(self) -> bool:
        return bool(self._words or self._stems or self._starts or self._patterns or self._nearly)

    def parts_of(self, words: Collection[str]) -> dict[str, int]:
        """For those of the folded words that answer a part of the query, which; the first where there are several."""
        found: dict[str, int] = {}
        for other, edits, part in reversed(self._nearly):
            found |= dict.fromkeys(_among(words, other, edits), part)
        for pattern, part in reversed(self._patterns):
            found |= {word: part for word in words if pattern.fullmatch(word)}
        if self._starts:
            starts = tuple(self._starts)
            found |= {word: self._start_of(word) for word in words if word.startswith(starts)}
        if self._stems:
            stems, beginnings, language = self._stems, self._beginnings, self._language
            found |= {
                word: stems[its]
                for word in words
                if word.startswith(beginnings) and (its := stem(word, language)) in stems
            }
        if self._words:
            found |= {word: self._words[word] for word in self._words.keys() & set(words)}
        return found

    @cached_property
    def _beginnings(self) -> tuple[str, ...]:
        """What every word begins with that may have one of the stems."""
        return tuple({beginning_of(each, self._language) for each in self._stems})

    def _start_of(self, word: str) -> int:
        return next(part for start, part in self._starts.items() if word.startswith(start))


def _compiled(pattern: str) -> re.Pattern[str]:
    """The regular expression of a pattern; what stands between two ``*`` is taken where it comes first, for good, so
    that no word takes long."""
    first, *others = (
        "".join("." if letter == "?" else re.escape(letter) for letter in piece) for piece in pattern.split("*")
    )
    if not others:
        return re.compile(first)
    return re.compile("".join((first, *(f"(?>.*?{piece})" for piece in others[:-1]), ".*", others[-1])))


def _among(words: Collection[str], other: str, edits: int) -> list[str]:
    """Those of the words that are ``alike``; most have too many other letters to be, in whatever order."""
    least, most, letters = len(other) - edits, len(other) + edits, frozenset(other)
    return [
        word
        for word in words
        if least <= len(word) <= most
        and len(letters.difference(word)) <= edits
        and len({*word} - letters) <= edits
        and alike(word, other, edits)
    ]


def alike(word: str, other: str, edits: int) -> bool:
    """Whether no more than so many edits make one the other (optimal string alignment, as in ``columnar.spelling``,
    which does it for many words at once)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(word):
        older, before, row = before, row, [at + 1]
        for place, its in enumerate(other):
            least = min(before[place + 1] + 1, row[place] + 1, before[place] + (letter != its))
            if at and place and letter == other[place - 1] and word[at - 1] == its:
                least = min(least, older[place - 1] + 1)
            row.append(least)
        if min(row) > edits:
            return False
    return row[-1] <= edits
