"""Fields on their way into a run: values come in by document, postings go out by term."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import Any, NamedTuple

from termnews.search.columnar.arrays import Array, np, offsets, smallest, stretches
from termnews.search.columnar.fields import GAP, Texts, Words
from termnews.search.columnar.fieldwriter import positions_in
from termnews.search.columnar.inversion import invert
from termnews.search.columnar.postings import Postings, frequencies_of, without_positions
from termnews.search.columnar.vocabulary import PADDING, Vocabulary, vocabulary_of

_BLOCK = 1 << 20
"""Bytes of text that are cut into words at once: as much as processors keep at hand."""


class Run(NamedTuple):
    """What a run has of a field: its postings, and the length of the field in each document (None for a field that is
    not scored).  Documents count from the first one of the run on."""

    field: str
    postings: Postings
    lengths: Array | None


class TextInverter:
    """A ``Words`` field with the ``Stems`` that are made of it.  Texts wait as bytes until there is a block of them."""

    def __init__(self, name: str, field: Words, stems: list[str]) -> None:
        self._name = name
        self._scored: bool = field.scorable
        self._stems = stems
        self._known: dict[str, int] = {}
        """The languages that came, and the number of each."""
        self._analysis = field.analysis
        self._start()

    def _start(self) -> None:
        self._vocabulary = vocabulary_of(self._analysis)
        self._words: list[Array] = []
        self._counts: list[Array] = []
        self._documents = array("I")
        self._weights = array("f")
        self._languages = array("I")
        self._start_block()

    def _start_block(self) -> None:
        self._block = bytearray(b" ")
        self._ends = array("I")  # of the texts of the block, in bytes

    def add(self, document: int, value: Texts, boost: float) -> int:
        """Take in the texts of a document; how many words have been cut out now."""
        block = self._block
        for text, weight, language in value:
            block += text.encode(errors="replace")
            block += b" "
            self._ends.append(len(block))
            self._documents.append(document)
            self._weights.append(weight * boost)
            self._languages.append(self._known.setdefault(language, len(self._known)))
        return self._cut() if len(block) > _BLOCK else 0

    def _cut(self) -> int:
        """Turn the block into numbers of words, and count those of each text."""
        words, at = self._vocabulary.words_in(bytes(self._block + PADDING))
        self._words.append(words)
        self._counts.append(np.diff(np.searchsorted(at, np.frombuffer(self._ends, dtype=np.uint32)), prepend=0))
        self._start_block()
        return len(words)

    def runs(self, first: int, documents: int) -> Iterator[Run]:
        """The words, and the stems where there are fields of them."""
        self._cut()
        words, counts = np.concatenate(self._words), np.concatenate(self._counts)
        of = np.frombuffer(self._documents, dtype=np.uint32) - np.uint32(first)
        weights = np.frombuffer(self._weights, dtype=np.float32)
        languages = np.frombuffer(self._languages, dtype=np.uint32)
        vocabulary = self._vocabulary
        self._start()
        if not len(words):
            return
        documents_of = np.repeat(smallest(of), counts)
        positions = stretches(_starts(of, counts), counts)
        weights_of = None if (weights == 1.0).all() else np.repeat(weights, counts)
        lengths = np.bincount(of, counts, documents).astype(np.int64)
        exact = invert(vocabulary.words, words, documents_of, smallest(positions), weights_of)
        del positions
        yield Run(self._name, exact, lengths if self._scored else None)
        if self._stems:
            stems = self._stemmed(vocabulary, words, languages, counts)
            stemmed = invert(vocabulary.stems, stems, documents_of, None, weights_of)
            for name in self._stems:
                yield Run(name, without_positions(stemmed), lengths)

    def _stemmed(self, vocabulary: Vocabulary, words: Array, languages: Array, counts: Array) -> Array:
        """The stem of each word, by the language of its text."""
        names = list(self._known)
        first = int(languages[0])
        if (languages == first).all():
            return vocabulary.stemmed(words, names[first])
        stems = np.empty_like(words)
        of = np.repeat(languages, counts)
        for number in np.unique(languages).tolist():
            chosen = of == number
            stems[chosen] = vocabulary.stemmed(words[chosen], names[number])
        return stems


def _starts(documents: Array, counts: Array) -> Array:
    """The position of the first word of each text: behind the texts of the same document before it, with gaps."""
    before = np.cumsum(counts + GAP) - (counts + GAP)
    begins = np.empty(len(documents), dtype=bool)
    begins[:1] = True
    np.not_equal(documents[1:], documents[:-1], out=begins[1:])
    of_document = np.maximum.accumulate(np.where(begins, before, 0))
    return np.asarray(before - of_document)


class PostingInverter:
    """Any other field: what its ``index`` gives, a posting at a time."""

    def __init__(self, name: str, field: Any) -> None:
        self._name, self._field = name, field
        self._with_positions = positions_in(field.format, name)
        self._start()

    def _start(self) -> None:
        self._numbers: dict[bytes, int] = {}
        self._ids = array("I")
        self._documents = array("I")
        self._weights = array("f")
        self._counts = array("I")
        self._positions = array("I")
        self._lengths: dict[int, int] = {}

    def add(self, document: int, value: Any, boost: float) -> int:
        """Take in the value of a document; how many tokens it is."""
        numbers, length = self._numbers, 0
        for term, frequency, weight, encoded in self._field.index(value):
            self._ids.append(numbers.setdefault(term, len(numbers)))
            self._documents.append(document)
            self._weights.append(weight * boost)
            self._counts.append(frequency)
            length += frequency
            if self._with_positions:
                self._positions.extend(self._field.format.decode_positions(encoded))
        self._lengths[document] = length
        return length

    def runs(self, first: int, documents: int) -> Iterator[Run]:
        """The postings of the field."""
        if self._ids:
            lengths = np.zeros(documents, dtype=np.int64)
            lengths[np.fromiter(self._lengths, dtype=np.int64) - first] = list(self._lengths.values())
            yield Run(self._name, self._sorted(first), lengths if self._field.scorable else None)
        self._start()

    def _sorted(self, first: int) -> Postings:
        terms = sorted(self._numbers)
        rank = np.empty(len(terms), dtype=np.int64)
        rank[[self._numbers[term] for term in terms]] = np.arange(len(terms))
        ranks = rank[np.frombuffer(self._ids, dtype=np.uint32)]
        order = np.argsort(ranks, kind="stable")
        ranks = ranks[order]
        documents = np.frombuffer(self._documents, dtype=np.uint32)[order] - np.uint32(first)
        counts = np.frombuffer(self._counts, dtype=np.uint32).astype(np.int64)
        positions = None
        if self._with_positions:
            places = stretches((np.cumsum(counts) - counts)[order], counts[order])
            positions = smallest(np.frombuffer(self._positions, dtype=np.uint32)[places])
        begins = np.ones(len(ranks), dtype=bool)  # a term that a field gives twice for a document is one posting
        begins[1:] = (ranks[1:] != ranks[:-1]) | (documents[1:] != documents[:-1])
        kept = np.flatnonzero(begins)
        weights = np.add.reduceat(np.frombuffer(self._weights, dtype=np.float32)[order], kept)
        counts = np.add.reduceat(counts[order], kept)
        return Postings(
            terms=terms,
            pointers=offsets(np.bincount(ranks[kept], minlength=len(terms))),
            documents=documents[kept],
            frequencies=frequencies_of(counts),
            weights=None if np.array_equal(weights, counts) else weights.astype(np.float32),
            positions=positions,
        )
