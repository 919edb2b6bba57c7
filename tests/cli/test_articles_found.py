"""``search`` and ``list``: what they find, and every form in which they tell it."""

from __future__ import annotations

from pathlib import Path

import pytest

from termnews import Library
from tests import making
from tests.cli.conftest import Run, one_line

ARTICLE_KEYS = [
    *("id", "headline", "derived", "published", "added", "byline", "source", "section"),
    *("tags", "language", "url", "words", "quotes", "copies", "read", "starred"),
]
AZURE = "2016/11/azure.txt"
pytestmark = pytest.mark.usefixtures("library")


def test_search_gives_the_id_date_source_headline_and_snippet_of_each_hit_on_a_line(run: Run) -> None:
    answer = run("search", "azure")
    assert answer.code == 0
    (line,) = answer.lines
    id_, date, source, headline, snippet = line.split("\t")
    assert (id_, date, source) == (AZURE, "2016-11-15", "The Post")
    assert headline == "Azure lets customers bring licences"
    assert snippet


def test_list_gives_the_newest_first_and_the_undated_last(run: Run) -> None:
    ids = [line.split("\t")[0] for line in run("list").lines]
    assert ids == [
        "2025/01/regatta.md",
        "2024/04/budget.txt",
        "2024/03/bridge.txt",
        "2016/11/wine tasting.txt",
        AZURE,
        "letters/gulls.txt",
        "sport/friendly.txt",
    ]


def test_records_have_every_key_in_order(run: Run) -> None:
    for record in run("list", "--json").records:
        assert list(record) == ARTICLE_KEYS
    (found,) = run("search", "licences", "--json").records
    assert list(found) == [*ARTICLE_KEYS, "score", "snippet", "matches"]
    assert found["id"] == AZURE
    assert found["published"] == "2016-11-15"
    assert found["added"] == "2023-11-14T22:13:20+00:00"
    assert found["quotes"] == 2


def test_matches_are_places_in_the_snippet(run: Run) -> None:
    (found,) = run("search", "wine taxed", "--json").records
    words = [found["snippet"][start:end] for start, end in found["matches"]]  # type: ignore[index, attr-defined]
    assert words
    assert all(word.lower() in {"wine", "tax", "taxed"} for word in words)


@pytest.mark.parametrize("asked", [("search", "harbour OR cloud"), ("list",), ("quotes",)])
def test_paths_and_nul_are_the_ids_of_the_records(run: Run, asked: tuple[str, ...]) -> None:
    key = "article" if asked[0] == "quotes" else "id"
    expected = list(dict.fromkeys(record[key] for record in run(*asked, "--json").records))
    assert expected
    assert run(*asked, "--paths").lines == expected
    assert run(*asked, "-0").out == "".join(f"{id_}\0" for id_ in expected)


@pytest.mark.parametrize("asked", [("search", "harbour OR cloud"), ("list",), ("quotes",), ("speakers",)])
def test_count_is_how_many_there_are(run: Run, asked: tuple[str, ...]) -> None:
    assert run(*asked, "--count").out == f"{len(run(*asked, '--json').lines)}\n"


@pytest.mark.parametrize("form", [(), ("--json",), ("--paths",)])
def test_n_takes_the_first(run: Run, form: tuple[str, ...]) -> None:
    for asked in (("search", "the"), ("list",), ("quotes", "--speaker", "guthrie")):
        everything = run(*asked, *form).lines
        assert run(*asked, *form, "-n", "1").lines == everything[:1]
        assert run(*asked, *form, "-n", "all").lines == everything


def test_sort(run: Run) -> None:
    newest = run("search", "the", "--sort", "newest", "--paths").lines
    oldest = run("search", "the", "--sort", "oldest", "--paths").lines
    assert sorted(newest) == sorted(oldest)
    assert newest[0] > oldest[0]
    assert run("list", "--sort", "oldest", "--paths").lines[0] == AZURE


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--since", "2024"), 3),
        (("--until", "2016"), 2),
        (("--since", "2016-11-20", "--until", "2016-11-20"), 1),
        (("--since", "2016-11", "--until", "2016-11"), 2),
        (("--section", "business"), 1),
        (("--source", "the ferry post"), 2),
        (("--tag", "council"), 1),
        (("--unread",), 7),
    ],
)
def test_filters(run: Run, options: tuple[str, ...], found: int) -> None:
    assert len(run("list", *options).lines) == found


