"""Every command explains itself, here and in the README."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import click
import pytest

from termnews.cli.program import COMMANDS, program
from tests.cli.conftest import Run, shell
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


def lines_of_the_readme() -> list[str]:
    """What the README tells people to type in a shell, but for what needs the network."""
    section = (CHECKOUT / "README.md").read_text("utf-8").split("## In the shell")[1]
    lines = [line.split("  #")[0].strip() for line in section.split("```sh\n")[1].split("```")[0].splitlines()]
    return [line for line in lines if "https:" not in line]


@pytest.mark.parametrize("line", lines_of_the_readme())
def test_what_the_readme_says_works_on_the_shipped_edition(line: str, edition: Path, tmp_path: Path) -> None:
    if missing := [tool for tool in ("jq", "less", "xargs") if tool in line and shutil.which(tool) is None]:
        pytest.skip(f"there is no {missing[0]} here")
    program = tmp_path / "bin" / "termnews"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\nexec "$PYTHON" -m termnews "$@"\n')
    program.chmod(0o755)
    env = {"PATH": f"{program.parent}:{os.environ['PATH']}", "TERMNEWS_LIBRARY": str(edition)}
    answer = shell(f"unset -f termnews; set -o pipefail; cd {tmp_path}; {line}", env=env)
    assert answer.code == 0
    told = [line for line in answer.err.splitlines() if "reading" not in line]
    assert all(line.startswith("termnews: @tides finds ") for line in told)
    assert len(told) == ("--save" in line)
    table = tmp_path / "quotes.csv"
    assert answer.out or "mark" in line or len(table.read_text("utf-8").splitlines()) > 1
