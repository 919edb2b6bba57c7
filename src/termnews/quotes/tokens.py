"""The reporter's words of a paragraph, as tokens; a marked stretch is one token, whatever is said in it.

A token's kind is one character: ``w`` word in lower case, ``c`` capitalised word, ``q`` marked stretch, else the
punctuation itself (every dash is ``-``, square brackets are round).
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from itertools import chain

from termnews.article import Span
from termnews.quotes.marks import Marked, Paragraph

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĻŁŃŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽΑ-ΩА-Я"
_ABBREVIATION = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Sen|Sens|Rep|Reps|Gov|Govs|Lt|Col|Gen|Maj|Capt|Sgt|Cpl|Adm|Cmdr|Insp|Det|Supt|St"
    r"|Ven|Revd|Mx|Jr|Sr|Inc|Corp|Co|Ltd|Jan|Feb|Aug|Sept|Oct|Nov|Dec|No|Sec|Calif|Fla|Mass|Pa|Va|Conn|Ariz|Ill|Mich|Minn"
    r"|Wis|Tenn)\."
)
# Most tokens are lower-case words: these come first.
_TOKEN = re.compile(
    r"(?!(?:al|el|as|ad|an|ar|ul)-[A-Z]|[dl]'[A-Z])[a-z]\w*(?:['\-.,:/]\w+)*'?"
    rf"|(?:[{_UPPER}]\.)+(?:[{_UPPER}](?![\w]))?"
    r"|[A-Z]-[A-Z][a-z]*\.(?:[A-Z]\.)?"
    rf"|{_ABBREVIATION}"
    rf"|(?:(?:al|el|as|ad|an|ar|ul)-|[dl]')?[{_UPPER}]\w*(?:['\-&.]\w+)*'?"
    r"|[,;:.!?()\[\]…–—―-]"
    r"|[^\W_]\w*(?:['\-.,:/]\w+)*'?"
)
_CAPITALISED = re.compile(rf"[{_UPPER}]|(?:(?:al|el|as|ad|an|ar|ul)-|[dl]')[A-Z]")
_PUNCTUATION = {mark: mark for mark in ",;:.!?()…-"} | {"–": "-", "—": "-", "―": "-", "[": "(", "]": ")"}
SENTENCE_END = frozenset(".!?…")
_MAY_END = SENTENCE_END | {"q"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, wherever it stands: a word that comes again is the same token again."""

    kind: str
    text: str
    """The word, with straight apostrophes."""
    low: str
    """Lower case, for words; empty for punctuation and marked stretches."""


_MARKED = Token("q", "", "")


class _Tokens(dict[str, Token]):
    """Words as tokens."""

    def __missing__(self, word: str) -> Token:
        kind = _PUNCTUATION.get(word)
        if kind is not None:
            token = Token(kind, word, "")
        else:
            token = Token("c" if _CAPITALISED.match(word) else "w", word, word.lower())
        if len(word) <= _LONGEST_KEPT:
            self[word] = token
        return token


class _Chunks(dict[str, tuple[Token, ...]]):
    """What stands between two blanks, as tokens.

    No token holds a blank, so none depends on what is around its chunk; and the chunks of one text are mostly those of
    the last one, which makes a look at them much cheaper than reading them.
    """

    def __init__(self) -> None:
        super().__init__()
        self._tokens = _Tokens()

    def __missing__(self, chunk: str) -> tuple[Token, ...]:
        if len(self) >= _MOST_KEPT:
            self.clear()
            self._tokens.clear()
        words = (chunk,) if chunk.isalpha() else _TOKEN.findall(chunk)
        found = tuple([self._tokens[word] for word in words])
        if len(chunk) <= _LONGEST_KEPT:
            self[chunk] = found
        return found


_MOST_KEPT = 1 << 15
"""Chunks that are remembered from one text to the next, some 10 MB."""
_LONGEST_KEPT = 32
_chunks = _Chunks()


