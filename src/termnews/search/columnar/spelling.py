"""How far terms are from a word: edits of letters, all terms at once.

The distance is Damerau's, in its restricted form (optimal string alignment): a letter more, less or another counts one,
and so do two neighbours that changed places, if nothing else happens to them.  H. Hyyrö, "A bit-vector algorithm for
computing Levenshtein and Damerau edit distances" (2003), keeps a whole column of the table of distances in the bits of
one number; here each term has such a number, and a step takes one letter of all terms.
"""

from __future__ import annotations

from termnews.search.columnar.arrays import Array, np, stretches

LONGEST = 64
"""Letters of the word that can be compared: the bits of a number."""


def distances(letters: Array, starts: Array, lengths: Array, word: str) -> Array:
    """The distance of each term from ``word``, of at most ``LONGEST`` letters.

    ``letters`` are code points, of which each term has a stretch.
    """
    count = len(word)
    kind = np.uint16 if count <= 16 else np.uint32 if count <= 32 else np.uint64
    order = np.argsort(-lengths, kind="stable")  # so that the terms that have a letter left are the first ones
    starts, lengths = starts[order], lengths[order]
    one, last = kind(1), kind(1 << (count - 1))
    places, letters = _places(word, kind), _in_alphabet(letters, word)
    rising = np.full(len(order), kind(~kind(0)))
    falling: Array = np.zeros(len(order), dtype=kind)
    diagonal, before = falling.copy(), falling.copy()
    distance = np.full(len(order), count, dtype=np.int16)
    for step in range(int(lengths[0]) if len(lengths) else 0):
        active = int(np.searchsorted(-lengths, -step))
        match = places[letters[starts[:active] + step]]
        up, down, old = rising[:active], falling[:active], diagonal[:active]
        swapped = ((~old & match) << one) & before[:active]
        same = ((((match & up) + up) ^ up) | match | down) | swapped
        more, less = down | ~(same | up), same & up
        distance[:active] += (more & last) != 0
        distance[:active] -= (less & last) != 0
        more, less = (more << one) | one, less << one
        rising[:active], falling[:active] = less | ~(same | more), more & same
        diagonal[:active], before[:active] = same, match
    found = np.empty(len(order), dtype=np.int16)
    found[order] = distance
    return found


def _places(word: str, kind: type) -> Array:
    """For no letter, and for each letter of ``word`` in rising order, the bits of the places where it stands."""
    letters = sorted(set(word))
    return np.array([0, *(sum(1 << at for at, other in enumerate(word) if other == each) for each in letters)], kind)


def _in_alphabet(letters: Array, word: str) -> Array:
    """Which letter of ``word``, in rising order from 1, each of the letters is; 0 where it is none."""
    alphabet = np.array(sorted(set(map(ord, word))), dtype=np.uint32)
    if letters.dtype == np.uint8:
        table = np.zeros(256, dtype=np.uint8)
        known = alphabet[alphabet < len(table)]
        table[known] = np.arange(1, len(known) + 1)
        return np.asarray(table[letters])
    at = np.searchsorted(alphabet, letters).clip(max=len(alphabet) - 1)
    return np.where(alphabet[at] == letters, at + 1, 0)


def letters_of(text: Array, starts: Array, ends: Array) -> tuple[Array, Array, Array]:
    """The terms ``text[start:end]``, which are UTF-8, as code points, and the start and length of each among them."""
    lengths = ends - starts
    joined = text[stretches(starts, lengths)]
    if not len(joined) or int(joined.max()) < 128:
        return joined, np.cumsum(lengths) - lengths, lengths
    letters = np.frombuffer(joined.tobytes().decode(errors="replace").encode("utf-32-le"), dtype="<u4")
    begins = (joined & 0xC0) != 0x80
    counts = np.add.reduceat(np.append(begins, False).astype(np.int64), np.cumsum(lengths) - lengths)
    return letters, np.cumsum(counts) - counts, counts
