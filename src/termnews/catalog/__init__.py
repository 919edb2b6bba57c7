"""The catalog: what is known of every article and quote, in SQLite.  A cache, rebuilt from the folder.

``CatalogReader`` answers front ends (one a thread); ``CatalogWriter`` is the sync's, the one writer.
"""

from __future__ import annotations

from termnews.catalog.people import Profile
from termnews.catalog.reader import CatalogReader, Counts
from termnews.catalog.records import Entry, Meta
from termnews.catalog.schema import SCHEMA_VERSION
from termnews.catalog.writer import CatalogWriter, DamagedCatalog

__all__ = [
    "SCHEMA_VERSION",
    "CatalogReader",
    "CatalogWriter",
    "Counts",
    "DamagedCatalog",
    "Entry",
    "Meta",
    "Profile",
]
