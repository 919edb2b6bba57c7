"""The query language: what was typed to a tree, whatever was typed.

Words are all wanted (AND); ``OR`` between two takes either, and binds closer than standing side by side, so that
``budget OR tax minister`` is ``(budget OR tax) minister``; a written ``AND`` binds closer still.  ``-word`` and ``NOT
word`` leave out.  ``(…)`` groups, ``field:`` goes before words, phrases and groups, ``^2`` behind them weighs them.
``@name`` is a saved search, as a group.  What a single word, phrase or value can be stands in ``terms``, and all of it
for the reader in ``reference``.  A word of several parts (``well-known``, ``a@b.com``, Japanese) is a phrase of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from termnews.search.budget import Budget, Notes
from termnews.search.fieldnames import field_called, nearest
from termnews.search.lexemes import Lexeme, scan
from termnews.search.syntax import And, Everything, Node, Not, Nothing, Or
from termnews.search.terms import AskedWord, Terms

MOST_CHARACTERS = 2_000
DEEPEST = 20
DEEPEST_SAVED = 5
"""Saved searches within saved searches."""

Saved = Mapping[str, str]
"""Saved searches: the text of each by its name."""


class Parsed(NamedTuple):
    """What ``parse_query`` gives: the tree, one line for each thing that was not taken as it was typed, and the words
    where they stand in it."""

    tree: Node
    notes: list[str]
    asked: list[AskedWord]


class _Circumstances(NamedTuple):
    """What all readings of one query share; ``within`` are the saved searches that are being read."""

    notes: Notes
    budget: Budget
    saved: Saved
    today: date | None
    within: tuple[str, ...] = ()


def parse_query(text: str, as_typed: bool = False, saved: Saved | None = None, today: date | None = None) -> Parsed:
    """The tree of ``text``.  ``as_typed``: the last word is a beginning, unless something closes it.

    Takes time linear in the length; never raises.
    """
    notes = Notes()
    if len(text) > MOST_CHARACTERS:
        text, as_typed = text[:MOST_CHARACTERS], False
        notes.add(f"the query is too long: only the first {MOST_CHARACTERS} characters were read")
    circumstances = _Circumstances(notes, Budget(notes), saved or {}, today)
    reading = _Reading(text, circumstances, len(text) if as_typed else -1)
    tree = reading.everything_typed(None)
    return Parsed(Nothing() if tree is None else tree, notes.lines, reading.asked)


class _Reading:
    """One reading of the lexemes from left to right.  ``typed_end`` is where a word that is still being typed ends."""

    def __init__(self, text: str, circumstances: _Circumstances, typed_end: int) -> None:
        lexemes = scan(text)
        if lexemes and all(lexeme.kind in {"operator", "minus"} for lexeme in lexemes):
            lexemes = [Lexeme("word", lexeme.text, lexeme.start, lexeme.end) for lexeme in lexemes]
        self._lexemes = lexemes
        self._circumstances = circumstances
        self._notes = circumstances.notes
        self._terms = Terms(circumstances.notes, circumstances.budget, typed_end, circumstances.today)
        self._typed_end = typed_end
        self._at = 0
        self._depth = 0

    @property
    def asked(self) -> list[AskedWord]:
        """The words that were read so far, where they stand."""
        return self._terms.asked

    # ---- the lexemes

    def _next(self) -> Lexeme | None:
        return self._lexemes[self._at] if self._at < len(self._lexemes) else None

    def _take(self) -> Lexeme:
        lexeme = self._lexemes[self._at]
        self._at += 1
        return lexeme

    def _is_operator(self, name: str) -> bool:
        lexeme = self._next()
        return lexeme is not None and lexeme.kind == "operator" and lexeme.text == name

    def _at_end(self) -> bool:
        lexeme = self._next()
        return lexeme is None or lexeme.kind == "close"

    # ---- the grammar

    def everything_typed(self, name: str | None) -> Node | None:
        """The whole text, its words in the field ``name``."""
        parts: list[Node] = []
        while self._next() is not None:
            if (part := self._sequence(name)) is not None:
                parts.append(part)
            if (stopper := self._next()) is not None and stopper.kind == "close":
                self._take()
                self._notes.add("a closing bracket without an opening one was left out")
        whole = _all(parts)
        return None if whole is None else _standing_alone(whole)

    def _sequence(self, name: str | None) -> Node | None:
        parts: list[Node] = []
        while not self._at_end():
            if (part := self._either(name)) is not None:
                parts.append(part)
        return _all(parts)

    def _either(self, name: str | None) -> Node | None:
        parts = [self._both(name)]
        while self._is_operator("OR"):
            parts.append(self._after(self._take(), self._both, name))
        wanted = list(dict.fromkeys(part for part in parts if part is not None))
        if len(wanted) < 2:
            return wanted[0] if wanted else None
        return Or(tuple(_standing_alone(part) for part in wanted))

    def _both(self, name: str | None) -> Node | None:
        parts = [self._unary(name)]
        while self._is_operator("AND"):
            parts.append(self._after(self._take(), self._unary, name))
        return _all([part for part in parts if part is not None])

    def _after(self, operator: Lexeme, operand: Callable[[str | None], Node | None], name: str | None) -> Node | None:
        if not self._at_end():
            return operand(name)
        if self._typed_end < 0:
            self._notes.add(f"{operator.text} has nothing after it and was left out")
        return None

    def _unary(self, name: str | None) -> Node | None:
        first_word = len(self.asked)
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
            self._notes.add(f"{lexeme.text} has nothing before it and was left out")
            return None  # whoever reads operators takes it
        part = self._atom(name)
        if wanted or part is None:
            return part
        del self.asked[first_word:]  # what is left out may as well not be there
        return Not(_standing_alone(part))

    def _atom(self, name: str | None) -> Node | None:
        lexeme = self._take()
        match lexeme.kind:
            case "open":
                return self._group(name)
            case "field":
                return self._fielded(lexeme, name)
            case "phrase":
                return self._terms.quoted(name, lexeme)
            case "saved":
                return self._saved(lexeme, name)
            case _:
                return self._terms.value(name, lexeme.text, lexeme.end)

    def _group(self, name: str | None) -> Node | None:
        self._depth += 1
        if self._depth > DEEPEST:
            self._notes.add(f"brackets deeper than {DEEPEST} were left out")
            self._depth -= 1
            return None
        part = self._sequence(name)
        self._depth -= 1
        if self._next() is not None:
            return self._terms.boosted(part, self._take().extra)
        if self._typed_end < 0:
            self._notes.add("a bracket that was not closed was closed at the end")
        return part

    # ---- fields and saved searches

    def _fielded(self, lexeme: Lexeme, outer: str | None) -> Node | None:
        name = field_called(lexeme.text)
        if name is None:
            return self._unknown_field(lexeme, outer)
        if lexeme.value:
            return self._terms.value(name, lexeme.value, lexeme.end)
        following = self._next()
        if following is not None and following.start == lexeme.end and following.kind in {"open", "phrase"}:
            self._take()
            return self._terms.quoted(name, following) if following.kind == "phrase" else self._group(name)
        if lexeme.end != self._typed_end:
            self._notes.add(f"{lexeme.text}: has nothing after it and was left out")
        return None

    def _unknown_field(self, lexeme: Lexeme, outer: str | None) -> Node | None:
        if (lexeme.value or lexeme.end != self._typed_end) and not self._notes.full:
            near = nearest(lexeme.text)
            advice = f" (did you mean {near}:?)" if near else ""
            self._notes.add(f'there is no field "{lexeme.text[:40]}"{advice}; it was searched for as a word')
        colon = lexeme.end - len(lexeme.value) - 1
        first = self._terms.value(outer, lexeme.text, colon)
        second = self._terms.value(outer, lexeme.value, lexeme.end) if lexeme.value else None
        return _all([part for part in (first, second) if part is not None])

    def _saved(self, lexeme: Lexeme, name: str | None) -> Node | None:
        typed, caret, boost = lexeme.text.partition("^")
        known = self._circumstances.saved
        called = typed if typed in known else next((each for each in known if each.lower() == typed.lower()), None)
        if called is not None:
            return self._terms.boosted(self._expanded(called, name), caret + boost)
        if lexeme.end == self._typed_end and any(each.lower().startswith(typed.lower()) for each in known):
            return None  # its name is still being typed
        if lexeme.end != self._typed_end and not self._notes.full:
            near = nearest(typed, known)
            advice = f" (did you mean @{near}?)" if near else ""
            self._notes.add(f'there is no saved search "{typed[:40]}"{advice}; it was searched for as a word')
        return self._terms.value(name, lexeme.text, lexeme.end)

    def _expanded(self, called: str, name: str | None) -> Node | None:
        within = (*self._circumstances.within, called)
        if called in self._circumstances.within:
            self._notes.add(f"the saved search @{called} holds itself, and was left out there")
            return None
        if len(within) > DEEPEST_SAVED:
            self._notes.add(f"saved searches are followed {DEEPEST_SAVED} deep; @{called} was left out")
            return None
        text = self._circumstances.saved[called][:MOST_CHARACTERS]
        if not self._circumstances.budget.affords_saved(text):
            return None
        here = self._circumstances
        inner = _Circumstances(here.notes, here.budget, here.saved, here.today, within)
        return _Reading(text, inner, -1).everything_typed(name)


def _standing_alone(part: Node) -> Node:
    """Leaving out needs something to leave out from: everything, where nothing is wanted."""
    left_out = all(isinstance(each, Not) for each in (part.parts if isinstance(part, And) else (part,)))
    return _all([Everything(), part]) or part if left_out else part


def _all(parts: list[Node]) -> Node | None:
    """All of them once, as one And; what is left out within brackets stays there."""
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, And) and not _leaves_out(part) else (part,))
    if not flat:
        return None
    flat = list(dict.fromkeys(flat))
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def _leaves_out(part: And) -> bool:
    return any(isinstance(each, Not) for each in part.parts)
