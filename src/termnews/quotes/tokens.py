"""The reporter's words of a paragraph, as tokens; a marked stretch is one token, whatever is said in it.

A token's kind is one character: ``w`` word in lower case, ``c`` capitalised word, ``q`` marked stretch, else the
punctuation itself (every dash is ``-``, square brackets are round).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from termnews.article import Span
from termnews.quotes.marks import Marked, Paragraph

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĻŁŃŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽΑ-ΩА-Я"
_ABBREVIATION = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Sen|Sens|Rep|Reps|Gov|Govs|Lt|Col|Gen|Maj|Capt|Sgt|Cpl|Adm|Cmdr|Insp|Det|Supt|St"
    r"|Ven|Revd|Mx|Jr|Sr|Inc|Corp|Co|Ltd|Jan|Feb|Aug|Sept|Oct|Nov|Dec|No|Sec|Calif|Fla|Mass|Pa|Va|Conn|Ariz|Ill|Mich|Minn"
    r"|Wis|Tenn)\."
)
# The first two alternatives are there for speed alone: with the blank before them they match most of any text.
_TOKEN = re.compile(
    r" ?([A-Za-z]+(?=,? )|[,;:.!?]"
    r"|(?!(?:al|el|as|ad|an|ar|ul)-[A-Z]|[dl]'[A-Z])[a-z]\w*(?:['\-.,:/]\w+)*'?"
    rf"|(?:[{_UPPER}]\.)+(?:[{_UPPER}](?![\w]))?"
    r"|[A-Z]-[A-Z][a-z]*\.(?:[A-Z]\.)?"
    rf"|{_ABBREVIATION}"
    rf"|(?:(?:al|el|as|ad|an|ar|ul)-|[dl]')?[{_UPPER}]\w*(?:['\-&.]\w+)*'?"
    r"|[()\[\]…–—―-]"
    r"|[^\W_]\w*(?:['\-.,:/]\w+)*'?)"
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
    """The tokens that words make: as most words of a text come again, in it or in the next one, each is made once."""

    def __missing__(self, word: str) -> Token:
        if word.islower():
            token = Token("w", word, word)
        elif word in _PUNCTUATION:
            token = Token(_PUNCTUATION[word], word, "")
        else:
            token = Token("c" if _CAPITALISED.match(word) else "w", word, word.lower())
        if len(word) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[word] = token
        return token


_MOST_KEPT, _LONGEST_KEPT = 1 << 14, 32
"""Words that are kept from one text to the next (a few megabytes), and the characters of the longest of them."""
_tokens = _Tokens()


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
    _marked: list[int] = field(default_factory=list)
    """The same indices once more, in order."""
    _pieces: list[tuple[int, str, int]] = field(default_factory=list)
    """Where the stretches between the marks begin, their words, and how many tokens there are up to their end."""
    _upto: list[int] = field(default_factory=list)
    """Where the first tokens end: as many as somebody has asked for, and the rest of their stretch."""
    _placed: int = 0
    """How many of the stretches have been gone through for that."""

    def begin(self, index: int) -> int:
        """Where in the text a token begins."""
        marked = self.quotes.get(index)
        return self.end(index) - len(self.tokens[index].text) if marked is None else marked.open

    def end(self, index: int) -> int:
        """Where in the text a token ends."""
        while index >= len(self._upto):
            self._place()
        return self._upto[index]

    def span(self, first: int, last: int) -> Span:
        """Where in the text the tokens from ``first`` to before ``last`` stand."""
        upto = self._upto
        while last > len(upto):
            self._place()
        if first in self.quotes:
            return Span(self.quotes[first].open, upto[last - 1])
        return Span(upto[first] - len(self.tokens[first].text), upto[last - 1])

    def marked_between(self, first: int, last: int) -> int:
        """How many of the tokens from ``first`` to before ``last`` are marked stretches."""
        return bisect_left(self._marked, last) - bisect_left(self._marked, first)

    def first_from(self, place: int) -> int:
        """The first token that begins at a place or after it; 0 where there is none."""
        return next((index for index in range(len(self.tokens)) if self.begin(index) >= place), 0)

    def read(self, text: str, start: int, end: int) -> None:
        """Add the tokens of a stretch in which marks mean nothing."""
        piece = text[start:end].replace("’", "'")
        self.tokens.extend(map(_tokens.__getitem__, _TOKEN.findall(piece)))
        self._pieces.append((start, piece, len(self.tokens)))

    def mark(self, marked: Marked) -> None:
        """Add a marked stretch."""
        self.quotes[len(self.tokens)] = marked
        self._marked.append(len(self.tokens))
        self.tokens.append(_MARKED)

    def _place(self) -> None:
        """Find the ends of the tokens of one more stretch, and of the marked one after it.

        What is between two tokens holds no character that a token begins with, so the next place is the right one.
        """
        start, piece, count = self._pieces[self._placed]
        end, find = 0, piece.find
        words = self.tokens[len(self._upto) : count]
        self._upto += [start + (end := find(token.text, end) + len(token.text)) for token in words]
        self._placed += 1
        if count in self.quotes:
            self._upto.append(self.quotes[count].close)


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
