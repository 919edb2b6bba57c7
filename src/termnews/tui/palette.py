"""The command palette: every command that can be used now."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from textual.app import App
from textual.command import DiscoveryHit, Hit, Hits, Provider

from termnews.tui.commands import Command, keys_of, shown
from termnews.tui.screens.browse import BrowseScreen


class CommandProvider(Provider):
    """Offers the commands of the browse screen."""

    def _commands(self) -> list[tuple[Command, str]]:
        screen = self.screen
        if not isinstance(screen, BrowseScreen):
            return []
        return [
            (command, f"{command.description}  [{shown(keys_of(command, screen.settings.keys))}]")
            for command in screen.usable()
        ]

    def _runner(self, command: Command) -> Callable[[], object]:
        screen, app = self.screen, cast("App[None]", self.app)

        async def run() -> None:
            await app.run_action(command.action, screen)

        return run

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command, help_ in self._commands():
            yield DiscoveryHit(command.name, self._runner(command), help=help_)

    async def search(self, query: str) -> Hits:
        """Those whose name or description resembles ``query``."""
        matcher = self.matcher(query)
        for command, help_ in self._commands():
            score = max(matcher.match(command.name), 0.8 * matcher.match(command.description))
            if score > 0:
                yield Hit(score, matcher.highlight(command.name), self._runner(command), help=help_)
