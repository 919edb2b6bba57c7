"""The reporter's words of a paragraph, as tokens; a marked stretch is one token, whatever is said in it.

A token's kind is one character: ``w`` word in lower case, ``c`` capitalised word, ``q`` marked stretch, else the
punctuation itself (every dash is ``-``, square brackets are round).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from termnews.quotes.marks import Marked, Paragraph

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĻŁŃŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽΑ-ΩА-Я"
_ABBREVIATION = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Sen|Sens|Rep|Reps|Gov|Govs|Lt|Col|Gen|Maj|Capt|Sgt|Cpl|Adm|Cmdr|Insp|Det|Supt|St"
    r"|Ven|Revd|Mx|Jr|Sr|Inc|Corp|Co|Ltd|Jan|Feb|Aug|Sept|Oct|Nov|Dec|No|Sec|Calif|Fla|Mass|Pa|Va|Conn|Ariz|Ill|Mich|Minn"
    r"|Wis|Tenn)\."
)
# Most tokens are lower-case words with a blank before them: these come first.
_TOKEN = re.compile(
    r"[ \xa0]*(?:((?!(?:al|el|as|ad|an|ar|ul)-[A-Z]|[dl]'[A-Z])[a-z]\w*(?:['\-.,:/]\w+)*'?)"
    rf"|((?:[{_UPPER}]\.)+(?:[{_UPPER}](?![\w]))?"
    r"|[A-Z]-[A-Z][a-z]*\.(?:[A-Z]\.)?"
    rf"|{_ABBREVIATION}"
    rf"|(?:(?:al|el|as|ad|an|ar|ul)-|[dl]')?[{_UPPER}]\w*(?:['\-&.]\w+)*'?)"
    r"|([,;:.!?()\[\]…–—―-])"
    r"|([^\W_]\w*(?:['\-.,:/]\w+)*'?))"
)
_KINDS = ("", "w", "c", "", "w")
"""The kind of token that each group of ``_TOKEN`` stands for; punctuation is its own."""
_PUNCTUATION = {"–": "-", "—": "-", "―": "-", "[": "(", "]": ")"}
SENTENCE_END = frozenset(".!?…")
_MAY_END = SENTENCE_END | {"q"}


class Token(NamedTuple):
    kind: str
    text: str
    """The word, with straight apostrophes."""
    start: int
    end: int
    low: str
    """Lower case, for words; empty for punctuation and marked stretches."""


class Words(NamedTuple):
    """A paragraph as tokens, with the sentence that each token stands in."""

    tokens: list[Token]
    starts: list[int]
    """For each token the index of the first token of its sentence."""
    ends: list[int]
    """For each token the index after the last token of its sentence."""
    quotes: dict[int, Marked]
    """The marked stretches, by index of their token."""


def split(text: str, paragraph: Paragraph) -> Words:
    """The tokens of a paragraph and its sentences."""
    tokens: list[Token] = []
    quotes: dict[int, Marked] = {}
    at = paragraph.start
    for marked in paragraph.marked:
        _words(text, at, marked.open, tokens)
        quotes[len(tokens)] = marked
        tokens.append(Token("q", "", marked.open, marked.close, ""))
        at = marked.close
    _words(text, at, paragraph.end, tokens)
    starts, ends = _sentences(text, tokens, quotes)
    return Words(tokens, starts, ends, quotes)


def plain(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a stretch in which marks mean nothing."""
    tokens: list[Token] = []
    _words(text, start, end, tokens)
    return tokens


def _words(text: str, start: int, end: int, into: list[Token]) -> None:
    append, make, kinds, marks = into.append, tuple.__new__, _KINDS, _PUNCTUATION
    piece = text[start:end].replace("’", "'")
    for match in _TOKEN.finditer(piece):
        group = match.lastindex or 0  # there is always one
        first, last = match.span(group)
        word = piece[first:last]
        kind = kinds[group]
        if kind:
            append(make(Token, (kind, word, start + first, start + last, word.lower())))
        else:
            append(make(Token, (marks.get(word, word), word, start + first, start + last, "")))


def _sentences(text: str, tokens: list[Token], quotes: dict[int, Marked]) -> tuple[list[int], list[int]]:
    """First and last token of every token's sentence.

    A full stop ends a sentence.  A stretch that ends in one does too, when what follows starts anew: another stretch,
    or a capitalised word; whether that word is a speaker ("Stop!" Smith said) is for attribution to find out.
    """
    starts: list[int] = []
    ends: list[int] = []
    count = len(tokens)
    first = 0
    for index in range(count):
        if index + 1 == count or (tokens[index][0] in _MAY_END and _ends_sentence(text, tokens, index, quotes)):
            length = index + 1 - first
            starts.extend([first] * length)
            ends.extend([index + 1] * length)
            first = index + 1
    return starts, ends


def _ends_sentence(text: str, tokens: list[Token], index: int, quotes: dict[int, Marked]) -> bool:
    token, follows = tokens[index], tokens[index + 1]
    if token.kind in SENTENCE_END:
        return follows.kind in "cq(" or follows.text[:1].isdigit()
    if token.kind != "q":
        return False
    return last_character(text, quotes[index]) in SENTENCE_END and follows.kind in "cq"


def last_character(text: str, marked: Marked) -> str:
    """The last character of what was said that is neither blank nor a mark."""
    end = marked.end
    while end > marked.start and text[end - 1] in " \t\xa0'’)":
        end -= 1
    return text[end - 1] if end > marked.start else ""
