"""A sync from beginning to end."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator

from termnews import search
from termnews.catalog import CatalogWriter, DamagedCatalog, Entry
from termnews.errors import TermnewsError
from termnews.state import StateError
from termnews.sync import agreement, copies, lock, moves, people
from termnews.sync.plan import Plan, plan
from termnews.sync.reading import ENGINE, Outcome
from termnews.sync.report import Stage, SyncProgress, SyncReport
from termnews.sync.stores import Stores
from termnews.sync.walk import walk
from termnews.sync.workers import outcomes

FIRST_SECONDS, MOST_SECONDS = 0.5, 8.0
MOST_ARTICLES = 10_000
MOST_CHARACTERS = 32_000_000

Progress = Callable[[SyncProgress], None]


def run(
    stores: Stores, progress: Progress | None = None, *, jobs: int | None = None, rebuild: bool = False
) -> SyncReport:
    """Bring catalog and index up to date with the folder.

    ``jobs`` is the number of worker processes (None: as many as the machine has cores; 0: none).  ``rebuild`` reads
    every file anew and makes a new index beside the old one, which answers until then.  Raises TermnewsError where the
    folder can't be read or the caches can't be written.
    """
    tell: Progress = progress or (lambda _: None)
    if not stores.root.is_dir():
        raise TermnewsError(f"the library {stores.root} is not a folder; name another with --library")
    try:
        stores.make()
        with lock.held(stores.lock, lambda: tell(SyncProgress("wait"))):
            return _run(stores, tell, os.cpu_count() or 1 if jobs is None else jobs, rebuild)
    except OSError as error:
        raise TermnewsError(f"{error.filename or stores.folder}: {error.strerror}; nothing was lost") from error
    except sqlite3.Error as error:
        raise TermnewsError(f"{stores.folder}: {error}; nothing was lost, try again") from error


def _run(stores: Stores, tell: Progress, jobs: int, rebuild: bool) -> SyncReport:
    tell(SyncProgress("walk"))
    try:
        with CatalogWriter(stores.catalog) as catalog:
            if rebuild and not catalog.check():
                raise DamagedCatalog(f"{stores.catalog}: damaged")
            return _Sync(stores, catalog, tell, jobs, rebuild=rebuild).run()
    except DamagedCatalog:
        return _from_nothing(stores, tell, jobs)
    except sqlite3.OperationalError:
        raise  # a full disk, a lock held too long: the catalog is as good as before
    except sqlite3.DatabaseError:
        return _from_nothing(stores, tell, jobs)


def _from_nothing(stores: Stores, tell: Progress, jobs: int) -> SyncReport:
    """The first sync, and the one after the catalog was damaged: built in place, so that lists fill as it goes."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        stores.catalog.with_name(stores.catalog.name + suffix).unlink(missing_ok=True)
    with CatalogWriter.create(stores.catalog) as catalog:
        return _Sync(stores, catalog, tell, jobs).run()


