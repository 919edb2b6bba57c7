"""One person in every article: who speaks, and everything they said, through Library and the command line."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from termnews import Library
from termnews.article import Speaker
from termnews.catalog import CatalogWriter, Entry
from tests import making


def story(said: str, *, title: str = "News", date: str = "2020-01-01", section: str = "News") -> str:
    return f"Title: {title}\nDate: {date}\nSection: {section}\n\n{said}\n"


STORIES = {
    "2016/cloud.txt": story(
        '"The cloud grows," said Scott Guthrie, an executive at Norvane.', date="2016-11-15", section="Business"
    ),
    "2017/chips.txt": story(
        '"Chips are dear," said Mr. Guthrie. "They will get cheaper."', date="2017-02", section="Business"
    ),
    "2018/clouds.txt": story(
        '"We were early," said Scott Guthrie, executive vice president.', date="2018-05-01", section="Business"
    ),
    "2018/banjo.txt": story(
        '"It is all in the wrist," said Osric Guthrie, a drummer.', date="2018-06-01", section="Arts"
    ),
    "2019/norvane.txt": story('"We are fine," Norvane Logistics said in a statement.', date="2019-01-01"),
    "2019/oslo.txt": story('"The river is high," said Mia Sørensen, the mayor.', date="2019-02-01", section="Local"),
    "2020/oslo.txt": story('"It fell again," said Mia Sorensen, the mayor.', date="2020-02-01", section="Local"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return making.write(tmp_path / "news", STORIES)


@pytest.fixture
def library(folder: Path) -> Library:
    library = Library(folder)
    library.sync()
    return library


def speakers(library: Library) -> dict[str, Speaker]:
    return {speaker.name: speaker for speaker in library.speakers()}


def articles(library: Library, speaker: str) -> set[str]:
    return {said.article for said in library.quotes(speaker=speaker).quotations}


SCOTT = {"2016/cloud.txt", "2017/chips.txt", "2018/clouds.txt"}


def test_a_person_is_one_row_under_the_fullest_name(library: Library) -> None:
    found = speakers(library)
    assert {"Scott Guthrie", "Osric Guthrie"} <= set(found)
    assert not {"Guthrie", "Mr. Guthrie"} & set(found)
    scott = found["Scott Guthrie"]
    assert (scott.articles, str(scott.first), str(scott.last)) == (3, "2016-11-15", "2018-05-01")


def test_a_person_is_found_under_every_name(library: Library) -> None:
    assert articles(library, "scott") == SCOTT
    assert articles(library, "Scott Guthrie") == SCOTT
    assert articles(library, "osric") == {"2018/banjo.txt"}
    assert articles(library, "guthrie") == {*SCOTT, "2018/banjo.txt"}


def test_a_quote_keeps_the_name_its_own_article_gives(library: Library) -> None:
    names = {said.quote.speaker for said in library.quotes(speaker="scott", article="2017/chips.txt").quotations}
    assert len(names) == 1
    assert names <= {"Guthrie", "Mr. Guthrie"}


def test_missing_accents_are_no_other_person(library: Library) -> None:
    assert articles(library, "sorensen") == {"2019/oslo.txt", "2020/oslo.txt"}
    assert sum(name.startswith("Mia") for name in speakers(library)) == 1


def test_an_organisation_is_a_row_of_its_own(library: Library) -> None:
    assert speakers(library)["Norvane Logistics"].articles == 1


def test_the_most_quoted_come_first_and_info_counts_the_same_people(library: Library) -> None:
    found = library.speakers()
    assert [speaker.quotes for speaker in found] == sorted((speaker.quotes for speaker in found), reverse=True)
    assert library.info().speakers == len(found)


def test_a_new_article_joins_the_person_it_names(folder: Path, library: Library) -> None:
    making.write(
        folder, {"2021/more.txt": story('"More to come," said Scott Guthrie.', date="2021", section="Business")}
    )
    library.sync()
    assert articles(library, "scott") == {*SCOTT, "2021/more.txt"}
    assert speakers(library)["Scott Guthrie"].articles == 4


def test_a_surname_that_comes_to_mean_two_people_is_told_apart(folder: Path) -> None:
    for name in STORIES:
        if name != "2017/chips.txt":
            (folder / name).unlink()
    library = Library(folder)
    library.sync()
    (alone,) = library.speakers()
    assert alone.name in {"Guthrie", "Mr. Guthrie"}
    making.write(folder, {"2018/banjo.txt": story('"All in the wrist," said Olga Guthrie, a singer.', section="Arts")})
    library.sync()
    assert articles(library, "olga") == {"2018/banjo.txt"}
    making.write(folder, {"2016/cloud.txt": STORIES["2016/cloud.txt"]})
    library.sync()
    assert articles(library, "scott") == {"2016/cloud.txt", "2017/chips.txt"}


def test_an_article_that_leaves_takes_its_name_along(folder: Path, library: Library) -> None:
    for name in SCOTT - {"2017/chips.txt"}:
        (folder / name).unlink()
    library.sync()
    assert articles(library, "scott") == set()
    assert "Scott Guthrie" not in speakers(library)
    assert "2017/chips.txt" in articles(library, "guthrie")


def test_article_by_article_or_all_at_once_gives_the_same_people(tmp_path: Path, library: Library) -> None:
    with Library(tmp_path / "slowly") as slowly:
        for name, text in STORIES.items():
            making.write(tmp_path / "slowly", {name: text})
            slowly.sync()
        assert slowly.speakers() == library.speakers()


def test_a_sync_that_was_killed_before_people_were_told_apart_is_made_good(folder: Path, library: Library) -> None:
    expected = library.speakers()
    catalog = library.info().cache / "catalog.db"
    with CatalogWriter(catalog) as writer:  # as a sync does it, up to where it is killed
        writer.stage([staged_again(library, name) for name in ("2017/chips.txt", "2018/banjo.txt")], (), ())
    assert {"Scott Guthrie", "Osric Guthrie"} <= set(speakers(library))
    library.sync()
    assert library.speakers() == expected


def staged_again(library: Library, id_: str) -> Entry:
    quotes = library.article_quotes(id_, indirect=True)
    return Entry(library.article(id_), quotes, size=1, mtime=1, racy=True, digest=b"", engine="?")


def test_a_rebuild_gives_the_same_people(folder: Path, library: Library) -> None:
    expected = library.speakers()
    library.sync(rebuild=True)
    assert library.speakers() == expected
    shutil.rmtree(library.info().cache)
    with Library(folder) as again:
        again.sync()
        assert again.speakers() == expected


# ---- the command line ------------------------------------------------------------------------------------------------


def run(folder: Path, *args: str) -> list[str]:
    command = [sys.executable, "-m", "termnews", "-l", str(folder), *args]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_speakers_prints_a_line_for_a_person(folder: Path, library: Library) -> None:
    lines = run(folder, "speakers")
    assert sum("Guthrie" in line for line in lines) == 2
    records = [json.loads(line) for line in run(folder, "speakers", "--json")]
    assert set(records[0]) == {"name", "role", "quotes", "articles", "first", "last"}
    assert {record["name"] for record in records if "Guthrie" in record["name"]} == {"Scott Guthrie", "Osric Guthrie"}


def test_quotes_of_a_speaker_are_those_under_every_name(folder: Path, library: Library) -> None:
    records = [json.loads(line) for line in run(folder, "quotes", "--speaker", "scott", "--json")]
    assert {record["article"] for record in records} == SCOTT
    assert run(folder, "quotes", "--speaker", "scott", "--count") == [str(len(records))]
