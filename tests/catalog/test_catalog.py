"""The catalog keeps articles and quotes as they were handed in, and knows what is not yet in the index."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from termnews.article import Article, Published, Quote, Span
from termnews.catalog import CatalogReader, CatalogWriter, DamagedCatalog, Entry
from tests.catalog.conftest import reading

TEXT = 'One. "Two," said Ada Novak.'
QUOTES = (
    Quote((Span(6, 9),), speaker="Ada Novak", role="mayor", mention=Span(17, 26), cue=Span(12, 16)),
    Quote((Span(0, 3),), speaker="Ada Novak", kind="indirect"),
)


def entry(id_: str, *, published: str | None = None, headline: str = "A headline", **fields: object) -> Entry:
    article = Article(
        id=id_,
        headline=headline,
        text=TEXT,
        published=Published.from_iso(published) if published else None,
        **fields,  # type: ignore[arg-type]
    )
    return Entry(article, QUOTES, size=10, mtime=5_000_000_000, racy=False, digest=id_.encode(), engine="1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "catalog.db"


@pytest.fixture
def writer(path: Path) -> Iterator[CatalogWriter]:
    with CatalogWriter.create(path) as writer:
        yield writer


def test_an_article_comes_back_as_it_was(writer: CatalogWriter, path: Path) -> None:
    given = entry(
        "a.txt", published="2016-11", byline="A. Writer", dateline="LONDON", source="Post", section="News",
        tags=("b", "a"), language="en", url="https://example.org/a", notices=(Span(0, 4),), derived=True,
    )  # fmt: skip
    writer.stage([given], (), ())
    reader = reading(path)
    assert reader.article("a.txt") == given.article
    assert reader.quotes("a.txt", indirect=True) == QUOTES
    assert reader.quotes("a.txt") == QUOTES[:1]
    (row,) = reader.rows([1]).values()
    assert (row.id, row.tags, row.words, row.quotes, row.added) == ("a.txt", ("b", "a"), 5, 1, 5)


def test_the_newest_comes_first_and_the_undated_last_and_ties_go_by_id(writer: CatalogWriter, path: Path) -> None:
    given = [("c", None), ("b", "2020"), ("a", "2020-01-01"), ("d", "2021-05-05T10:00:00+00:00"), ("e", None)]
    writer.stage([entry(id_, published=date) for id_, date in given], (), ())
    reader = reading(path)
    rows = reader.rows(range(1, 6))
    assert [rows[number].id for number in reader.order("newest")] == ["d", "a", "b", "c", "e"]
    assert [rows[number].id for number in reader.order("oldest")] == ["a", "b", "d", "c", "e"]


def test_filters_compare_without_case_and_accents(writer: CatalogWriter, path: Path) -> None:
    writer.stage([entry("a", section="Économie", published="2020-06-01"), entry("b", section="News")], (), ())
    reader = reading(path)
    assert list(reader.order(section="economie")) == [1]
    assert list(reader.order(since=Published.from_iso("2020-06").first)) == [1]
    assert list(reader.order(until=Published.from_iso("2019").last)) == []


def test_what_was_staged_is_pending_until_it_is_settled(writer: CatalogWriter, path: Path) -> None:
    numbers, _ = writer.stage([entry("a"), entry("b")], (), ())
    assert writer.pending() == (numbers, [])
    writer.settle(1)
    assert writer.pending() == ([], [])
    _, dropped = writer.stage((), (), ["a"])
    assert writer.pending() == ([], dropped) == ([], [numbers[0]])
    writer.close()
    with CatalogWriter(path) as again:
        assert again.pending() == ([], dropped)
        assert again.meta.generation == 1


def test_a_changed_article_keeps_its_number_and_a_removed_one_is_never_given_again(writer: CatalogWriter) -> None:
    (first,), _ = writer.stage([entry("a")], (), ())
    (same,), _ = writer.stage([entry("a", headline="Another")], (), ())
    assert same == first
    writer.stage((), (), ["a"])
    (new,), _ = writer.stage([entry("a")], (), ())
    assert new > first


def test_a_file_that_becomes_unreadable_leaves_and_one_that_becomes_readable_is_no_longer_told(
    writer: CatalogWriter, path: Path
) -> None:
    writer.stage([entry("a")], (), ())
    writer.stage((), [("a", 1, 2, "1", "binary")], ())
    reader = reading(path)
    assert reader.unreadable() == (("a", "binary"),)
    assert reader.article("a") is None
    writer.stage([entry("a")], (), ())
    assert reader.unreadable() == ()


def test_speakers_are_counted_with_their_dates_and_most_frequent_role(writer: CatalogWriter, path: Path) -> None:
    writer.stage([entry("a", published="2020"), entry("b", published="2021-03-04"), entry("c")], (), ())
    (speaker,) = reading(path).speakers()
    assert (speaker.name, speaker.role, speaker.quotes, speaker.articles) == ("Ada Novak", "mayor", 3, 3)
    assert (str(speaker.first), str(speaker.last)) == ("2020", "2021-03-04")


def test_quotations_bring_their_words_and_their_article(writer: CatalogWriter, path: Path) -> None:
    writer.stage([entry("a", published="2020")], (), ())
    reader = reading(path)
    assert reader.quote_keys() == [(1, 0)]
    assert reader.quote_keys(indirect=True, speakers=["Ada Novak"]) == [(1, 0), (1, 1)]
    assert reader.quote_keys(speakers=[]) == []
    quotation = reader.quotations([(1, 0)])[1, 0]
    assert (quotation.article, quotation.text, quotation.quote.speaker) == ("a", ("Two",), "Ada Novak")


def test_ids_complete_and_near_misses_are_found(writer: CatalogWriter, path: Path) -> None:
    writer.stage([entry(f"2016/11/{name}.txt") for name in ("azure", "azores", "bridge")], (), ())
    reader = reading(path)
    assert reader.ids("2016/11/az", 10) == ("2016/11/azores.txt", "2016/11/azure.txt")
    assert reader.nearest("2016/11/azur.txt")[0] == "2016/11/azure.txt"
    assert reader.nearest("azure.txt") == ("2016/11/azure.txt",)


def test_more_numbers_than_sqlite_binds_at_once(writer: CatalogWriter, path: Path) -> None:
    writer.stage([entry(f"{i:04}") for i in range(1200)], (), ())
    assert len(reading(path).rows(range(1, 1300))) == 1200


@pytest.mark.parametrize("damage", [b"", b"not a database at all, but long enough to be one" * 40])
def test_a_damaged_catalog_is_told_apart(path: Path, damage: bytes) -> None:
    path.write_bytes(damage)
    with pytest.raises(DamagedCatalog):
        CatalogWriter(path)
    with pytest.raises(DamagedCatalog):
        CatalogReader(path)


def test_a_reader_never_makes_a_catalog(path: Path) -> None:
    with pytest.raises(DamagedCatalog):
        CatalogReader(path)
    assert not path.exists()
