"""The figures reached on the hand-made set are a floor: no change may fall below them unnoticed."""

from __future__ import annotations

import pytest

from tests.quotes.gold_figures import Figures, figures
from tests.quotes.scoring import percent, total


@pytest.fixture(scope="module")
def reached() -> list[Figures]:
    return figures()


def test_quotations_and_their_speakers(reached: list[Figures]) -> None:
    assert total(row.marked for row in reached).joint_f1 >= 95


def test_he_and_she(reached: list[Figures]) -> None:
    assert total(row.marked for row in reached).he_and_she >= 97


def test_indirect_speech(reached: list[Figures]) -> None:
    every = total(row.indirect for row in reached)
    assert every.joint_recall >= 83
    assert every.joint_precision >= 87


def test_roles(reached: list[Figures]) -> None:
    assert percent(sum(row.roles_right for row in reached), sum(row.roles for row in reached)) >= 72
