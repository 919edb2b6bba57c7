"""Real processes and real pipes: what comes before and after us on a command line."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests import making
from tests.cli.conftest import Run, command, one_line, shell


def test_what_a_search_finds_is_read(library: Path) -> None:
    answer = shell("termnews search 'wine AND tax' -0 | xargs -0 $PYTHON -m termnews cat | head -1")
    assert (answer.out, answer.err) == ("Wine and tax\n", "")


@pytest.mark.parametrize(
    "line",
    [
        "termnews list --json | head -1",
        "termnews list | true",
        "termnews quotes --csv | true",
        "termnews cat $(yes 2016/11/azure.txt | head -3000) | head -1",
        "termnews --help | true",
        "termnews cat 2016/11/azure.txt | true",
    ],
)
def test_a_closed_pipe_is_no_error(library: Path, line: str) -> None:
    answer = shell(f"set -o pipefail; {line}")
    assert (answer.code, answer.err) == (0, "")


@pytest.mark.parametrize("line", ["list", "cat 2016/11/azure.txt", "search cloud --json"])
def test_a_full_disk_and_a_closed_stdout_are_told(library: Path, line: str) -> None:
    if Path("/dev/full").exists():
        one_line(shell(f"termnews {line} > /dev/full"), "standard output", "space")
    one_line(shell(f"termnews {line} >&-"), "standard output")


def test_closed_streams_do_not_matter_where_nothing_is_written(library: Path) -> None:
    answer = shell("termnews mark --star 2016/11/azure.txt <&- >&- 2>&-")
    assert answer.code == 0
    assert shell("termnews list --starred --paths 2>&-").out == "2016/11/azure.txt\n"


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}])
def test_output_is_utf8_whatever_the_locale(library: Path, start: Run, locale: dict[str, str]) -> None:
    assert "“I never looked back,” said skipper Mia Sørensen." in start("cat", "2025/01/regatta.md", env=locale).out
    assert "Sørensen" in start("speakers", "--json", env=locale).out


def test_a_file_whose_name_is_not_utf8(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(name, "w") as file:
        file.write("Latin name\n\nIts text.\n")
    done = subprocess.run([*command("cat"), name], capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (0, b"Latin name\n\nIts text.\n")
    done = subprocess.run([*command("cat"), name + b"x"], capture_output=True, check=False, timeout=60)
    assert done.returncode == 2
    assert len(done.stderr.decode("utf-8").splitlines()) == 1


def test_a_name_that_is_not_utf8_is_an_id_as_the_shell_gives_it(tmp_path: Path) -> None:
    root = making.write(tmp_path / "news", {os.fsdecode(b"caf\xe9.txt"): 'Latin name\n\n"Its text," said Ada Byrne.\n'})
    env = {"TERMNEWS_LIBRARY": str(root)}
    for line, told in (
        ("cat", "Latin name"),
        ("cat --format json", '"id": "caf%E9.txt"'),
        ("quotes --paths --article", "caf%E9.txt"),
        ("mark --star", ""),
    ):
        answer = shell(f"termnews {line} $'caf\\xe9.txt' 2>/dev/null", env=env)
        assert (answer.code, told in answer.out) == (0, True), line
    assert shell("termnews list --starred --paths", env=env).out == "caf%E9.txt\n"


def test_names_that_look_like_options_go_after_two_dashes(tmp_path: Path) -> None:
    making.write(tmp_path / "news", {"--star": "One\n\nText.\n", "-n.txt": "Two\n\nText.\n"})
    line = "termnews index >&2; termnews list -0 | xargs -0 $PYTHON -m termnews"
    env = {"TERMNEWS_LIBRARY": str(tmp_path / "news")}
    assert shell(f"{line} cat --", env=env).out == "One\n\nText.\n\nTwo\n\nText.\n"
    assert (
        shell(f"{line} mark --read --; termnews list --unread --count; termnews list --starred --count", env=env).out
        == "0\n0\n"
    )


def test_an_interrupt_is_silent(tmp_path: Path) -> None:
    root = making.write(tmp_path / "many", making.many(3000))
    process = subprocess.Popen(
        command("-l", str(root), "list"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    assert process.stderr is not None
    process.stderr.readline()  # it has begun to read
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors == b""


def test_a_sync_told_to_end_ends_at_once(tmp_path: Path) -> None:
    root = making.write(tmp_path / "many", making.many(3000))
    process = subprocess.Popen(
        command("-l", str(root), "index", "--progress", "json"), stdout=subprocess.PIPE, start_new_session=True
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.terminate()
    began = time.monotonic()
    process.wait(timeout=30)
    process.stdout.close()
    assert process.returncode == -signal.SIGTERM
    assert time.monotonic() - began < 20
