"""The screen of quotations: what a person said in the library, or what answers a search."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.worker import Worker

from termnews.errors import TermnewsError
from termnews.tui.commands import BY_ID, COMMANDS, Command, shown
from termnews.tui.sayings import Asked, Saying
from termnews.tui.screens.moving import PaneScreen
from termnews.tui.widgets.saying_list import SayingList
from termnews.tui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from termnews.tui.reader import Reader
    from termnews.tui.widgets.prompt import Prompt

_A_PAGE = 60  # quotations fetched at once
_FILTER_AFTER = 0.05  # seconds that typing rests before the library is read through
_HERE = ("open", "back", "filter", "indirect", "sort", "help")


@dataclass(frozen=True, slots=True)
class Place:
    """Which quotations show, and where the reader is among them: enough to come back."""

    asked: Asked
    wanted: str = ""
    cursor: int = 0


class SayingsScreen(PaneScreen[tuple[Place, Saying] | None], inherit_bindings=False):
    """Quotations with their articles; ends with the one that was opened, or with None."""

    AUTO_FOCUS = "#sayings"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(command.binding() for command in COMMANDS if command.group == "Moving"),
        *(BY_ID[name].binding() for name in _HERE),
        Binding(",".join(BY_ID["search"].keys), "filter", id="search", show=False),
        *(Binding(",".join(BY_ID[name].keys), "leave", id=name, show=False) for name in ("person", "sayings", "quit")),
    ]

    def __init__(self, reader: Reader, place: Place, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(keys)
        self._reader = reader
        self._place = place
        self.answered = False
        self.sayings = SayingList(place.asked.name, speakers=place.asked.speaker is None)
        self.pane = self.sayings
        self.status = StatusBar()
        names = {"open": "go there", "filter": "filter", "back": "back"}
        self.status.hint = "   ".join(f"{shown(self.keys(name)[:1])} {word}" for name, word in names.items())

    def compose(self) -> ComposeResult:
        """The quotations, the status bar below."""
        yield self.sayings
        yield self.status

    def on_mount(self) -> None:
        self.call_after_refresh(self._show, self._place.cursor)

    @property
    def place(self) -> Place:
        """Where the reader is now."""
        return replace(self._place, cursor=self.sayings.cursor)

    def usable(self) -> list[Command]:
        """The commands that can be used here."""
        return [command for command in COMMANDS if command.group == "Moving" or command.id in _HERE]

    # Reading

    def _show(self, cursor: int = 0) -> None:
        work = self._filtered if self._place.wanted else self._everything
        self._read(partial(work, cursor))

    def _read(self, work: Callable[[], Coroutine[None, None, None]]) -> Worker[None]:
        return self.run_worker(work, group="sayings", exclusive=True)

    async def _everything(self, cursor: int) -> None:
        await self._fetch(max(cursor - _A_PAGE // 2, 0), anew=cursor)

    async def _filtered(self, cursor: int) -> None:
        place = self._place
        try:
            found = await self._reader.sayings_with(place.asked, place.wanted)
        except TermnewsError as error:
            self.status.tell(str(error))
            return
        self._begin(len(found), cursor)
        self.sayings.take(0, found)

    async def _fetch(self, offset: int, anew: int | None = None) -> None:
        place = self._place
        try:
            total, sayings = await self._reader.sayings(place.asked, offset, _A_PAGE)
        except TermnewsError as error:
            self.status.tell(str(error))
            return
        if anew is not None or total != self.sayings.total:
            self._begin(total, self.sayings.cursor if anew is None else anew)
        self.sayings.take(offset, sayings)

    def _begin(self, total: int, cursor: int) -> None:
        self.answered = True
        wanted = f" · “{self._place.wanted}”" if self._place.wanted else ""
        self.sayings.empty_text = "Nothing like that was said" if self._place.wanted else "No quotations"
        self.sayings.head(f"{self._place.asked.name} · {total:,}{wanted}")
        self.sayings.begin(total, cursor)
        self._stand()

    def _stand(self) -> None:
        if self.sayings.total:
            order = "best matches" if self._place.asked.sort == "relevance" else self._place.asked.sort
            indirect = " · indirect speech too" if self._place.asked.indirect else ""
            self.status.stand(f"{self.sayings.cursor + 1:,} of {self.sayings.total:,} · {order} first{indirect}")

    def moved(self) -> None:
        super().moved()
        self._stand()

    @on(SayingList.Wanted)
    def _wanted(self, event: SayingList.Wanted) -> None:
        if not self._place.wanted:
            self._read(partial(self._fetch, event.offset))

    # What the keys do

    @on(SayingList.Opened)
    def action_open(self) -> None:
        """Go to the passage in its article."""
        if self.sayings.current is not None:
            self.dismiss((self.place, self.sayings.current))

    def action_back(self) -> None:
        """Out of the filter, then to where the reader was before."""
        if self._place.wanted:
            self._narrow("")
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """To where the reader was before."""
        self.dismiss(None)

    def action_indirect(self) -> None:
        """Indirect speech too, or not."""
        self._ask(replace(self._place.asked, indirect=not self._place.asked.indirect))

    def action_sort(self) -> None:
        """The next order."""
        self._ask(self._place.asked.in_next_order())

    def _ask(self, asked: Asked) -> None:
        self._place = Place(asked, self._place.wanted)
        self._show()

    def action_filter(self) -> None:
        """Narrow as you type."""
        self.ask("filter", self._place.wanted, "words that were said, or of a headline", selected=True)

    def _narrow(self, wanted: str) -> None:
        if wanted != self._place.wanted:
            self._place = Place(self._place.asked, wanted)
            self.set_timer(_FILTER_AFTER, lambda: self._show() if wanted == self._place.wanted else None)

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        if self.prompt is not None:
            self._narrow(event.text.strip())

    def on_prompt_entered(self, event: Prompt.Entered) -> None:
        self.close_prompt()
        self._narrow(event.text.strip())
        self.pane.focus()

    def on_prompt_left(self, _: Prompt.Left) -> None:
        self.close_prompt()
        self._narrow("")
        self.pane.focus()
