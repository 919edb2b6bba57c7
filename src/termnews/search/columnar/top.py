"""The first k of many numbers without sorting them all."""

from __future__ import annotations

from collections.abc import Callable

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


def first(keys: Array, ties: Callable[[Array], Array], count: int | None) -> Array:
    """The places of the ``count`` lowest numbers (None is all), lowest first.  Equal ones follow each other in the
    order of their ``ties``, which is only asked for the places that come into question."""
    if count is None:
        return _sorted(keys, ties)
    places = lowest(keys, count)
    if len(places) > count:  # then some are as low as the last one, and not all of these have room
        of_places = keys.take(places)
        last = of_places.max()
        sure, tied = places[of_places < last], places[of_places == last]
        places = np.concatenate((sure, tied.take(lowest(ties(tied), count - len(sure)))))
    order = np.lexsort((ties(places), keys.take(places)))
    return np.asarray(places.take(order)[:count])


def _sorted(keys: Array, ties: Callable[[Array], Array]) -> Array:
    """As ``first`` of all of them.  To sort by two keys at once takes three times as long as by one, and few are equal,
    so these are put in order afterwards."""
    order = np.argsort(keys)
    rising = keys.take(order)
    again = rising[1:] == rising[:-1]
    if again.any():
        tied = np.flatnonzero(np.concatenate((again, [False])) | np.concatenate(([False], again)))
        places = order.take(tied)
        order[tied] = places.take(np.lexsort((ties(places), rising.take(tied))))
    return order
