"""The sync that runs behind: its progress goes to the status bar, what its batches bring to the list."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from termnews.errors import TermnewsError
from termnews.tui.listing import Listings
from termnews.tui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from textual.worker import Worker

_REFRESH_EVERY = 1.0  # seconds between two looks at what batches brought


class Syncing:
    """Runs ``termnews index`` for the library of a listing, one at a time."""

    def __init__(self, listings: Listings, status: StatusBar, ended: Callable[[], object]) -> None:
        self._listings = listings
        self._status = status
        self._ended = ended
        self.worker: Worker[None] | None = None

    @property
    def running(self) -> bool:
        """Whether a sync runs."""
        return self.worker is not None and not self.worker.is_finished

    def start(self) -> None:
        """Begin, unless one runs already."""
        if not self.running:
            self.worker = self._status.run_worker(self._run, group="sync", exclusive=True)

    def stop(self) -> None:
        """End the process."""
        if self.worker is not None:
            self.worker.cancel()

    async def _run(self) -> None:
        from termnews.tui.child import sync_events

        self._status.progress("Looking for articles …")
        try:
            command, environment = await self._listings.reader.sync_command()
            generation, looked = None, monotonic()
            async for event in sync_events(command, environment):
                match event.get("event"):
                    case "progress":
                        self._show(event)
                        if event.get("generation") != generation and monotonic() - looked >= _REFRESH_EVERY:
                            generation, looked = event.get("generation"), monotonic()
                            await self._look()
                    case "done":
                        self._tell_done(event)
                    case "error":
                        self._status.tell(f"The sync failed: {event.get('message', 'no reason given')}")
        except (TermnewsError, OSError) as error:
            self._status.tell(f"The sync failed: {error}")
        finally:
            self._status.progress()
        await self._look()
        self._ended()

    def _show(self, event: dict[str, object]) -> None:
        done, total = event.get("done"), event.get("total")
        if event.get("stage") == "read" and isinstance(done, int) and isinstance(total, int) and total:
            self._status.progress("Reading", done, total)
        else:
            self._status.progress("Looking for articles …")

    async def _look(self) -> None:
        if await self._listings.reader.changed():
            self._listings.refresh()

    def _tell_done(self, event: dict[str, object]) -> None:
        counts = [f"{event[name]:,} {name}" for name in ("added", "changed", "moved", "removed") if event.get(name)]
        if event.get("unreadable"):
            counts.append(f"{event['unreadable']:,} unreadable (see: termnews info)")
        if counts:
            self._status.tell(", ".join(counts))