@dataclass(slots=True)
class Words:
    """A paragraph as tokens, with the sentence that each token stands in."""

    tokens: list[Token] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    """For each token the index of the first token of its sentence."""
    ends: list[int] = field(default_factory=list)
    """For each token the index after the last token of its sentence."""
    quotes: dict[int, Marked] = field(default_factory=dict)
    """The marked stretches, by index of their token."""
    _pieces: deque[tuple[int, str, int]] = field(default_factory=deque)
    """Where the stretches between the marks begin, their words, and how many tokens there are up to their end."""
    _begins: list[int] = field(default_factory=list)
    """Where the first tokens begin: as many as somebody has asked for."""

    def begin(self, index: int) -> int:
        """Where in the text a token begins."""
        if index >= len(self._begins):
            self._place(index)
        return self._begins[index]

    def end(self, index: int) -> int:
        """Where in the text a token ends."""
        marked = self.quotes.get(index)
        return self.begin(index) + len(self.tokens[index].text) if marked is None else marked.close

    def span(self, first: int, last: int) -> Span:
        """Where in the text the tokens from ``first`` to before ``last`` stand."""
        return Span(self.begin(first), self.end(last - 1))

    def first_from(self, place: int) -> int:
        """The first token that begins at a place or after it; 0 where there is none."""
        return next((index for index in range(len(self.tokens)) if self.begin(index) >= place), 0)

    def read(self, text: str, start: int, end: int) -> None:
        """Add the tokens of a stretch in which marks mean nothing."""
        piece = text[start:end].replace("’", "'")
        self.tokens.extend(chain.from_iterable(map(_chunks.__getitem__, piece.split(" "))))
        self._pieces.append((start, piece, len(self.tokens)))

    def mark(self, marked: Marked) -> None:
        """Add a marked stretch."""
        self.quotes[len(self.tokens)] = marked
        self.tokens.append(_MARKED)

    def _place(self, index: int) -> None:
        """Find the places of all tokens up to the end of the piece with this one in it.

        What is between two tokens holds no character that a token begins with, so the next place is the right one.
        """
        begins = self._begins
        while len(begins) <= index:
            marked = self.quotes.get(len(begins))
            if marked is not None:
                begins.append(marked.open)
                continue
            start, piece, upto = self._pieces.popleft()
            at = 0
            for token in self.tokens[len(begins) : upto]:
                at = piece.find(token.text, at)
                begins.append(start + at)
                at += len(token.text)


def split(text: str, paragraph: Paragraph) -> Words:
    """The tokens of a paragraph and its sentences."""
    words = Words()
    at = paragraph.start
    for marked in paragraph.marked:
        words.read(text, at, marked.open)
        words.mark(marked)
        at = marked.close
    words.read(text, at, paragraph.end)
    _find_sentences(text, words)
    return words


def plain(text: str, start: int, end: int) -> Words:
    """The tokens of a stretch in which marks mean nothing and sentences are of no interest."""
    words = Words()
    words.read(text, start, end)
    return words


def _find_sentences(text: str, words: Words) -> None:
    """First and last token of every token's sentence.

    A full stop ends a sentence.  A stretch that ends in one does too, when what follows starts anew: another stretch,
    or a capitalised word; whether that word is a speaker ("Stop!" Smith said) is for attribution to find out.
    """
    tokens, starts, ends = words.tokens, words.starts, words.ends
    count = len(tokens)
    may_end = [index for index, token in enumerate(tokens, 1) if token.kind in _MAY_END]
    for end in may_end:
        if end < count and _ends_sentence(text, words, end - 1):
            _add_sentence(starts, ends, end)
    if count:
        _add_sentence(starts, ends, count)


def _add_sentence(starts: list[int], ends: list[int], end: int) -> None:
    first = len(starts)
    starts += [first] * (end - first)
    ends += [end] * (end - first)


def _ends_sentence(text: str, words: Words, index: int) -> bool:
    token, follows = words.tokens[index], words.tokens[index + 1]
    if token.kind in SENTENCE_END:
        return follows.kind in "cq(" or follows.text[:1].isdigit()
    return last_character(text, words.quotes[index]) in SENTENCE_END and follows.kind in "cq"


def last_character(text: str, marked: Marked) -> str:
    """The last character of what was said that is neither blank nor a mark."""
    end = marked.end
    while end > marked.start and text[end - 1] in " \t\xa0'’)":
        end -= 1
    return text[end - 1] if end > marked.start else ""
