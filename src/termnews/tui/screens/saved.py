"""The searches that were kept, with what is new in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from termnews.terminal import clean_line
from termnews.tui.screens.choosing import ChoosingScreen
from termnews.tui.widgets.choice_list import Choice

if TYPE_CHECKING:
    from termnews.tui.reader import Reader


class SavedSearchesScreen(ChoosingScreen):
    """Ends with the name of the search that was chosen."""

    nothing = "None yet"

    def __init__(self, reader: Reader, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__("Saved searches", keys)
        self._reader = reader

    async def read(self) -> Sequence[Choice]:
        return [
            Choice(
                f"@{clean_line(search.name)}  {clean_line(search.query)}",
                f"{search.new:,} new of {search.total:,}" if search.new else f"{search.total:,}",
                search.name,
            )
            for search in await self._reader.saved_searches()
        ]
