"""The nouns: dates that keep their precision, and words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termnews.article import Article, Published

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1500, 1, 2), datetime(2200, 12, 30), timezones=ZONES).map(
    lambda at: Published(at.replace(microsecond=0), "moment")
)
DAYS = st.dates(datetime(1500, 1, 1).date(), datetime(2200, 12, 31).date())
PERIODS = st.builds(
    lambda day, precision: Published.from_iso(day.isoformat()[: {"year": 4, "month": 7, "day": 10}[precision]]),
    DAYS,
    st.sampled_from(["year", "month", "day"]),
)


@given(MOMENTS | PERIODS)
def test_a_date_survives_being_written(published: Published) -> None:
    again = Published.from_iso(str(published))
    assert again == published
    assert (again.precision, again.at.utcoffset()) == (published.precision, published.at.utcoffset())


@given(PERIODS)
def test_a_period_ends_where_the_next_begins(published: Published) -> None:
    after = datetime.fromtimestamp(0, UTC) + timedelta(seconds=published.last + 1)
    assert published.first <= published.last
    assert (after.hour, after.minute, after.second) == (0, 0, 0)
    if published.precision == "year":
        assert (after.year, after.month, after.day) == (published.at.year + 1, 1, 1)
    elif published.precision == "month":
        assert after.day == 1
        assert (after.year * 12 + after.month) - (published.at.year * 12 + published.at.month) == 1
    else:
        assert after - published.at == timedelta(days=1)


@given(MOMENTS)
def test_a_moment_is_its_own_end(published: Published) -> None:
    assert published.first == published.last


def test_moments_before_1970_count_down() -> None:
    assert Published.from_iso("1969-12-31T23:59:59").first == -1


def test_a_date_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Published(datetime(2016, 11, 3), "day")


@pytest.mark.parametrize("text", ["", "soon", "16", "2016-13", "2016-02-30", "2016-11-03T25:00", "0000", "9999"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Published.from_iso(text)


def test_words_are_counted_between_blanks() -> None:
    assert Article(id="a", headline="A", text="One two.\n\nThree").words == 3
