"""Days in forms that are not ours: the message names the day that is meant, as ours is written."""

from __future__ import annotations

import pytest

from checker.authoring.days import meant_day, meant_year, no_day


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("令和8年8月1日", "2026-08-01"),
        ("令和元年5月1日", "2019-05-01"),
        ("R8.8.1", "2026-08-01"),
        ("r8/8/1", "2026-08-01"),
        ("平成30年4月1日", "2018-04-01"),
        ("昭和31年8月1日", "1956-08-01"),
        ("２０２６-０８-０１", "2026-08-01"),
        ("2026/8/1", "2026-08-01"),
        ("2026-8-1", "2026-08-01"),
        ("2026年8月1日", "2026-08-01"),
    ],
)
def test_the_day_that_is_meant_is_named(written: str, meant: str) -> None:
    day = meant_day(written)
    assert day is not None
    assert day.isoformat() == meant
    assert no_day(written) == f"is no day; write it as {meant}"


@pytest.mark.parametrize(
    "written", ["8/1", "26/8/1", "8年8月1日", "2026年8月", "令和8年13月1日", "soon", "", "毎年7月31日"]
)
def test_what_could_be_any_day_is_not_guessed(written: str) -> None:
    assert meant_day(written) is None
    assert no_day(written) == "is no day; write it as 2024-12-02"


def test_a_day_that_the_calendar_lacks_is_told_as_such() -> None:
    assert no_day("2027-06-31") == "is no day of the calendar; write one that is, as 2024-12-02"


def test_a_year_of_an_era_is_counted_as_ours_and_a_short_one_is_not_guessed() -> None:
    assert [meant_year(text) for text in ("令和8", "令和8年度", "2026年", "26", "今年")] == [
        2026,
        2026,
        2026,
        None,
        None,
    ]
