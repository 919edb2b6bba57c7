"""Dates: every form that news writes, in the precision that it has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termnews.article import Published
from termnews.formats import dates


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2016", "2016"),
        ("2016-11", "2016-11"),
        ("2016/11/5", "2016-11-05"),
        ("20161105", "2016-11-05"),
        ("2016-11-05T10:20:30Z", "2016-11-05T10:20:30+00:00"),
        ("2016-11-05 1:20 -0400", "2016-11-05T01:20:00-04:00"),
        ("2016-11-05T24:00Z", "2016-11-06T00:00:00+00:00"),
        ("Sat, 05 Nov 2016 10:20:30 +0100", "2016-11-05T10:20:30+01:00"),
        ("Sat, 05 Nov 2016 10:20:30 EST", "2016-11-05T10:20:30-05:00"),
        ("5 November 2016 10:20 BST", "2016-11-05T10:20:00+01:00"),
        ("5 November 2016 10:20 IST", "2016-11-05T10:20:00+00:00"),
        ("Nov. 5, 2016 10:20 GMT+3", "2016-11-05T10:20:00+03:00"),
        ("Saturday, Nov. 5, 2016", "2016-11-05"),
        ("1st December 2016", "2016-12-01"),
        ("March 2nd, 2016 at 5 p.m.", "2016-03-02T17:00:00+00:00"),
        ("29 Feb 2016", "2016-02-29"),
        ("Tuesday, November 2016", "2016-11"),
        ("Sept. 1816", "1816-09"),
        ("25/12/2016", "2016-12-25"),
        ("Published on 5 November 2016", "2016-11-05"),
    ],
)
def test_dates_that_are_read(text: str, iso: str) -> None:
    assert str(dates.parse(text)) == iso


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "Monday",
        "Nov 3",
        "10:30",
        "12",
        "May",
        "2016-02-30",
        "29 Feb 2015",
        "0987-01-01",
        "1 Jan 0001",
        "2201",
        "Nov 5, 10000",
        "9" * 200,
        "2016-11-05T10:20:30+99:00",
        "15 novembre 2016",
        "Q3 2016",
        "in 2016",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert dates.parse(text) is None


@given(st.text(st.characters(codec="utf-8"), max_size=60) | st.from_regex(r"\A[0-9A-Za-z:,/+. -]{0,40}\Z"))
def test_anything_is_a_date_in_range_or_none(text: str) -> None:
    published = dates.parse(text)
    if published:
        assert published.at.year in dates.YEARS
        assert Published.from_iso(str(published)).precision == published.precision
