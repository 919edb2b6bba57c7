"""The one door that every front end goes through; its rooms are imported when first used."""

from __future__ import annotations

from termnews.library.door import Library
from termnews.library.values import Info, Listing, NotIndexed, UnknownArticle

__all__ = ["Info", "Library", "Listing", "NotIndexed", "UnknownArticle"]
