"""Numbers by key, for whole arrays of keys at once."""

from __future__ import annotations

from termnews.search.columnar.arrays import Array, np

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST_BITS = 12


class KeyTable:
    """Keys of 64 bits, none of them 0, and the number of each: open addressing with linear probing and Fibonacci
    hashing (Knuth, The Art of Computer Programming 3, 6.4), every step taken for all keys that still need it."""

    def __init__(self) -> None:
        self._count = 0
        self._make(_FIRST_BITS)

    def _make(self, bits: int) -> None:
        self._shift = np.uint64(64 - bits)
        self._last = (1 << bits) - 1
        self._keys = np.zeros(1 << bits, dtype=np.uint64)
        self._numbers = np.zeros(1 << bits, dtype=np.uint32)

    def find(self, keys: Array) -> Array:
        """The number of each key, -1 where it has none."""
        slots = self._slots(keys)
        held = self._keys[slots]
        found = self._numbers[slots].astype(np.int64)
        at = np.flatnonzero(held != keys)
        slots, held, keys = slots[at], held[at], keys[at]
        while len(at):
            found[at] = -1
            left = np.flatnonzero(held)  # an empty slot: the key is not there
            at, keys = at[left], keys[left]
            slots = slots[left] + 1 & self._last
            held = self._keys[slots]
            right = held == keys
            found[at[right]] = self._numbers[slots[right]]
            left = np.flatnonzero(~right)
            at, keys, slots, held = at[left], keys[left], slots[left], held[left]
        return found

    def add(self, keys: Array, numbers: Array) -> None:
        """Give numbers to keys that have none yet, each key once."""
        self._count += len(keys)
        if 2 * self._count > len(self._keys):
            taken = np.flatnonzero(self._keys)
            old = self._keys[taken], self._numbers[taken]
            self._make(int(2 * self._count).bit_length() + 1)
            self._place(*old)
        self._place(keys, numbers)

    def _place(self, keys: Array, numbers: Array) -> None:
        slots = self._slots(keys)
        while len(keys):
            free = self._keys[slots] == 0
            self._keys[slots[free]] = keys[free]  # of several keys for one slot one gets it
            placed = self._keys[slots] == keys
            self._numbers[slots[placed]] = numbers[placed]
            keys, numbers = keys[~placed], numbers[~placed]
            slots = slots[~placed] + 1 & self._last

    def _slots(self, keys: Array) -> Array:
        return (keys * _GOLDEN >> self._shift).astype(np.int64)
