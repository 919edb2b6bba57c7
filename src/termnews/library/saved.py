"""Searches kept under a name, and what came since they were last looked at.

Only ``look_at`` marks a search as looked at (and keeping it does, since who keeps a search sees its answer): asking for
counts or using ``@NAME`` in another query changes nothing.  *New* is what the catalog has met since then; where the
catalog was made anew meanwhile, what lies in files modified since then.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from termnews.article import SavedSearch
from termnews.library import selection
from termnews.library.answers import Answers

if TYPE_CHECKING:
    from termnews.state import KeptSearch, Look


class Saved(Answers):
    """Saved searches."""

    def save_search(self, name: str, query: str, *, replace: bool = False) -> SavedSearch:
        """Keep a query under a name, by which ``@NAME`` means it in any query of this library.

        A name has up to 40 letters, digits, - and _; case and accents don't matter.  Raises StateError where it is no
        such name or can't be kept, and NameTaken (a StateError) where another query has it and may not be replaced.
        """
        with self._state_to_write() as (state, library):
            kept = state.save_search(library, name, query, self._look(None), replace=replace)
        return self._counted(kept)

    def forget_search(self, name: str) -> bool:
        """Forget a saved search; False where none has this name.  Raises StateError."""
        with self._state_to_write() as (state, library):
            return state.forget_search(library, name)

    def saved_queries(self) -> dict[str, str]:
        """What is asked by each name, without the counts, which take a search each."""
        return selection.saved(self._connections())

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """All saved searches by name, with how much they find and how much of it is new."""
        return tuple(self._counted(kept) for kept in self._kept().values())

    def look_at(self, name: str) -> None:
        """What a saved search finds now was looked at; nothing where none has this name.  Raises StateError."""
        from termnews.state import search_key

        kept = self._kept().get(search_key(name))
        if kept is not None:
            with self._state_to_write() as (state, library):
                state.look_at(library, kept.name, self._look(kept.look))

    def _kept(self) -> dict[str, KeptSearch]:
        connections = self._connections()
        return connections.state().searches(connections.catalog().meta().library)

    def _look(self, before: Look | None) -> Look:
        """All that is in the library now, and no less than ``before``, where the numbers are still the same."""
        from termnews.state import Look

        catalog = self._connections().catalog()
        epoch, number = catalog.meta().epoch, catalog.settled()
        if before is not None and before.epoch == epoch:
            number = max(number, before.number)
        return Look(epoch, number, int(time.time()))

    def _counted(self, kept: KeptSearch) -> SavedSearch:
        parsed = selection.asked(self._connections(), kept.query)
        if parsed.empty:
            return SavedSearch(kept.name, kept.query, 0, 0)
        found = self._answer(parsed)
        return SavedSearch(kept.name, kept.query, found.total, len(self._came_since(kept.look, found.numbers)))

    def _came_since(self, look: Look, numbers: Sequence[int]) -> list[int]:
        catalog = self._connections().catalog()
        if look.epoch == catalog.meta().epoch:
            return [number for number in numbers if number > look.number]
        fresh = set(catalog.modified_since(look.moment))
        return [number for number in numbers if number in fresh]
