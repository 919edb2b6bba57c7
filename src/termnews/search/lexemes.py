"""What was typed, cut into brackets, operators, phrases, fields, saved searches and words.

A scanner of our own and not Whoosh's plug-ins, because text comes here from a keyboard, on every key: Whoosh's parser
takes time that grows with the square of the length, loses operators that stand alone without a word about it, raises on
some input (deep brackets end in RecursionError), imports sixty modules, and gives Whoosh queries, from which neither
what only the reader's marks know nor what to light up could be read without the index.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import isfinite
from typing import Literal, NamedTuple

from termnews.frozen import dataclass

Kind = Literal["open", "close", "phrase", "operator", "minus", "field", "saved", "word"]

MOST_OTHERS = 100
"""Other words that may stand among near words."""
HIGHEST_BOOST = 100.0

_BLANK = r"\s\x00-\x1f\x7f-\x9f"
_QUOTE = '"“”„‟«»'
_EXTRA = r"(?:~[0-9]*)?(?:\^[0-9.]*)?"
_OPERATORS = frozenset({"AND", "OR", "NOT"})
_SCANNER = rf"""(?P<blank>[{_BLANK}]+)
    | (?P<open>\()
    | (?P<close>\)(?:\^[0-9.]*)?)
    | [{_QUOTE}](?P<phrase>[^{_QUOTE}]*)(?P<end>(?:[{_QUOTE}]{_EXTRA})?)
    | (?P<operator>AND|OR|NOT)(?=[{_BLANK}()]|$)
    | (?P<minus>[-!−]+)(?=[^{_BLANK})])
    | (?P<name>[A-Za-z]+):(?!//)(?P<value>[^{_BLANK}(){_QUOTE}]*)
    | (?P<saved>@[^{_BLANK}(){_QUOTE}@]+)(?=[{_BLANK}()]|$)
    | (?P<word>[^{_BLANK}(){_QUOTE}]+)
    """
"""Compiled when it is first needed: it takes as long as a search for a rare word."""
_AFTER = re.compile(r"(?P<tilde>~(?P<number>[0-9]*))?(?:\^(?P<boost>[0-9.]*))?$")


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A piece of what was typed, from ``start`` to ``end`` in it.

    ``text`` is the operator, the name of the field or saved search, the word as it stands, the inside of the quotation
    marks; ``extra`` the ``~2^3`` behind a phrase or a bracket; ``closed`` is False for a phrase that is not.
    """

    kind: Kind
    text: str
    start: int
    end: int
    value: str = ""
    extra: str = ""
    closed: bool = True


class Extra(NamedTuple):
    """What ``~`` and ``^`` say: ``number`` is None without a tilde and -1 for a tilde alone, ``boost`` is None where
    there is none or where it is no number."""

    number: int | None
    boost: float | None


def scan(text: str) -> list[Lexeme]:
    """The lexemes of ``text``, in order; whatever it holds becomes one, but blanks and control characters."""
    if text.isascii() and text.replace(" ", "").isalnum():
        return list(_plain(text))
    lexemes: list[Lexeme] = []
    for match in re.finditer(_SCANNER, text, re.VERBOSE):
        start, end = match.span()
        match match.lastgroup:
            case "blank":
                continue
            case "end":
                extra = match["end"]
                lexemes.append(Lexeme("phrase", match["phrase"], start, end, extra=extra[1:], closed=bool(extra)))
            case "value":
                lexemes.append(Lexeme("field", match["name"], start, end, value=match["value"]))
            case "close":
                lexemes.append(Lexeme("close", ")", start, end, extra=match[0][1:]))
            case "saved":
                lexemes.append(Lexeme("saved", match[0][1:], start, end))
            case "open" | "operator" | "minus" as kind:
                lexemes.append(Lexeme(kind, match[0], start, end))
            case _:
                lexemes.append(Lexeme("word", match[0], start, end))
    return lexemes


def _plain(text: str) -> Iterator[Lexeme]:
    """The lexemes of what is nothing but words and blanks, as most queries are."""
    start = 0
    for word in text.split(" "):
        end = start + len(word)
        if word:
            yield Lexeme("operator" if word in _OPERATORS else "word", word, start, end)
        start = end + 1


def without_extra(raw: str) -> tuple[str, str]:
    """A word, and the ``~1^2`` at its end."""
    match = _AFTER.search(raw)
    at = match.start() if match else len(raw)
    if at and any(char.isalnum() for char in raw[:at]):
        return raw[:at], raw[at:]
    return raw, ""


def extra_of(text: str) -> Extra:
    """What ``~2^3`` says."""
    match = _AFTER.match(text)
    if match is None:
        return Extra(None, None)
    number = None if match["tilde"] is None else min(int(match["number"][:4] or -1), MOST_OTHERS)
    try:
        boost = float(match["boost"] or "nan")
    except ValueError:
        boost = float("nan")
    return Extra(number, min(boost, HIGHEST_BOOST) if isfinite(boost) else None)
