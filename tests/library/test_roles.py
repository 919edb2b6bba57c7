"""``role:`` asks what an article calls a speaker: the office, or the words that stand for somebody without a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from termnews import Library
from tests import making

STORIES = {
    "a.txt": 'Title: Services\n\n"Digital services come first," said Lena Ortiz, minister for the harbour. '
    '"We pay for it," said Tom Brandt, the shadow minister.\n',
    "b.txt": 'Title: Forms\n\n"The forms are digital now," said a spokesman for the ministry. '
    '"I still want paper," said Lena Ortiz, minister for the harbour.\n',
    "c.txt": 'Title: Paper\n\n"Digital is not for everybody," said Ada Novak, a teacher.\n',
    "e.txt": 'Title: Ears\n\n"We listen to them on digital forms," the minister said.\n',
    "d.txt": 'Title: Bank\n\n"The minister knows that digital money comes," said the Bank of Osselmouth.\n',
}


@pytest.fixture
def library(folder: Path) -> Library:
    library = Library(making.write(folder, STORIES))
    library.sync(jobs=0)
    return library


def ids(library: Library, query: str) -> set[str]:
    return {hit.row.id for hit in library.search(query).hits}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("role:minister", {"a.txt", "b.txt", "e.txt"}),
        ("role:ministers", {"a.txt", "b.txt", "e.txt"}),
        ("role:ministry", {"b.txt"}),
        ("role:spokesm*", {"b.txt"}),
        ('role:"shadow minister"', {"a.txt"}),
        ("role:(teacher OR spokesman)", {"b.txt", "c.txt"}),
        ("role:minister said:digital", {"a.txt", "e.txt"}),
        ("role:minister said:paper", {"b.txt"}),
        ("role:minister digital", {"a.txt", "b.txt", "e.txt"}),
        ("said:digital -role:minister", {"b.txt", "c.txt", "d.txt"}),
        ("digital -role:minister", {"c.txt", "d.txt"}),
        ("role:minister speaker:brandt", {"a.txt"}),
        ("role:teacher speaker:ortiz", set()),
        ("role:osselmouth", set()),
        ("role:minstr~1", set()),
        ("role:ministr~2", {"a.txt", "b.txt", "e.txt"}),
    ],
)
def test_who_has_the_role_is_found(library: Library, query: str, found: set[str]) -> None:
    assert ids(library, query) == found


def test_quotations_are_asked_for_so_too(library: Library) -> None:
    said = library.quotes("role:minister digital", sort="newest").quotations
    assert [quotation.quote.speaker for quotation in said] == ["Lena Ortiz", "the minister"]
    assert library.quotes("role:minister").total == 4
    assert [quotation.article for quotation in library.quotes("role:ministry").quotations] == ["b.txt"]


def test_who_has_no_name_is_a_speaker_still(library: Library) -> None:
    assert ids(library, "speaker:minister") == {"e.txt"}
    assert ids(library, "speaker:spokesman said:forms") == {"b.txt"}


def test_a_role_that_nobody_has_may_have_been_mistyped(library: Library) -> None:
    assert library.suggest("role:minsiter said:digital") == "role:minister said:digital"
