"""What comes first: a word counts in the field where it says most, and a little in the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from termnews.search import Index, parse
from tests.search.making import document, index_of

HEADLINE, TEXT, BOTH, NAMED = range(4)


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return index_of(
        tmp_path,
        document(HEADLINE, "bread and butter", headline="Cellars of wine"),
        document(TEXT, "wine and butter", headline="Tables of bread"),
        document(BOTH, "wine and butter", headline="Cellars of wine"),
        document(NAMED, "bread and butter", headline="Tables of bread", byline="Ada Wine"),
        *(document(number, "bread and butter", headline="Tables of bread") for number in range(4, 12)),
    )


def scores(index: Index, query: str, as_typed: bool = False) -> dict[int, float]:
    found = index.search(parse(query, as_typed=as_typed))
    return dict(zip(found.numbers, found.scores, strict=True))


@pytest.mark.parametrize("query", ["wine", '"wine"', "wine~1", "cellars OR wine"])
@pytest.mark.parametrize("as_typed", [False, True])
def test_a_word_in_two_fields_counts_more_than_in_the_better_one_and_less_than_both_together(
    index: Index, query: str, as_typed: bool
) -> None:
    of = scores(index, query, as_typed)
    cellars = scores(index, "cellars")[BOTH] if "OR" in query else 0.0
    one, other, both = of[HEADLINE] - cellars, of[TEXT], of[BOTH] - cellars
    assert max(one, other) < both < one + other


def test_a_headline_weighs_more_than_a_name_and_a_name_less_than_the_text_and_a_headline(index: Index) -> None:
    of = scores(index, "wine")
    assert of[NAMED] < of[HEADLINE] < of[BOTH]


def test_what_is_about_it_comes_before_what_has_it_in_passing_and_in_the_headline(tmp_path: Path) -> None:
    filler = " ".join(f"word{number}" for number in range(40))
    others = [document(number, filler, headline=f"Head{number}") for number in range(10, 60)]
    index = index_of(
        tmp_path,
        document(0, f"{filler} council elsewhere tax", headline="Council of the seas and its tax on fish"),
        document(1, "the council tax " * 8 + filler, headline="Anger at a raid"),
        document(2, f"{filler} council elsewhere tax", headline="Head"),
        *others,
    )
    assert list(index.search(parse("council tax")).numbers) == [1, 0, 2]
