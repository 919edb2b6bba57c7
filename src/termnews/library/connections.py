"""The stores of a library as one thread sees them.

SQLite connections and index readers are used from the thread that opened them, so each thread has its own, opened when
first asked for and opened again when a sync put another catalog or index in place.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from termnews.article import Sort
from termnews.library.values import NotIndexed
from termnews.sync.stores import Stores, refuse_foreign

if TYPE_CHECKING:
    from termnews.catalog import CatalogReader
    from termnews.search import Index, Order, Query, Stories, Values, Voices
    from termnews.state import State

T = TypeVar("T")


class Connections:
    """One thread's readers."""

    def __init__(self, stores: Stores) -> None:
        self._stores = stores
        self._catalog: CatalogReader | None = None
        self._catalog_path: str | None = None
        self._catalog_inode = 0
        self._index: Index | None = None
        self._index_folder = ""
        self._state: State | None = None
        self._state_was_there = False
        self._known: dict[str, object] = {}
        self._known_of: tuple[int, int] = (0, 0)
        self._asked: tuple[object, Query] | None = None

    def close(self) -> None:
        """Close what is open."""
        for store in (self._catalog, self._index, self._state):
            if store is not None:
                store.close()
        self._catalog = self._index = self._state = None

    def catalog(self) -> CatalogReader:
        """The catalog.  Raises NotIndexed where there is none that can be used."""
        from termnews.catalog import CatalogReader, DamagedCatalog

        if self._catalog_path is None:
            self._catalog_path = str(self._stores.catalog)
        try:
            inode = os.stat(self._catalog_path).st_ino
        except OSError:
            raise NotIndexed(f"{self._stores.root} has not been read yet; run: termnews index") from None
        if self._catalog is None or inode != self._catalog_inode:
            if self._catalog is not None:
                self._catalog.close()
                self._catalog = None
            try:
                self._catalog = CatalogReader(Path(self._catalog_path))
            except DamagedCatalog as error:
                raise NotIndexed(f"the catalog can't be used: {error}; run: termnews index") from None
            self._catalog_inode = inode
        return self._catalog

    def index(self) -> Index:
        """The search index, at its latest commit.  Raises NotIndexed where there is none that can be used."""
        from termnews import search

        folder = self._stores.index(self.catalog().meta().index)
        if self._index is not None and folder.name == self._index_folder:
            self._index.refresh()
            return self._index
        if self._index is not None:
            self._index.close()
            self._index = None
        try:
            refuse_foreign(folder)
            self._index = search.Index.open(folder, later=True)
        except (search.DamagedIndex, OSError) as error:
            raise NotIndexed(f"the search index can't be used ({error}); run: termnews index") from None
        self._index_folder = folder.name
        return self._index

    def stories(self) -> Stories:
        """Which articles are near-copies, read from the catalog once as long as nothing is committed there."""
        from termnews.search import Stories

        return self._remembered("stories", lambda: Stories(self.catalog().groups()))

    def twins(self) -> Mapping[tuple[int, int], tuple[int, int]]:
        """The quotations, by article and position, that near-copies of their article have too, each with what is the
        same for all of them; read as seldom."""
        from termnews.library import selection

        return self._remembered("twins", lambda: selection.twins(self))

    def order(self, sort: Sort) -> Order:
        """All articles by date, read as seldom."""
        from termnews.search import Order

        return self._remembered(sort, lambda: Order(self.catalog().order(sort)))

    def values(self, name: str) -> Values:
        """What the source, section, author or tags of the articles are, read as seldom; the reader's own tags are read
        each time that something was marked."""
        from termnews.library import facets

        if name != "tag":
            return self._remembered(f"values of {name}", lambda: facets.values(self.catalog(), name))
        version = self.state().version()
        known = self._remembered(name, lambda: (version, facets.tags(self.catalog(), self.state())))
        if known[0] != version:
            self._known[name] = known = (version, facets.tags(self.catalog(), self.state()))
        return known[1]

    def asked(self, key: object, parse: Callable[[], Query]) -> Query:
        """What ``parse`` gives, once for the query asked last and as long as nothing is committed anywhere: a query is
        asked again for each headline and text that it is lit up in."""
        catalog = self.catalog()
        of = key, self._catalog_inode, catalog.version(), self.state().version()
        if self._asked is None or self._asked[0] != of:
            self._asked = of, parse()
        return self._asked[1]

    def voices(self) -> Voices:
        """Who speaks in the articles, read as seldom."""
        from termnews.library import facets

        return self._remembered("voices", lambda: facets.voices(self.catalog()))

    def _remembered(self, name: str, read: Callable[[], T]) -> T:
        catalog = self.catalog()
        of = (self._catalog_inode, catalog.version())
        if of != self._known_of:
            self._known.clear()
            self._known_of = of
        if name not in self._known:
            self._known[name] = read()
        return cast("T", self._known[name])

    def state(self) -> State:
        """What the reader did, for reading."""
        from termnews.state import State, exists

        there = exists(self._stores.marks)
        if self._state is None or there != self._state_was_there:
            if self._state is not None:
                self._state.close()
            self._state = State(self._stores.marks)
            self._state_was_there = there
        return self._state


def usable_stores(root: Path, cache: Path, state: Path) -> tuple[Stores, str | None]:
    """The stores of a library, with a line for the person where they could not lie where they belong.

    Where the cache can't be written and holds no catalog of this library, it goes to a folder of the user's own among
    the temporary files.
    """
    stores = Stores(root, cache, state)
    if stores.has_catalog or stores.writable():
        return stores, None
    elsewhere = _temporary_cache()
    return Stores(root, elsewhere, state), f"{cache} can't be written; the index is kept in {elsewhere} instead"


def _temporary_cache() -> Path:
    """The same folder every time, if it is ours alone; a fresh one otherwise."""
    import getpass
    import stat
    import tempfile

    user = os.geteuid() if hasattr(os, "geteuid") else getpass.getuser()
    folder = Path(tempfile.gettempdir()) / f"termnews-{user}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        status = folder.lstat()  # not what a link points at
        ours = stat.S_ISDIR(status.st_mode) and status.st_mode & 0o077 == 0 and status.st_uid in (user, 0)
        ours = ours and os.access(folder, os.W_OK)
    except OSError:
        ours = False
    return folder if ours else Path(tempfile.mkdtemp(prefix="termnews-"))
