"""The same story in several files is one row."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from termnews import Library
from tests import making

FERRY = (
    "The ferry that links the two sides of the harbour stopped on Monday after a crack was found in its hull, the "
    "company said. Passengers were taken across in small boats while engineers looked at the damage. Nobody was hurt, "
    "and a spare ferry is due on Thursday from the north. Fishermen offered to carry the mail for as long as it takes. "
    "The mayor asked for patience, and for a second ferry that the town has wanted for ten years."
)
COPIES = {
    "post/ferry.txt": f"Title: Ferry stops\nDate: 2024-06-03\nSource: The Ferry Post\n\n{FERRY}\n",
    "echo/ferry.txt": f"Title: Ferry out of service\nDate: 2024-06-04\nSource: The Echo\n\n{FERRY} It rained.\n",
    "star/ferry.txt": f"Title: No ferry\nDate: 2024-06-05\nSource: The Star\n\n{FERRY}\n",
}
POST, ECHO, STAR = COPIES


def ids(results: object) -> list[str]:
    return [hit.row.id for hit in results.hits]  # type: ignore[attr-defined]


@pytest.fixture
def library(folder: Path) -> Library:
    making.write(folder, COPIES)
    library = Library(folder)
    library.sync(jobs=0)
    return library


def test_one_row_stands_for_all(library: Library) -> None:
    found = library.search("mayor patience")
    assert (found.total, found.folded, len(found.hits)) == (1, 2, 1)
    assert found.hits[0].row.copies == 2
    assert sorted(ids(library.search("mayor patience", fold=False))) == sorted(COPIES)
    assert library.search("mayor patience", fold=False).total == 3


def test_it_is_the_first_in_the_order_asked_for(library: Library) -> None:
    assert ids(library.search("mayor patience", sort="newest")) == [STAR]
    assert ids(library.search("mayor patience", sort="oldest")) == [POST]
    assert ids(library.search("mayor patience source:echo")) == [ECHO]


def test_lists_fold_too(library: Library) -> None:
    listing, everything = library.listing(), library.listing(fold=False)
    assert (listing.total, listing.folded, everything.total) == (6, 2, 8)
    assert len(listing.numbers) == 6
    found = library.listing("mayor patience", sort="oldest")
    assert [row.id for row in library.rows(found.numbers) if row] == [POST]
    assert ids(library.list())[1] == STAR
    assert library.list(fold=False).total == 8
    library.mark([STAR], read=True)
    assert library.listing("mayor patience", unread=True).total == 1
    assert library.listing("mayor patience", unread=True, fold=False).total == 2


def test_pages_of_folded_answers_hang_together(library: Library) -> None:
    whole = ids(library.search("harbour", limit=None))
    assert len(whole) == library.search("harbour").total == 5
    assert [id_ for offset in range(5) for id_ in ids(library.search("harbour", 1, offset))] == whole


def test_the_copies_of_an_article(library: Library) -> None:
    assert [row.id for row in library.copies(ECHO)] == [STAR, POST]
    assert library.copies("letters/gulls.txt") == ()
    assert library.row(ECHO).copies == 2


def test_copies_that_leave_or_change_stand_apart(library: Library) -> None:
    (library.root / POST).unlink()
    making.write(library.root, {ECHO: "Title: Something else\n\nNothing of that is true.\n"}, old=False)
    library.sync(jobs=0)
    assert library.copies(STAR) == ()
    assert library.row(STAR).copies == 0
    making.write(library.root, {"sun/ferry.txt": f"Ferry\n\n{FERRY}\n"})
    library.sync(jobs=0)
    assert [row.id for row in library.copies(STAR)] == ["sun/ferry.txt"]


@pytest.mark.parametrize("seed", range(3))
def test_whatever_comes_and_goes_the_groups_are_those_of_a_new_library(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    root = making.write(tmp_path / "news", making.STORIES)
    library = Library(root)
    for _ in range(5):
        for number in rng.sample(range(12), 4):
            path = root / f"wire{number}.txt"
            if rng.random() < 0.4:
                path.unlink(missing_ok=True)
            else:
                kind = rng.randrange(3)
                words = random.Random(kind).choices(FERRY.split(), k=120)
                words[rng.randrange(120)] = "otherwise"
                path.write_text(f"Story {number}\n\n{' '.join(words)}\n")
                os.utime(path, (1_700_000_000 + rng.randrange(10_000), 1_700_000_000))
        library.sync(jobs=0)
    with Library(root, cache=tmp_path / "another") as anew:
        anew.sync(jobs=0)
        every = ids(anew.list(limit=None, fold=False))
        assert {id_: {row.id for row in library.copies(id_)} for id_ in every} == {
            id_: {row.id for row in anew.copies(id_)} for id_ in every
        }
        assert library.list().total == anew.list().total


def test_a_sync_that_was_cut_off_before_it_compared_is_made_good(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from termnews.sync import copies

    making.write(folder, COPIES)
    library = Library(folder)
    with monkeypatch.context() as cut:
        cut.setattr(copies, "find", interrupted)
        with pytest.raises(KeyboardInterrupt):
            library.sync(jobs=0)
    assert library.list().total == 8
    library.sync(jobs=0)
    assert library.list().total == 6
    assert len(library.copies(POST)) == 2


def interrupted(_: object) -> None:
    raise KeyboardInterrupt


SPOKEN = {
    "said/one.txt": f"Title: Ferry\nDate: 2024-06-03\n\n{FERRY} “It leaks,” said Ada Novak. "
    "“It leaks,” said Tom Brandt. “We wait,” said Mia Berg.\n",
    "said/two.txt": f"Title: Ferry\nDate: 2024-06-04\n\n{FERRY} “It — LEAKS!” said Ada Novak. "
    "“It leaks,” said Tom Brandt. “We wait here,” said Mia Berg.\n",
    "said/else.txt": 'Title: Other\nDate: 2024-06-05\n\n"It leaks," said Ada Novak. "It leaks," she said.\n',
}
ONE, TWO, ELSE = SPOKEN


def quoted(library: Library, query: str | None, **kwargs: object) -> list[tuple[str, str | None]]:
    found = library.quotes(query, **kwargs)  # type: ignore[arg-type]
    return [(said.article, said.quote.speaker) for said in found.quotations]


def test_the_same_quotation_in_copies_is_one_row(library: Library) -> None:
    making.write(library.root, SPOKEN)
    library.sync(jobs=0)
    assert library.copies(ONE)
    assert library.copies(TWO)
    found, everything = library.quotes('"it leaks"'), library.quotes('"it leaks"', fold=False)
    assert (everything.total, everything.folded) == (6, 0)
    assert (found.total, found.folded) == (4, 2)
    newest = quoted(library, '"it leaks"', sort="newest")
    assert newest == [(ELSE, "Ada Novak"), (ELSE, "Ada Novak"), (TWO, "Ada Novak"), (TWO, "Tom Brandt")]
    assert quoted(library, '"it leaks"', sort="oldest")[:2] == [(ONE, "Ada Novak"), (ONE, "Tom Brandt")]
    assert quoted(library, '"it leaks" date:2024-06-03') == [(ONE, "Ada Novak"), (ONE, "Tom Brandt")]
    assert len(quoted(library, '"we wait"')) == library.quotes('"we wait"').total == 2


def test_all_quotations_and_those_of_a_person_fold_too(library: Library) -> None:
    making.write(library.root, SPOKEN)
    library.sync(jobs=0)
    whole, everything = library.quotes(limit=None), library.quotes(limit=None, fold=False)
    assert len(whole.quotations) == whole.total == everything.total - whole.folded
    assert whole.folded == 2
    assert library.quotes(speaker="brandt").total == library.quotes(speaker="brandt", fold=False).total - 1
    assert quoted(library, None, article=ONE) == quoted(library, None, article=ONE, fold=False)
    pages = [said for at in range(whole.total) for said in library.quotes(limit=1, offset=at).quotations]
    assert pages == list(whole.quotations)
