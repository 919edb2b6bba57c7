"""Facets, the timeline, related articles and what may have been meant, on the command line."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run, one_line

AZURE = "2016/11/azure.txt"
pytestmark = pytest.mark.usefixtures("library")


def test_a_facet_is_a_line_a_value(run: Run) -> None:
    found = run("search", "harbour", "--facet", "source", "--facet", "year")
    assert (found.code, found.err) == (0, "")
    assert found.lines == [
        'source\tThe Ferry Post\t2\tsource:"The Ferry Post"',
        "year\t2025\t1\tdate:2025",
        "year\t2024\t2\tdate:2024",
    ]
    assert run("search", "harbour", "--facet", "year", "-n", "1", "--json").records == [
        {"facet": "year", "value": "2025", "count": 1, "query": "date:2025"}
    ]
    assert run("search", "zeppelin", "--facet", "year").code == 1


def test_the_timeline_is_json_lines_in_a_pipe(run: Run) -> None:
    found = run("search", "harbour", "--timeline")
    assert found.records[0] == {"date": "2024-03", "count": 1}
    assert found.records[1] == {"date": "2024-04", "count": 1}
    assert found.records[-1] == {"date": None, "count": 1}
    assert len(found.records) == 12
    assert run("search", "zeppelin", "--timeline").code == 1


def test_narrowing_has_two_forms(run: Run) -> None:
    one_line(run("search", "harbour", "--facet", "year", "--paths"), "--facet")
    one_line(run("search", "harbour", "--facet", "year", "--timeline"), "--facet", "--timeline")
    one_line(run("search", "harbour", "--facet", "colour"), "colour")
    one_line(run("search", "--timeline"), "QUERY")


def test_related_articles_come_in_every_form(run: Run) -> None:
    related = run("related", "2024/04/budget.txt")
    assert related.code == 0
    ids = [line.split("\t")[0] for line in related.lines]
    assert "2024/04/budget.txt" not in ids
    assert run("related", "2024/04/budget.txt", "--paths").lines == ids
    assert run("related", "2024/04/budget.txt", "--count").out == f"{len(ids)}\n"
    assert [record["id"] for record in run("related", "2024/04/budget.txt", "--json").records] == ids
    one_line(run("related", "2016/11/azur.txt"), AZURE)
    one_line(run("related", "-"), "library")


def test_what_may_have_been_meant_is_told_where_nothing_is_found(run: Run) -> None:
    for args in ((), ("--paths",), ("--json",)):
        answer = run("search", "azuer licences", *args)
        assert (answer.code, answer.out) == (1, "")
        assert answer.err == "termnews: nothing found; did you mean: azure licences\n"
    assert run("search", "azure").err == ""
