"""``mark``: what the reader thinks of articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, one_line

AZURE, GULLS = "2016/11/azure.txt", "letters/gulls.txt"


def test_marks_are_kept_and_nothing_is_said(run: Run, library: Path) -> None:
    answer = run("mark", AZURE, GULLS, "--read", "--star", "--tag", "later", "--tag", "mañana")
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    assert sorted(run("list", "--starred", "--paths").lines) == [AZURE, GULLS]
    assert AZURE not in run("list", "--unread", "--paths").lines
    assert sorted(run("search", "tag:later", "--paths").lines) == [AZURE, GULLS]
    (record,) = run("search", "is:starred azure", "--json").records
    assert (record["read"], record["starred"], record["tags"]) == (True, True, ["later", "mañana"])


def test_marks_are_taken_back(run: Run, library: Path) -> None:
    run("mark", AZURE, "--read", "--star", "--tag", "later")
    assert run("mark", AZURE, "--unread", "--unstar", "--untag", "later").code == 0
    assert run("list", "--starred").code == 1
    assert run("list", "--tag", "later").code == 1
    assert AZURE in run("list", "--unread", "--paths").lines


def test_an_unknown_article_is_told_and_the_rest_is_marked(run: Run, library: Path) -> None:
    answer = run("mark", "--star", "2016/11/azur.txt", GULLS)
    one_line(answer, "2016/11/azur.txt", AZURE)
    assert run("list", "--starred", "--paths").lines == [GULLS]


def test_a_file_of_the_library_will_do(
    run: Run, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(library / "letters")
    assert run("mark", "--star", "./gulls.txt").code == 0
    assert run("list", "--starred", "--paths").lines == [GULLS]
    (tmp_path / "x.txt").write_text("x")
    one_line(run("mark", "--star", str(tmp_path / "x.txt")), "not in the library")
    one_line(run("mark", "--star", "-"), "-")


@pytest.mark.parametrize(
    "options",
    [(), ("--read", "--unread"), ("--star", "--unstar"), ("--tag", "a", "--untag", "a"), ("--tag", " ")],
)
def test_nothing_or_opposites_are_wrong_use(run: Run, library: Path, options: tuple[str, ...]) -> None:
    one_line(run("mark", GULLS, *options), "mark --help")
