"""The index: articles and quotations, written in batches and searched.

In its folder lie

    stamp.json    schema, Whoosh release and epoch; written last when the index is made
    articles/     a Whoosh index, one document an article
    quotations/   a Whoosh index, one document a quotation

**Commits.**  A batch goes into both, under one *generation*, a number that only grows: both are written, then
``articles`` is committed as that generation, then ``quotations``.  Each commit is all or nothing (``storage``).  The
generation of the index is the lower of the two, so a batch counts once it is in both.  Where the process is killed
between the two commits, ``articles`` is one generation ahead; ``open`` sees it (``whole`` is False), the batch is
still pending in the catalog, and the next write, of that batch or any other, takes a generation above both and
commits both again.  Writing a batch twice gives what writing it once gives, because all its numbers are deleted
before they are added.
"""

from __future__ import annotations

import contextlib
import json
import os
from array import array
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from termnews.search import engine, spoken
from termnews.search.clock import Clock, Cut
from termnews.search.columnar.arrays import Array, np
from termnews.search.columnar.collector import ColumnarCollector
from termnews.search.damage import DamagedIndex
from termnews.search.found import Found, FoundQuotes, Matching, Spoken
from termnews.search.layout import ARTICLES, QUOTATIONS, SCHEMA_VERSION, STAMP
from termnews.search.plan import NO_NUMBERS, Planner
from termnews.search.query import Query
from termnews.search.ranking import Best, Order, Relevance, best
from termnews.search.schema import (
    Document,
    article_fields,
    quotation_fields,
    schema_of,
)
from termnews.search.storage import DurableStorage, write_synced
from termnews.search.store import Store, latest_generation
from termnews.search.stories import Stories
from termnews.search.syntax import And, Everything, Indirect, Marked, Node, Not, State, StateTerm

_MEGABYTES = {ARTICLES: 96, QUOTATIONS: 32}
"""What is held of a batch before it goes to disk."""
_LARGEST_MERGED = {ARTICLES: 200_000, QUOTATIONS: 1_600_000}

if TYPE_CHECKING:
    from termnews.search.writer import BatchWriter

_NO_SETS: Mapping[StateTerm, Marked] = {}
_BY_SCORE = Relevance()


