"""Near-copies: the same story in several files, told by the words that stand together in them.

A text is the set of its *shingles*, runs of four words; two texts are copies where their sets have a Jaccard index of
at least 0.8.  Which pairs are worth comparing is told by MinHash (Broder, "On the resemblance and containment of
documents", 1997): the shingles are hashed, the range of hashes is cut into bins, and the least hash of a bin is the
same in two texts as often as their sets are alike (one permutation hashing: Li, Owen and Zhang, 2012; an empty bin
takes the least hash of the next one that is not: Shrivastava and Li, 2014).  Three bins make a *band*, hashed into one
key; texts that share a key of one of the eight bands are compared.  Of pairs with an index of 0.8, 997 in 1000 share
one, of pairs with 0.3 a fifth do, of unrelated ones none.

What is published again after days is another story, told in the same words because the same happened again (a central
bank's weekly figures): articles whose dates are more than three days apart are no copies.

Words are compared without ASCII case and punctuation.  Where a text knows no blanks, every character is a word.
"""

from __future__ import annotations

from collections.abc import Sequence

from termnews.article import Article, Published, Span
from termnews.search.columnar.arrays import Array, np

ALIKE = 0.8
"""The least Jaccard index of two copies."""

_DAYS_APART = 3
_DAY = 86_400  # seconds

_SHINGLE = 4
_LEAST_WORDS = 20
"""Of texts with fewer, many are alike by chance."""
_MOST_BYTES = 200_000
"""What is looked at of a text."""
_BANDS, _BINS_A_BAND = 8, 3

_BLANK = 32
_LONGEST_WORD = 16
"""Bytes, on average, beyond which a text is taken to know no blanks."""
_BYTES = bytes(
    byte | 32 if 65 <= byte <= 90 else byte if byte >= 128 or chr(byte).isalnum() else _BLANK for byte in range(256)
)
_SAME = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-"), ("…", "."), ("\u00a0", " "))

_BASE = np.uint64(0x9E3779B97F4A7C15)
_MULTIPLIERS = np.array([0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F], np.uint64)
_HALF = np.uint64(32)
_EDGES = (np.arange(_BANDS * _BINS_A_BAND, dtype=np.uint64)) * np.uint64(2**64 // (_BANDS * _BINS_A_BAND))


def sketch(article: Article) -> bytes:
    """What an article's near-copies are looked for by: its keys, eight bytes each; empty where it is too short.

    The headline counts as part of the text, notices don't.
    """
    shingles = _shingles(_told(article.headline, article.text, article.notices))
    if not len(shingles):
        return b""
    least = shingles[np.searchsorted(shingles, _EDGES) % len(shingles)].reshape(_BANDS, _BINS_A_BAND)
    keys = (least * _MULTIPLIERS[:_BINS_A_BAND]).sum(axis=1, dtype=np.uint64) + np.arange(_BANDS, dtype=np.uint64)
    return _mixed(keys).tobytes()


def alike(one: Article, other: Article) -> bool:
    """Whether two articles are near-copies."""
    if _published_apart(one.published, other.published):
        return False
    first, second = (_shingles(_told(each.headline, each.text, each.notices)) for each in (one, other))
    if not len(first) or not len(second):
        return False
    common = len(np.intersect1d(first, second, assume_unique=True))
    return common >= ALIKE * (len(first) + len(second) - common)


def _published_apart(one: Published | None, other: Published | None) -> bool:
    """Whether whole days lie between two dates, however precise they are; never where one is not known."""
    if one is None or other is None:
        return False
    return max(one.first - other.last, other.first - one.last) > _DAYS_APART * _DAY


def _told(headline: str, text: str, notices: Sequence[Span]) -> bytes:
    """Headline and text without notices, as words with blanks between them and around them."""
    for start, end in reversed(notices):
        text = text[:start] + text[end:]
    text = f" {headline} {text[:_MOST_BYTES]} "
    if not text.isascii():
        for sign, plain in _SAME:
            text = text.replace(sign, plain)
    return text.encode().translate(_BYTES)


def _shingles(text: bytes) -> Array:
    """The hashes of the shingles, each once, rising."""
    words = _words(np.frombuffer(text, np.uint8))
    if len(words) < _LEAST_WORDS:
        return words[:0]
    last = len(words) - _SHINGLE + 1
    hashes = words[:last] * _MULTIPLIERS[0]
    for at in range(1, _SHINGLE):
        hashes += words[at : at + last] * _MULTIPLIERS[at]
    hashes = np.sort(_mixed(hashes))
    return np.asarray(hashes[np.concatenate(([True], hashes[1:] != hashes[:-1]))])


def _words(text: Array) -> Array:
    """A hash a word: the polynomial of its bytes, as the difference of two sums over the whole text."""
    edges = np.flatnonzero(np.diff((text == _BLANK).view(np.int8))) + 1
    starts, ends = edges[::2], edges[1::2]
    if len(starts) * _LONGEST_WORD < len(text):
        starts = np.flatnonzero(((text & 0xC0) != 0x80) & (text != _BLANK))
        ends = np.append(starts[1:], len(text))
    powers, inverses = _powers(len(text))
    sums = np.cumsum(text * powers[: len(text)], dtype=np.uint64)
    return np.asarray((sums[ends - 1] - sums[starts - 1]) * inverses[starts])


def _mixed(hashes: Array) -> Array:
    hashes = (hashes ^ (hashes >> _HALF)) * _MULTIPLIERS[0]
    return np.asarray(hashes ^ (hashes >> _HALF))


_known: list[tuple[Array, Array]] = []


def _powers(size: int) -> tuple[Array, Array]:
    """The powers of the base, and their inverses modulo 2**64."""
    if not _known or len(_known[0][0]) < size:
        most = max(2 * size, 16_384)
        inverse = np.uint64(pow(int(_BASE), -1, 2**64))
        grown = [np.cumprod(np.full(most, each, np.uint64), dtype=np.uint64) for each in (_BASE, inverse)]
        _known[:] = [(grown[0], grown[1])]
    return _known[0]