class _Sync:
    """One pass over the folder with an open catalog."""

    def __init__(
        self, stores: Stores, catalog: CatalogWriter, tell: Progress, jobs: int, *, rebuild: bool = False
    ) -> None:
        self._stores = stores
        self._catalog = catalog
        self._tell = tell
        self._jobs = jobs
        self._rebuild = rebuild
        self._notes: list[str] = []
        self._index: search.Index | None = None
        self._added = self._changed = self._removed = 0

    def run(self) -> SyncReport:
        walked = walk(self._stores.root)
        self._notes += [f"{folder}: {why}; what was known of it is kept" for folder, why in walked.blocked.items()]
        catalog = self._catalog
        known, refused = catalog.fingerprints(ENGINE), catalog.unreadable()
        todo = plan(walked, known, refused, ENGINE, digest=catalog.digest, everything=self._rebuild)
        if not self._rebuild and not agreement.index_looks_sound(self._stores.index(catalog.meta.index), catalog):
            self._open_index()
        for batch in _batches(self._read(todo)):
            self._store(batch, todo)
        self._remove(todo.removed)
        if self._rebuild:
            self._index = agreement.rebuilt_index(self._stores, catalog, self._told_read)
        people.tell_apart(catalog)
        copies.find(catalog)
        moved = self._follow_moves() if catalog.meta.moves_due else 0
        if self._index is not None:
            self._index.close()
            agreement.discard_strays(self._stores, catalog)
        self._told("done", len(todo.jobs), len(todo.jobs))
        return SyncReport(
            added=self._added,
            changed=self._changed,
            removed=self._removed,
            moved=moved,
            unreadable=len(catalog.unreadable()) + len(walked.blocked),
            notes=tuple(self._notes),
        )

    def _follow_moves(self) -> int:
        try:
            return moves.follow(self._catalog, self._stores.marks, self._stores.root)
        except StateError as error:
            self._notes.append(str(error))
            return 0

    def _read(self, todo: Plan) -> Iterator[Outcome]:
        total = len(todo.jobs)
        self._told_read(0, total)
        for done, outcome in enumerate(outcomes(self._stores.root, todo.jobs, self._jobs), start=1):
            if done % 50 == 0:
                self._told_read(done, total)
            yield outcome

    def _store(self, batch: list[Outcome], todo: Plan) -> None:
        """Write a batch to both stores, in the three steps that the catalog's writer describes."""
        self._touch(outcome for outcome in batch if outcome.article is None and outcome.reason is None)
        read = [outcome for outcome in batch if outcome.article is not None]
        refused = [(o.id, o.size, o.mtime, ENGINE, o.reason) for o in batch if o.reason is not None]
        if not read and not refused:
            return
        numbers, dropped = self._catalog.stage([_entry(outcome) for outcome in read], refused, ())
        if numbers or dropped:
            self._commit(zip(numbers, read, strict=True), dropped)
        changed = {outcome.id: outcome.digest for outcome in read if outcome.id not in todo.new}
        self._keep_digests(changed)
        self._added += len(read) - len(changed)
        self._changed += len(changed)
        self._removed += len(dropped)

    def _touch(self, same: Iterable[Outcome]) -> None:
        files = [(o.id, o.size, o.mtime, o.racy) for o in same if not o.gone]
        if files:
            self._catalog.touch(files)

    def _remove(self, ids: list[str]) -> None:
        if not ids:
            return
        _, dropped = self._catalog.stage((), (), ids)
        if dropped:
            self._commit((), dropped)
        self._removed += len(dropped)

    def _commit(self, read: Iterable[tuple[int, Outcome]], dropped: list[int]) -> None:
        """Let the index have what was staged, and settle it; a rebuild does both at its end."""
        if not self._rebuild:
            documents = (search.Document(number, o.article, o.quotes) for number, o in read if o.article is not None)
            self._catalog.settle(self._open_index().write(documents, dropped))

    def _keep_digests(self, changed: dict[str, bytes]) -> None:
        try:
            moves.keep_digests(self._stores.marks, self._catalog.meta.library, changed)
        except StateError as error:
            self._notes.append(str(error))

    def _open_index(self) -> search.Index:
        if self._index is None:
            self._index = agreement.agreed_index(self._stores, self._catalog, self._told_read)
        return self._index

    def _told_read(self, done: int, total: int) -> None:
        self._told("read", done, total)

    def _told(self, stage: Stage, done: int, total: int) -> None:
        self._tell(SyncProgress(stage, done, total, self._catalog.meta.generation))


def _batches(found: Iterable[Outcome]) -> Iterator[list[Outcome]]:
    """What was read in half a second, then in twice as long each time: something can be read soon, and a long sync
    commits seldom.  Bounded in articles and in characters."""
    batch: list[Outcome] = []
    seconds, characters, began = FIRST_SECONDS, 0, time.monotonic()
    for outcome in found:
        batch.append(outcome)
        characters += len(outcome.article.text) if outcome.article else 0
        enough = len(batch) >= MOST_ARTICLES or characters >= MOST_CHARACTERS
        if enough or time.monotonic() - began >= seconds:
            yield batch
            batch, characters, began = [], 0, time.monotonic()
            seconds = min(2 * seconds, MOST_SECONDS)
    if batch:
        yield batch


def _entry(outcome: Outcome) -> Entry:
    assert outcome.article is not None
    return Entry(
        article=outcome.article,
        quotes=outcome.quotes,
        size=outcome.size,
        mtime=outcome.mtime,
        racy=outcome.racy,
        digest=outcome.digest,
        engine=ENGINE,
        sketch=outcome.sketch,
    )
