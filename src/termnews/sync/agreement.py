"""Catalog and index made to agree when a sync opens them.

The catalog holds the canonical text, so whatever is wrong with the index is put right from it: a batch that was cut off
is handed over again; an index that is damaged, older than the catalog remembers, or of another size is built anew
beside the old one, and the catalog names the new one in one transaction.
"""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from termnews import search
from termnews.catalog import CatalogWriter
from termnews.sync.stores import Stores

INDEX_BATCH = 10_000
_TOLD = 500
"""Articles between two words about how far it is."""


def agreed_index(stores: Stores, catalog: CatalogWriter, tell: Callable[[int, int], None]) -> search.Index:
    """The index of this catalog, open and in agreement with it; ``tell`` hears (done, total) of a repair."""
    folder = stores.index(catalog.meta.index)
    added, dropped = catalog.pending()
    if catalog.meta.generation == 0 and not folder.exists():
        index = search.Index.create(folder, catalog.meta.epoch)
    else:
        try:
            index = search.Index.open(folder)
        except search.DamagedIndex:
            return rebuilt_index(stores, catalog, tell)
        if index.epoch != catalog.meta.epoch or index.generation < catalog.meta.generation:
            index.close()
            return rebuilt_index(stores, catalog, tell)
    if added or dropped:
        settle_in_batches(catalog, index, added, dropped, tell)
    if index.count != catalog.count():
        index.close()
        return rebuilt_index(stores, catalog, tell)
    return index


def settle_in_batches(
    catalog: CatalogWriter,
    index: search.Index,
    added: Sequence[int],
    dropped: Sequence[int],
    tell: Callable[[int, int], None],
) -> None:
    """Hand articles that the catalog holds to the index, and settle."""
    catalog.settle(_write(catalog, index, added, dropped, tell))


def discard_strays(stores: Stores, catalog: CatalogWriter) -> None:
    """Remove indexes that no catalog names any more."""
    for folder in stores.folder.glob("index-*"):
        if folder.name != catalog.meta.index:
            shutil.rmtree(folder, ignore_errors=True)


def rebuilt_index(stores: Stores, catalog: CatalogWriter, tell: Callable[[int, int], None]) -> search.Index:
    """An index made anew from the catalog, beside the old one, which it takes the place of when it is whole."""
    folder = stores.index(f"index-{uuid.uuid4().hex}")
    index = search.Index.create(folder, catalog.meta.epoch)
    numbers = catalog.numbers()
    catalog.use_index(folder.name, _write(catalog, index, numbers, (), tell) if numbers else index.generation)
    discard_strays(stores, catalog)
    return index


def _write(
    catalog: CatalogWriter,
    index: search.Index,
    numbers: Sequence[int],
    dropped: Sequence[int],
    tell: Callable[[int, int], None],
) -> int:
    """Hand articles that the catalog holds to the index, a commit every INDEX_BATCH; the generation of the last."""
    documents = _documents(catalog, numbers, tell)
    generation = index.write(islice(documents, INDEX_BATCH), dropped)
    for _ in range(INDEX_BATCH, len(numbers), INDEX_BATCH):
        generation = index.write(islice(documents, INDEX_BATCH))
    return generation


def _documents(
    catalog: CatalogWriter, numbers: Sequence[int], tell: Callable[[int, int], None]
) -> Iterator[search.Document]:
    for done, number in enumerate(numbers, start=1):
        article, quotes = catalog.document(number)
        yield search.Document(number, article, quotes)
        if done % _TOLD == 0 or done == len(numbers):
            tell(done, len(numbers))


def index_looks_sound(folder: Path, catalog: CatalogWriter) -> bool:
    """A glance that does not load the search engine: the index says that it is at the commit the catalog remembers."""
    added, dropped = catalog.pending()
    if added or dropped:
        return False
    if catalog.meta.generation == 0:
        return catalog.count() == 0
    seen = search.glance(folder)
    return seen == (catalog.meta.epoch, catalog.meta.generation)
