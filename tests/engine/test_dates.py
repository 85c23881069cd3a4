"""Counting days: leap days, ends of months, and that a later day never leads to an earlier one."""

from __future__ import annotations

import json
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest
from engine.reference_days import counted
from hypothesis import example, given
from hypothesis import strategies as st

from checker.engine.rules.dates import Shift, read_day

DAY = timedelta(days=1)

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
STEP = st.one_of(
    st.tuples(st.just("years"), st.integers(-20, 130)),
    st.tuples(st.just("months"), st.integers(-30, 30)),
    st.tuples(st.just("days"), st.integers(-400, 400)),
    st.tuples(st.just("month_end"), st.just(1)),
    st.tuples(st.just("month"), st.integers(1, 12)),
)
STEPS = st.lists(STEP, max_size=3).map(tuple)

BEFORE_75 = (("years", 75), ("days", -1))
GRACE = (("months", 3), ("month_end", 1))
END_OF_SCHOOL = (("years", 18), ("days", -1), ("month", 3), ("month_end", 1))
CHAINS: tuple[tuple[tuple[str, int], ...], ...] = (
    *(BEFORE_75, GRACE, END_OF_SCHOOL, (("month", 12),), (*GRACE, ("days", 1)), (("month_end", 1), ("months", 14))),
    *((("years", 18),), (("years", 75),), (("months", 1),), (("months", -1),), (("days", -40),)),
)


@pytest.mark.parametrize(
    ("start", "steps", "end"),
    [
        ("1950-10-01", BEFORE_75, "2025-09-30"),
        ("1952-02-29", (("years", 75),), "2027-03-01"),
        ("1952-02-29", BEFORE_75, "2027-02-28"),
        ("1952-03-01", BEFORE_75, "2027-02-28"),
        ("1952-02-29", (("years", 76),), "2028-02-29"),
        ("1900-02-28", (("years", 1),), "1901-02-28"),
        ("2008-02-29", (("years", 18),), "2026-03-01"),
        ("2025-01-31", (("months", 1),), "2025-02-28"),
        ("2024-01-31", (("months", 1),), "2024-02-29"),
        ("2025-11-30", (("months", 3),), "2026-02-28"),
        ("2025-12-15", (("months", -13),), "2024-11-15"),
        ("2025-11-30", GRACE, "2026-02-28"),
        ("2025-11-01", GRACE, "2026-02-28"),
        ("2026-08-31", GRACE, "2026-11-30"),
        ("2026-02-28", (("month_end", 1), ("days", 1)), "2026-03-01"),
        ("2025-12-31", (("days", 1),), "2026-01-01"),
        ("2008-04-01", END_OF_SCHOOL, "2026-03-31"),
        ("2008-04-02", END_OF_SCHOOL, "2027-03-31"),
        ("2008-03-15", END_OF_SCHOOL, "2026-03-31"),
        ("2026-07-31", (("month", 8),), "2026-08-01"),
        ("2026-08-15", (("month", 8),), "2026-08-15"),
        ("9999-12-31", (("month", 1),), "9999-12-31"),
    ],
)
def test_a_calendar_agrees(start: str, steps: tuple[tuple[str, int], ...], end: str) -> None:
    assert Shift(steps).of(date.fromisoformat(start)).isoformat() == end


@given(DAYS, STEPS)
def test_counting_step_by_step_leads_to_the_same_day(day: date, steps: tuple[tuple[str, int], ...]) -> None:
    assert Shift(steps).of(day) == counted(day, steps)


@given(DAYS, st.integers(0, 800), STEPS)
@example(date(1952, 2, 29), 1, BEFORE_75)
@example(date(2025, 1, 30), 1, (("months", 1),))
def test_a_later_day_never_leads_to_an_earlier_one(day: date, later: int, steps: tuple[tuple[str, int], ...]) -> None:
    shift = Shift(steps)
    assert shift.of(day) <= shift.of(day + later * DAY)


@given(DAYS, STEPS)
@example(date(2027, 2, 28), BEFORE_75)
@example(date(2027, 3, 1), (("years", 75),))
def test_the_latest_source_is_the_last_day_that_is_over_in_time(day: date, steps: tuple[tuple[str, int], ...]) -> None:
    shift = Shift(steps)
    source = shift.latest_source(day)
    assert shift.of(source) <= day < shift.of(source + DAY)


def test_days_that_follow_each_other_are_one_step() -> None:
    assert Shift((("years", 75), ("days", -1), ("days", 3))) == Shift((("years", 75), ("days", 2)))
    assert Shift(BEFORE_75).plus_days(1) == Shift((("years", 75),))


def test_an_unknown_step_is_refused_with_what_is_allowed() -> None:
    with pytest.raises(ValueError, match="unknown step 'weeks' in a shift; allowed: years, months, days, month_end"):
        Shift((("weeks", 2),))


@pytest.mark.parametrize("text", ["1900-01-01", "2024-02-29", "2199-12-31"])
def test_a_day_is_read(text: str) -> None:
    assert read_day(text) == date.fromisoformat(text)


@pytest.mark.parametrize("text", ["2025-02-29", "20250401", "2025-W01-1", "2025-4-1", " 2025-04-1", "", 20250401])
def test_what_is_no_day_is_not_read(text: object) -> None:
    assert read_day(text) is None


def test_the_page_counts_the_same_days() -> None:
    """Leap days, ends of months and every kind of step, in the JavaScript of the checker page."""
    starts = [
        date(year, month, 1) + DAY * back
        for year in (1948, 1999, 2026)
        for month in range(1, 13)
        for back in (-2, -1, 0, 14)
    ]
    asked = [(day.isoformat(), steps) for day in starts for steps in CHAINS]
    done = subprocess.run(
        ["node", str(Path(__file__).with_name("days.mjs"))],
        input=json.dumps(asked),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    shifts = [(date.fromisoformat(day), Shift(steps)) for day, steps in asked]
    assert json.loads(done.stdout) == [[s.of(day).isoformat(), s.latest_source(day).isoformat()] for day, s in shifts]
