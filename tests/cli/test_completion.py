"""What a shell is told when somebody presses tab."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from termnews import Library
from termnews.cli import main
from tests import making
from tests.cli.conftest import Run, shell

TRY = r"""
source <(termnews completion bash)
complete_line() {
    COMP_LINE=$1 COMP_POINT=${#1}
    read -ra COMP_WORDS <<< "$1"
    compopt() { :; }
    COMPREPLY=()
    _termnews_completion ours
    printf '%s\n' "${COMPREPLY[@]}"
}
ours() { termnews "$@"; }
complete_line "$1"
"""


def completed(line: str) -> list[str]:
    """What bash would put in the place of the last word of a line."""
    answer = shell(TRY, line)
    assert answer.err == ""
    return answer.out.splitlines()


def asked(monkeypatch: pytest.MonkeyPatch, run: Run, shell_name: str, **variables: str) -> list[str]:
    """What the program answers to the script of a shell."""
    monkeypatch.setenv("_TERMNEWS_COMPLETE", f"{shell_name}_complete")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return run().lines


def test_bash_completes_commands_options_ids_and_speakers(library: Path) -> None:
    assert completed("termnews spea") == ["speakers"]
    assert "--starred" in completed("termnews list --s")
    assert completed("termnews cat 2016/11/az") == ["2016/11/azure.txt"]
    assert completed("termnews mark --read letters/") == ["letters/gulls.txt"]
    assert completed("termnews quotes --speaker gut") == ["Scott\\ Guthrie"]
    assert completed("termnews -l /nowhere cat 2016") == [""]


def test_bash_completes_related_articles_and_kept_searches(library: Path) -> None:
    with Library(library) as opened:
        opened.save_search("Port", "harbour")
        opened.save_search("clouds", "cloud")
    assert completed("termnews related 2016/11/az") == ["2016/11/azure.txt"]
    assert completed("termnews search @po") == ["@Port"]
    assert completed("termnews quotes @") == ["@clouds", "@Port"]
    assert completed("termnews search --forget cl") == ["clouds"]
    assert completed("termnews search ferr") == [""]


def test_bash_gets_names_quoted(tmp_path: Path, private_home: Path) -> None:
    names = ("a b.txt", "a$(touch owned).txt", "a;ls.txt", "a'quote.txt", "a:colon.txt", "a\x1b[31m.txt", "a\nb.txt")
    root = making.write(tmp_path / "odd", dict.fromkeys(names, "News\n\nText of it.\n"))
    with Library(root) as library:
        library.sync(jobs=0)
    assert set(completed(f"termnews -l {root} cat a")) == {
        "a\\$\\(touch\\ owned\\).txt",
        "a\\'quote.txt",
        "a\\ b.txt",
        "a\\;ls.txt",
        "a:colon.txt",
    }
    assert completed(f"termnews -l {root} cat a\\ ") == ["a\\ b.txt"]
    assert completed(f"termnews -l {root} cat 'a$(") == ["a$(touch owned).txt"]
    assert completed(f"termnews -l {root} cat a:c") == ["colon.txt"]


def test_zsh_and_fish(library: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    words = {"COMP_WORDS": "termnews cat 2016/11/az", "COMP_CWORD": "2"}
    assert asked(monkeypatch, run, "zsh", **words) == ["plain", "2016/11/azure.txt", "_"]
    words["COMP_CWORD"] = "2016/11/az"
    assert asked(monkeypatch, run, "fish", **words) == ["plain,2016/11/azure.txt"]


def test_words_that_look_like_files_are_left_to_the_shell(
    library: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert asked(monkeypatch, run, "bash", COMP_LINE="termnews cat ./a") == ["file,./a"]


@pytest.mark.parametrize("line", ["termnews cat x", "termnews quotes --speaker x", "termnews -l /nowhere cat x"])
def test_anything_wrong_is_silent(
    run: Run, tmp_path: Path, private_home: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (private_home / "config").mkdir()
    (private_home / "config" / "config.toml").write_text("not TOML")
    monkeypatch.setenv("_TERMNEWS_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_LINE", line)
    answer = run()
    assert (answer.out, answer.err) == ("", "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_scripts_are_valid(run: Run, name: str) -> None:
    script = run("completion", name).out
    assert "termnews" in script
    if program := shutil.which(name):
        assert os.spawnv(os.P_WAIT, program, [name, "-n", "-c", script]) == 0


def test_main_returns_the_exit_code() -> None:
    assert main(["--version"]) == 0
