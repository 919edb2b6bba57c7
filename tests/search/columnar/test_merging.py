"""Tokens to postings and runs to segments, against plain Python."""

from __future__ import annotations

import io
from collections import defaultdict
from typing import Any
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from termnews.search.columnar import inversion, merging
from termnews.search.columnar.inversion import Terms, invert
from termnews.search.columnar.keytable import KeyTable
from termnews.search.columnar.merging import Merge, Source
from termnews.search.columnar.postings import Postings
from termnews.search.columnar.segmentfile import SegmentFile, write

Model = dict[bytes, dict[int, list[int]]]
"""The positions of each term in each document."""

TERMS = ["wine", "bread", "tea", "\U0010ffff", "é", "wines", "a", "bo"]
texts = st.lists(st.lists(st.sampled_from(TERMS), max_size=12), max_size=6)


def model_of(documents: list[list[str]]) -> Model:
    model: Model = defaultdict(dict)
    for document, terms in enumerate(documents):
        for position, term in enumerate(terms):
            model[term.encode()].setdefault(document, []).append(position)
    return model


def inverted(documents: list[list[str]], with_positions: bool, weight: float = 1.0) -> Postings:
    known = Terms()
    tokens = [(known.number(term), at, place) for at, terms in enumerate(documents) for place, term in enumerate(terms)]
    ids, of, places = (np.array(column, dtype=np.uint32) for column in zip(*tokens, strict=True))
    weights = None if weight == 1.0 else np.full(len(tokens), weight, dtype=np.float32)
    return invert(known, ids, of, places if with_positions else None, weights)


def contents(written: bytes, name: str = "text") -> Model:
    """What a file holds; frequencies stand for the positions of a field without."""
    file = SegmentFile(written)
    file.check()
    field = file.field(name)
    model: Model = {}
    if field is None:
        return model
    whole = field.whole()
    ends = whole.position_pointers()
    for at, term in enumerate(whole.terms):
        here = slice(int(whole.pointers[at]), int(whole.pointers[at + 1]))
        counts = whole.counts()[here].tolist()
        left: list[int] = list(range(sum(counts)))
        if whole.positions is not None:
            left = whole.positions[ends[at] : ends[at + 1]].tolist()
        documents = whole.documents[here].tolist()
        assert documents == sorted(set(documents)), "postings rise"
        model[term] = {
            document: [left.pop(0) for _ in range(count)] for document, count in zip(documents, counts, strict=True)
        }
    assert list(model) == sorted(model)
    return model


def written(merge: Merge, documents: int) -> bytes:
    sink = io.BytesIO()
    write(sink, documents, [("text", merge)])
    return sink.getvalue()


@given(texts.filter(any), st.booleans(), st.sampled_from([1, 2, 1 << 20]))
def test_inversion_sorts_tokens_by_term(documents: list[list[str]], with_positions: bool, at_once: int) -> None:
    with patch.object(inversion, "_PART_TOKENS", at_once):
        postings = inverted(documents, with_positions)
    found = contents(written(Merge([Source(postings, 0)], len(documents)), len(documents)))
    model = model_of(documents)
    if with_positions:
        assert found == model
    assert {term: {of: len(at) for of, at in held.items()} for term, held in found.items()} == {
        term: {of: len(at) for of, at in held.items()} for term, held in model.items()
    }


@given(
    st.lists(texts.filter(any), min_size=1, max_size=4),
    st.data(),
    st.booleans(),
    st.sampled_from([1, 3, 1 << 19]),
    st.sampled_from([1, 2, 1 << 15]),
)
def test_a_merge_holds_what_is_live_in_its_sources(
    runs: list[list[list[str]]], data: Any, with_positions: bool, piece: int, terms: int
) -> None:
    sources, left, first = [], [], 0
    for documents in runs:
        size = len(documents)
        live = data.draw(st.none() | st.lists(st.booleans(), min_size=size, max_size=size))
        sources.append(Source(inverted(documents, with_positions), first, None if live is None else np.array(live)))
        staying = [each for each, stays in zip(documents, live or [True] * size, strict=True) if stays]
        left += staying
        first += len(staying)
    with patch.multiple(merging, _PIECE=piece, _TERMS=terms):
        found = contents(written(Merge(sources, first), first))
    model = model_of(left)
    if with_positions:
        assert found == model
    assert {term: {of: len(at) for of, at in held.items()} for term, held in found.items()} == {
        term: {of: len(at) for of, at in held.items()} for term, held in model.items()
    }


@given(texts.filter(any), texts.filter(any))
def test_weights_go_along(first: list[list[str]], second: list[list[str]]) -> None:
    sources = [Source(inverted(first, False, 2.5), 0), Source(inverted(second, False), len(first))]
    documents = len(first) + len(second)
    field = SegmentFile(written(Merge(sources, documents), documents)).field("text")
    assert field is not None
    assert field.weights is not None
    factors = np.where(field.documents < len(first), 2.5, 1.0)
    assert np.allclose(field.weights, factors * field.counts_at(slice(None)))


@given(st.lists(st.sets(st.integers(1, 2**64 - 1), max_size=60), max_size=8), st.sets(st.integers(1, 2**64 - 1)))
def test_a_key_table_is_a_dictionary(batches: list[set[int]], absent: set[int]) -> None:
    table, model = KeyTable(), dict[int, int]()
    with patch("termnews.search.columnar.keytable._FIRST_BITS", 2):
        table = KeyTable()
    for batch in batches:
        fresh = sorted(batch - model.keys())
        numbers = range(len(model), len(model) + len(fresh))
        model.update(zip(fresh, numbers, strict=True))
        table.add(np.array(fresh, dtype=np.uint64), np.array(numbers, dtype=np.uint32))
    asked = [*model, *absent, *model]
    found = table.find(np.array(asked, dtype=np.uint64)).tolist()
    assert found == [model.get(key, -1) for key in asked]


def test_more_than_32_bits_can_count_is_refused() -> None:
    one = inverted([["wine", "tea"]], with_positions=True)
    merge = Merge([Source(one, 0), Source(one, 1)], 2)
    with patch.object(merging, "MOST", 3), pytest.raises(OverflowError, match="2\\^32"):
        written(merge, 2)
    with patch.object(inversion, "MOST", 1), pytest.raises(OverflowError):
        inverted([["wine", "tea"]], with_positions=True)
    with pytest.raises(OverflowError, match="documents"):
        write(io.BytesIO(), 2**32, [])
