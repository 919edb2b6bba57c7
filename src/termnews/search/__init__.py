"""Which articles and quotations match the words: the query language, and the index over Whoosh.

The only room that imports whoosh.  ``parse`` reads what was typed, ``Index`` keeps and searches, ``snippet`` shows why.
What is named here is imported when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termnews.search.damage import DamagedIndex
    from termnews.search.facets import Values, latest, over_time
    from termnews.search.found import Found, FoundQuotes, Matching, Spoken
    from termnews.search.index import Index
    from termnews.search.layout import SCHEMA_VERSION
    from termnews.search.overview import Glance, glance
    from termnews.search.persons import Persons, speakers_asked_for
    from termnews.search.query import Query, StateTerm, parse
    from termnews.search.ranking import Order, Relevance
    from termnews.search.schema import Document
    from termnews.search.snippets import snippet
    from termnews.search.stories import Stories
    from termnews.search.syntax import AllBut, Marked
    from termnews.search.voices import Voices

__all__ = [
    "SCHEMA_VERSION",
    "AllBut",
    "DamagedIndex",
    "Document",
    "Found",
    "FoundQuotes",
    "Glance",
    "Index",
    "Marked",
    "Matching",
    "Order",
    "Persons",
    "Query",
    "Relevance",
    "Spoken",
    "StateTerm",
    "Stories",
    "Values",
    "Voices",
    "glance",
    "latest",
    "over_time",
    "parse",
    "snippet",
    "speakers_asked_for",
]

_HOMES = {
    "damage": ("DamagedIndex",),
    "overview": ("Glance", "glance"),
    "facets": ("Values", "latest", "over_time"),
    "found": ("Found", "FoundQuotes", "Matching", "Spoken"),
    "index": ("Index",),
    "query": ("Query", "StateTerm", "parse"),
    "persons": ("Persons", "speakers_asked_for"),
    "ranking": ("Order", "Relevance"),
    "stories": ("Stories",),
    "voices": ("Voices",),
    "layout": ("SCHEMA_VERSION",),
    "schema": ("Document",),
    "snippets": ("snippet",),
    "syntax": ("AllBut", "Marked"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
