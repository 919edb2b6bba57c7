"""A list at the side of the screen, from which one thing is chosen."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from termnews.errors import TermnewsError
from termnews.tui.commands import BY_ID, COMMANDS
from termnews.tui.screens.moving import Moving
from termnews.tui.widgets.choice_list import Choice, ChoiceList

_LEAVING = ("back", "quit", "narrow", "saved-searches")


class ChoosingScreen(Moving, ModalScreen[str | None], inherit_bindings=False):
    """Ends with what was chosen, or with None; moves by the keys of the panes."""

    nothing: ClassVar[str]  # what an empty list says

    AUTO_FOCUS = "#choices"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(command.binding() for command in COMMANDS if command.group == "Moving"),
        Binding(",".join(BY_ID["open"].keys), "choose", id="open", show=False),
        *(Binding(",".join(BY_ID[name].keys), "leave", id=name, show=False) for name in _LEAVING),
    ]

    def __init__(self, heading: str, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self.bound = keys
        self.answered = False
        self.choices = ChoiceList(heading)
        self.pane = self.choices

    def compose(self) -> ComposeResult:
        """The list, and above it what a screen wants to show there."""
        with Vertical(id="aside"):
            yield from self.above()
            yield self.choices

    def above(self) -> ComposeResult:
        """What stands above the list."""
        yield from ()

    def on_mount(self) -> None:
        self.fill()

    @work(exclusive=True, group="choices")
    async def fill(self) -> None:
        """Read anew what there is to choose from."""
        try:
            choices = await self.read()
        except TermnewsError as error:
            self.choices.empty_text = str(error)
            choices = ()
        else:
            self.answered = True
            self.choices.empty_text = self.nothing
        self.choices.show(choices)

    @abstractmethod
    async def read(self) -> Sequence[Choice]:
        """What there is to choose from.  Raises TermnewsError."""

    @on(ChoiceList.Chosen)
    def action_choose(self) -> None:
        """Take what is under the cursor."""
        if self.choices.current is not None:
            self.take(self.choices.current)

    def take(self, chosen: str) -> None:
        """End with what was chosen."""
        self.dismiss(chosen)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
