"""Names compare as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termnews.folding import fold


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Sørensen", "sorensen"),
        ("Zoltán Kürthy", "zoltan kurthy"),
        ("Łukasz", "lukasz"),
        ("STRASSE", "straße"),
        ("Ægir", "aegir"),
        ("ﬁne", "fine"),
        ("Ελένη", "ελενη"),
        ("平林", "平林"),
    ],
)
def test_case_and_accents_do_not_matter(name: str, typed: str) -> None:
    assert fold(name) == fold(typed)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
