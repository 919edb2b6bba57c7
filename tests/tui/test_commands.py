"""The one list of commands, and the keys from the settings."""

from __future__ import annotations

from collections import Counter

import pytest

from termnews.config import Config, ConfigError
from termnews.library import Library
from termnews.tui.app import Browser
from termnews.tui.commands import COMMANDS, keymap
from termnews.tui.screens.browse import BrowseScreen
from termnews.tui.screens.pager import help_lines


def test_no_key_and_no_name_is_given_twice() -> None:
    assert max(Counter(key for command in COMMANDS for key in command.keys).values()) == 1
    assert max(Counter(command.id for command in COMMANDS).values()) == 1


def test_every_command_has_its_action() -> None:
    for command in COMMANDS:
        name = command.action.partition("(")[0]
        owner = Browser if name.startswith("app.") else BrowseScreen
        assert hasattr(owner, f"action_{name.removeprefix('app.')}"), command.id


@pytest.mark.parametrize("width", [16, 40, 150])
def test_the_help_tells_every_command_and_its_keys(width: int) -> None:
    lines = ["".join(text for text, _ in line) for line in help_lines({"quit": ("Q", "f10")}, width)]
    shown = " ".join(" ".join(lines).split())
    for command in COMMANDS:
        assert " ".join(command.description.split()) in shown
    assert "Q, f10" in shown
    assert all(len(line) <= width for line in lines)


def test_settings_become_textuals_keymap() -> None:
    settings = {"next-line": ("j", "ctrl+n", "comma"), "help": ("?", "f2")}
    assert keymap(settings) == {"next-line": "j,ctrl+n,comma", "help": "question_mark,f2"}


def test_two_commands_may_swap_keys() -> None:
    assert keymap({"search": ("?",), "help": ("/",)}) == {"search": "question_mark", "help": "slash"}


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"next-lin": ("x",)}, "no command is called 'next-lin'; did you mean 'next-line'?"),
        ({"zzzzzz": ("x",)}, "no command is called 'zzzzzz'; there are: next-line"),
        ({"next-line": ("k",)}, "the key 'k' runs both 'next-line' and 'previous-line'; give one of them another key"),
        ({"open": ("x",), "quit": ("x",)}, "the key 'x' runs both 'open' and 'quit'"),
        ({"help": ("/",)}, "the key '/' runs both"),
        ({"open": ("ctrl-x",)}, "open: there is no key 'ctrl-x'"),
        ({"open": ("hyperspace",)}, "there is no key 'hyperspace'"),
        ({"open": ("kontrol+x",)}, "there is no key 'kontrol+x'"),
    ],
)
def test_keys_that_cannot_be_are_told_in_one_line(settings: dict[str, tuple[str, ...]], says: str) -> None:
    with pytest.raises(ConfigError, match="settings") as error:
        keymap(settings)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_an_unknown_theme_is_told_with_those_there_are(library: Library) -> None:
    with pytest.raises(ConfigError, match=r"there is no theme 'pink'; there are: .*nord"):
        Browser(library, settings=Config(theme="pink"))


def test_any_theme_of_textual_can_be_set(library: Library) -> None:
    assert Browser(library, settings=Config(theme="nord")).theme == "nord"
