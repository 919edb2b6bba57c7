"""Did you mean: a query with words of the library in place of those that it does not have.

Only words that nothing at all matches are looked at, so a query whose words are known costs a few look-ups.  For each
other one the words that begin alike are compared with it (``columnar.spelling``), and the one that is nearest and most
frequent is taken.  Somebody who mistypes a word seldom mistypes its first letter: words are compared that begin with
its first or, for one that was left out or swapped, its second letter; where there are none, those that are the same but
for another first letter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log2
from string import ascii_lowercase

from termnews.search.analysis import stands_alone
from termnews.search.columnar.arrays import Array, np
from termnews.search.columnar.fieldpostings import FieldPostings
from termnews.search.columnar.leaf import Leaf
from termnews.search.columnar.spelling import distances, letters_of
from termnews.search.layout import ARTICLES, QUOTATIONS
from termnews.search.plan import EXACT_FIELDS, WORD_FIELDS
from termnews.search.query import Query
from termnews.search.stemming import stems
from termnews.search.store import Store
from termnews.search.terms import AskedWord

MOST_CORRECTED = 3
"""Words of one query that another is looked for."""

_SHORTEST, _LONGEST = 3, 32
_SHORT = 4
"""Letters up to which a word is corrected by one edit alone; longer ones by two."""
_MANY = 20_000
"""Words of a segment from which on those of a single document are passed over: most are mistyped themselves."""
_COST_OF_AN_EDIT = 6.0
"""A word that is one edit further away has to be 2^6 times as frequent to be taken all the same."""


def suggested(query: Query, stores: Mapping[str, Store]) -> str | None:
    """What was typed, with other words in the places of those that the library does not have; None where it has them
    all, or nothing is like the others."""
    text, looked_at = query.text, 0
    for asked in sorted(query.asked, key=lambda word: -word.start):
        store = stores[QUOTATIONS if asked.field in {"said", "role"} else ARTICLES]
        if looked_at == MOST_CORRECTED or not _can_be_mistyped(asked.word) or _is_known(asked, store):
            continue
        looked_at += 1
        better = _best(asked, _fields(store, _exact_fields(asked, store)), thorough=looked_at == 1)
        if better is not None:
            typed = text[asked.start : asked.end]
            better = better.capitalize() if typed[0].isupper() and not typed.isupper() else better
            text = text[: asked.start] + better + text[asked.end :]
    return None if text == query.text else text


def _can_be_mistyped(word: str) -> bool:
    """Not numbers, which are what they are, and not scripts in which every word is short."""
    return _SHORTEST <= len(word) <= _LONGEST and not any(map(str.isdigit, word)) and not stands_alone(word)


def _exact_fields(asked: AskedWord, store: Store) -> Sequence[str]:
    return EXACT_FIELDS[store.name][asked.field]


def _fields(store: Store, names: Sequence[str]) -> list[FieldPostings]:
    """These fields in every segment."""
    leaves = [Leaf(reader, 0) for reader in store.readers]
    return [field for name in names for leaf in leaves if (field := leaf.field(name)) is not None]


def _is_known(asked: AskedWord, store: Store) -> bool:
    """Whether anything matches the word by itself."""
    term = asked.word.encode()
    forms = [form.encode() for form in stems(asked.word, store.languages)] if asked.stemmed else []
    for field in _fields(store, WORD_FIELDS[store.name].get(asked.field, ())):
        if any(field.dictionary.find(form) >= 0 for form in forms):
            return True
    dictionaries = (field.dictionary for field in _fields(store, _exact_fields(asked, store)))
    if asked.beginning:
        return any(dictionary.beginning(term) for dictionary in dictionaries)
    return any(dictionary.find(term) >= 0 for dictionary in dictionaries)


def _best(asked: AskedWord, fields: Sequence[FieldPostings], thorough: bool) -> str | None:
    """The word that is the nearest and the most frequent; looked for under other first letters if ``thorough``."""
    word = asked.word
    edits = 1 if len(word) <= _SHORT else 2
    frequencies: Counter[str] = Counter()
    alike = list(_beginning_alike(word, edits, fields))
    for found, frequency in alike or (_beginning_otherwise(word, fields) if thorough else ()):
        frequencies[found] += frequency
    terms = sorted(frequencies)
    if not terms:
        return None
    steps = _distances(word, terms)
    worth = [log2(frequencies[term] + 1) - _COST_OF_AN_EDIT * step for term, step in zip(terms, steps, strict=True)]
    return terms[worth.index(max(worth))]


def _beginning_alike(word: str, edits: int, fields: Sequence[FieldPostings]) -> Iterator[tuple[str, int]]:
    """Words of so few edits that begin with the first or the second letter, and in how many documents they are."""
    chosen: list[tuple[FieldPostings, Array]] = []
    pieces: list[tuple[Array, Array]] = []
    most_bytes = 1 if word.isascii() else 4
    for field in fields:
        text, ends = field.dictionary.arrays()
        for first in dict.fromkeys(word[:2]):
            terms = field.dictionary.beginning(first.encode())
            bounds = ends[terms.start : terms.stop + 1].astype(np.int64)
            lengths = np.diff(bounds)
            fits = (lengths >= len(word) - edits) & (lengths <= (len(word) + edits) * most_bytes)
            if len(field.dictionary) > _MANY:
                fits &= np.diff(field.pointers[terms.start : terms.stop + 1]) > 1
            some = np.flatnonzero(fits)
            letters, _, counts = letters_of(text, bounds[some], bounds[some + 1])
            chosen.append((field, some + terms.start))
            pieces.append((letters, counts))
    if not pieces:
        return
    letters, counts = (np.concatenate(arrays) for arrays in zip(*pieces, strict=True))
    near = distances(letters, np.cumsum(counts) - counts, counts, word) <= edits
    at = 0
    for field, numbers in chosen:
        for term in numbers[near[at : at + len(numbers)]].tolist():
            yield field.dictionary[term].decode(errors="replace"), field.document_frequency(term)
        at += len(numbers)


def _beginning_otherwise(word: str, fields: Sequence[FieldPostings]) -> Iterator[tuple[str, int]]:
    """Words that differ in the first letter alone, or have one before it."""
    for other in (first + rest for first in ascii_lowercase for rest in (word, word[1:])):
        for field in fields:
            term = field.dictionary.find(other.encode())
            if term >= 0:
                yield other, field.document_frequency(term)


def _distances(word: str, terms: Sequence[str]) -> list[int]:
    joined = np.frombuffer("".join(terms).encode("utf-32-le"), dtype="<u4")
    lengths = np.array([len(term) for term in terms], dtype=np.int64)
    found: list[int] = distances(joined, np.cumsum(lengths) - lengths, lengths, word).tolist()
    return found
