"""Frozen dataclasses that are quick to define behave as those of the standard library."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from dataclasses import field
from types import SimpleNamespace
from typing import Any

import pytest

from termnews import frozen


def of_the_library(*, frozen: bool, slots: bool) -> Callable[[type], type]:
    """The decorator to be like."""
    return dataclasses.dataclass(frozen=frozen, slots=slots)


@frozen.dataclass(frozen=True, slots=True)
class Ship:
    """At the top of a module, where pickle finds it."""

    name: str
    masts: int = 3
    crew: list[str] = field(default_factory=list)


def harbour(decorator: Any) -> SimpleNamespace:
    """The same classes made by a decorator: with every kind of field, with a check, and with nothing."""

    @decorator(frozen=True, slots=True)
    class Boat:
        """A boat."""

        name: str
        length: float = 7.5
        flags: tuple[str, ...] = field(default=(), repr=False)
        seen: int = field(default=0, compare=False)
        parts: dict[str, int] = field(default_factory=dict, hash=False, compare=False)

        def __len__(self) -> int:
            return round(self.length)

    @decorator(frozen=True, slots=True)
    class Checked:
        depth: int

        def __post_init__(self) -> None:
            if self.depth < 0:
                raise ValueError("above the water")

    @decorator(frozen=True, slots=True)
    class Empty:
        pass

    return SimpleNamespace(boat=Boat, checked=Checked, empty=Empty)


BOTH = pytest.mark.parametrize("made", [harbour(frozen.dataclass), harbour(of_the_library)], ids=["quick", "library"])


@BOTH
def test_values_are_made_compared_hashed_and_shown(made: SimpleNamespace) -> None:
    boat = made.boat("Gull", 5.0, ("red",), seen=3)
    assert (boat.name, boat.length, boat.flags, boat.seen, boat.parts) == ("Gull", 5.0, ("red",), 3, {})
    assert boat == made.boat("Gull", 5.0, ("red",), 4)
    assert hash(boat) == hash(made.boat(name="Gull", length=5.0, flags=("red",)))
    for other in (made.boat("Gull", 5.0), ("Gull", 5.0, ("red",)), made.checked(1)):
        assert boat != other
    assert len({made.checked(2), made.checked(2), made.checked(3)}) == 2
    assert len({made.empty(), made.empty()}) == 1
    assert repr(boat).endswith("Boat(name='Gull', length=5.0, seen=3, parts={})")
    assert len(boat) == 5
    assert boat.parts is not made.boat("Gull").parts


@BOTH
def test_values_stay_what_they_are(made: SimpleNamespace) -> None:
    boat = made.boat("Gull")
    changes: list[Callable[[], object]] = [
        lambda: setattr(boat, "name", "Tern"),
        lambda: setattr(boat, "colour", "red"),
        lambda: delattr(boat, "name"),
    ]
    for change in changes:
        with pytest.raises((dataclasses.FrozenInstanceError, TypeError)):  # TypeError: a slip of 3.11's own
            change()
    assert not hasattr(boat, "__dict__")
    assert dataclasses.replace(boat, length=4.0).length == 4.0


@BOTH
def test_wrong_arguments_are_refused(made: SimpleNamespace) -> None:
    for wrong in (made.boat, lambda: made.boat("Gull", colour="red"), lambda: made.boat("Gull", name="Tern")):
        with pytest.raises(TypeError):
            wrong()
    with pytest.raises(ValueError, match="above the water"):
        made.checked(-1)
    assert [*inspect.signature(made.boat).parameters] == ["name", "length", "flags", "seen", "parts"]
    assert [each.name for each in dataclasses.fields(made.boat)] == [*inspect.signature(made.boat).parameters]


@BOTH
def test_values_match_by_position(made: SimpleNamespace) -> None:
    boat = made.boat
    match boat("Gull", 5.0):
        case boat(name, length):
            assert (name, length) == ("Gull", 5.0)


def test_values_are_copied_and_pickled() -> None:
    ship = Ship("Heron", 2, ["Ada"])
    assert pickle.loads(pickle.dumps(ship)) == ship
    assert copy.copy(ship) == ship == copy.deepcopy(ship)
    with pytest.raises(TypeError):
        hash(ship)


def test_it_is_for_frozen_classes_with_slots_alone() -> None:
    decorator: Any = frozen.dataclass
    with pytest.raises(TypeError):
        decorator(frozen=False, slots=True)


def test_a_class_tells_its_signature_before_and_after_its_first_value() -> None:
    @frozen.dataclass(frozen=True, slots=True)
    class Row:
        """A row."""

        number: int
        headline: str = ""

    before = inspect.signature(Row)
    assert list(before.parameters) == ["number", "headline"]
    assert before.parameters["headline"].default == ""
    assert Row(1) == Row(number=1)
    assert inspect.signature(Row) == before
