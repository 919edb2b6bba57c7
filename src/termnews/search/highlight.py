"""Where a query hits a text: from the words of the text alone, without the index.

A text is first cut at its blanks.  What such a *piece* holds of the query is worked out once a query, and most pieces
hold nothing; so a text costs little more than cutting it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, islice
from typing import NamedTuple

from termnews.article import Span
from termnews.search.analysis import LONGEST_WORD, Token, first_of_pair, is_single, tokens, words
from termnews.search.stemming import ENGLISH, language_of
from termnews.search.syntax import Near, Node, Phrase, Prefix, Text, leaves
from termnews.search.wording import Wording

_LIT_FIELDS = frozenset({None, "headline", "text", "exact", "said"})
_MOST_PIECES = 100_000
_BETWEEN_WORDS = frozenset(" \n\t.,;:!?()[]/-–—…\"'‘’“”")


class Match(NamedTuple):
    """A stretch of text that a part of the query hits; ``part`` counts the parts of the query."""

    start: int
    end: int
    part: int


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    part: int


class _Near(NamedTuple):
    words: tuple[str, ...]
    others: int
    part: int


class _Piece(NamedTuple):
    """What a piece of text holds of the query, as offsets into it: ``hits``, where phrases may begin, and words that
    are looked for near others."""

    hits: list[Match]
    beginnings: list[tuple[int, int, _Phrase]]
    neighbours: set[str]


class Highlighter:
    """The positive words, phrases and beginnings of a query, ready to be looked for in many texts."""

    def __init__(self, tree: Node, language: str = ENGLISH) -> None:
        """``language`` is that of the texts (``stemming.language_of``)."""
        self._wording = Wording(language)
        self._phrases: dict[str, list[_Phrase]] = {}
        self._nears: list[_Near] = []
        self._neighbours: set[str] = set()
        for part, leaf in enumerate(leaves(tree)):
            if not isinstance(leaf, Text) or leaf.field not in _LIT_FIELDS:
                continue
            match leaf:
                case Phrase(_, words) if len(words) > 1:
                    self._phrases.setdefault(words[0], []).append(_Phrase(words, part))
                case Near(_, words, others):
                    self._nears.append(_Near(words, others, part))
                    self._neighbours.update(words)
                case _:
                    self._wording.add(leaf, part)
        begun = (leaf.start for leaf in leaves(tree) if isinstance(leaf, Prefix))
        self._singles = tuple(start for start in begun if is_single(start))
        self._holding: dict[str, _Piece] = {}
        self._known: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._wording or self._phrases or self._nears)

    def matches(self, text: str) -> list[Match]:
        """Every hit, in order, not overlapping: hits that do are one."""
        if not self:
            return []
        pieces = set(text.split())
        new = pieces - self._known
        if new:
            self._learn(list(new))
        found: list[Match] = []
        neighbours: set[str] = set()
        for piece in pieces & self._holding.keys():
            hits, beginnings, its_neighbours = self._holding[piece]
            neighbours |= its_neighbours
            for at in _places(text, piece):
                found += (Match(at + start, at + end, part) for start, end, part in hits)
                found += _phrases_at(text, at, beginnings)
        nears = [near for near in self._nears if neighbours.issuperset(near.words)]
        if nears:
            every = list(tokens(text))
            for near in nears:
                found += _near_in(every, near)
        return _merged(found)

    def _learn(self, new: list[str]) -> None:
        """Look at pieces that were not seen before, all in one go."""
        if len(self._known) > _MOST_PIECES:
            self._known.clear()
            self._holding.clear()
        self._known.update(new)
        joined = "\n".join(new)
        some = set(words(joined))
        parts = self._wording.parts_of(some)
        held = some & (parts.keys() | self._phrases.keys() | self._neighbours)
        if not held:
            return
        starts = [0, *accumulate(len(piece) + 1 for piece in new)]
        for word, start, end in tokens(joined):
            if word not in held:
                continue
            at = bisect_right(starts, start) - 1
            first = start - starts[at]
            piece = self._holding.setdefault(new[at], _Piece([], [], set()))
            if word in parts:
                single = word.startswith(self._singles)
                length = first_of_pair(joined[start:end]) if single else end - start
                piece.hits.append(Match(first, first + length, parts[word]))
            piece.beginnings.extend((first, end - starts[at], phrase) for phrase in self._phrases.get(word, ()))
            piece.neighbours.update({word} & self._neighbours)


def _places(text: str, piece: str) -> Iterator[int]:
    """Where ``piece`` stands between blanks."""
    length = len(piece)
    at = text.find(piece)
    while at >= 0:
        end = at + length
        if (at == 0 or text[at - 1].isspace()) and (end == len(text) or text[end].isspace()):
            yield at
            at = text.find(piece, end)
        else:
            at = text.find(piece, at + 1)


def _phrases_at(text: str, at: int, beginnings: Sequence[tuple[int, int, _Phrase]]) -> Iterator[Match]:
    for first, last, phrase in beginnings:
        if not _may_follow(text, at + last, phrase.words[1]):
            continue
        start = at + first
        window = text[start : start + 2 * LONGEST_WORD * len(phrase.words)]
        standing = list(islice(tokens(window), len(phrase.words)))
        if tuple(token.word for token in standing) == phrase.words:
            end = standing[-1].end
            if end < len(window) or start + end == len(text):
                yield Match(start, start + end, phrase.part)


def _may_follow(text: str, end: int, word: str) -> bool:
    """Whether the word behind ``end`` can be ``word``, by a quick look at its first letter."""
    for char in text[end : end + 8]:
        if char.isascii() and char.isalnum():
            return char.lower() == word[0]
        if char not in _BETWEEN_WORDS:
            break
    return True


def _near_in(text_words: Sequence[Token], near: _Near) -> Iterator[Match]:
    """The words of the shortest stretches that hold all of them and no more others than may be."""
    places = [at for at, token in enumerate(text_words) if token.word in near.words]
    reach = len(near.words) + near.others
    inside: Counter[str] = Counter()
    first = 0
    for last, place in enumerate(places):
        inside[text_words[place].word] += 1
        while place - places[first] >= reach or inside[text_words[places[first]].word] > 1:
            inside[text_words[places[first]].word] -= 1
            first += 1
        if all(inside[word] for word in near.words):
            for each in places[first : last + 1]:
                yield Match(text_words[each].start, text_words[each].end, near.part)


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
def _highlighter(tree: Node, language: str) -> Highlighter:
    return Highlighter(tree, language)


def highlighter(tree: Node, language: str | None = None) -> Highlighter:
    """The highlighter of a query for texts in a language (a BCP 47 tag), made once for the many rows it is used for."""
    return _highlighter(tree, language_of(language))


def forget() -> None:
    """Let go of all highlighters; the next query is like the first."""
    _highlighter.cache_clear()


def spans(tree: Node, text: str, language: str | None = None) -> tuple[Span, ...]:
    """Where the positive parts of ``tree`` hit ``text``, in order, not overlapping."""
    return tuple(Span(match.start, match.end) for match in highlighter(tree, language).matches(text))