class Index:
    """Both indexes, as of the latest commit when they were opened or refreshed.  For one thread at a time."""

    def __init__(self, folder: Path, epoch: str, articles: Store, quotations: Store, later: bool) -> None:
        """Not for calling: ``create`` and ``open`` make an Index."""
        self.folder = folder
        self.epoch = epoch
        self._later = later
        self._stores = {ARTICLES: articles, QUOTATIONS: quotations}

    @classmethod
    def create(cls, folder: Path, epoch: str) -> Self:
        """A new, empty index of generation 0.  ``epoch`` is kept with it.

        Raises FileExistsError where the folder holds something.
        """
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise FileExistsError(f"{folder} is not empty")
        for name in (ARTICLES, QUOTATIONS):
            storage = DurableStorage(str(folder / name)).create()
            engine.TOC.create(storage, schema_of(name), name)
        stamp = {"schema": SCHEMA_VERSION, "whoosh": engine.VERSION, "epoch": epoch}
        write_synced(folder / STAMP, json.dumps(stamp).encode())
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path, thorough: bool = False, later: bool = False) -> Self:
        """The index in ``folder``.  Sizes of files and the checksums of the tables of contents are always compared with
        what was written; with ``thorough`` every byte is (some 3 GB a second where the files are in memory).  With
        ``later`` each of the two is opened when it is first searched, as of the latest commit then.

        Raises DamagedIndex where it is missing, damaged, foreign, or of another schema or Whoosh release.
        """
        epoch = _epoch(folder)
        stores: dict[str, Store] = {}
        try:
            for name in (QUOTATIONS, ARTICLES):  # the one that is committed last first: it is never ahead
                stores[name] = Store(str(folder / name), name, thorough, later)
        except DamagedIndex:
            raise
        except Exception as error:  # damaged files make Whoosh and pickle raise anything
            raise DamagedIndex(f"the search index in {folder} is damaged ({type(error).__name__})") from error
        return cls(folder, epoch, stores[ARTICLES], stores[QUOTATIONS], later)

    # ---- what it holds

    @property
    def generation(self) -> int:
        """Of the latest batch that is in both indexes, as of open or refresh; it only grows."""
        return min(store.generation for store in self._stores.values())

    @property
    def whole(self) -> bool:
        """False where a batch reached the articles and not the quotations: a writer is between its two commits now, or
        was killed there."""
        return len({store.generation for store in self._stores.values()}) == 1

    @property
    def count(self) -> int:
        """Number of articles."""
        return self._stores[ARTICLES].count

    @property
    def quotation_count(self) -> int:
        """Number of quotations."""
        return self._stores[QUOTATIONS].count

    def refresh(self) -> bool:
        """See what was committed since; True if there was anything.  Raises DamagedIndex."""
        if all(
            latest_generation(store.storage.folder, name) == store.generation for name, store in self._stores.items()
        ):
            return False
        newer = type(self).open(self.folder, later=self._later)
        if newer.epoch != self.epoch or newer.generation < self.generation:
            newer.close()
            raise DamagedIndex(f"the search index in {self.folder} was replaced by another")
        self.close()
        self._stores = newer.stores()
        return True

    def close(self) -> None:
        """Let go of the files; closing twice is no error."""
        for store in self._stores.values():
            store.close()

    def stores(self) -> dict[str, Store]:
        """The two Whoosh indexes by name, for a look behind (measurements, ``refresh``)."""
        return self._stores

    def check(self) -> None:
        """Compare every byte with its checksum.  Raises DamagedIndex where one differs."""
        for store in self._stores.values():
            store.check()

    # ---- writing

    def write(self, documents: Iterable[Document], deleted: Collection[int] = ()) -> int:
        """Write one batch: what was there under a number of ``deleted`` or of a document leaves, the documents are
        added.  Returns the new generation, which this Index then shows.  See the module for what a kill leaves.

        Memory is bounded however many documents come; a commit costs some tens of milliseconds, so batches of some
        thousand are best.  Only one process may write, and holds a lock of its own.

        Raises ValueError where a number comes twice, and whatever ``documents`` raises; the index is then as before.
        """
        from termnews.search.writer import BatchWriter

        writers: dict[str, BatchWriter] = {}
        try:
            for name, megabytes in _MEGABYTES.items():
                writers[name] = BatchWriter(str(self.folder / name), name, megabytes, _LARGEST_MERGED[name])
            replaced = set(deleted) | _added(documents, writers)
            generation = 1 + max(latest_generation(str(self.folder / name), name) for name in writers)
            for name in (ARTICLES, QUOTATIONS):
                writers[name].delete(replaced)
                writers[name].commit(generation)
        except BaseException:
            for writer in writers.values():
                with contextlib.suppress(Exception):  # what stopped the batch is what has to be told
                    writer.cancel()
            raise
        self.refresh()
        return generation

    # ---- searching

    def search(
        self,
        query: Query,
        *,
        sets: Mapping[StateTerm, Marked] = _NO_SETS,
        rank: Relevance | Order = _BY_SCORE,
        stories: Stories | None = None,
        limit: int | None = None,
        rest: bool = False,
        time_limit: float = 2.0,
        stop: Callable[[], bool] | None = None,
    ) -> Found:
        """The articles that match, the first ``limit`` of them as ``rank`` has it; ``stories`` fold near-copies.  With
        ``rest`` all others follow, in no order.

        ``sets`` has the article numbers for each of ``query.needs``; one that is missing is empty.  After
        ``time_limit`` seconds, or once ``stop`` (asked some hundred times a second) is true, the search ends with
        what it has.

        Raises DamagedIndex where damage shows only now.
        """
        if query.empty:
            return Found(0, array("q"), array("d"))
        found = self._run(ARTICLES, query.tree, ("number",), sets, limit, Clock(time_limit, stop))
        return _told(found, best(found, rank, stories, limit, rest=rest), found.count())

    def matching(
        self,
        query: Query | None,
        *,
        sets: Mapping[StateTerm, Marked] = _NO_SETS,
        time_limit: float = 2.0,
        stop: Callable[[], bool] | None = None,
    ) -> Matching:
        """The articles that match, all of them where ``query`` is None, without scores; the rest is as in
        ``search``."""
        tree = Everything() if query is None else query.tree
        found = self._run(ARTICLES, tree, ("number",), sets, None, Clock(time_limit, stop), scored=False)
        return Matching(found.values("number"), found.values("date"), found.cut)

    def spoken(
        self,
        query: Query,
        *,
        sets: Mapping[StateTerm, Marked] = _NO_SETS,
        time_limit: float = 2.0,
        stop: Callable[[], bool] | None = None,
    ) -> Spoken | None:
        """The quotations that a speaker's have to be among for an article to match once ``speaker:`` stands beside the
        query; None where all that is said in the articles that match will do.  The rest is as in ``search``."""
        parts = tuple(spoken.side_by_side((query.tree,)))
        asked = spoken.of_one_quotation(parts)
        if not asked:
            return None
        clock = Clock(time_limit, stop)
        found = self._run(QUOTATIONS, And(asked), ("number",), sets, None, clock, scored=False)
        numbers, voices, cut = found.values("number"), found.values("voice"), found.cut
        others = tuple(part for part in parts if part not in asked)
        if others:
            answers = self._run(ARTICLES, And(others), ("number",), sets, None, clock, scored=False)
            among = np.isin(numbers, answers.values("number"))
            numbers, voices, cut = numbers[among], voices[among], cut or answers.cut
        return Spoken(numbers, voices, cut)

    def related(
        self,
        document: Document,
        *,
        without: Collection[int] = (),
        stories: Stories | None = None,
        limit: int | None = None,
        time_limit: float = 2.0,
        stop: Callable[[], bool] | None = None,
    ) -> tuple[Found, Query]:
        """The articles that are about the same as one of them, the most alike first, without itself and the articles
        ``without``; and the words that tell so, as a query.  The rest is as in ``search``."""
        from termnews.search import related

        store = self._stores[ARTICLES]
        telling = related.telling_words(document.article, store.count, store.document_frequency)
        found = ColumnarCollector(None, clock=Clock(time_limit, stop))
        if telling:
            store.search(related.question(telling), found)
        among = related.akin(found.values("number"), found.scores(), document.number, without)
        return _told(found, best(found, Relevance(), stories, limit, among), len(among)), related.as_asked(telling)

    def quotations(
        self,
        query: Query | None,
        *,
        speaker: str | None = None,
        indirect: bool = True,
        sets: Mapping[StateTerm, Marked] = _NO_SETS,
        limit: int | None = None,
        time_limit: float = 2.0,
        stop: Callable[[], bool] | None = None,
    ) -> FoundQuotes:
        """The quotations that match; all of them where ``query`` is None.  ``speaker`` are words of the speaker's name;
        without ``indirect``, indirect speech is left out.  The rest is as in ``search``."""
        if query is not None and query.empty:
            return FoundQuotes(0, (), array("d"))
        tree: Node = Everything() if query is None else query.tree
        if speaker is not None:
            tree = spoken.by(tree, speaker)
        if not indirect:
            tree = And((tree, Not(Indirect())))
        found = self._run(QUOTATIONS, tree, ("number", "place"), sets, limit, Clock(time_limit, stop))
        best = found.best()
        numbers, places = found.values("number", best).tolist(), found.values("place", best).tolist()
        return FoundQuotes(found.count(), tuple(zip(numbers, places, strict=True)), _scores(found, best), found.cut)

    def wordings(self, numbers: Collection[int]) -> dict[tuple[int, int], int]:
        """The quotations of these articles, by number and position, with what is the same for the same words of the
        same speaker."""
        marked = State(StateTerm("is", ""))
        found = self._run(
            QUOTATIONS, marked, ("number",), {marked.term: numbers}, None, Clock(float("inf")), scored=False
        )
        columns = (found.values(name).tolist() for name in ("number", "place", "wording"))
        return {(number, place): wording for number, place, wording in zip(*columns, strict=True)}

    def suggest(self, query: Query) -> str | None:
        """Did you mean: what was typed, with words of the library in place of those that nothing matches and that are
        spelt like them; None where all words are known, or nothing is like the others.  See ``suggestions``."""
        from termnews.search.suggestions import suggested

        return suggested(query, self._stores)

    def _run(
        self,
        name: str,
        tree: Node,
        ties: tuple[str, ...],
        sets: Mapping[StateTerm, Marked],
        limit: int | None,
        clock: Clock,
        *,
        scored: bool = True,
    ) -> ColumnarCollector:
        other = QUOTATIONS if name == ARTICLES else ARTICLES
        found = ColumnarCollector(limit, sorted_by=None if scored else ties[0], ties=ties, clock=clock)

        def elsewhere(node: Node) -> Array:
            abroad = ColumnarCollector(None, sorted_by="number", clock=clock)  # so that nothing is scored
            self._stores[other].search(
                Planner(other, sets, nowhere_else, self._stores[other].languages).plan(node), abroad
            )
            if abroad.cut:
                raise Cut
            return abroad.values("number")

        def nowhere_else(_: Node) -> Array:
            return NO_NUMBERS

        try:
            planner = Planner(name, sets, elsewhere, self._stores[name].languages)
            self._stores[name].search(planner.plan(tree), found)
        except Cut:
            found.cut = True
        except Exception as error:
            self.check()  # damage that its size did not tell; where there is none it is our own mistake
            raise error from None
        return found


