"""The catalog keeps who is one person, and looks again only where something changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from termnews.article import Article, Quote, Span
from termnews.catalog import CatalogWriter, Entry, Profile
from tests.catalog.conftest import reading


@dataclass(frozen=True)
class Key:
    block: str
    aliases: tuple[str, ...] = ()
    fullness: int = 1


class Rules:
    """Rules that are easily foreseen: a block a surname, one person a surname; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[set[str]] = []

    def key(self, name: str) -> Key:
        words = name.lower().split()
        if name[0].islower():
            return Key("")
        aliases = tuple(part for part in words[-1].split("-") if "-" in words[-1])
        own = () if "-" in words[-1] else (words[-1],)
        return Key(words[-1], aliases + own, 3 if len(words) > 1 else 1)

    def group(self, profiles: Sequence[Profile]) -> list[list[int]]:
        self.asked.append({profile.name for profile in profiles})
        return [list(range(len(profiles)))] if profiles else []


class Halting(Rules):
    def group(self, profiles: Sequence[Profile]) -> list[list[int]]:
        raise KeyboardInterrupt


def entry(id_: str, *speakers: str, role: str | None = None) -> Entry:
    quotes = tuple(Quote((Span(0, 3),), speaker=speaker, role=role) for speaker in speakers)
    return Entry(Article(id_, id_, "One."), quotes, size=1, mtime=1, racy=False, digest=b"", engine="1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "catalog.db"


@pytest.fixture
def writer(path: Path) -> Iterator[CatalogWriter]:
    with CatalogWriter.create(path) as writer:
        writer.stage([entry("a", "Ada Novak", "Bo Lind"), entry("b", "Novak"), entry("c", "police")], (), ())
        yield writer


def regroup(writer: CatalogWriter, rules: Rules | None = None, version: int = 1) -> list[set[str]]:
    rules = rules or Rules()
    if writer.people_due(version):
        writer.regroup_people(version, rules.key, rules.group)
    return rules.asked


def rows(path: Path) -> dict[str, int]:
    return {speaker.name: speaker.quotes for speaker in reading(path).speakers()}


def test_names_are_people_until_they_are_told_apart(writer: CatalogWriter, path: Path) -> None:
    assert rows(path) == {"Ada Novak": 1, "Bo Lind": 1, "Novak": 1, "police": 1}
    regroup(writer)
    assert rows(path) == {"Ada Novak": 2, "Bo Lind": 1, "police": 1}
    assert reading(path).quote_keys(speakers=["Novak"]) == [(1, 0), (2, 0)]


def test_nothing_is_due_where_nothing_changed(writer: CatalogWriter) -> None:
    assert regroup(writer)
    assert not writer.people_due(1)
    writer.stage([entry("d", "Ada Novak", "police")], (), ())
    assert not writer.people_due(1), "the same name with the same role and section tells nothing new"


def test_only_the_block_of_a_new_name_is_looked_at(writer: CatalogWriter, path: Path) -> None:
    regroup(writer)
    writer.stage([entry("d", "Eva Lind")], (), ())
    assert regroup(writer) == [{"Bo Lind", "Eva Lind"}]
    assert rows(path)["Eva Lind"] == 2, "of two names as full and as frequent the longer"


def test_a_new_role_of_a_full_name_is_looked_at_by_itself(writer: CatalogWriter, path: Path) -> None:
    regroup(writer)
    writer.stage([entry("d", "Ada Novak", role="mayor")], (), ())
    assert regroup(writer) == [{"Ada Novak"}]
    assert rows(path)["Ada Novak"] == 3


def test_a_name_that_leaves_makes_its_block_be_looked_at(writer: CatalogWriter, path: Path) -> None:
    regroup(writer)
    writer.stage((), (), ["a"])
    assert regroup(writer) == [{"Novak"}]
    assert rows(path) == {"Novak": 1, "police": 1}


def test_an_alias_brings_two_blocks_together_and_lets_them_go(writer: CatalogWriter, path: Path) -> None:
    regroup(writer)
    writer.stage([entry("d", "Ida Novak-Lind")], (), ())
    assert regroup(writer) == [{"Ada Novak", "Novak", "Bo Lind", "Ida Novak-Lind"}]
    assert set(rows(path)) == {"Ida Novak-Lind", "police"}
    writer.stage((), (), ["d"])
    assert sorted(map(sorted, regroup(writer))) == [["Ada Novak", "Novak"], ["Bo Lind"]]
    assert rows(path) == {"Ada Novak": 2, "Bo Lind": 1, "police": 1}


def test_who_has_no_name_is_a_row_by_the_words_and_is_never_looked_at(writer: CatalogWriter, path: Path) -> None:
    regroup(writer)
    writer.stage([entry("d", "police", role="crowd")], (), ())
    assert regroup(writer) == []
    assert rows(path)["police"] == 2
    assert not writer.people_due(1)


def test_what_ends_the_process_leaves_the_work_for_the_next_time(writer: CatalogWriter, path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        regroup(writer, Halting())
    assert rows(path) == {"Ada Novak": 1, "Bo Lind": 1, "Novak": 1, "police": 1}
    writer.close()
    with CatalogWriter(path) as again:
        assert again.people_due(1)
        regroup(again)
    assert rows(path) == {"Ada Novak": 2, "Bo Lind": 1, "police": 1}


def test_other_rules_look_at_everything_again(writer: CatalogWriter) -> None:
    regroup(writer)
    assert writer.people_due(2)
    assert sorted(map(sorted, regroup(writer, version=2))) == [["Ada Novak", "Novak"], ["Bo Lind"]]
    assert not writer.people_due(2)


def test_a_changed_article_is_counted_once(writer: CatalogWriter, path: Path) -> None:
    regroup(writer)
    writer.stage([entry("a", "Ada Novak", "Ada Novak")], (), ())
    regroup(writer)
    assert rows(path) == {"Ada Novak": 3, "police": 1}
    (ada, _) = reading(path).speakers()
    assert ada.articles == 2


def test_a_catalog_whose_tables_are_not_ours_is_damaged(writer: CatalogWriter, path: Path) -> None:
    from termnews.catalog import DamagedCatalog

    writer._db.execute("ALTER TABLE article RENAME COLUMN tags TO tabs")
    writer.close()
    with pytest.raises(DamagedCatalog):
        CatalogWriter(path)
