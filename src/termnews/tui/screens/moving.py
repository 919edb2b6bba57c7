"""What screens of panes share: moving in a pane, and a line in which something is typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import events
from textual.screen import Screen, ScreenResultType

from termnews.tui.commands import BY_ID, Command, keys_of
from termnews.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from termnews.tui.widgets.prompt import Prompt
    from termnews.tui.widgets.status_bar import StatusBar


class Moving:
    """The movements of the pane that the keys move in."""

    pane: Pane

    def action_move(self, by: int) -> None:
        """A line or an item."""
        self.pane.move(by)
        self.moved()

    def action_page(self, by: float) -> None:
        """A page, or part of one."""
        self.pane.page(by)
        self.moved()

    def action_first(self) -> None:
        """To the beginning."""
        self.pane.first()
        self.moved()

    def action_last(self) -> None:
        """To the end."""
        self.pane.last()
        self.moved()

    def moved(self) -> None:
        """A key moved something."""


class PaneScreen(Moving, Screen[ScreenResultType], inherit_bindings=False):
    """Panes over a status bar, in whose place a line can be asked for; ``bound`` are the keys of the settings."""

    status: StatusBar

    def __init__(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self.prompt: Prompt | None = None
        self.bound = keys

    def keys(self, command_id: str) -> tuple[str, ...]:
        """The keys that run a command here."""
        return keys_of(BY_ID[command_id], self.bound)

    def usable(self) -> list[Command]:
        """The commands that can be used now."""
        return []

    def action_help(self) -> None:
        """Show every key."""
        from termnews.tui.screens.pager import PagerScreen, help_lines

        self.app.push_screen(PagerScreen("Keys", lambda width: help_lines(self.bound, width)))

    def moved(self) -> None:
        """What was told is out of date."""
        if self.status.message:
            self.status.tell("")

    # The line in which something is typed

    def ask(self, sign: str, text: str = "", placeholder: str = "", *, selected: bool = False) -> None:
        """Ask for a line; the text that stands there at first may be ``selected``."""
        from termnews.tui.widgets.prompt import Prompt

        if self.prompt is None:
            self.prompt = Prompt(sign, text, placeholder, selected=selected)
            self.status.display = False
            self.mount(self.prompt)

    def take_ahead(self, event: events.Key) -> bool:
        """Put a key into the line that is opening; False where it is for others."""
        return self.prompt is not None and self.prompt.take_ahead(event.key, event.character)

    def close_prompt(self) -> None:
        """Take the line away."""
        if self.prompt is not None:
            self.prompt.remove()
            self.prompt = None
            self.status.display = True
