"""Text to words, the same for what is indexed, what is asked and what is lit up on the screen.

A *word* is folded: case, accents, compatibility forms and possessives are gone (``Müller’s`` is ``muller``), numbers
lose their thousands separators (``1,000,000`` is ``1000000``), abbreviations their dots (``U.S.`` is ``us``), and
``C++``, ``C#`` stay what they are.  Hyphens and every other sign part words.  There are no stop words: "to be or not
to be" can be found.

Scripts that put no blanks between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese), and Korean, which puts them
between words and writes particles and endings onto these, give *pairs*: ``東京都`` is ``東京 京都 都``.  That is what
Lucene's CJKAnalyzer does, but for the last character, which comes once more by itself: so every character begins a
word, and one alone can be looked for as a beginning.  What is asked for leaves the last one out (``asked``), because
more may follow where it is found.

What the forms of a word have in common is the business of ``stemming``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from termnews import folding
from termnews.search.memo import Memo

LONGEST_WORD = 64
"""Characters of a word that count; what is longer is no word that anybody types."""

_JAMO = "\u1100-\u11ff"  # letters of Korean syllables that were taken apart
_ALONE = (
    "\u0e01-\u0e4e\u0e80-\u0eff\u1000-\u109f\u1780-\u17d3"  # Thai, Lao, Burmese, Khmer
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
    f"\u3131-\u3163\u3165-\u318e\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb\uffa1-\uffdc{_JAMO}"  # Korean
)
_MARKS_OF_ONE = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u3099\u309a\uff9e\uff9f"
_UNIT = rf"(?:[\u1100-\u115f][\u1160-\u11ff]+|[{_ALONE}][{_MARKS_OF_ONE}]*)"
_MARKS = (  # what \w leaves out though words of some scripts are spelt with it, and the soft hyphen
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0963\u0971-\u0d7f\u3099\u309a"
)


def _pattern(letter: str, before: str = "") -> re.Pattern[str]:
    return re.compile(
        before
        + rf"""(?:[A-Za-z]\.)+[A-Za-z](?!{letter})                        # U.S., J.K
        | [A-Za-z]+(?:\+\+|\#)(?!{letter})                                      # C++, C#
        | [0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?(?!,?[0-9]){letter}*         # 1,000,000.50
        | [0-9]+(?:\.[0-9]+)+{letter}*                                          # 3.5bn, 2.7.4
        | {letter}+(?:['’ʼ]{letter}+)*                                          # words, don’t, O’Brien
        """,
        re.VERBOSE,
    )


_SIMPLE = _pattern(r"[^\W_]")
_BEYOND_LATIN = re.compile("[^\x00-\u02ff\u2000-\u206f]")
_FIRST_ALONE = _ALONE[0]

_WITHIN_WORDS = "'+#.,"
LETTERS = bytes(
    ord(chr(byte).lower()) if chr(byte).isalnum() or chr(byte) in _WITHIN_WORDS else ord(" ") for byte in range(128)
) + bytes(range(128, 256))
"""What becomes of each byte of UTF-8 text before it is cut into pieces: ASCII without case, and blanks for what is in
no word.  The words of the pieces between the blanks are the words of the text."""

EDGES = b"'.,"
"""Bytes that are in no word where a piece begins or ends."""

_BARE = LETTERS[:128].decode()
_LOWER = {code: chr(code).lower() for code in range(ord("A"), ord("Z") + 1)}
_ODD_CAPITALS = "İ\u212a"
"""Those whose lower case is longer, or a letter of ASCII."""
_SIGNS_BEYOND = "“”„–—…"
"""The signs beyond ASCII that are frequent and in no word."""

_POSSESSIVE = "['’ʼ]s$"
_GROUPED = r"[0-9]{1,3}(?:\.[0-9]{3}){2,}"
"""Thousands parted by points; with one point alone the number may as well be one with three decimals."""
_DROPPED = str.maketrans("", "", "'’ʼ")


class Token(NamedTuple):
    """A word where it stands: ``word`` is the folded form of ``text[start:end]``."""

    word: str
    start: int
    end: int


def _fold(raw: str) -> str:
    if raw.isascii() and raw.isalnum():  # most words
        return raw[:LONGEST_WORD].lower()
    word = unicodedata.normalize("NFKC", raw.casefold()) if stands_alone(raw) else folding.fold(raw)
    if not word.isalnum():
        word = re.sub(_POSSESSIVE, "", word).translate(_DROPPED)
        if word[:1].isdigit():
            word = word.replace(",", "")
            if re.fullmatch(_GROUPED, word):
                word = word.replace(".", "")
        elif word[1:2] == ".":
            word = word.replace(".", "")
    return word[:LONGEST_WORD]


_folded = Memo(_fold)


def fold(raw: str) -> str:
    """The folded form of one raw word."""
    return _folded[raw]


@cache
def _of_other_scripts() -> re.Pattern[str]:
    return re.compile(f"[{_ALONE}{_MARKS}]")


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(f"[{_ALONE}]")


def _needs_full(text: str) -> bool:
    """Whether there is more in ``text`` than Latin letters and signs; the other scripts are looked for only where there
    may be some, because a pattern of them takes longer to compile than a text to cut."""
    beyond = "\u00ad" in text or _BEYOND_LATIN.search(text) is not None
    return beyond and _of_other_scripts().search(text) is not None


@cache
def _full() -> re.Pattern[str]:
    """The pattern for all scripts; it takes longer to compile than everything else here."""
    return _pattern(rf"(?:[^\W_{_ALONE}]|[{_MARKS}])", before=rf"{_UNIT}+ |")


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(_UNIT)


def words(text: str) -> list[str]:
    """The folded words of ``text``, in order."""
    if text.isascii():
        if text.isalnum():
            return [text.lower()[:LONGEST_WORD]]
    elif _needs_full(text):
        return [token.word for token in _tokens_of_all_scripts(text)]
    return [word for raw in _SIMPLE.findall(text) if (word := _folded[raw])]


def bare(text: str) -> str:
    """``text`` with its letters of ASCII in lower case and blanks for most of what is in no word, its length kept: the
    words of the pieces between the blanks are its words, and stand where they stand in it."""
    if text.isascii():
        bared = text.translate(_BARE)
    else:
        odd = any(sign in text for sign in _ODD_CAPITALS)
        bared = (text.translate(_LOWER) if odd else text.lower()).replace("\n", " ").replace('"', " ")
        for sign in _SIGNS_BEYOND:
            bared = bared.replace(sign, " ")
    return bared.replace(". ", "  ").replace(", ", "  ")


def tokens(text: str) -> Iterator[Token]:
    """The folded words of ``text`` with their character offsets, in order; the same words that ``words`` gives."""
    if not text.isascii() and _needs_full(text):
        yield from _tokens_of_all_scripts(text)
        return
    for match in _SIMPLE.finditer(text):
        if word := _folded[match[0]]:
            yield Token(word, match.start(), match.end())


def _tokens_of_all_scripts(text: str) -> Iterator[Token]:
    for match in _full().finditer(text):
        if stands_alone(match[0]):
            yield from _pairs(match[0], match.start())
        elif word := _folded[match[0]]:
            yield Token(word, match.start(), match.end())


def _pairs(run: str, start: int) -> Iterator[Token]:
    """Each character of a run with the one behind it."""
    units = [Token(_folded[unit[0]], start + unit.start(), start + unit.end()) for unit in _unit().finditer(run)]
    for this, following in pairwise(units):
        yield Token(this.word + following.word, this.start, following.end)
    yield units[-1]


def asked(text: str) -> list[Token]:
    """The words that have to be found for ``text`` to be found."""
    found = list(tokens(text))
    if len(found) > 1 and found[-1].start < found[-2].end:
        found.pop()  # it is in the pair before it
    return found


def asked_words(text: str) -> list[str]:
    """The words of ``asked``."""
    return [token.word for token in asked(text)]


def stands_alone(word: str) -> bool:
    """Whether ``word`` is of a script that is indexed in pairs, and so never the beginning of a longer word unless it
    is a single character."""
    return word[:1] >= _FIRST_ALONE and _alone().match(word) is not None


def first_of_pair(raw: str) -> int:
    """The length of the first character, with its marks, of what a pair stands for in a text."""
    first = _unit().match(raw)
    return len(raw) if first is None else first.end()


def is_single(word: str) -> bool:
    """Whether ``word`` is one character of a script that is indexed in pairs: the beginning of every pair it is in."""
    return stands_alone(word) and _unit().fullmatch(word) is not None
