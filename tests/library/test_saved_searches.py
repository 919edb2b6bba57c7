"""Searches kept under a name, and what is new in them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from termnews import Library
from termnews.article import SavedSearch
from termnews.state import NameTaken, StateError
from tests import making


@pytest.fixture
def library(folder: Path) -> Library:
    library = Library(folder)
    library.sync(jobs=0)
    return library


def arrive(library: Library, name: str, text: str) -> None:
    making.write(library.root, {name: text})
    library.sync(jobs=0)


def test_a_search_is_kept_and_forgotten(library: Library) -> None:
    assert library.saved_searches() == ()
    assert library.save_search("Port", "harbour") == SavedSearch("Port", "harbour", 4, 0)
    library.save_search("birds", "gulls")
    assert [kept.name for kept in library.saved_searches()] == ["birds", "Port"]
    assert library.saved_queries() == {"birds": "gulls", "Port": "harbour"}
    assert library.forget_search("@port")
    assert not library.forget_search("port")
    assert library.saved_queries() == {"birds": "gulls"}


def test_it_outlives_the_program_and_the_cache(library: Library, private_home: Path) -> None:
    library.save_search("port", "harbour")
    library.close()
    shutil.rmtree(private_home / "cache")
    with Library(library.root) as again:
        again.sync(jobs=0)
        assert again.saved_searches() == (SavedSearch("port", "harbour", 4, 0),)


def test_a_name_is_never_given_to_another_query_unasked(library: Library) -> None:
    library.save_search("port", "harbour")
    library.save_search("PORT", "harbour")
    with pytest.raises(NameTaken, match="harbour"):
        library.save_search("Pört", "ferry")
    assert library.save_search("Pört", "ferry", replace=True).query == "ferry"
    assert library.saved_queries() == {"Pört": "ferry"}


@pytest.mark.parametrize("name", ["", "@", "two words", "a:b", "(", "x" * 41, "-minus", "new\nline"])
def test_what_can_t_be_a_name_is_told(library: Library, name: str) -> None:
    with pytest.raises(StateError, match="letters"):
        library.save_search(name, "harbour")
    assert library.saved_queries() == {}


def test_its_name_can_be_used_in_any_query(library: Library) -> None:
    library.save_search("port", "harbour OR river")
    library.save_search("later", "@port date:2025")
    assert library.search("@port").total == 4
    assert library.search("@Port -regatta").total == library.listing("@PORT -regatta").total == 3
    assert library.search("@later").total == library.listing("@later").total == 1
    assert library.quotes("@port").total == 1
    assert library.matches("@port", "the river Harb") == ((4, 9),)
    assert {kept.name: kept.total for kept in library.saved_searches()} == {"later": 1, "port": 4}


def test_what_came_since_it_was_looked_at_is_new(library: Library) -> None:
    library.save_search("port", "harbour")
    arrive(library, "2024/05/crane.txt", "Title: The crane\nDate: 2024-05-01\n\nThe harbour has a crane.\n")
    arrive(library, "2024/05/rain.txt", "Title: Rain\nDate: 2024-05-02\n\nIt rained.\n")
    for _ in range(2):  # counting is not looking
        assert library.saved_searches() == (SavedSearch("port", "harbour", 5, 1),)
    library.look_at("Port")
    assert library.saved_searches() == (SavedSearch("port", "harbour", 5, 0),)
    library.look_at("nobody")


def test_a_file_that_changes_is_not_new(library: Library) -> None:
    library.save_search("port", "harbour")
    arrive(library, "letters/gulls.txt", "Gulls on the roof\n\nThe gulls came from the harbour, dear Sir.\n")
    assert library.saved_searches() == (SavedSearch("port", "harbour", 5, 0),)


def test_a_catalog_made_anew_knows_by_the_files_what_is_new(library: Library, private_home: Path) -> None:
    library.save_search("port", "harbour")
    library.close()
    shutil.rmtree(private_home / "cache")
    making.write(library.root, {"new.txt": "The crane\n\nThe harbour has a crane.\n"}, old=False)
    later = (library.root / "new.txt").stat().st_mtime + 10
    os.utime(library.root / "new.txt", (later, later))
    library.sync(jobs=0)
    assert library.saved_searches() == (SavedSearch("port", "harbour", 5, 1),)
    library.look_at("port")
    assert library.saved_searches() == (SavedSearch("port", "harbour", 5, 0),)


def test_libraries_keep_their_own(library: Library, tmp_path: Path) -> None:
    library.save_search("port", "harbour")
    with Library(making.write(tmp_path / "other")) as other:
        other.sync(jobs=0)
        other.save_search("port", "gulls")
        assert other.saved_queries() == {"port": "gulls"}
    assert library.saved_queries() == {"port": "harbour"}
