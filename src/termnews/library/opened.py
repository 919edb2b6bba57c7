"""What everything that a library answers is made with: its stores, opened when they are first needed."""

from __future__ import annotations

import os
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from termnews import config
from termnews.library.connections import Connections, usable_stores
from termnews.library.values import Info, NotIndexed

if TYPE_CHECKING:
    from termnews.state import State
    from termnews.sync.report import SyncProgress, SyncReport
    from termnews.sync.stores import Stores

Stop = Callable[[], bool]


class Opened:
    """A folder of articles with its catalog, index and marks.

    ``cache`` and ``state`` are folders; None means where the settings and the system put them.  Nothing is made on disk
    until a method has to.  One library may be used from several threads.
    """

    def __init__(self, root: str | os.PathLike[str], *, cache: Path | None = None, state: Path | None = None) -> None:
        self.root = Path(root)
        self._cache = cache
        self._state = state
        self._here = threading.local()
        self._all: list[Connections] = []
        self._lock = threading.Lock()
        self._chosen: tuple[Stores, str | None] | None = None
        self._seen: tuple[object, ...] = ()
        weakref.finalize(self, _close, self._all, self._lock).atexit = False  # of who forgets to close

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close what all threads opened."""
        _close(self._all, self._lock)
        self._here = threading.local()

    # ---------------------------------------------------------------- the folder and the stores

    @property
    def note(self) -> str | None:
        """A line that the person should be told about where the caches lie, or None."""
        return self._places()[1]

    @property
    def exists_in_cache(self) -> bool:
        """Whether there is a catalog to answer from."""
        try:
            self._connections().catalog()
        except NotIndexed:
            return False
        return True

    def sync(
        self,
        progress: Callable[[SyncProgress], None] | None = None,
        jobs: int | None = None,
        *,
        rebuild: bool = False,
    ) -> SyncReport:
        """Bring catalog and index up to date with the folder; see ``termnews.sync.run.run``."""
        from termnews.sync.run import run

        return run(self._places()[0], progress, jobs=jobs, rebuild=rebuild)

    def sync_command(self) -> tuple[list[str], dict[str, str]]:
        """The command and environment of a process that syncs this library and reports progress as JSON Lines."""
        stores = self._places()[0]
        command = [sys.executable, "-P", "-m", "termnews", "-l", str(self.root), "index", "--progress", "json"]
        places = {"TERMNEWS_CACHE": str(stores.cache.absolute()), "TERMNEWS_STATE": str(stores.state.absolute())}
        return command, {**os.environ, **places}

    def changed(self) -> bool:
        """Whether a sync or another process has committed something since this was last called, from the same thread:
        each thread has connections of its own, and the answer is theirs."""
        connections = self._connections()
        try:
            catalog: object = connections.catalog().version()
            identity = id(connections.catalog())
        except NotIndexed:
            catalog, identity = None, 0
        state = connections.state()
        seen = (catalog, identity, state.version(), id(state))
        before, self._seen = self._seen, seen
        return seen != before

    def info(self) -> Info:
        """What the library holds and where everything lives."""
        catalog, state = self._connections().catalog(), self._connections().state()
        stores, counts, library = self._places()[0], catalog.counts(), catalog.meta().library
        return Info(
            root=self.root,
            articles=counts.articles,
            quotes=counts.quotes,
            speakers=counts.speakers,
            unread=counts.articles - len(catalog.numbers(state.read(library))),
            starred=len(catalog.numbers(state.starred(library))),
            undated=counts.undated,
            oldest=counts.oldest,
            newest=counts.newest,
            unreadable=catalog.unreadable(),
            cache=stores.folder,
            cache_bytes=stores.size(),
            state=stores.marks,
            config=config.config_file(),
        )

    # ---------------------------------------------------------------- behind the door

    def _places(self) -> tuple[Stores, str | None]:
        with self._lock:
            if self._chosen is None:
                self._chosen = usable_stores(
                    self.root, self._cache or config.cache_folder(), self._state or config.state_folder()
                )
            return self._chosen

    def _connections(self) -> Connections:
        connections: Connections | None = getattr(self._here, "connections", None)
        if connections is None:
            connections = Connections(self._places()[0])
            self._here.connections = connections
            with self._lock:
                self._all.append(connections)
        return connections

    @contextmanager
    def _state_to_write(self) -> Iterator[tuple[State, str]]:
        """The state, and the id under which it knows this library.  Raises StateError where nothing can be kept."""
        from termnews.state import State

        library, root = self._connections().catalog().meta().library, os.path.realpath(self.root)
        state = State(self._places()[0].marks, create=True)
        try:
            if state.library_at(root) != library:
                state.settle_library(library, root)
            yield state, library
        finally:
            state.close()


def _close(opened: list[Connections], lock: threading.Lock) -> None:
    with lock:
        for connections in opened:
            connections.close()
        opened.clear()
