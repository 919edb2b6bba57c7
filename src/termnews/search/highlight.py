"""Where a query hits a text: from the words of the text alone, without the index."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from termnews.article import Span
from termnews.search.analysis import Token, stem, tokens
from termnews.search.syntax import Node, Phrase, Prefix, Word, leaves

_LIT_FIELDS = frozenset({None, "headline", "text", "exact", "said"})


class Match(NamedTuple):
    """A stretch of text that a part of the query hits; ``part`` counts the parts of the query."""

    start: int
    end: int
    part: int


class Highlighter:
    """The positive words, phrases and beginnings of a query, ready to be looked for in many texts."""

    def __init__(self, tree: Node) -> None:
        self._stems: dict[str, int] = {}
        self._exact: dict[str, int] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        starts: dict[str, int] = {}
        for part, leaf in enumerate(leaves(tree)):
            match leaf:
                case Word(field, word) if field in _LIT_FIELDS:
                    self._stems.setdefault(stem(word), part)
                case Phrase(field, (word,)) if field in _LIT_FIELDS:
                    self._exact.setdefault(word, part)
                case Phrase(field, words) if field in _LIT_FIELDS:
                    self._phrases.setdefault(words[0], []).append((words, part))
                case Prefix(field, start, typing) if field in _LIT_FIELDS:
                    starts.setdefault(start, part)
                    if typing:
                        self._stems.setdefault(stem(start), part)
                case _:
                    pass
        self._starts = sorted(starts.items())
        self._start_words = [start for start, _ in self._starts]
        self._known: dict[str, int | None] = {}

    def __bool__(self) -> bool:
        return bool(self._stems or self._exact or self._phrases or self._starts)

    def matches(self, text: str) -> list[Match]:
        """Every hit, in order, not overlapping: hits that do are one."""
        if not self:
            return []
        found: list[Match] = []
        known = self._known
        if self._phrases:
            all_tokens = list(tokens(text))
            for at, token in enumerate(all_tokens):
                for words, part in self._phrases.get(token.word, ()):
                    if _stands_at(all_tokens, at, words):
                        found.append(Match(token.start, all_tokens[at + len(words) - 1].end, part))
        else:
            all_tokens = tokens(text)  # type: ignore[assignment]
        for word, start, end in all_tokens:
            part_hit = known[word] if word in known else self._look_up(word)
            if part_hit is not None:
                found.append(Match(start, end, part_hit))
        return _merged(found)

    def _look_up(self, word: str) -> int | None:
        part = self._exact.get(word)
        if part is None:
            part = self._stems.get(stem(word))
        if part is None and self._starts:
            part = self._start_of(word)
        self._known[word] = part
        return part

    def _start_of(self, word: str) -> int | None:
        at = bisect_right(self._start_words, word)
        while at and self._start_words[at - 1][0] == word[0]:
            at -= 1
            if word.startswith(self._start_words[at]):
                return self._starts[at][1]
        return None


def _stands_at(all_tokens: Sequence[Token], at: int, words: tuple[str, ...]) -> bool:
    if at + len(words) > len(all_tokens):
        return False
    return all(all_tokens[at + i].word == words[i] for i in range(1, len(words)))


def _merged(found: list[Match]) -> list[Match]:
    found.sort()
    merged: list[Match] = []
    for match in found:
        if merged and match.start < merged[-1].end:
            last = merged[-1]
            merged[-1] = Match(last.start, max(last.end, match.end), last.part)
        else:
            merged.append(match)
    return merged


@lru_cache(maxsize=64)
def highlighter(tree: Node) -> Highlighter:
    """The highlighter of a query, made once for the many rows that it is used for."""
    return Highlighter(tree)


def spans(tree: Node, text: str) -> tuple[Span, ...]:
    """Where the positive parts of ``tree`` hit ``text``, in order, not overlapping."""
    return tuple(Span(match.start, match.end) for match in highlighter(tree).matches(text))
