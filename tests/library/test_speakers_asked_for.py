"""``speaker:`` means the person, under all full names that the library has for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termnews import Library
from termnews.search import Persons, parse, speakers_asked_for
from tests import making

STORIES = {
    "cable/a.txt": 'Title: Banks\n\n"Banks must lend more," said Vince Cable, the Liberal Democrat spokesman.\n',
    "cable/b.txt": 'Title: Rates\n\n"Rates will rise soon," said Vincent Cable, the Liberal Democrat spokesman.\n',
    "cable/c.txt": 'Title: Wires\n\n"Our wires carry more," said Jean Cable, an engineer of the harbour.\n',
}


@pytest.fixture
def library(folder: Path) -> Library:
    library = Library(making.write(folder, STORIES))
    library.sync(jobs=0)
    return library


def ids(library: Library, query: str, *, as_typed: bool = False) -> set[str]:
    return {hit.row.id for hit in library.search(query, as_typed=as_typed).hits}


def test_a_person_is_found_under_every_name(library: Library) -> None:
    both = {"cable/a.txt", "cable/b.txt"}
    assert ids(library, 'speaker:"Vince Cable"') == ids(library, 'speaker:"vincent cable"') == both
    assert ids(library, "speaker:vincent") == ids(library, "speaker:vinc", as_typed=True) == both
    assert ids(library, "speaker:cable") == STORIES.keys()
    assert ids(library, '-speaker:"vince cable" speaker:cable') == {"cable/c.txt"}
    assert ids(library, "banks OR speaker:vincent^2") == both


def test_it_is_still_one_person_who_said_it(library: Library) -> None:
    assert ids(library, 'speaker:"Vince Cable" said:rates') == {"cable/b.txt"}
    assert ids(library, 'speaker:"Vince Cable" said:wires') == set()
    assert [said.article for said in library.quotes("speaker:vince said:rise").quotations] == ["cable/b.txt"]


def test_the_count_of_a_speaker_is_what_the_narrower_search_finds(library: Library) -> None:
    counted = library.facets(None, ["speaker"])["speaker"]
    assert {facet.value.split()[-1] for facet in counted} >= {"Cable"}
    for facet in counted:
        assert library.search(facet.query).total == facet.count, facet


def test_a_letter_or_two_ask_for_names_and_for_nobody(library: Library) -> None:
    asked = 'speaker:(v* OR vi* OR vin* OR "j cable" OR j) -speaker:j*'
    assert speakers_asked_for(parse(asked)) == ("vin", "cable")
    assert ids(library, "speaker:v*") == {"cable/a.txt", "cable/b.txt"}


names = st.lists(
    st.tuples(st.integers(1, 3), st.sampled_from(["Ann Bell", "Anna Bell", "A. Bell", "Tom Orr", "ann BELL"]))
)


@given(names, st.sampled_from(["speaker:ann", 'speaker:"tom orr" -x', "bell", "NOT (speaker:a* OR speaker:bell)"]))
def test_what_was_asked_for_stays_part_of_the_question(names: list[tuple[int, str]], text: str) -> None:
    query = parse(text)
    widened = Persons(names).under_all_names(query)
    assert (widened.text, widened.needs, widened.empty) == (query.text, query.needs, query.empty)
    if not names:
        assert widened == query
