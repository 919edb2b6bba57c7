"""The searches that were kept, with what is new in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType

from termnews.errors import TermnewsError
from termnews.terminal import clean_line
from termnews.tui.commands import BY_ID, keys_of, shown
from termnews.tui.screens.choosing import ChoosingScreen
from termnews.tui.widgets.choice_list import Choice

if TYPE_CHECKING:
    from termnews.tui.reader import Reader

_HEADING = "Saved searches"


class SavedSearchesScreen(ChoosingScreen):
    """Ends with the name of the search that was chosen.  One can be forgotten: by its key, twice."""

    BINDINGS: ClassVar[list[BindingType]] = [BY_ID["forget-search"].binding()]
    nothing = "None yet"

    def __init__(self, reader: Reader, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(_HEADING, keys)
        self._reader = reader
        self._doomed: str | None = None

    def moved(self) -> None:
        self._doom(None)

    def _doom(self, name: str | None) -> None:
        """Ask whether a search is to be forgotten; None takes the question back."""
        self._doomed = name
        key = shown(keys_of(BY_ID["forget-search"], self.bound)[:1])
        self.choices.head(_HEADING if name is None else f"{key} again forgets @{name}")

    def action_forget_search(self) -> None:
        """Forget the search under the cursor, if this was asked for twice."""
        name = self.choices.current
        if name is not None and name == self._doomed:
            self._forget(name)
        else:
            self._doom(name)

    @work(group="forgetting")
    async def _forget(self, name: str) -> None:
        self._doom(None)
        try:
            await self._reader.forget_search(name)
        except TermnewsError as error:
            self.choices.head(str(error))
        else:
            self.fill()

    async def read(self) -> Sequence[Choice]:
        return [
            Choice(
                f"@{clean_line(search.name)}  {clean_line(search.query)}",
                f"{search.new:,} new of {search.total:,}" if search.new else f"{search.total:,}",
                search.name,
            )
            for search in await self._reader.saved_searches()
        ]
