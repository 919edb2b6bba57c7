"""Catalog and index made to agree when a sync opens them.

The catalog holds the canonical text, so whatever is wrong with the index is put right from it: a batch that was cut off
is handed over again; an index that is damaged, older than the catalog remembers, or of another size is built anew
beside the old one, and the catalog names the new one in one transaction.
"""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from termnews import search
from termnews.catalog import CatalogWriter
from termnews.sync.stores import Stores

INDEX_BATCH = 2000


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
    generation = catalog.meta.generation
    for start in range(0, max(len(added), 1), INDEX_BATCH):
        batch = added[start : start + INDEX_BATCH]
        generation = index.write(_documents(catalog, batch), dropped if start == 0 else ())
        tell(start + len(batch), len(added))
    catalog.settle(generation)


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
    generation = index.generation
    for start in range(0, len(numbers), INDEX_BATCH):
        batch = numbers[start : start + INDEX_BATCH]
        generation = index.write(_documents(catalog, batch), ())
        tell(start + len(batch), len(numbers))
    catalog.use_index(folder.name, generation)
    discard_strays(stores, catalog)
    return index


def _documents(catalog: CatalogWriter, numbers: Sequence[int]) -> Iterator[search.Document]:
    for number in numbers:
        article, quotes = catalog.document(number)
        yield search.Document(number, article, quotes)


def index_looks_sound(folder: Path, catalog: CatalogWriter) -> bool:
    """A glance that does not load the search engine: the index says that it is at the commit the catalog remembers."""
    added, dropped = catalog.pending()
    if added or dropped:
        return False
    if catalog.meta.generation == 0:
        return catalog.count() == 0
    seen = search.glance(folder)
    return seen == (catalog.meta.epoch, catalog.meta.generation)
