"""The catalog: what is known of every article and quote, in SQLite.  A cache, rebuilt from the folder.

``CatalogReader`` answers front ends (one a thread); ``CatalogWriter`` is the sync's, the one writer.  What is named
here is imported when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termnews.catalog.damage import DamagedCatalog
    from termnews.catalog.people import Profile
    from termnews.catalog.reader import CatalogReader, Counts
    from termnews.catalog.records import Entry, Meta
    from termnews.catalog.schema import SCHEMA_VERSION
    from termnews.catalog.writer import CatalogWriter

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

_HOMES = {
    "CatalogReader": "reader",
    "CatalogWriter": "writer",
    "Counts": "reader",
    "DamagedCatalog": "damage",
    "Entry": "records",
    "Meta": "records",
    "Profile": "people",
    "SCHEMA_VERSION": "schema",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
