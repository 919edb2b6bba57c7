"""Other programs: piping an article to a command, and opening its address."""

from __future__ import annotations

import os
import shlex
import sys
import time
from pathlib import Path

import pytest

from termnews.library import Library
from termnews.tui.child import ChildError, open_in_browser, output_of, web_address
from termnews.tui.screens.pager import output_lines
from tests.tui.browsing import Browsing, browsing


def python(script: str) -> str:
    """A command line that runs a script."""
    return f"{shlex.quote(sys.executable)} -c {shlex.quote(script)}"


async def pipe(browser: Browsing, command: str) -> None:
    """Type a command after |."""
    from textual.widgets import Input

    await browser.press("vertical_line")
    browser.app.screen.query_one(Input).value = command
    await browser.press("enter")


async def test_the_output_of_a_command_shows_and_closes(library: Library) -> None:
    async with browsing(library) as browser:
        await pipe(browser, python("import sys; print(sys.stdin.read().upper())"))
        await browser.until_shown("HARBOUR WALL TO BE REBUILT BEFORE WINTER")
        await browser.press("escape")
        assert browser.focused == "list"


async def test_there_is_no_shell(library: Library, tmp_path: Path) -> None:
    async with browsing(library) as browser:
        await pipe(browser, f"echo one;touch {tmp_path}/made $HOME `id`")
        await browser.until_shown("$HOME `id`")
        assert not (tmp_path / "made").exists()


@pytest.mark.parametrize(
    ("command", "says"),
    [("no-such-command-here", "there is no command 'no-such-command-here'"), ('echo "open', "no closing quotation")],
)
async def test_what_cannot_be_run_is_told_in_a_line(library: Library, command: str, says: str) -> None:
    async with browsing(library) as browser:
        await pipe(browser, command)
        await browser.until_shown(says)


async def test_a_failing_command_tells_its_exit_code(library: Library) -> None:
    async with browsing(library) as browser:
        await pipe(browser, python("print('oh'); raise SystemExit(7)"))
        await browser.until_shown("exit code 7")
        assert "oh" in browser.text


async def test_the_output_is_cleaned_before_it_shows(library: Library) -> None:
    async with browsing(library) as browser:
        await pipe(browser, python(r"print('\x1b]52;c;aGk=\x07 \x9b31m \u202e [red]x[/] [@click=app.quit]y[/]')"))
        await browser.until_shown("[@click=app.quit]y[/]")
        assert not set("\x1b\x07\x9b\u202e") & set(browser.text)


async def test_a_command_that_runs_too_long_is_ended_with_all_it_started(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    script = (
        "import os,subprocess,sys,time;"
        "child=subprocess.Popen([sys.executable,'-c','import time; time.sleep(100)']);"
        f"open({str(pids)!r},'w').write(f'{{os.getpid()}} {{child.pid}}');"
        "print('begun',flush=True);time.sleep(100)"
    )
    output, ended = await output_of([sys.executable, "-c", script], "text", time_limit=2)
    assert (output, ended) == ("begun\n", "stopped after 2 seconds")
    for pid in map(int, pids.read_text().split()):
        assert _is_gone(pid)


def _is_gone(pid: int) -> bool:
    """A killed grandchild may wait for init to bury it."""
    for _ in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            try:
                os.kill(pid, 0)
            except ProcessLookupError:
                return True
            state = "?"
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


async def test_endless_output_is_stopped() -> None:
    output, ended = await output_of([sys.executable, "-c", "while True: print('y' * 1000)"], "", time_limit=30)
    assert ended == "stopped after a megabyte"
    assert len(output) < 3_000_000


async def test_a_command_need_not_read(tmp_path: Path) -> None:
    assert await output_of([sys.executable, "-c", "print(1)"], "text " * 1_000_000) == ("1\n", "")


def test_long_lines_are_wrapped_and_silence_is_told() -> None:
    assert output_lines("a b " * 10, 20) == [[("a b a b a b a b a b", "")], [("a b a b a b a b a b", "")]]
    assert output_lines("", 20) == [[("It printed nothing.", "pager--about")]]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://a.example/",
        "-x",
        "",
        "https:",
        "http://[",
        "https://a b/",
        "https://a/\x1b",
    ],
)
def test_only_web_addresses_are_opened(url: str) -> None:
    with pytest.raises(ChildError, match="its address"):
        web_address(url)


async def test_an_address_is_handed_over_as_one_argument(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("xdg-open", "open"):
        opener = tmp_path / name
        opener.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {tmp_path}/given\n')
        opener.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    await open_in_browser("https://a.example/?q=1&r=$(id);x")
    assert (tmp_path / "given").read_text() == "https://a.example/?q=1&r=$(id);x\n"


async def test_o_opens_the_address_of_the_article(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    async with browsing(library) as browser:
        await browser.press("o")
        await browser.until_shown("there is no program here that opens web pages")
