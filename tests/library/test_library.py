"""The door: what front ends and scripts ask."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from termnews import Library
from termnews.errors import TermnewsError
from termnews.library import NotIndexed, UnknownArticle
from tests import making

BRIDGE, BUDGET, REGATTA = "2024/03/bridge.txt", "2024/04/budget.txt", "2025/01/regatta.md"
GULLS, FRIENDLY = "letters/gulls.txt", "sport/friendly.txt"


@pytest.fixture
def library(folder: Path) -> Library:
    library = Library(folder)
    library.sync()
    return library


def ids(results: object) -> list[str]:
    return [hit.row.id for hit in results.hits]  # type: ignore[attr-defined]


def test_the_list_is_by_date_with_the_undated_last(library: Library) -> None:
    assert ids(library.list()) == [REGATTA, BUDGET, BRIDGE, GULLS, FRIENDLY]
    assert ids(library.list(sort="oldest")) == [BRIDGE, BUDGET, REGATTA, GULLS, FRIENDLY]


def test_a_page_of_the_list_knows_the_exact_total(library: Library) -> None:
    page = library.list(limit=2, offset=1)
    assert (page.total, ids(page)) == (5, [BUDGET, BRIDGE])


def test_filters(library: Library) -> None:
    library.mark([BRIDGE], read=True, tag=["Later"])
    library.mark([REGATTA], starred=True)
    assert ids(library.list(unread=True)) == [REGATTA, BUDGET, GULLS, FRIENDLY]
    assert ids(library.list(unread=False)) == [BRIDGE]
    assert ids(library.list(starred=True)) == [REGATTA]
    assert ids(library.list(section="news")) == [BRIDGE]
    assert ids(library.list(section="sport")) == [FRIENDLY]
    assert ids(library.list(source="the ferry post")) == [BUDGET, BRIDGE]
    assert ids(library.list(since="2024-04", until="2025")) == [REGATTA, BUDGET]
    assert ids(library.list(until="2024-03")) == [BRIDGE]


def test_a_tag_is_found_whether_the_file_s_or_the_reader_s(library: Library) -> None:
    library.mark([GULLS], tag=["Harbour"])
    assert ids(library.list(tag="harbour")) == [REGATTA, GULLS]
    assert set(ids(library.search("tag:harbour"))) == {REGATTA, GULLS}
    assert library.row(GULLS).tags == ("Harbour",)
    library.mark([GULLS], untag=["Harbour"])
    assert ids(library.list(tag="harbour")) == [REGATTA]


def test_a_date_that_is_none_is_one_clear_line(library: Library) -> None:
    with pytest.raises(TermnewsError, match="2016-11-15"):
        library.list(since="yesterweek")


def test_search_brings_snippets_with_the_matches_in_them(library: Library) -> None:
    (hit,) = library.search("crane").hits
    assert hit.row.id == BUDGET
    assert [hit.snippet[start:end] for start, end in hit.matches] == ["crane"]
    assert hit.score > 0


def test_search_pages_and_sorts(library: Library) -> None:
    assert library.search("harbour", limit=1).total == 4
    assert ids(library.search("harbour", sort="newest")) == [REGATTA, BUDGET, BRIDGE, FRIENDLY]
    assert ids(library.search("harbour", sort="oldest", limit=1, offset=1)) == [BUDGET]
    assert library.search("   ").total == 0


def test_search_knows_what_was_read(library: Library) -> None:
    library.mark([BUDGET], read=True, starred=True)
    assert set(ids(library.search("harbour is:unread"))) == {BRIDGE, REGATTA, FRIENDLY}
    assert ids(library.search("harbour is:starred")) == [BUDGET]


def test_an_article_by_its_id_and_the_nearest_where_there_is_none(library: Library) -> None:
    assert library.article(BRIDGE).headline == "Bridge closes for repairs"
    for ask in (library.article, library.row, library.article_quotes, library.path):
        with pytest.raises(UnknownArticle) as caught:
            ask("2024/03/bridges.txt")
        assert caught.value.nearest[0] == BRIDGE
        assert isinstance(caught.value, KeyError)


@pytest.mark.parametrize("id_", ["../news/2024/03/bridge.txt", "/etc/hostname", "2024", "", ".", "\0"])
def test_an_id_never_leads_out_of_the_library(library: Library, id_: str) -> None:
    with pytest.raises(UnknownArticle):
        library.article(id_)


def test_an_article_can_be_read_before_any_sync(folder: Path) -> None:
    library = Library(folder)
    assert library.article(BRIDGE).section == "News"
    assert library.article_quotes(BRIDGE)
    assert not library.exists_in_cache
    with pytest.raises(NotIndexed, match="termnews index"):
        library.list()


def test_marking_what_is_not_there_marks_nothing(library: Library) -> None:
    with pytest.raises(UnknownArticle):
        library.mark([BRIDGE, "nowhere.txt"], read=True)
    assert not library.row(BRIDGE).read


def test_quotes_by_speaker_article_and_words(library: Library) -> None:
    assert {q.quote.speaker for q in library.quotes(speaker="novak").quotations} == {"Ada Novak"}
    assert library.quotes(speaker="nobody").total == 0
    (said,) = library.quotes("roof").quotations
    assert said.article == BUDGET
    assert library.quotes(article=REGATTA).total == 1
    with pytest.raises(UnknownArticle):
        library.quotes(article="nowhere.txt")


def test_a_speaker_s_name_needs_no_accents(library: Library) -> None:
    assert library.quotes(speaker="sorensen mia").total == library.quotes(speaker="Sørensen").total


def test_speakers_are_counted(library: Library) -> None:
    speakers = {speaker.name: speaker for speaker in library.speakers()}
    assert speakers["Ada Novak"].articles == 1
    assert str(speakers["Tom Brandt"].first) == "2024-03-05"


def test_the_browser_s_listing_is_numbers_and_rows_come_by_window(library: Library) -> None:
    listing = library.listing()
    assert listing.total == len(listing.numbers) == 5
    rows = library.rows(listing.numbers[1:3])
    assert [row.id for row in rows if row] == [BUDGET, BRIDGE]
    assert library.rows([10_000]) == (None,)
    found = library.listing("harb", as_typed=True, sort="relevance")
    assert found.total == 4


def test_the_next_unread_goes_round(library: Library) -> None:
    numbers = library.listing().numbers
    library.mark([REGATTA, BUDGET], read=True)
    assert library.next_unread(numbers, 0) == 2
    assert library.next_unread(numbers, 4) == 2
    library.mark(list(making.STORIES), read=True)
    assert library.next_unread(numbers, 0) is None


def test_changes_of_others_are_noticed(library: Library, folder: Path) -> None:
    library.changed()
    assert not library.changed()
    with Library(folder) as other:
        other.mark([BRIDGE], read=True)
    assert library.changed()
    making.write(folder, {"new.txt": "New\n\nSomething happened.\n"}, old=False)
    with Library(folder) as other:
        other.sync()
    assert library.changed()
    assert not library.changed()


def test_one_library_serves_several_threads(library: Library) -> None:
    totals: list[int] = []
    threads = [
        threading.Thread(target=lambda: totals.append(library.search("harbour").total + library.list().total))
        for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert totals == [9] * 6


def test_info_tells_what_there_is(library: Library) -> None:
    library.mark([BRIDGE], read=True)
    info = library.info()
    assert (info.articles, info.undated, info.unread, info.starred) == (5, 2, 4, 0)
    assert (str(info.oldest), str(info.newest)) == ("2024-03-05", "2025-01-09")
    assert info.cache_bytes > 0


def test_a_query_that_asks_for_nothing_finds_nothing_in_list_and_search_alike(library: Library) -> None:
    assert library.listing("  ").total == 5
    for query in ("()", '""', "-"):
        assert library.listing(query).total == library.search(query).total == 0


def test_what_a_query_gets_wrong_is_told_once(library: Library) -> None:
    for answer in (library.search("colour:red harbour"), library.listing("colour:red harbour")):
        assert len([note for note in answer.notes if "colour" in note]) == 1


def test_a_listing_may_have_its_first_in_order_and_all_others_behind(library: Library) -> None:
    for query in ("the", "harbour OR the", "date:2000.."):
        whole = library.listing(query, sort="relevance")
        assert whole.in_order
        for first in (1, 2, 100):
            part = library.listing(query, sort="relevance", first=first)
            assert part.numbers[:first] == whole.numbers[:first]
            assert sorted(part.numbers) == sorted(whole.numbers)
            assert (part.total, part.folded) == (whole.total, whole.folded)
            assert part.in_order == (first >= len(whole.numbers))
