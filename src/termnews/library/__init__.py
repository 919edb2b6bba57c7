"""The one door that every front end goes through; its rooms are imported when first used."""

from __future__ import annotations

from termnews.library.door import Library
from termnews.library.narrowing import FACETS
from termnews.library.values import Info, Listing, NotIndexed, UnknownArticle

__all__ = ["FACETS", "Info", "Library", "Listing", "NotIndexed", "UnknownArticle"]
