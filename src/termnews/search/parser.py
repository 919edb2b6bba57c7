"""The query language: what was typed to a tree, whatever was typed.

Words are all wanted (AND); ``OR`` between two takes either, and binds closer than standing side by side, so that
``budget OR tax minister`` is ``(budget OR tax) minister``; a written ``AND`` binds closer still.  ``-word`` and ``NOT
word`` leave out.  ``(…)`` groups, ``"…"`` is a phrase of exact words, ``word*`` a beginning, ``field:`` goes before any
of them.  A word of several parts (``well-known``, ``a@b.com``, Japanese) is a phrase of its parts.

This is a scanner and a recursive descent of our own and not Whoosh's ``QueryParser``, because text comes here from a
keyboard, on every key: Whoosh's parser takes time that grows with the square of the length, loses operators that stand
alone without a word about it, raises on some input (deep brackets end in RecursionError), imports sixty modules, and
gives Whoosh queries, from which neither ``needs`` nor what to light up could be read without the index.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from termnews.search.analysis import stands_alone
from termnews.search.analysis import words as words_of
from termnews.search.dates import parse_dates
from termnews.search.syntax import And, Everything, Node, Not, Nothing, Or, Phrase, Prefix, State, StateTerm, Word

MOST_CHARACTERS = 2_000
MOST_TERMS = 64
DEEPEST = 20

TEXT_FIELDS = frozenset({"headline", "text", "said"})
"""Fields in which the forms of a word meet; in the others a word is itself."""

FIELDS = (
    "headline", "text", "exact", "speaker", "said", "author", "source", "section", "tag", "lang", "date", "path", "is",
)  # fmt: skip
_OTHER_NAMES = {
    "title": "headline", "body": "text", "by": "author", "byline": "author", "language": "lang", "tags": "tag",
    "id": "path", "speakers": "speaker", "sources": "source", "quote": "said",
}  # fmt: skip
_STATES = ("unread", "read", "starred")

_BLANK = r"\s\x00-\x1f\x7f-\x9f"
_QUOTE = '"“”„‟«»'
_SCANNER = re.compile(
    rf"""(?P<blank>[{_BLANK}]+)
    | (?P<open>\() | (?P<close>\))
    | [{_QUOTE}](?P<phrase>[^{_QUOTE}]*)(?P<end>[{_QUOTE}]?)
    | (?P<operator>AND|OR|NOT)(?=[{_BLANK}()]|$)
    | (?P<minus>[-!−]+)(?=[^{_BLANK})])
    | (?P<name>[A-Za-z]+):(?!//)(?P<value>[^{_BLANK}(){_QUOTE}]*)
    | (?P<word>[^{_BLANK}(){_QUOTE}]+)
    """,
    re.VERBOSE,
)
_EXTRA = re.compile(r"(?<=[^\W_])[~^][0-9.]*$")


@dataclass(slots=True)
class Parsed:
    """What ``parse_query`` gives: the tree, and one line for each thing that was not taken as it was typed."""

    tree: Node
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Lexeme:
    kind: str
    text: str
    start: int
    end: int
    value: str = ""
    closed: bool = True


def parse_query(text: str, as_typed: bool = False) -> Parsed:
    """The tree of ``text``.  ``as_typed``: the last word is a beginning, unless something closes it.

    Takes time linear in the length; never raises.
    """
    notes: list[str] = []
    if len(text) > MOST_CHARACTERS:
        text, as_typed = text[:MOST_CHARACTERS], False
        notes.append(f"the query is too long: only the first {MOST_CHARACTERS} characters were read")
    lexemes = _scan(text)
    if lexemes and all(lexeme.kind in {"operator", "minus"} for lexeme in lexemes):
        lexemes = [_Lexeme("word", lexeme.text, lexeme.start, lexeme.end) for lexeme in lexemes]
    reading = _Reading(lexemes, notes, len(text) if as_typed else -1)
    tree = reading.everything_typed()
    return Parsed(Nothing() if tree is None else tree, notes)


def _scan(text: str) -> list[_Lexeme]:
    lexemes: list[_Lexeme] = []
    for match in _SCANNER.finditer(text):
        kind = match.lastgroup or ""
        start, end = match.span()
        match kind:
            case "blank":
                continue
            case "end":
                lexemes.append(_Lexeme("phrase", match["phrase"], start, end, closed=bool(match["end"])))
            case "value":
                lexemes.append(_Lexeme("field", match["name"], start, end, value=match["value"]))
            case _:
                lexemes.append(_Lexeme(kind, match[0], start, end))
    return lexemes


class _Reading:
    """One reading of the lexemes from left to right.  ``typed_end`` is where a word that is still being typed ends."""

    def __init__(self, lexemes: list[_Lexeme], notes: list[str], typed_end: int) -> None:
        self._lexemes = lexemes
        self._notes = notes
        self._typed_end = typed_end
        self._at = 0
        self._depth = 0
        self._terms = 0

    # ---- the lexemes

    def _next(self) -> _Lexeme | None:
        return self._lexemes[self._at] if self._at < len(self._lexemes) else None

    def _take(self) -> _Lexeme:
        lexeme = self._lexemes[self._at]
        self._at += 1
        return lexeme

    def _is_operator(self, name: str) -> bool:
        lexeme = self._next()
        return lexeme is not None and lexeme.kind == "operator" and lexeme.text == name

    def _note(self, line: str) -> None:
        if line not in self._notes:
            self._notes.append(line)

    # ---- the grammar

    def everything_typed(self) -> Node | None:
        parts: list[Node] = []
        while self._next() is not None:
            if (part := self._sequence(None)) is not None:
                parts.append(part)
            if (stopper := self._next()) is not None and stopper.kind == "close":
                self._take()
                self._note("a closing bracket without an opening one was left out")
        whole = _all(parts)
        return None if whole is None else _standing_alone(whole)

    def _sequence(self, name: str | None) -> Node | None:
        parts: list[Node] = []
        while (lexeme := self._next()) is not None and lexeme.kind != "close":
            if (part := self._either(name)) is not None:
                parts.append(part)
        return _all(parts)

    def _either(self, name: str | None) -> Node | None:
        parts = [self._both(name)]
        while self._is_operator("OR"):
            operator = self._take()
            parts.append(self._after(operator, self._both, name))
        wanted = [part for part in parts if part is not None]
        if len(wanted) < 2:
            return wanted[0] if wanted else None
        return Or(tuple(_standing_alone(part) for part in wanted))

    def _both(self, name: str | None) -> Node | None:
        parts = [self._unary(name)]
        while self._is_operator("AND"):
            operator = self._take()
            parts.append(self._after(operator, self._unary, name))
        return _all([part for part in parts if part is not None])

    def _after(self, operator: _Lexeme, operand: Callable[[str | None], Node | None], name: str | None) -> Node | None:
        if not self._at_end():
            return operand(name)
        if self._typed_end < 0:
            self._note(f"{operator.text} has nothing after it and was left out")
        return None

    def _at_end(self) -> bool:
        lexeme = self._next()
        return lexeme is None or lexeme.kind == "close"

    def _unary(self, name: str | None) -> Node | None:
        wanted = True
        while (lexeme := self._next()) is not None:
            if lexeme.kind == "minus" or (lexeme.kind == "operator" and lexeme.text == "NOT"):
                wanted = False
                self._take()
            else:
                break
        if self._at_end():
            return None
        if (lexeme := self._next()) is not None and lexeme.kind == "operator":
            self._note(f"{lexeme.text} has nothing before it and was left out")
            return None  # whoever reads operators takes it
        part = self._atom(name)
        return part if wanted or part is None else Not(_standing_alone(part))

    def _atom(self, name: str | None) -> Node | None:
        lexeme = self._take()
        match lexeme.kind:
            case "open":
                return self._group(name)
            case "field":
                return self._fielded(lexeme, name)
            case "phrase":
                return self._quoted_value(name, lexeme)
            case _:
                return self._of_field(name, lexeme.text, lexeme.end)

    def _group(self, name: str | None) -> Node | None:
        self._depth += 1
        if self._depth > DEEPEST:
            self._note(f"brackets deeper than {DEEPEST} were left out")
            self._depth -= 1
            return None
        part = self._sequence(name)
        self._depth -= 1
        if self._next() is not None:
            self._take()
        elif self._typed_end < 0:
            self._note("a bracket that was not closed was closed at the end")
        return part

    # ---- the leaves

    def _counted(self, node: Node) -> Node | None:
        self._terms += 1
        if self._terms > MOST_TERMS:
            self._note(f"only the first {MOST_TERMS} words of the query were used")
            return None
        return node

    def _fielded(self, lexeme: _Lexeme, outer: str | None) -> Node | None:
        name = lexeme.text.lower()
        name = _OTHER_NAMES.get(name, name)
        if name not in FIELDS:
            return self._unknown_field(lexeme, outer)
        if lexeme.value:
            return self._of_field(name, lexeme.value, lexeme.end)
        following = self._next()
        if following is not None and following.start == lexeme.end and following.kind in {"open", "phrase"}:
            self._take()
            if following.kind == "phrase":
                return self._quoted_value(name, following)
            return self._group(name)
        if lexeme.end != self._typed_end:
            self._note(f"{lexeme.text}: has nothing after it and was left out")
        return None

    def _unknown_field(self, lexeme: _Lexeme, outer: str | None) -> Node | None:
        near = difflib.get_close_matches(lexeme.text.lower()[:20], FIELDS, n=1, cutoff=0.6)
        if lexeme.value or lexeme.end != self._typed_end:
            advice = f" (did you mean {near[0]}:?)" if near else ""
            self._note(f'there is no field "{lexeme.text[:40]}"{advice}; it was searched for as a word')
        first = self._word(lexeme.text, lexeme.end - 1, outer)
        second = self._word(lexeme.value, lexeme.end, outer) if lexeme.value else None
        return _all([part for part in (first, second) if part is not None])

    def _quoted_value(self, name: str | None, lexeme: _Lexeme) -> Node | None:
        if name in {"date", "is"}:
            return self._of_field(name, lexeme.text.strip(), lexeme.end)
        phrase = self._phrase(lexeme, name)
        return self._with_readers_tag(phrase, lexeme.text) if name == "tag" else phrase

    def _of_field(self, name: str | None, value: str, end: int) -> Node | None:
        match name:
            case "date":
                dates = parse_dates(value)
                if dates is None:
                    if end != self._typed_end:
                        self._note(
                            f'"{value[:40]}" is no date; write 2016, 2016-11, 2016-11-15, 2015..2017 or >2016-06'
                        )
                    return None
                return self._counted(dates)
            case "is":
                if value.lower() not in _STATES:
                    if end != self._typed_end:
                        self._note(f"there is no is:{value[:40]}; there are is:{', is:'.join(_STATES)}")
                    return None
                return self._counted(State(StateTerm("is", value.lower())))
            case "tag":
                return self._with_readers_tag(self._word(value, end, name), value)
            case "exact":
                return self._exact(value, end)
            case _:
                return self._word(value, end, name)

    def _with_readers_tag(self, in_file: Node | None, value: str) -> Node | None:
        own = " ".join(value.strip().rstrip("*").split())
        if not own:
            return in_file
        state = State(StateTerm("tag", own))
        return state if in_file is None else Or((in_file, state))

    def _exact(self, value: str, end: int) -> Node | None:
        part = self._word(value, end, "exact")
        return Prefix("exact", part.start) if isinstance(part, Prefix) else part

    def _phrase(self, lexeme: _Lexeme, name: str | None) -> Node | None:
        words = words_of(lexeme.text)
        if not lexeme.closed and self._typed_end < 0:
            self._note("a quotation mark that was not closed was closed at the end")
        if not words:
            return None
        typing = not lexeme.closed and lexeme.end == self._typed_end and lexeme.text[-1:].isalnum()
        if typing:
            return self._counted(_all_of_phrase(name, words))
        return self._counted(Phrase(name, tuple(words[:MOST_TERMS])))

    def _word(self, raw: str, end: int, name: str | None) -> Node | None:
        if _EXTRA.search(raw):
            raw = _EXTRA.sub("", raw)
            self._note("~ and ^ are not understood and were left out")
        starts = raw.endswith("*")
        if starts:
            raw = raw.rstrip("*")
        star = raw.find("*")
        if star >= 0:
            return self._starred(raw, star, name)
        words = words_of(raw)
        if not words:
            if starts:
                self._note("a * with no letters before it was left out")
            return None
        typing = end == self._typed_end and not starts and raw[-1:].isalnum()
        if starts or typing:
            return self._counted(_beginning(name, words, typing))
        if len(words) > 1 or (name is not None and name not in TEXT_FIELDS):
            return self._counted(Phrase(name, tuple(words[:MOST_TERMS])))
        return self._counted(Word(name, words[0]))

    def _starred(self, raw: str, star: int, name: str | None) -> Node | None:
        words = words_of(raw[:star])
        shown = raw[:40]
        if not words:
            self._note(f'"{shown}" was left out: a word can end with * but not begin with it')
            return None
        self._note(f'"{shown}" was read as "{raw[:star][:40]}*": a * counts at the end of a word')
        return self._counted(_beginning(name, words, typing=False))


def _beginning(name: str | None, words: list[str], typing: bool) -> Node:
    """The words before the last are whole, the last is a beginning."""
    if stands_alone(words[-1]) and len(words) > 1:
        return Phrase(name, tuple(words))  # a word of one character is complete
    last = Prefix(name, words[-1], typing)
    if len(words) == 1:
        return last
    return And((Phrase(name, tuple(words[:-1])), last))


def _all_of_phrase(name: str | None, words: list[str]) -> Node:
    beginning = _beginning(name, words[:MOST_TERMS], typing=True)
    match beginning:
        case And((phrase, Prefix(field_name, start, _))):
            return And((phrase, Prefix(field_name, start)))
        case Prefix(field_name, start, _):
            return Prefix(field_name, start)
        case _:
            return beginning


def _standing_alone(part: Node) -> Node:
    """Leaving out needs something to leave out from: everything, where nothing is wanted."""
    left_out = all(isinstance(each, Not) for each in (part.parts if isinstance(part, And) else (part,)))
    return _all([Everything(), part]) or part if left_out else part


def _all(parts: list[Node]) -> Node | None:
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, And) else (part,))
    if not flat:
        return None
    return flat[0] if len(flat) == 1 else And(tuple(flat))
