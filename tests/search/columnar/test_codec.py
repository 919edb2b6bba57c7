"""The codec as Whoosh's tools use it, the file of a segment, and what is refused."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from whoosh import fields, index, query
from whoosh.analysis import KeywordAnalyzer

from termnews.search import DamagedIndex
from termnews.search.columnar.arrays import smallest
from termnews.search.columnar.codec import ColumnarCodec
from termnews.search.columnar.collector import ColumnarCollector
from termnews.search.columnar.fields import Text
from termnews.search.columnar.leaf import NotColumnar
from termnews.search.columnar.segmentfile import EXTENSION, SegmentFile
from termnews.search.columnar.writer import ColumnarWriter
from termnews.search.schema import ANALYSIS, schema_of

from .corpus import document, schema

pytestmark = pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)  # Whoosh leaves its columns open


def written(folder: Path, made: Any, *documents: dict[str, Any], **options: Any) -> Any:
    folder.mkdir(exist_ok=True)
    whole = index.create_in(str(folder), made)
    writer = ColumnarWriter(whole, **options)
    for each in documents:
        writer.add_document(**each)
    writer.commit()
    return whole


def postings(searcher: Any) -> dict[tuple[str, bytes], list[tuple[int, float, bytes]]]:
    reader = searcher.reader()
    found = {}
    for name, term in reader.all_terms():
        matcher = reader.postings(name, term)
        found[name, term] = list(_stepped(matcher))
    return found


def _stepped(matcher: Any) -> Any:
    while matcher.is_active():
        yield matcher.id(), matcher.weight(), matcher.value() or b""
        matcher.next()


def test_whooshs_writer_with_the_codec_writes_what_ours_does(tmp_path: Path) -> None:
    rng = random.Random(5)
    documents = [document(rng, key) for key in range(60)]
    ours = written(tmp_path / "ours", schema(), *documents)
    (tmp_path / "theirs").mkdir()
    theirs = index.create_in(str(tmp_path / "theirs"), schema())
    writer = theirs.writer(codec=ColumnarCodec())
    for each in documents:
        writer.add_document(**each)
    writer.commit()
    with ours.searcher() as first, theirs.searcher() as second:
        assert postings(first) == postings(second)
        for number in range(60):
            assert first.stored_fields(number) == second.stored_fields(number)
            assert first.reader().doc_field_length(number, "text") == second.reader().doc_field_length(number, "text")


def test_memory_that_is_too_small_changes_nothing(tmp_path: Path) -> None:
    rng = random.Random(6)
    documents = [document(rng, key) for key in range(90)]
    with (
        written(tmp_path / "much", schema(), *documents).searcher() as much,
        written(tmp_path / "none", schema(), *documents, megabytes=0).searcher() as none,
    ):
        assert postings(much) == postings(none)


def test_words_and_stems_are_the_same_on_every_road(tmp_path: Path) -> None:
    """Through pieces and arrays, and one by one through ``index`` as any Whoosh writer goes."""
    texts = ["Müller’s U.S. shares, 1,000 shares! 東京で", "don’t share; sharing — C++", "", "x" * 80]
    ours = written(tmp_path / "ours", schema_of("quotations"), *({"said_exact": [Text(text, 2.0)]} for text in texts))
    (tmp_path / "theirs").mkdir()
    theirs = index.create_in(str(tmp_path / "theirs"), schema_of("quotations"))
    writer = theirs.writer(codec=ColumnarCodec())
    for text in texts:
        writer.add_document(said_exact=[Text(text, 2.0)], said=[Text(text, 2.0)])
    writer.commit()
    with ours.searcher() as first, theirs.searcher() as second:
        exact = [
            {key: value for key, value in postings(each).items() if key[0] == "said_exact"} for each in (first, second)
        ]
        assert exact[0] == exact[1]
        weights = [
            {key: [posting[:2] for posting in value] for key, value in postings(each).items()}
            for each in (first, second)
        ]
        assert weights[0] == weights[1]
    assert ANALYSIS.words("shares") == ["shares"]


def test_boosts_repeated_keywords_and_several_numbers(tmp_path: Path) -> None:
    made = fields.Schema(tag=fields.KEYWORD(scorable=True, analyzer=KeywordAnalyzer()), size=fields.NUMERIC)
    whole = written(
        tmp_path / "i",
        made,
        {"tag": "a a b", "size": [5, 900]},
        {"tag": "a", "_tag_boost": 2.5},
        {"tag": "b", "_boost": 0.5},
    )
    with whole.searcher() as searcher:
        found = postings(searcher)
        assert [posting[:2] for posting in found["tag", b"a"]] == [(0, 2.0), (1, 2.5)]
        assert [posting[:2] for posting in found["tag", b"b"]] == [(0, 1.0), (2, 0.5)]
        for low, high in ((1, 10), (800, 1000), (1, 1000)):
            collector = ColumnarCollector()
            searcher.search_with_collector(query.NumericRange("size", low, high), collector)
            assert list(collector.all_ids()) == [0]


def test_a_format_without_a_place_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    whole = written(tmp_path / "i", fields.Schema(text=fields.TEXT(chars=True), key=fields.ID))
    writer = ColumnarWriter(whole)
    with pytest.raises(TypeError, match="Characters"):
        writer.add_document(text="wine", key="a")
    writer.add_document(key="a")
    writer.commit()
    assert whole.doc_count() == 1


def test_numbers_beyond_32_bits_are_refused() -> None:
    with pytest.raises(OverflowError, match="32 bits"):
        smallest(np.array([2**32]))


def segment_file(folder: Path) -> Path:
    return next(folder.glob(f"*{EXTENSION}"))


def test_a_damaged_foreign_or_older_file_is_one_exception(tmp_path: Path) -> None:
    rng = random.Random(7)
    written(tmp_path / "i", schema(), *(document(rng, key) for key in range(30))).close()
    data = segment_file(tmp_path / "i").read_bytes()
    SegmentFile(data).check()
    for broken in (b"", data[:100], data[:-1], b"TNPOST\x63\x00" + data[8:], b"\0" * len(data), data + b"\0"):
        with pytest.raises(DamagedIndex):
            SegmentFile(broken)
    seen = 0
    for _ in range(60):
        at = rng.randrange(len(data))
        flipped = data[:at] + bytes([data[at] ^ 1 << rng.randrange(8)]) + data[at + 1 :]
        try:
            SegmentFile(flipped).check()
        except DamagedIndex:
            seen += 1
    assert seen > 50  # the rest are the gaps that align arrays


def test_sorting_and_facets_by_columns(tmp_path: Path) -> None:
    made = fields.Schema(key=fields.ID(stored=True), size=fields.NUMERIC(int, sortable=True))
    sizes = [5, 3, 9, 3, 7, 3]
    whole = written(tmp_path / "i", made, *({"key": str(size), "size": size} for size in sizes))
    with whole.searcher() as searcher:
        newest = ColumnarCollector(3, sorted_by="size")
        searcher.search_with_collector(query.Every(), newest)
        assert [hit["key"] for hit in newest.results()] == ["9", "7", "5"]
        oldest = ColumnarCollector(4, sorted_by="size", ascending=True)
        searcher.search_with_collector(query.Every(), oldest)
        assert [hit.docnum for hit in oldest.results()] == [1, 3, 5, 0]
        assert sorted(oldest.facets("size").values()) == [1, 1, 1, 3]


def test_what_is_not_for_arrays_is_told(tmp_path: Path) -> None:
    whole = written(tmp_path / "i", schema(), document(random.Random(8), 1))
    with whole.searcher() as searcher:
        first = query.SpanFirst(query.Term("text", "said"))
        for wanted in (first, query.Or([query.Every(), first])):
            with pytest.raises(NotColumnar):
                searcher.search_with_collector(wanted, ColumnarCollector())
