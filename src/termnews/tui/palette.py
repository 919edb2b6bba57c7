"""The command palette: every command that can be used now."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from textual.app import App
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from termnews.tui.commands import Command, keys_of, shown
from termnews.tui.screens.moving import PaneScreen


class CommandProvider(Provider):
    """Offers the commands of the screen."""

    def _commands(self) -> list[tuple[Command, Content]]:
        """The commands, each with its keys as text (a key may be a bracket: nothing here may be read as markup)."""
        screen = self.screen
        if not isinstance(screen, PaneScreen):
            return []
        keys = screen.bound
        return [
            (command, Content.styled(f"  {shown(keys_of(command, keys))}", "dim"))
            for command in sorted(screen.usable(), key=lambda command: command.group == "Moving")
            if command.id != "palette"
        ]

    def _runner(self, command: Command) -> Callable[[], object]:
        screen, app = self.screen, cast("App[None]", self.app)

        async def run() -> None:
            await app.run_action(command.action, screen)

        return run

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command, keys in self._commands():
            name = Content(command.name) + keys
            yield DiscoveryHit(name, self._runner(command), command.name, command.description)

    async def search(self, query: str) -> Hits:
        """Those whose name or description resembles ``query``."""
        matcher = self.matcher(query)
        for command, keys in self._commands():
            score = max(matcher.match(command.name), 0.8 * matcher.match(command.description))
            if score > 0:
                name = matcher.highlight(command.name) + keys
                yield Hit(score, name, self._runner(command), command.name, command.description)
