"""``cat``: articles to be read, and to be worked on."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from termnews.article import Quote, Span
from termnews.cli.layout import Marked
from tests.cli.conftest import Run, one_line, shell

AZURE = "2016/11/azure.txt"


def test_headline_byline_and_date_a_blank_line_and_the_text(run: Run, library: Path) -> None:
    assert run("cat", "sport/friendly.txt").out == (
        "Rovers draw friendly\nBy Jon Pell\n\nIt rained on the harbour end. Nobody scored.\n"
    )
    assert run("cat", AZURE).out.startswith("Azure lets customers bring licences\n2016-11-15\n\n")


def test_body_is_the_text_alone(run: Run, library: Path) -> None:
    record = json.loads(run("cat", AZURE, "--format", "json").out)
    assert run("cat", "--body", AZURE).out == record["text"] + "\n"
    assert list(record)[-2:] == ["text", "notices"]
    assert record["quotes"] == 2


def test_a_derived_headline_is_not_printed(run: Run, tmp_path: Path) -> None:
    bare = tmp_path / "bare.txt"
    bare.write_text("It was a long day on the river, and nobody had slept. The boats came in late that evening.\n")
    assert run("cat", str(bare)).out == bare.read_text()


def test_several_are_parted_by_a_blank_line(run: Run, library: Path) -> None:
    one, two = run("cat", AZURE).out, run("cat", "letters/gulls.txt").out
    assert run("cat", AZURE, "letters/gulls.txt").out == f"{one}\n{two}"


@pytest.mark.parametrize("options", [(), ("--format", "json"), ("--format", "markdown")])
def test_what_fails_is_a_line_and_the_rest_goes_on(run: Run, library: Path, options: tuple[str, ...]) -> None:
    answer = run("cat", *options, "2016/11/azur.txt", "letters/gulls.txt", "./nowhere.txt")
    assert answer.code == 2
    assert answer.out == run("cat", *options, "letters/gulls.txt").out
    unknown, absent = answer.err.splitlines()
    assert unknown == f"termnews: 2016/11/azur.txt: no such article; did you mean: {AZURE}" or AZURE in unknown
    assert "./nowhere.txt" in absent


def test_a_word_is_an_id_first_and_a_file_only_if_it_looks_like_one(
    run: Run, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "2016" / "11").mkdir(parents=True)
    (tmp_path / AZURE).write_text("Another\n\nThis one is in no library.\n")
    assert "Azure lets" in run("cat", AZURE).out
    assert "in no library" in run("cat", f"./{AZURE}").out
    (tmp_path / "loose.txt").write_text("Loose\n\nText.\n")
    one_line(run("cat", "loose.txt"), "./loose.txt")


def test_a_file_needs_no_library(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERMNEWS_LIBRARY", str(tmp_path / "absent"))
    file = tmp_path / "a.txt"
    file.write_text("A headline\n\nAnd its text.\n")
    assert run("cat", str(file)).out == "A headline\n\nAnd its text.\n"
    record = json.loads(run("cat", "--format", "json", str(file)).out)
    assert (record["id"], record["headline"], record["read"]) == (str(file), "A headline", False)
    assert list(tmp_path.iterdir()) == [file]


def test_stdin(start: Run, tmp_path: Path) -> None:
    answer = start("cat", "-", stdin="Café closes\n\nIt is closed.\n".encode())
    assert answer.out == "Café closes\n\nIt is closed.\n"
    record = json.loads(start("cat", "--format", "json", "-", stdin=b"Title: T\n\nText.\n").out)
    assert (record["id"], record["added"]) == ("-", None)


def test_a_pipe_made_by_the_shell_is_a_file() -> None:
    assert shell("termnews cat <(printf 'Short news\\n\\nIt is short.\\n')").out == "Short news\n\nIt is short.\n"


@pytest.mark.parametrize("word", ["../outside.txt", "2016/../../outside.txt"])
def test_no_id_leads_out_of_the_library(run: Run, library: Path, word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (library.parent / "outside.txt").write_text("Outside\n\nNot for reading.\n")
    monkeypatch.chdir(library / "2016")
    one_line(run("cat", word), word)


def test_directories_and_unknown_formats_are_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.exe").write_bytes(b"MZ\0\0")
    one_line(run("cat", str(tmp_path)), str(tmp_path), "directory")
    one_line(run("cat", str(tmp_path / "a.exe")), "unknown format")


def test_markdown_shows_the_text_as_it_is(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "marks.txt"
    file.write_text("Stars & stripes\n\n* not a list, and *not* italics [nor](a link).\n\n1. Not a list either.\n")
    assert run("cat", "--format", "markdown", str(file)).out == (
        "# Stars & stripes\n\n\\* not a list, and \\*not\\* italics \\[nor\\](a link).\n\n1\\. Not a list either.\n"
    )


@pytest.mark.parametrize("width", [1, 12, 40])
def test_width_is_in_cells(run: Run, tmp_path: Path, width: int) -> None:
    from wcwidth import wcswidth

    file = tmp_path / "wide.txt"
    file.write_text(
        "東京の新聞\n\n" + "これは長い文章です。" * 5 + "\n\nAnd then café crème, unwrappable-" + "x" * 50 + ".\n"
    )
    text, wrapped = run("cat", str(file)).out, run("cat", "--width", str(width), str(file)).out
    assert all(wcswidth(line) <= max(width, 2) for line in wrapped.splitlines())
    assert "".join(wrapped.split()) == "".join(text.split())
    if width > 1:
        assert not any(line.startswith("。") for line in wrapped.splitlines())


def test_quotes_number_the_speakers(run: Run, library: Path) -> None:
    lines = run("cat", "--quotes", "--body", AZURE).lines
    assert lines[0].startswith('"You want a cloud,"[1] said Scott Guthrie')
    assert lines[0].endswith('"That helps everyone."[1]')
    assert lines[-1] == "[1] Scott Guthrie, head of the cloud group: 2 quotations"


def test_a_crowd_of_speakers_is_counted() -> None:
    quotes = [Quote((Span(2 * i, 2 * i + 1),), f"Speaker {i % 100_000}") for i in range(200_000)]
    notes = Marked("x " * 200_000, quotes).notes()
    assert len(notes) == 100_000
    assert notes[-1] == "[100000] Speaker 99999: 2 quotations"


def test_options_that_say_nothing_to_json_are_wrong_use(run: Run, library: Path) -> None:
    one_line(run("cat", "--format", "json", "--quotes", AZURE), "quotes --article")
    one_line(run("cat", "--format", "json", "--width", "20", AZURE), "--width")


def test_an_article_that_was_deleted_is_still_known(run: Run, library: Path) -> None:
    path = library / "letters" / "gulls.txt"
    content = path.read_bytes()
    path.unlink()
    try:
        assert "nobody asked them to come" in run("cat", "letters/gulls.txt").out
    finally:
        path.write_bytes(content)


def test_closed_stdin_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    one_line(run("cat", "-"), "standard input")
