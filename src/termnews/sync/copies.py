"""The near-copies of a library: the catalog knows who was not compared, the search room what is alike."""

from __future__ import annotations

from termnews.catalog import CatalogWriter


def find(catalog: CatalogWriter) -> None:
    """Put near-copies together, as far as articles came or went since this was last done."""
    while catalog.copies_due():
        from termnews.search.copies import alike

        catalog.regroup_copies(alike)
