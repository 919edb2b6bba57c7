from __future__ import annotations

from pathlib import Path

import pytest

from termnews import reference
from termnews.search import parse
from termnews.search.fieldnames import FIELDS


@pytest.mark.parametrize("entry", reference.ENTRIES, ids=lambda entry: entry.syntax)
def test_every_example_is_understood_as_it_stands(entry: reference.Entry) -> None:
    query = parse(entry.example, saved={"harbour": "port OR quay"})
    assert query.notes == ()
    assert not query.empty


def test_every_field_is_told() -> None:
    told = " ".join(entry.syntax for entry in reference.ENTRIES)
    assert [name for name in FIELDS if f"{name}:" not in told] == []


def test_the_readme_says_the_same() -> None:
    readme = Path(__file__).parents[2] / "README.md"
    assert f"### Queries\n\n{reference.markdown()}\n" in readme.read_text("utf-8")