@pytest.mark.parametrize(
    "asked",
    [
        ("search", "zeppelin"),
        ("search", "zeppelin", "--json"),
        ("search", "zeppelin", "--paths"),
        ("search", "  "),
        ("search", "()", "--paths"),
        ("list", "--starred"),
        ("list", "--since", "2030", "-0"),
        ("quotes", "zeppelin"),
    ],
)
def test_nothing_found_is_exit_code_1_and_no_output(run: Run, asked: tuple[str, ...]) -> None:
    answer = run(*asked)
    assert (answer.code, answer.out) == (1, "")


def test_counting_nothing_says_so(run: Run) -> None:
    answer = run("search", "zeppelin", "--count")
    assert (answer.code, answer.out) == (1, "0\n")


@pytest.mark.parametrize("forms", [("--json", "--paths"), ("--paths", "-0"), ("--count", "--json")])
@pytest.mark.parametrize("asked", [("search", "x"), ("list",), ("quotes",)])
def test_two_forms_at_once_are_wrong_use(run: Run, asked: tuple[str, ...], forms: tuple[str, str]) -> None:
    one_line(run(*asked, *forms), *forms)


@pytest.mark.parametrize("date", ["yesterday", "2016-13", "20161115", "2016-11-31", "16", ""])
@pytest.mark.parametrize("option", ["--since", "--until"])
def test_what_is_no_date_is_told_in_a_line(run: Run, option: str, date: str) -> None:
    one_line(run("list", option, date), option, "2016-11-15")


@pytest.mark.parametrize(
    "query", ['"unbalanced', "AND AND", "nofield:", ")(", "🦀 emoji", "is:unread", "*", "a" * 5000]
)
def test_whatever_is_typed_answers_something(run: Run, query: str) -> None:
    answer = run("search", query)
    assert answer.code in {0, 1}
    assert "Traceback" not in answer.err


def test_words_of_a_query_need_no_quotation_marks(run: Run) -> None:
    assert run("search", "wine", "tax", "--paths").lines == run("search", "wine tax", "--paths").lines


def test_a_query_that_begins_with_a_minus_goes_after_two(run: Run) -> None:
    one_line(run("search", "-azure"), "--")
    assert run("search", "--paths", "--", "-azure cloud").code in {0, 1}


def test_the_first_command_syncs_and_later_ones_only_when_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERMNEWS_CACHE", str(tmp_path / "cache"))
    root = tmp_path / "new"
    root.mkdir()
    (root / "one.txt").write_text("One\n\nThe first of them.\n")
    first = run("-l", str(root), "list", "--paths")
    assert first.lines == ["one.txt"]
    assert "reading 1 file for the first time" in first.err
    (root / "two.txt").write_text("Two\n\nThe second of them.\n")
    assert run("-l", str(root), "list", "--paths").lines == ["one.txt"]
    assert run("-l", str(root), "list", "--paths", "--sync").lines == ["one.txt", "two.txt"]


def test_a_page_of_html_marks_the_matches_and_lets_nothing_in(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    making.write(
        folder,
        {
            "a&b.txt": "Title: <script>alert(1)</script>\nURL: javascript:alert(1)\n\nA <b>crane</b> & a crane.\n",
            "c.txt": 'Title: Crane\nURL: https://example.org/?a=1&b="2"\n\nThe crane.\n',
        },
    )
    monkeypatch.setenv("TERMNEWS_LIBRARY", str(folder))
    monkeypatch.setenv("TERMNEWS_CACHE", str(tmp_path / "cache"))
    with Library(folder) as library:
        library.sync(jobs=0)
    page = run("search", "crane", "--html").out
    assert page.startswith("<!doctype html>\n")
    assert page.endswith("</html>\n")
    assert "A &lt;b&gt;<mark>crane</mark>&lt;/b&gt; &amp; a <mark>crane</mark>." in page
    assert "<script>" not in page
    assert "javascript:" not in page
    assert "a&amp;b.txt" in page
    assert run("related", "2024/03/bridge.txt", "--html").out.count("<li>") == int(
        run("related", "2024/03/bridge.txt", "--count").out
    )
