"""The first k of many numbers without sorting them all."""

from __future__ import annotations

from termnews.search.columnar.arrays import Array, np

_COLUMNS = 16
"""Columns a wanted number: the more, the fewer of the lowest numbers share one."""

_FEW = 4
"""Fewer rows than this are not worth it."""


def lowest(keys: Array, count: int) -> Array:
    """The places, rising, of the ``count`` lowest numbers and of all that are equal to the highest of them.

    The numbers are written into columns.  The lowest of each column are numbers too, so the ``count``-th lowest of
    these few is a bound: only what is not above it comes into question, seldom much more than was asked for.
    """
    if count <= 0:
        return np.empty(0, dtype=np.intp)
    if count >= len(keys):
        return np.arange(len(keys))
    places, columns = None, count * _COLUMNS
    rows = len(keys) // columns
    if rows >= _FEW:
        of_columns = keys[: rows * columns].reshape(rows, columns).min(axis=0)
        places = np.flatnonzero(keys <= np.partition(of_columns, count - 1)[count - 1])
        keys = keys.take(places)
    inside = np.flatnonzero(keys <= np.partition(keys, count - 1)[count - 1])
    return inside if places is None else np.asarray(places.take(inside))
