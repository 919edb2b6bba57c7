"""Every command explains itself, here and in the README."""

from __future__ import annotations

import re

import click
import pytest

from termnews.cli.program import COMMANDS, program
from tests.cli.conftest import Run
from tests.conftest import CHECKOUT


@pytest.mark.parametrize("command", COMMANDS)
def test_help_explains_with_an_example(run: Run, command: str) -> None:
    answer = run(command, "--help")
    assert answer.code == 0
    assert "Example" in answer.out
    assert re.search(rf"^ +termnews\b.*\b{command}\b|^ +termnews *$|\| termnews {command}\b", answer.out, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_has_an_explanation(command: str) -> None:
    with click.Context(program) as ctx:
        found = program.get_command(ctx, command)
    assert found is not None
    for option in found.params:
        assert not isinstance(option, click.Option) or option.hidden or option.help


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"termnews {command}" in (CHECKOUT / "README.md").read_text("utf-8")


def test_help_names_every_command(run: Run) -> None:
    shown = run("--help").out
    assert all(f"\n  {command} " in shown for command in COMMANDS)


def test_version(run: Run) -> None:
    from termnews import __version__

    assert run("--version").out == f"termnews {__version__}\n"
