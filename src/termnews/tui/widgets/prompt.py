"""The line in which a search or a command is typed."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static


class Prompt(Horizontal):
    """Asks for a line: ``sign`` stands before it and says what for."""

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

    def __init__(self, sign: str, text: str = "", placeholder: str = "") -> None:
        super().__init__(id="prompt")
        self.sign = sign
        self._text = text
        self._placeholder = placeholder

    def compose(self) -> ComposeResult:
        """The sign and the box."""
        yield Static(Content(f" {self.sign} "), id="sign")
        yield Input(self._text, placeholder=self._placeholder, compact=True, select_on_focus=False)

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _pass_change(self, event: Input.Changed) -> None:
        event.stop()
        if event.value != self._text:
            self._text = event.value
            self.post_message(self.Changed(self.sign, event.value))

    @on(Input.Submitted)
    def _pass_end(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Entered(self.sign, event.value))

    def action_leave(self) -> None:
        """Give up."""
        self.post_message(self.Left(self.sign, self._text))
