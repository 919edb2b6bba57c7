"""The line in which a search or a command is typed."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input, Static

from termnews.terminal import clean_line


class _Line(Input):
    """The box that is typed into.  Its text grows and nothing moves, so the screen is not laid out anew at each key."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))


class Prompt(Horizontal):
    """Asks for a line: ``sign`` stands before it and says what for.

    The text that stands in it at first can be selected, so that typing replaces it and an arrow goes on from it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    class Changed(Message):
        """Another text stands in the line."""

        def __init__(self, sign: str, text: str) -> None:
            self.sign, self.text = sign, text
            super().__init__()

    class Entered(Changed):
        """The line is finished."""

    class Left(Changed):
        """The line is given up."""

    def __init__(self, sign: str, text: str = "", placeholder: str = "", *, selected: bool = False) -> None:
        super().__init__()
        self.sign = sign
        self._text = text
        self._selected = selected
        self._line = _Line(text, placeholder=placeholder, compact=True, select_on_focus=False)
        self._line.cursor_blink = False  # a frame every half second, for nothing
        self._note = Static("", id="note")
        self._noted = ""
        self._ahead: list[str] = []

    def compose(self) -> ComposeResult:
        """The sign, the box, and what is to be said of what stands in it."""
        yield Static(Content(f" {self.sign} "), id="sign")
        yield self._line
        yield self._note

    def tell(self, message: str) -> None:
        """Say something about the line, until it changes."""
        if message == self._noted:
            return
        self._noted = message
        self._note.update(Content(f" {clean_line(message)} " if message else ""))

    def put(self, text: str) -> None:
        """Put another text into the line."""
        self._line.value = text
        self._line.cursor_position = len(text)

    def on_mount(self) -> None:
        self._line.focus()
        if self._selected:
            self._line.select_all()
        for key in self._ahead:
            self._press(key)

    def take_ahead(self, key: str, character: str | None) -> bool:
        """A key that was pressed before the line had the focus; False where it is none to be typed."""
        if character is not None and character.isprintable():
            pressed = character
        elif key in ("enter", "backspace") and not self._line.has_focus:
            pressed = key
        else:
            return False
        if self.is_mounted:
            self._press(pressed)
        else:
            self._ahead.append(pressed)
        return True

    def _press(self, key: str) -> None:
        match key:
            case "enter":
                self.post_message(self.Entered(self.sign, self._line.value))
            case "backspace":
                self._line.action_delete_left()
            case _:
                self._line.replace(key, *self._line.selection)

    @on(Input.Changed)
    def _pass_change(self, event: Input.Changed) -> None:
        event.stop()
        if event.value != self._text:
            self._text = event.value
            self.tell("")
            self.post_message(self.Changed(self.sign, event.value))

    @on(Input.Submitted)
    def _pass_end(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Entered(self.sign, event.value))

    def action_leave(self) -> None:
        """Give up."""
        self.post_message(self.Left(self.sign, self._text))
