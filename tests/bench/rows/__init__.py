"""The rows of the table, by name; each measures, and tells one line or several."""

from __future__ import annotations

from tests.bench.line import Row
from tests.bench.rows import cat, frame, indexing, key, listing, search, sync

ROWS: dict[str, Row] = {
    "cat": cat.measure,
    "frame": frame.measure,
    "list": listing.measure,
    "sync": sync.measure,
    "search": search.measure,
    "key": key.measure,
    "index": indexing.measure,
}