def _told(found: ColumnarCollector, chosen: Best, matching: int) -> Found:
    """The chosen ones of so many that match."""
    numbers = _array("q", found.values("number", chosen.places))
    return Found(matching - chosen.folded, numbers, _array("d", chosen.scores), found.cut, folded=chosen.folded)


def _added(documents: Iterable[Document], writers: Mapping[str, BatchWriter]) -> set[int]:
    """Write the documents; the numbers that came."""
    added: set[int] = set()
    for document in documents:
        if document.number in added:
            raise ValueError(f"number {document.number} comes twice in one batch")
        added.add(document.number)
        writers[ARTICLES].add(article_fields(document))
        for fields in quotation_fields(document):
            writers[QUOTATIONS].add(fields)
    return added


def _array(typecode: str, values: Array) -> array[Any]:
    whole: array[Any] = array(typecode)
    whole.frombytes(values.astype(typecode).tobytes())
    return whole


def _scores(found: ColumnarCollector, places: Array) -> array[float]:
    return _array("d", found.scores()[places])


def _epoch(folder: Path) -> str:
    try:
        stamp = json.loads((folder / STAMP).read_bytes())
        made_by = stamp["schema"], stamp["whoosh"]
        epoch = stamp["epoch"]
    except OSError:
        raise DamagedIndex(f"there is no search index in {folder}") from None
    except (ValueError, TypeError, KeyError) as error:
        raise DamagedIndex(f"the stamp of the search index in {folder} is damaged") from error
    if made_by != (SCHEMA_VERSION, engine.VERSION) or not isinstance(epoch, str):
        raise DamagedIndex(f"the search index in {folder} was made by another version ({os.fspath(folder)})")
    return epoch
