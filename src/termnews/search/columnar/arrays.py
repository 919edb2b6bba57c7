"""The one place where NumPy is imported: on one BLAS thread, because nothing here multiplies matrices and starting
the threads takes longer than many a search."""

from __future__ import annotations

import os
from typing import Any, TypeAlias

from termnews import process
from termnews.standins import Later, Never, standing_in

_THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS")
_unset = [name for name in _THREADS if name not in os.environ]
os.environ.update(dict.fromkeys(_unset, "1"))
_NEVER = ("numpy._typing", "numpy._core._add_newdocs", "numpy._core._add_newdocs_scalars", "ctypes")
_LATER = {"numpy.linalg": ("eigvals", "inv", "lstsq", "matrix_power")}
"""What NumPy imports for annotations, for help(), for C and for matrices: a third of what importing it takes.  In a
process of ours nobody asks for them; a release without these modules is imported as it is."""
_stand_ins = {name: Never(name) for name in _NEVER} | {name: Later(name, called) for name, called in _LATER.items()}
with standing_in(_stand_ins if process.OURS else {}):
    import numpy as np

for _name in _unset:
    del os.environ[_name]  # children decide for themselves

_KEPT = 16 << 20
"""Bytes of an array up to which its memory is kept for the next one.

The allocator of glibc maps every big array anew and unmaps it when it goes, and having the system fill fresh pages with
zeros takes longer than most of what is done with them here.  What counts as big grows to the size of the biggest array
that has gone (mallopt(3), M_MMAP_THRESHOLD), so one that nobody ever writes to says it; other allocators don't care."""
np.empty(_KEPT, dtype=np.uint8)

__all__ = ["MOST", "Array", "counting", "np", "offsets", "smallest", "stretches"]

Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"

MOST = 2**32 - 1
"""Documents of a segment, and postings and positions of a field, are counted in 32 bits."""


def counting(numbers: int) -> np.dtype[Any]:
    """The unsigned integers of the fewest bytes that can number so many things, from 0 on."""
    return np.dtype(np.uint8 if numbers <= 2**8 else np.uint16 if numbers <= 2**16 else np.uint32)


def smallest(values: Array) -> Array:
    """Counts as unsigned integers of the fewest bytes that hold them all.  Raises OverflowError beyond 32 bits."""
    top = int(values.max()) if len(values) else 0
    if top > MOST:
        raise OverflowError(f"{top} does not fit the 32 bits of a segment; split it into smaller commits")
    return values.astype(counting(top + 1), copy=False)


def offsets(counts: Array) -> Array:
    """Where each of some stretches begins that lie one behind the other, and where the last one ends."""
    ends = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=ends[1:])
    return ends


def stretches(starts: Array, counts: Array) -> Array:
    """The places ``start, start + 1, …`` of each stretch, all in one array."""
    before = np.cumsum(counts, dtype=np.int64) - counts
    places = np.repeat(starts.astype(np.int64) - before, counts)
    places += np.arange(len(places), dtype=np.int64)
    return places
