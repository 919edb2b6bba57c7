"""Where a query hits a text: from the words of the text alone, without the index.

A text is first cut into *pieces*: what stands between blanks and signs that are in no word.  Each is most often one
word.  What a piece holds of the query is worked out once a query, and most pieces hold nothing; so a text costs little
more than cutting it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import compress, count, islice
from typing import NamedTuple

from termnews.article import Span
from termnews.search.analysis import LONGEST_WORD, Token, bare, first_of_pair, is_single, tokens, words
from termnews.search.nearness import Place, near, numbered
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
    """What a piece of text holds of the query, as offsets into it: ``hits``, and words that phrases and near words are
    made of, numbered from its start."""

    hits: list[Match]
    parts: list[Place]


class Highlighter:
    """The positive words, phrases and beginnings of a query, ready to be looked for in many texts."""

    def __init__(self, tree: Node, language: str = ENGLISH) -> None:
        """``language`` is that of the texts (``stemming.language_of``)."""
        self._wording = Wording(language)
        self._phrases: dict[str, list[_Phrase]] = {}
        self._nears: list[_Near] = []
        self._parts: set[str] = set()
        for part, leaf in enumerate(leaves(tree)):
            if not isinstance(leaf, Text) or leaf.field not in _LIT_FIELDS:
                continue
            match leaf:
                case Phrase(_, words) if len(words) > 1:
                    self._phrases.setdefault(words[0], []).append(_Phrase(words, part))
                    self._parts.update(words)
                case Near(_, words, others):
                    self._nears.append(_Near(words, others, part))
                    self._parts.update(words)
                case _:
                    self._wording.add(leaf, part)
        begun = (leaf.start for leaf in leaves(tree) if isinstance(leaf, Prefix))
        self._singles = tuple(start for start in begun if is_single(start))
        self._holding: dict[str, _Piece] = {}
        self._known: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._wording or self._parts)

    def matches(self, text: str) -> list[Match]:
        """Every hit, in order, not overlapping: hits that do are one."""
        if not self:
            return []
        bared = bare(text)
        pieces = bared.split(" ")
        distinct = set(pieces)
        if new := distinct - self._known:
            self._learn(new)
        holding = {piece: self._holding[piece] for piece in distinct & self._holding.keys()}
        if not holding:
            return []
        there = {place.word for piece in holding.values() for place in piece.parts}
        found: list[Match] = []
        parts: list[tuple[int, Place]] = []
        for at, piece in _places(pieces, holding):
            held = holding[piece]
            found += [Match(at + start, at + end, part) for start, end, part in held.hits]
            for place in held.parts:
                parts.append((at, place))
                found += self._phrases_at(text, at, place, there)
        for words_near, others, part in self._nears:
            if there.issuperset(words_near):
                found += [
                    Match(place.start, place.end, part) for place in near(numbered(bared, parts), words_near, others)
                ]
        return _merged(found)

    def _learn(self, new: Set[str]) -> None:
        """Look at pieces that were not seen before, all in one go."""
        if len(self._known) > _MOST_PIECES:
            self._known.clear()
            self._holding.clear()
        self._known |= new
        simple = {piece for piece in new if piece.isascii() and piece.isalnum() and len(piece) <= LONGEST_WORD}
        words_of = {piece: words(piece) for piece in new - simple}
        some = simple.union(*words_of.values())
        parts = self._wording.parts_of(some)
        held = parts.keys() | (some & self._parts)
        if not held:
            return
        for word in simple & held:
            self._holding[word] = self._held_in(word, (Token(word, 0, len(word)),), parts)
        for piece, its_words in words_of.items():
            if not held.isdisjoint(its_words):
                self._holding[piece] = self._held_in(piece, tokens(piece), parts)

    def _held_in(self, piece: str, standing: Iterable[Token], parts: Mapping[str, int]) -> _Piece:
        """What the words of a piece hold of the query, ``parts`` of it by themselves."""
        held = _Piece([], [])
        for number, (word, start, end) in enumerate(standing):
            if word in parts:
                single = word.startswith(self._singles)
                length = first_of_pair(piece[start:end]) if single else end - start
                held.hits.append(Match(start, start + length, parts[word]))
            if word in self._parts:
                held.parts.append(Place(number, start, end, word))
        return held

    def _phrases_at(self, text: str, at: int, place: Place, there: set[str]) -> Iterator[Match]:
        """The phrases that begin at a place in the piece that begins ``at``; ``there`` are the words of the text."""
        for phrase, part in self._phrases.get(place.word, ()):
            if there.issuperset(phrase) and _may_follow(text, at + place.end, phrase[1]):
                start = at + place.start
                window = text[start : start + 2 * LONGEST_WORD * len(phrase)]
                standing = list(islice(tokens(window), len(phrase)))
                if tuple(token.word for token in standing) == phrase:
                    end = standing[-1].end
                    if end < len(window) or start + end == len(text):
                        yield Match(start, start + end, part)


def _places(pieces: Sequence[str], wanted: Collection[str]) -> Iterator[tuple[int, str]]:
    """Where those of the pieces begin, with a blank between any two, that are wanted."""
    at = reached = 0
    for number in compress(count(), map(wanted.__contains__, pieces)):
        at += sum(map(len, pieces[reached:number])) + number - reached
        reached = number
        yield at, pieces[number]


def _may_follow(text: str, end: int, word: str) -> bool:
    """Whether the word behind ``end`` can be ``word``, by a quick look at its first letter."""
    for char in text[end : end + 8]:
        if char.isascii() and char.isalnum():
            return char.lower() == word[0]
        if char not in _BETWEEN_WORDS:
            break
    return True


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
