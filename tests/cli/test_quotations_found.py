"""``quotes`` and ``speakers``: who said what."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.cli.conftest import Run, one_line

KEYS = ["article", "headline", "published", "speaker", "role", "kind", "parts", "text", "mention", "cue"]
AZURE = "2016/11/azure.txt"
pytestmark = pytest.mark.usefixtures("library")


def test_records_have_every_key_in_order_and_offsets_into_the_text(run: Run) -> None:
    records = run("quotes", "--article", AZURE, "--json").records
    (article,) = run("cat", AZURE, "--format", "json").records
    text = article["text"]
    assert len(records) == 2
    for record in records:
        assert list(record) == KEYS
        assert [text[start:end] for start, end in record["parts"]] == record["text"]  # type: ignore[index, attr-defined]
        assert record["speaker"] == "Scott Guthrie"


def test_a_line_is_article_date_speaker_and_what_was_said(run: Run) -> None:
    assert run("quotes", "--article", AZURE).lines[0].split("\t") == [
        AZURE,
        "2016-11-15",
        "Scott Guthrie",
        "You want a cloud, … That helps everyone.",
    ]


def test_a_part_of_the_name_and_a_query_narrow_them_down(run: Run) -> None:
    assert run("quotes", "--speaker", "guthrie", "--count").out == "2\n"
    assert run("quotes", "--speaker", "guthrie", "new", "--count").out == "1\n"
    assert run("quotes", "--speaker", "nobody").code == 1


def test_csv_is_read_back_as_it_was(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("quotes", "--csv").out)))
    records = run("quotes", "--json").records
    assert list(rows[0]) == KEYS
    assert [row["speaker"] for row in rows] == [record["speaker"] or "" for record in records]
    assert [row["text"] for row in rows] == [" … ".join(record["text"]) for record in records]  # type: ignore[arg-type]
    assert [row["parts"] for row in rows] == [str(record["parts"]) for record in records]


def test_a_table_never_brings_a_formula_along(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "sums.txt"
    file.write_text('Sums\n\n"=1+1 is what I wrote on the board," said Ada Novak. "And nobody laughed."\n')
    (row,) = csv.DictReader(io.StringIO(run("quotes", "--article", str(file), "--csv").out))
    assert row["text"].startswith("'=1+1 is")


def test_an_article_may_be_a_file_or_stdin(run: Run, start: Run, tmp_path: Path) -> None:
    text = 'News\n\n"It floats," said Ada Novak. "It sinks," said Tom Brandt.\n'
    file = tmp_path / "news.txt"
    file.write_text(text)
    assert [record["speaker"] for record in run("quotes", "--article", str(file), "--json").records] == [
        "Ada Novak",
        "Tom Brandt",
    ]
    assert run("quotes", "--article", str(file), "--speaker", "novak", "--count").out == "1\n"
    file.write_text(text.replace("Tom Brandt", "Mia Sørensen Jr."), "utf-8")
    assert run("quotes", "--article", str(file), "--speaker", "sorensen", "--count").out == "1\n"
    assert start("quotes", "--article", "-", stdin=text.encode()).lines[0].startswith("-\t\tAda Novak\t")
    one_line(run("quotes", "floats", "--article", str(file)), "QUERY")


def test_an_unknown_article_is_told_with_the_nearest(run: Run) -> None:
    one_line(run("quotes", "--article", "2016/11/azure.tx"), AZURE)


def test_speakers_are_the_most_quoted_first(run: Run) -> None:
    records = run("speakers", "--json").records
    assert all(list(record) == ["name", "role", "quotes", "articles", "first", "last"] for record in records)
    counts = [record["quotes"] for record in records]
    assert counts == sorted(counts, reverse=True)  # type: ignore[type-var]
    assert {
        "name": "Scott Guthrie",
        "role": "head of the cloud group",
        "quotes": 2,
        "articles": 1,
        "first": "2016-11-15",
        "last": "2016-11-15",
    } in records
    line = next(line for line in run("speakers").lines if line.startswith("Scott"))
    assert line == "Scott Guthrie\thead of the cloud group\t2\t1\t2016-11-15\t2016-11-15"


def test_quotations_come_ranked_or_by_date(run: Run) -> None:
    def dates(*args: str) -> list[object]:
        return [record["published"] for record in run("quotes", "--json", *args).records]

    assert dates("--sort", "newest") == dates()
    assert dates("--sort", "oldest") == sorted(dates(), key=str)
    assert dates("said:the", "--sort", "oldest") == sorted(dates("said:the"), key=str)
    assert dates("said:the", "--sort", "newest") == sorted(dates("said:the"), key=str, reverse=True)
    assert run("quotes", "said:cloud speaker:guthrie date:2015..", "--count").out == "2\n"
    one_line(run("quotes", "--sort", "newest", "--article", "./draft.md"), "--sort")
