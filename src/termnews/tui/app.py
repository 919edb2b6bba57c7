"""The Textual application: one browse screen over one library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.command import Provider

from termnews.config import Config, ConfigError
from termnews.tui.commands import bindings, keymap
from termnews.tui.screens.browse import BrowseScreen
from termnews.tui.screens.moving import PaneScreen
from termnews.tui.themes import DARK, LIGHT

if TYPE_CHECKING:
    from termnews.library import Library


def _palette() -> type[Provider]:
    from termnews.tui.palette import CommandProvider

    return CommandProvider


class Browser(App[None]):
    """The news browser; where ``sync`` is false it does not look for new articles by itself.

    Raises ConfigError, when made, for settings that it can't use.
    """

    TITLE = "termnews"
    CSS_PATH = "termnews.tcss"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_palette}
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(of_app=True)]

    def __init__(
        self, library: Library | Path, query: str | None = None, settings: Config | None = None, *, sync: bool = True
    ) -> None:
        super().__init__()
        self.settings = settings or Config()
        self._library = library
        self._browse: BrowseScreen | None = None
        self._query = query
        self._sync = sync
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        theme = self.settings.theme or DARK.name
        if theme not in self.available_themes:
            raise ConfigError(f"settings: there is no theme {theme!r}; there are: {', '.join(self.available_themes)}")
        self.theme = theme
        self.set_keymap(keymap(self.settings.keys))

    def get_default_screen(self) -> BrowseScreen:
        """The browse screen is the only one below the dialogs."""
        self._browse = BrowseScreen(self._library, self._query, self.settings, sync=self._sync)
        return self._browse

    def put_away(self) -> None:
        """Close what the browser opened: it has ended."""
        if self._browse is not None:
            self._browse.put_away()

    def on_key(self, event: events.Key) -> None:
        """Keys that were pressed before a line could open to take them go into it, and are no commands."""
        if isinstance(self.screen, PaneScreen) and self.screen.take_ahead(event):
            event.prevent_default()

    def action_toggle_theme(self) -> None:
        """Dark colours or light ones."""
        self.theme = LIGHT.name if self.current_theme.dark else DARK.name
