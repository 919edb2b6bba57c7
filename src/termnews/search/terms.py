"""Words, phrases and the values of fields, as they were typed, to leaves of the tree."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import NamedTuple

from termnews.search.analysis import asked, fold, is_single, stands_alone
from termnews.search.analysis import asked_words as words_of
from termnews.search.budget import MOST_NEAR, MOST_TERMS, Budget, Notes
from termnews.search.fieldnames import TEXT_FIELDS
from termnews.search.lexemes import HIGHEST_BOOST, Lexeme, extra_of, without_extra
from termnews.search.syntax import (
    And,
    Boosted,
    Fuzzy,
    Near,
    Node,
    Or,
    Pattern,
    Phrase,
    Prefix,
    Quoted,
    State,
    StateTerm,
    Word,
)

MOST_EDITS = 2

_STATES = ("unread", "read", "starred")
_WILD = re.compile(r"[*?]+")
_WITHIN = "*?+#'’ʼ"


class AskedWord(NamedTuple):
    """A word where it was typed: ``text[start:end]`` of the query.  ``beginning`` says that longer words do too."""

    field: str | None
    word: str
    start: int
    end: int
    stemmed: bool
    beginning: bool


class Terms:
    """Makes the leaves of one reading.  ``typed_end`` is where a word that is still being typed ends, or -1."""

    def __init__(self, notes: Notes, budget: Budget, typed_end: int, today: date | None) -> None:
        self._notes = notes
        self._budget = budget
        self._typed_end = typed_end
        self._today = today
        self.asked: list[AskedWord] = []

    def value(self, name: str | None, raw: str, end: int) -> Node | None:
        """What stands between blanks, in a field or by itself, and ends at ``end``."""
        if name in {"date", "is", "has"}:
            return self._filter(name, raw, end)
        start = end - len(raw)
        raw, extra = without_extra(raw)
        part = self._word(name, raw, start, extra, typing=end == self._typed_end and not extra)
        return self._with_readers_tag(part, raw) if name == "tag" else part

    def quoted(self, name: str | None, lexeme: Lexeme) -> Node | None:
        """A phrase, or a value in quotation marks."""
        if name in {"date", "is", "has"}:
            return self._filter(name, lexeme.text.strip(), lexeme.end)
        phrase = self._phrase(name, lexeme)
        return self._with_readers_tag(phrase, lexeme.text) if name == "tag" else phrase

    def boosted(self, part: Node | None, extra: str) -> Node | None:
        """``part`` with the weight that ``^2`` gives it."""
        if part is None or "^" not in extra:
            return part
        boost = extra_of(extra).boost
        if boost is None:
            self._tell(f"^ wants a number up to {HIGHEST_BOOST:g} behind it and was left out")
            return part
        return Boosted(part, boost)

    # ---- fields that hold no words

    def _filter(self, name: str | None, value: str, end: int) -> Node | None:
        leaf: Node | None
        match name:
            case "date":
                from termnews.search.dates import parse_dates

                leaf = parse_dates(value, self._today)
                told = f'"{value[:40]}" is no date; write 2016-11-15, 2015..2017, >2016-06, today, "last week" or -3d..'
            case "is":
                leaf = State(StateTerm("is", value.lower())) if value.lower() in _STATES else None
                told = f"there is no is:{value[:40]}; there are is:{', is:'.join(_STATES)}"
            case _:
                leaf = Quoted() if value.lower() in {"quotes", "quote"} else None
                told = f"there is no has:{value[:40]}; there is has:quotes"
        if leaf is None:
            if end != self._typed_end:
                self._notes.add(told)
            return None
        return self._counted(leaf)

    def _with_readers_tag(self, in_file: Node | None, value: str) -> Node | None:
        own = " ".join(value.strip().rstrip("*").split())
        if not own:
            return in_file
        state = State(StateTerm("tag", own))
        return state if in_file is None else Or((in_file, state))

    # ---- words

    def _phrase(self, name: str | None, lexeme: Lexeme) -> Node | None:
        if not lexeme.closed:
            self._tell("a quotation mark that was not closed was closed at the end")
        words = words_of(lexeme.text)[:MOST_TERMS]
        if not words:
            return None
        typing = not lexeme.closed and lexeme.end == self._typed_end and lexeme.text[-1:].isalnum()
        self._ask(name, lexeme.text, lexeme.start + 1, exact=True, beginning=typing)
        if typing:
            return self._counted(_beginning(name, words, typing=False))
        apart = extra_of(lexeme.extra).number
        if apart is None or len(words) == 1:
            return self.boosted(self._counted(_whole(name, words)), lexeme.extra)
        if apart < 0:
            self._tell('"…"~ wants a number: how many other words may stand among them; 5 was taken')
            apart = 5
        if len(words) > MOST_NEAR:
            self._tell(f'of "near words"~ the first {MOST_NEAR} were used')
            words = words[:MOST_NEAR]
        return self.boosted(self._counted(Near(name, tuple(words), apart)), lexeme.extra)

    def _word(self, name: str | None, raw: str, start: int, extra: str, typing: bool) -> Node | None:
        bare = raw.rstrip("?")  # a question mark at the end is one
        wild = _WILD.search(bare)
        starts = wild is not None and wild.end() == len(bare) and "?" not in wild[0]
        if wild is not None and not starts:
            return self.boosted(self._with_pattern(name, bare, typing), extra)
        bare = bare.rstrip("*")
        words = words_of(bare)[:MOST_TERMS]
        if not words:
            if starts:
                self._notes.add("a * with no letters before it was left out")
            return None
        typing = typing and not starts and raw[-1:].isalnum()
        number = extra_of(extra).number
        if number is None or number == 0:
            self._ask(name, bare, start, exact=len(words) > 1, beginning=starts or typing)
        if starts or typing:
            return self.boosted(self._counted(_beginning(name, words, typing and name != "exact")), extra)
        if number:
            return self.boosted(self._fuzzy(name, words, number), extra)
        if len(words) > 1 or is_single(words[0]) or (name is not None and name not in TEXT_FIELDS):
            return self.boosted(self._counted(_whole(name, words)), extra)
        return self.boosted(self._counted(Word(name, words[0])), extra)

    def _fuzzy(self, name: str | None, words: list[str], number: int) -> Node | None:
        """A word of several parts has its last part fuzzy."""
        if number > MOST_EDITS:
            self._notes.add(f"~{number} was read as ~{MOST_EDITS}: a word can differ by {MOST_EDITS} letters")
        last = words[-1]
        edits = min(abs(number), MOST_EDITS, len(last) - 1)
        leaf = _whole(name, [last])
        if edits and not stands_alone(last):
            leaf = Fuzzy(name, last, edits)
        return self._counted(leaf if len(words) == 1 else And((Phrase(name, tuple(words[:-1])), leaf)))

    def _with_pattern(self, name: str | None, raw: str, typing: bool) -> Node | None:
        """The parts of a word of which some have wildcards inside."""
        parts: list[Node] = []
        for piece in _pieces(raw):
            wild = _WILD.search(piece)
            if wild is None:
                parts += (_whole(name, [word]) for word in words_of(piece))
            elif wild.end() == len(piece) and "?" not in wild[0] and (words := words_of(piece)):
                parts.append(_beginning(name, words, typing=False))
            elif (pattern := _pattern(piece)) is None:
                self._notes.add(f'"{raw[:40]}" was left out: a word that begins with * or ? needs two letters')
            else:
                parts.append(Pattern(name, f"{pattern}*" if typing and piece[-1].isalnum() else pattern))
        if not parts:
            return None
        return self._counted(parts[0] if len(parts) == 1 else And(tuple(parts)))

    def _tell(self, line: str) -> None:
        """Note what is only unfinished as long as somebody types."""
        if self._typed_end < 0:
            self._notes.add(line)

    def _counted(self, node: Node) -> Node | None:
        return node if self._budget.affords(node) else None

    def _ask(self, name: str | None, raw: str, start: int, exact: bool, beginning: bool) -> None:
        stemmed = not exact and (name is None or name in TEXT_FIELDS)
        found = [
            AskedWord(name, token.word, start + token.start, start + token.end, stemmed, beginning=False)
            for token in asked(raw)
        ]
        if found and beginning:
            found[-1] = found[-1]._replace(beginning=True)
        self.asked += found


def _pieces(raw: str) -> list[str]:
    """``raw`` at the signs that part words, wildcards kept."""
    inside = (char.isalnum() or char in _WITHIN or unicodedata.category(char)[0] == "M" for char in raw)
    return "".join(char if keep else " " for char, keep in zip(raw, inside, strict=True)).split()


def _pattern(piece: str) -> str | None:
    """The folded pattern; None where it would match half the vocabulary."""
    pattern, at = "", 0
    for wild in _WILD.finditer(piece):
        pattern += fold(piece[at : wild.start()]) if wild.start() > at else ""
        pattern += "?" * wild[0].count("?") + ("*" if "*" in wild[0] else "")
        at = wild.end()
    pattern += fold(piece[at:]) if at < len(piece) else ""
    letters = sum(char.isalnum() for char in pattern)
    return pattern if letters > 1 or (letters and pattern[0].isalnum()) else None


def _whole(name: str | None, words: list[str]) -> Node:
    """All the words, one behind the other; a single character at their end is the beginning of a pair."""
    return _beginning(name, words, typing=False) if is_single(words[-1]) else Phrase(name, tuple(words))


def _beginning(name: str | None, words: list[str], typing: bool) -> Node:
    """The words before the last are whole, the last is a beginning."""
    if len(words) > 1 and stands_alone(words[-1]) and not is_single(words[-1]):
        return Phrase(name, tuple(words))  # a pair is complete
    last = Prefix(name, words[-1], typing)
    if len(words) == 1:
        return last
    return And((Phrase(name, tuple(words[:-1])), last))
