"""More like this: articles about the same, told by the words that tell most."""

from __future__ import annotations

from pathlib import Path

import pytest

from termnews import Library
from termnews.library import UnknownArticle
from tests import making
from tests.library.test_copies import COPIES, ECHO, POST, STAR

ABOUT = {
    "wine/frost.txt": "Title: Frost hits the vines\n\nFrost in the vineyards of the valley has killed the young vines. "
    "Growers lit fires between the vines all night.\n",
    "wine/prices.txt": "Title: Dear wine\n\nA bottle will cost more after the frost in the vineyards, growers say. The "
    "vines of the valley need years.\n",
    "wine/fires.txt": "Title: Smoke over the valley\n\nGrowers of the valley burn straw against frost; their vineyards "
    "lie under smoke.\n",
    "chess/final.txt": "Title: Final drawn\n\nThe final of the chess cup ended in a draw after seven hours.\n",
    "chess/opening.txt": "Title: A bold opening\n\nThe chess champion tried a bold opening in the cup and lost.\n",
}
FROST = "wine/frost.txt"


@pytest.fixture
def library(folder: Path) -> Library:
    making.write(folder, {**ABOUT, **COPIES})
    library = Library(folder)
    library.sync(jobs=0)
    return library


def test_related_articles_are_about_the_same(library: Library) -> None:
    found = library.related(FROST)
    ids = [hit.row.id for hit in found.hits]
    assert set(ids[:2]) == {"wine/prices.txt", "wine/fires.txt"}
    assert FROST not in ids
    assert found.total == len(ids)
    assert library.related("chess/final.txt", limit=1).hits[0].row.id == "chess/opening.txt"
    assert [hit.score for hit in found.hits] == sorted((hit.score for hit in found.hits), reverse=True)


def test_a_snippet_shows_what_they_share(library: Library) -> None:
    hit = next(hit for hit in library.related(FROST).hits if hit.row.id == "wine/prices.txt")
    shown = {hit.snippet[start:end].lower() for start, end in hit.matches}
    assert {"frost", "vineyards", "growers"} <= shown


def test_near_copies_are_left_out(library: Library) -> None:
    related = {hit.row.id for hit in library.related(POST, limit=None).hits}
    assert not related & {POST, ECHO, STAR}
    others = [hit.row.id for hit in library.related("sport/friendly.txt", limit=None, fold=False).hits]
    assert len(set(others)) == len(others)


def test_pages_hang_together(library: Library) -> None:
    whole = [hit.row.id for hit in library.related(FROST, limit=None).hits]
    assert [library.related(FROST, 1, at).hits[0].row.id for at in range(len(whole))] == whole


def test_an_article_of_no_words_is_related_to_nothing(library: Library) -> None:
    making.write(library.root, {"empty.txt": "Title: Zyx\n\nQwv.\n"})
    library.sync(jobs=0)
    assert library.related("empty.txt").total == 0
    with pytest.raises(UnknownArticle):
        library.related("nowhere.txt")
