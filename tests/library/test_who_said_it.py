"""Counts of speakers where the query asks what was said: of those who said it, and as many as narrowing finds."""

from __future__ import annotations

import random

import pytest

from termnews import Library
from termnews.article import Facet
from tests import making

TIDE = (
    "The ferry that links the two sides of the harbour stopped on Monday after a crack was found in its hull, and "
    "passengers were taken across in small boats while engineers looked at the damage that the storm had done. "
)
STORIES = {
    "a.txt": 'Title: Mud\nDate: 2024-01-02\nSection: Town\n\n"The tide takes the mud," said Ada Novak. '
    '"We want a bridge," said Tom Brandt. The ferry waits for the tide, Lena Ortiz said.\n',
    "b.txt": 'Title: Bridge\nDate: 2024-02-02\nSection: Town\n\n"A bridge needs no tide," said Tom Brandt. '
    '"The mud stays," said Ada Novak. "No tide, no mud," said Mayor Lena Ortiz.\n',
    "c.txt": 'Title: Ferry\nSection: Port\n\n"Tide and mud and a bridge," said Mia Sørensen. "The ferry is late," '
    "said Vince Cable, the Liberal Democrat spokesman.\n",
    "d.txt": 'Title: Rates\nSection: Port\n\n"Rates follow the tide," said Vincent Cable, the Liberal Democrat '
    'spokesman. "Mud sticks," said Jean Cable, an engineer of the harbour.\n',
    "e.txt": 'Title: Walk\n\n"The tide was out," said the company. "We walked on mud," said Mara O\u2019Brien. '
    '"The ferry was gone," said Mia Elin Sørensen.\n',
    "f.txt": "Title: Sea\n\nNobody said anything about the tide, the mud or the ferry.\n",
    "wire/one.txt": f'Title: Stop\nDate: 2024-06-03\n\n{TIDE}"The tide broke it," said Ada Novak. "The mud did," '
    "said Tom Brandt, the engineer of the port.\n",
    "wire/two.txt": f'Title: Stops\nDate: 2024-06-03\n\n{TIDE}"The tide broke it," said Ada Novak. "The mud did," '
    "said Tom Brandt, the engineer of the port. It rained.\n",
}
QUERIES = (
    "said:tide",
    "said:tide said:mud",
    "said:(tide OR bridge)",
    "said:tide OR said:bridge",
    "said:tide OR ferry",
    "said:tide -said:mud",
    "said:(tide -mud)",
    "said:tide -ferry",
    "said:tide -(ferry OR said:mud)",
    "(said:tide -ferry) section:town",
    "said:tide speaker:cable",
    "said:tide -speaker:novak",
    "speaker:novak speaker:brandt",
    "speaker:cable OR said:bridge",
    "-said:tide",
    "-said:tide said:mud",
    "mud -said:bridge",
    "said:tide date:2024",
    "said:tide^2 section:town",
    "(said:tide ferry)^2",
    'said:"the tide" has:quotes',
    "said:ti*",
    "is:unread said:mud",
    "headline:bridge OR (said:mud -said:tide)",
    "NOT (said:tide OR said:mud)",
    "OR said:tide",
    "ferry",
    "speaker:sorensen",
    "speaker:obrien said:mud",
    "role:spokesman",
    "role:engineers said:mud",
    "role:engineer -said:mud",
    "speaker:cable role:engineer",
    "role:company OR said:bridge",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    home = tmp_path_factory.mktemp("said")
    library = Library(making.write(home / "news", STORIES), cache=home / "cache", state=home / "state")
    library.sync(jobs=0)
    return library


def speakers(library: Library, query: str, *, fold: bool = True) -> tuple[Facet, ...]:
    return library.facets(query, ["speaker"], limit=None, fold=fold)["speaker"]


def test_whoever_said_it_is_counted_and_not_whoever_speaks_beside(library: Library) -> None:
    found = {facet.value: facet.count for facet in speakers(library, "said:bridge")}
    assert found == {"Tom Brandt": 2, "Mia Sørensen": 1} or found == {"Tom Brandt": 2, "Mia Elin Sørensen": 1}
    found = {facet.value: facet.count for facet in speakers(library, "said:tide")}
    assert found["Ada Novak"] == 2
    assert speakers(library, "said:tide", fold=False)[0].count == 3
    assert [facet.value for facet in speakers(library, "said:tide said:bridge speaker:brandt")] == ["Tom Brandt"]


def test_who_goes_by_several_names_is_found_under_all_whatever_signs_they_have(library: Library) -> None:
    assert {hit.row.id for hit in library.search("speaker:elin said:mud").hits} == {"c.txt"}
    found = {facet.value: facet.count for facet in speakers(library, "speaker:sorensen")}
    assert found["Mia Elin Sørensen"] == 2


def test_a_name_that_mostly_finds_others_is_not_shown(library: Library) -> None:
    bank = {
        f"bank{at}.txt": f'Title: Rates\n\n"Credit costs {at}," said {who}.\n'
        for at, who in enumerate(("Bank", "the Bank of Osselmouth", "the Bank of Quay", "the Bank of Trade"))
    }
    library = Library(making.write(library.root.parent / "banks", bank), cache=library.root.parent / "other")
    library.sync(jobs=0)
    assert {said.quote.speaker for said in library.quotes().quotations} >= {"Bank", "Bank of Quay"}
    assert "Bank" not in {facet.value for facet in speakers(library, "credit")}
    assert_counts(library, "credit", fold=True)


@pytest.mark.parametrize("fold", [True, False])
@pytest.mark.parametrize("query", QUERIES)
def test_each_count_is_what_narrowing_finds(library: Library, query: str, fold: bool) -> None:
    assert_counts(library, query, fold=fold)


@pytest.mark.parametrize("seed", range(40))
def test_so_it_is_for_whatever_is_asked(library: Library, seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(5):
        assert_counts(library, drawn(rng), fold=rng.random() < 0.5)


def assert_counts(library: Library, query: str, *, fold: bool) -> None:
    for facet in speakers(library, query, fold=fold):
        for narrower in (f"{facet.query} ({query})", f"({query}) {facet.query}"):
            assert library.search(narrower, fold=fold).total == facet.count, (narrower, facet)


def test_narrowing_never_widens(library: Library) -> None:
    for query in QUERIES:
        whole = {hit.row.id for hit in library.search(query, fold=False).hits}
        for facet in speakers(library, query):
            assert {hit.row.id for hit in library.search(f"{facet.query} ({query})", fold=False).hits} <= whole


def drawn(rng: random.Random, depth: int = 0) -> str:
    parts = []
    for _ in range(rng.choice((1, 2, 2, 3))):
        kind = rng.random()
        if kind < 0.25 and depth < 3:
            part = f"{rng.choice(('', '', 'said:', 'speaker:'))}({drawn(rng, depth + 1)}){rng.choice(('', '', '^2'))}"
        elif kind < 0.7:
            part = f"said:{rng.choice(('tide', 'mud', 'bridge', 'ferry', 'late'))}"
        elif kind < 0.75:
            part = f"role:{rng.choice(('engineer', 'spokesman', 'company', 'mayor'))}"
        elif kind < 0.85:
            part = f"speaker:{rng.choice(('novak', 'cable', 'vince', 'ortiz', 'mia'))}"
        else:
            part = rng.choice(("ferry", "section:town", "date:2024", "has:quotes", "mud"))
        parts += [rng.choice(("", "", "", "-")) + part, rng.choice((" ", " ", " OR ", " AND "))]
    return "".join(parts[:-1])
