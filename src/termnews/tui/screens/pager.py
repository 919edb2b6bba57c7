"""A screen of lines to look at: the keys, or what a command printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from termnews.terminal import clean
from termnews.tui.cells import width_of, wrap
from termnews.tui.commands import BY_ID, COMMANDS, keys_of, shown
from termnews.tui.screens.moving import Moving
from termnews.tui.widgets.pane import Pane

Line = list[tuple[str, str]]  # (text, name of its style or "")
_CLOSING = ("back", "quit", "help", "reference")
_SYNTAX_WIDTH = 24


class Pager(Pane):
    """Scrolls through lines that are made for the width there is."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"pager--key", "pager--heading", "pager--about"}

    def __init__(self, heading: str, lines: Callable[[int], list[Line]]) -> None:
        super().__init__("pager", heading)
        self._make = lines
        self._lines: list[Line] = []

    def on_resize(self) -> None:
        width = self.room.width
        self._lines = self._make(max(width - 2, 4))
        self.fit(len(self._lines))
        self.forget_lines()

    def line_key(self, line: int) -> object:
        return line if line < len(self._lines) else None

    def draw(self, line: int, width: int) -> tuple[Style, list[Segment]]:
        base = self.base
        pieces = [Segment(text, self.look(name) if name else base) for text, name in self._lines[line]]
        return base, [Segment(" ", base), *pieces]

    def move(self, by: int) -> None:
        self.jump(self.top + by)

    def page(self, by: float) -> None:
        self.jump(self.top + int(self.room.height * by))

    def first(self) -> None:
        self.jump(0)

    def last(self) -> None:
        self.jump(len(self._lines))


class PagerScreen(Moving, ModalScreen[None], inherit_bindings=False):
    """Shows lines over the whole screen until it is closed; moves by the keys of the panes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(command.binding() for command in COMMANDS if command.group == "Moving"),
        Binding(",".join(BY_ID["read-on"].keys), "page(1)", id="read-on", show=False),
        *(Binding(",".join(BY_ID[name].keys), "close", id=name, show=False) for name in _CLOSING),
    ]

    def __init__(self, heading: str, lines: Callable[[int], list[Line]]) -> None:
        super().__init__()
        self.pane = Pager(heading, lines)

    def compose(self) -> ComposeResult:
        """The lines."""
        yield self.pane

    def action_close(self) -> None:
        """Back to where we were."""
        self.dismiss()


def help_lines(settings: Mapping[str, tuple[str, ...]], width: int) -> list[Line]:
    """Every command with its keys, grouped."""
    lines: list[Line] = []
    key_width = max(width_of(shown(keys_of(command, settings))) for command in COMMANDS) + 2
    for group, commands in groupby(COMMANDS, lambda command: command.group):
        lines += [[], [(group, "pager--heading")]]
        for command in commands:
            lines += _explained(shown(keys_of(command, settings)), command.description, key_width, width)
    closing = f"Close this with {shown(keys_of(BY_ID['back'], settings))}. Every key can be changed in the settings."
    return [*lines, [], *_wrapped(closing, width, "pager--about")]


def reference_lines(width: int) -> list[Line]:
    """The query language in short."""
    from termnews.reference import ENTRIES, NOTE

    lines: list[Line] = [[]]
    for entry in ENTRIES:
        lines += _explained(entry.syntax, f"{entry.meaning}, as in {entry.example}", _SYNTAX_WIDTH, width)
    return [*lines, [], *_wrapped(NOTE, width, "pager--about")]


def _explained(term: str, meaning: str, term_width: int, width: int) -> list[Line]:
    """What something means, beside it, or below where there is little room or the term is long."""
    beside = width >= term_width + 30
    indent = term_width if beside else 2
    texts = [meaning[a:b] for a, b in wrap(meaning, 0, len(meaning), width - indent - 2)]
    lines: list[Line] = [[(f"  {term}", "pager--key")]]
    if beside and width_of(term) < term_width:
        lines = [[(f"  {term:<{indent}}", "pager--key"), (texts.pop(0), "")]]
    return lines + [[(" " * (indent + 2), ""), (text, "")] for text in texts]


def _wrapped(text: str, width: int, style: str) -> list[Line]:
    return [[(text[a:b], style)] for a, b in wrap(text, 0, len(text), width)]


def output_lines(output: str, width: int) -> list[Line]:
    """What a command printed, cleaned and wrapped."""
    lines: list[Line] = []
    for raw in output.expandtabs(8).splitlines():
        line = clean(raw).rstrip()
        lines += [[(line[a:b], "")] for a, b in wrap(line, 0, len(line), width)] or [[]]
    return lines or [[("It printed nothing.", "pager--about")]]
