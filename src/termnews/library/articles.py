"""The articles of a library, one by one and as lists by date."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from termnews.article import Article, Hit, Published, Quote, Results, Row, Sort
from termnews.library import selection
from termnews.library.opened import Opened
from termnews.library.values import NotIndexed, UnknownArticle


class Articles(Opened):
    """What is known of the articles, and what the reader does with them."""

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
        from termnews.state import Change

        wanted = list(dict.fromkeys(ids))
        digests = self._connections().catalog().digests(wanted)
        for id_ in wanted:
            if id_ not in digests:
                raise self._unknown(id_)
        with self._state_to_write() as (state, library):
            state.change(library, digests, Change(read, starred, tuple(tag), tuple(untag)))

    # ---------------------------------------------------------------- lists

    def list(  # noqa: PLR0913 - as many as there are filters
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
        fold: bool = True,
    ) -> Results:
        """The articles that pass every filter, by date; with ``fold`` the first of near-copies stands for them all.

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
        kept = selection.folded(self._connections(), numbers) if fold else numbers
        page = kept[offset:] if limit is None else kept[offset : offset + limit]
        hits = tuple(Hit(row) for row in self.rows(page) if row is not None)
        return Results(len(kept), hits, folded=len(numbers) - len(kept))

    def copies(self, id_: str) -> tuple[Row, ...]:
        """The other articles with nearly the same text as this one, the newest first.  Raises UnknownArticle."""
        catalog = self._connections().catalog()
        if not len(catalog.numbers([id_])):
            raise self._unknown(id_)
        return tuple(row for row in self.rows(catalog.copies(id_)) if row is not None)

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

    def ids(self, prefix: str = "", limit: int = 200) -> tuple[str, ...]:
        """Ids that begin with ``prefix``, in order."""
        return self._connections().catalog().ids(prefix, limit)

    # ---------------------------------------------------------------- behind the door

    def _from_file(self, id_: str) -> Article:
        from termnews import formats

        return formats.read(self.path(id_), id=id_)

    def _unknown(self, id_: str) -> UnknownArticle:
        try:
            nearest = self._connections().catalog().nearest(id_)
        except NotIndexed:
            nearest = ()
        return UnknownArticle(id_, nearest)
