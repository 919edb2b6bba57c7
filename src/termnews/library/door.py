"""``Library``: what front ends and scripts ask, and what they do."""

from __future__ import annotations

import os
import sys
import threading
import weakref
from array import array
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from termnews import config
from termnews.article import Article, Hit, Published, Quote, QuoteResults, Results, Row, Sort, Span, Speaker
from termnews.library import selection
from termnews.library.connections import Connections, usable_stores
from termnews.library.values import Info, Listing, NotIndexed

if TYPE_CHECKING:
    from termnews.sync.report import SyncProgress, SyncReport
    from termnews.sync.stores import Stores

Stop = Callable[[], bool]


class UnknownArticle(KeyError):
    """No article has this id; ``nearest`` are ids that may have been meant."""

    def __init__(self, id_: str, nearest: tuple[str, ...]) -> None:
        super().__init__(id_, nearest)
        self.nearest = nearest


class Library:
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

    # ---------------------------------------------------------------- one article

    def article(self, id_: str) -> Article:
        """The article with this id, from the catalog, or from its file where the catalog does not know it yet.

        Raises UnknownArticle (a KeyError), and Unreadable where the file can't be an article.
        """
        try:
            known = self._connections().catalog().article(id_)
        except NotIndexed:
            known = None
        return known if known is not None else self._from_file(id_)

    def row(self, id_: str) -> Row:
        """The row of the article with this id.  Raises UnknownArticle."""
        numbers = self._connections().catalog().numbers([id_])
        row = self.rows(numbers)[0] if numbers else None
        if row is None:
            raise self._unknown(id_)
        return row

    def path(self, id_: str) -> Path:
        """The file of the article with this id.  Raises UnknownArticle."""
        from termnews import ids

        try:
            path = ids.inside(self.root, id_)
            if path.is_file():
                return path
        except (ValueError, OSError):
            pass
        raise self._unknown(id_)

    def article_quotes(self, id_: str, *, indirect: bool = False) -> tuple[Quote, ...]:
        """The quotes of one article, in order.  Raises UnknownArticle."""
        try:
            catalog = self._connections().catalog()
            if len(catalog.numbers([id_])):
                return catalog.quotes(id_, indirect=indirect)
        except NotIndexed:
            pass
        from termnews import quotes

        return tuple(quotes.extract(self._from_file(id_).text, indirect=indirect))

    def mark(
        self,
        ids: Iterable[str],
        *,
        read: bool | None = None,
        starred: bool | None = None,
        tag: Collection[str] = (),
        untag: Collection[str] = (),
    ) -> None:
        """Mark articles; what is None or empty stays as it is.

        Raises UnknownArticle before anything is marked, and StateError where the marks can't be kept.
        """
        from termnews.state import Change, State

        wanted = list(dict.fromkeys(ids))
        catalog, stores = self._connections().catalog(), self._places()[0]
        digests = catalog.digests(wanted)
        for id_ in wanted:
            if id_ not in digests:
                raise self._unknown(id_)
        state = State(stores.marks, create=True)
        try:
            library = catalog.meta().library
            root = os.path.realpath(self.root)
            if state.library_at(root) != library:
                state.settle_library(library, root)
            state.change(library, digests, Change(read, starred, tuple(tag), tuple(untag)))
        finally:
            state.close()

    # ---------------------------------------------------------------- lists and searches

    def list(
        self,
        sort: Sort = "newest",
        limit: int | None = 50,
        offset: int = 0,
        *,
        unread: bool | None = None,
        starred: bool | None = None,
        tag: str | None = None,
        section: str | None = None,
        source: str | None = None,
        since: Published | str | None = None,
        until: Published | str | None = None,
    ) -> Results:
        """The articles that pass every filter, by date.

        ``since`` and ``until`` are dates in any precision (``2016-11``), ends included; ``limit`` None is all.
        """
        numbers = (
            self._connections()
            .catalog()
            .order(
                "newest" if sort == "relevance" else sort,
                section=section,
                source=source,
                since=selection.date(since).first if since else None,
                until=selection.date(until).last if until else None,
            )
        )
        numbers = selection.filtered(self._connections(), numbers, unread=unread, starred=starred, tag=tag)
        page = numbers[offset:] if limit is None else numbers[offset : offset + limit]
        return Results(len(numbers), tuple(Hit(row) for row in self.rows(page) if row is not None))

    def search(
        self, query: str, limit: int | None = 50, offset: int = 0, sort: Sort = "relevance", *, as_typed: bool = False
    ) -> Results:
        """The articles that answer ``query``, with snippets; ``as_typed`` reads the last word as a prefix."""
        from termnews import search

        parsed = search.parse(query, as_typed=as_typed)
        if parsed.empty:
            return Results(0, (), notes=parsed.notes)
        most = None if limit is None or sort != "relevance" else offset + limit
        found = self._connections().index().search(parsed, sets=selection.sets(self._connections(), parsed), limit=most)
        scores = dict(zip(found.numbers, found.scores, strict=True))
        numbers = found.numbers if sort == "relevance" else selection.by_date(self._connections(), found.numbers, sort)
        page = numbers[offset:] if limit is None else numbers[offset : offset + limit]
        texts = self._connections().catalog().texts(page)
        hits = []
        for row in self.rows(page):
            if row is not None:
                snippet, matches = search.snippet(texts.get(row.number, ""), parsed)
                hits.append(Hit(row, scores[row.number], snippet, matches))
        return Results(found.total, tuple(hits), found.cut, (*parsed.notes, *found.notes))

    def listing(
        self,
        query: str | None = None,
        *,
        sort: Sort = "newest",
        as_typed: bool = False,
        unread: bool | None = None,
        starred: bool | None = None,
        stop: Stop | None = None,
    ) -> Listing:
        """Everything that matches, in order, as numbers; no query, or a blank one, is every article.

        ``stop`` is asked now and then whether the answer is still wanted.
        """
        if query is None or not query.strip():
            by_date = self._connections().catalog().order("newest" if sort == "relevance" else sort)
            numbers = selection.filtered(self._connections(), by_date, unread=unread, starred=starred)
            return Listing(numbers, len(numbers))
        from termnews import search

        parsed = search.parse(query, as_typed=as_typed)
        if parsed.empty:
            return Listing(array("q"), 0, notes=parsed.notes)
        found = self._connections().index().search(parsed, sets=selection.sets(self._connections(), parsed), stop=stop)
        numbers = found.numbers
        if sort != "relevance":
            numbers = selection.by_date(self._connections(), numbers, sort)
        numbers = selection.filtered(self._connections(), numbers, unread=unread, starred=starred)
        total = found.total if unread is None and starred is None else len(numbers)
        return Listing(numbers, total, found.cut, (*parsed.notes, *found.notes))

    def rows(self, numbers: Sequence[int]) -> tuple[Row | None, ...]:
        """The rows with these numbers, in order; None where an article is gone meanwhile."""
        catalog, state = self._connections().catalog(), self._connections().state()
        rows = catalog.rows(numbers)
        marks = state.marks(catalog.meta().library, [row.id for row in rows.values()])
        for number, row in rows.items():
            mark = marks.get(row.id)
            if mark is not None:
                tags = (*row.tags, *(tag for tag in mark.tags if tag not in row.tags))
                rows[number] = replace(row, read=mark.read, starred=mark.starred, tags=tags)
        return tuple(rows.get(number) for number in numbers)

    def next_unread(self, numbers: Sequence[int], position: int) -> int | None:
        """The position of the next unread article after ``position``, going round; None where all are read."""
        catalog, state = self._connections().catalog(), self._connections().state()
        read = set(catalog.numbers(state.read(catalog.meta().library)))
        for step in range(1, len(numbers) + 1):
            candidate = (position + step) % len(numbers)
            if numbers[candidate] not in read:
                return candidate
        return None

    def matches(self, query: str, text: str, *, as_typed: bool = False) -> tuple[Span, ...]:
        """The stretches of ``text`` that answer ``query``."""
        from termnews import search

        return search.parse(query, as_typed=as_typed).matches(text)

    def ids(self, prefix: str = "", limit: int = 200) -> tuple[str, ...]:
        """Ids that begin with ``prefix``, in order."""
        return self._connections().catalog().ids(prefix, limit)

    # ---------------------------------------------------------------- who said what

    def quotes(
        self,
        query: str | None = None,
        *,
        speaker: str | None = None,
        article: str | None = None,
        indirect: bool = False,
        limit: int | None = 50,
        offset: int = 0,
    ) -> QuoteResults:
        """What was said: quotations that answer ``query``, best first, or all, of the newest articles first.

        ``speaker`` is any part of a name, in whole words without case and accents; ``article`` an id.  Raises
        UnknownArticle.
        """
        catalog = self._connections().catalog()
        if article is not None and not len(catalog.numbers([article])):
            raise self._unknown(article)
        names = None if speaker is None else selection.people_called(speaker, catalog.speaker_names())
        keys = catalog.quote_keys(article=article, speakers=names, indirect=indirect)
        scores: dict[tuple[int, int], float] = {}
        cut = False
        notes: tuple[str, ...] = ()
        if query is not None:
            from termnews import search

            parsed = search.parse(query)
            if parsed.empty:
                return QuoteResults(0, (), notes=parsed.notes)
            found = self._connections().index().quotations(parsed, sets=selection.sets(self._connections(), parsed))
            allowed = set(keys)
            keys = [key for key in found.keys if key in allowed]
            scores = dict(zip(found.keys, found.scores, strict=True))
            cut, notes = found.cut, (*parsed.notes, *found.notes)
        page = keys[offset:] if limit is None else keys[offset : offset + limit]
        known = catalog.quotations(page)
        said = tuple(replace(known[key], score=scores.get(key, 0.0)) for key in page if key in known)
        return QuoteResults(len(keys), said, cut, notes)

    def speakers(self) -> tuple[Speaker, ...]:
        """Who speaks, most quoted first."""
        return self._connections().catalog().speakers()

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

    def _from_file(self, id_: str) -> Article:
        from termnews import formats

        return formats.read(self.path(id_), id=id_)

    def _unknown(self, id_: str) -> UnknownArticle:
        try:
            nearest = self._connections().catalog().nearest(id_)
        except NotIndexed:
            nearest = ()
        return UnknownArticle(id_, nearest)


def _close(opened: list[Connections], lock: threading.Lock) -> None:
    with lock:
        for connections in opened:
            connections.close()
        opened.clear()
