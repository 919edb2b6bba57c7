"""Counts of the answers by what they have in common, and over time; each is what a narrower search finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from termnews import Library
from termnews.article import Facet, Timeline
from termnews.errors import TermnewsError
from termnews.library import FACETS
from tests import making
from tests.library.test_copies import COPIES

BRIDGE = "2024/03/bridge.txt"


@pytest.fixture
def library(folder: Path) -> Library:
    library = Library(folder)
    library.sync(jobs=0)
    return library


def counts(facets: tuple[Facet, ...]) -> dict[str, int]:
    return {facet.value: facet.count for facet in facets}


def test_what_answers_have_in_common_is_counted(library: Library) -> None:
    found = library.facets("harbour")
    assert counts(found["source"]) == {"The Ferry Post": 2}
    assert counts(found["section"]) == {"News": 1, "Politics": 1, "sport": 1}
    assert counts(found["speaker"]) == {"Ada Novak": 1, "Lena Ortiz": 1, "Mia Sørensen": 1, "Tom Brandt": 1}
    assert counts(found["author"]) == {"Jon Pell": 1}
    assert counts(found["tag"]) == {"council": 1, "harbour": 1, "roads": 1, "sport": 1}
    assert [facet.value for facet in found["year"]] == ["2025", "2024"]
    assert counts(found["month"]) == {"2025-01": 1, "2024-04": 1, "2024-03": 1}
    assert counts(found["day"]) == {"2025-01-09": 1, "2024-04-18": 1, "2024-03-05": 1}


def test_the_most_frequent_come_first_and_no_more_than_wanted(library: Library) -> None:
    assert [facet.value for facet in library.facets(None, ["section"], limit=2)["section"]] == ["News", "Politics"]
    assert library.facets("harbour", ["source"], limit=0) == {"source": ()}
    assert library.facets("zeppelin") == dict.fromkeys(FACETS, ())
    assert library.facets("()", ["year"]) == {"year": ()}
    assert library.facets(None, ["year"]) == library.facets("  ", ["year"])


def test_speakers_without_a_name_are_not_counted_as_one(library: Library) -> None:
    said = "“The quay opens in May,” said {}. “It was late,” said Mara Vance.\n"
    speakers = ("the company", "The company", "one trader", "the Quay Company")
    making.write(library.root, {f"quay{n}.txt": f"Quay {n}\n\n{said.format(who)}" for n, who in enumerate(speakers)})
    library.sync(jobs=0)
    found = counts(library.facets("quay", ["speaker"])["speaker"])
    assert found["Mara Vance"] == len(speakers)
    assert {name for name in found if "ompany" in name or "trader" in name} <= {"the Quay Company", "Quay Company"}


def test_what_nothing_is_counted_by_is_told(library: Library) -> None:
    with pytest.raises(TermnewsError, match=r"colour.*speaker"):
        library.facets("harbour", ["colour"])


@pytest.mark.parametrize("fold", [True, False])
@pytest.mark.parametrize("query", ["the OR harbour", "mayor", "harbour -gulls", None])
def test_a_count_is_what_the_narrower_search_finds(library: Library, query: str | None, fold: bool) -> None:
    making.write(library.root, COPIES)
    making.write(library.root, {"echo.txt": "Title: Mayor\nSource: the ECHO\nTags: Harbour\n\nThe mayor said no.\n"})
    library.sync(jobs=0)
    library.mark(["echo.txt", BRIDGE], tag=["Harbour", "own"])
    found = library.facets(query, limit=None, fold=fold)
    assert all(found[name] for name in ("source", "tag", "year"))
    for facet in (facet for facets in found.values() for facet in facets):
        narrower = f"({query}) {facet.query}" if query else facet.query
        assert library.search(narrower, fold=fold).total == facet.count, facet


def test_marks_are_counted_as_they_are_now(library: Library) -> None:
    assert counts(library.facets("bridge", ["tag"])["tag"]) == {"council": 1, "roads": 1}
    library.mark([BRIDGE], tag=["Később"])
    assert counts(library.facets("bridge", ["tag"])["tag"]) == {"council": 1, "kesobb": 1, "roads": 1}


def test_one_person_is_counted_once_under_all_names(library: Library) -> None:
    making.write(
        library.root,
        {
            "a.txt": 'Title: A\n\n"The quay is wet," said Lena Ortiz.\n',
            "b.txt": 'Title: B\n\n"The quay is dry," said Mayor Lena M. Ortiz.\n',
        },
    )
    library.sync(jobs=0)
    people = {speaker.name: speaker.articles for speaker in library.speakers()}
    assert counts(library.facets(None, ["speaker"])["speaker"]) == people


def test_over_time_there_are_no_gaps(library: Library) -> None:
    timeline = library.timeline("harbour")
    assert timeline.unit == "month"
    assert timeline.points[0] == ("2024-03", 1)
    assert timeline.points[-1] == ("2025-01", 1)
    assert len(timeline.points) == 11
    assert (sum(count for _, count in timeline.points), timeline.undated) == (3, 1)
    assert library.timeline("zeppelin") == Timeline("day", ())
    assert library.timeline("()") == Timeline("day", ())
    assert library.timeline("gulls") == Timeline("day", (), 1)


@pytest.mark.parametrize(
    ("dates", "unit", "points"),
    [
        (("2024-02-28", "2024-03-01"), "day", 3),
        (("2024-02-28", "2024-05-01"), "month", 4),
        (("2014", "2024-05-01"), "year", 11),
        (("1850-01-01", "2050-12-31"), "year", 201),
        (("1969-12-31", "1970-01-01T00:30:00+01:00"), "day", 1),
    ],
)
def test_the_unit_fits_the_span(tmp_path: Path, dates: tuple[str, ...], unit: str, points: int) -> None:
    stories = {f"{at}.txt": f"Title: Story {at}\nDate: {date}\n\nIt rained.\n" for at, date in enumerate(dates)}
    library = Library(making.write(tmp_path / "news", stories))
    library.sync(jobs=0)
    timeline = library.timeline(None)
    assert (timeline.unit, len(timeline.points)) == (unit, points)
    assert sum(count for _, count in timeline.points) == len(dates)
