"""Counting from one day to another, step by step, as a person with a calendar would; the engine has its own."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["counted", "last_of_month"]


def last_of_month(year: int, month: int) -> date:
    """Return the day before the first of the next month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def counted(day: date, steps: Iterable[tuple[str, int]]) -> date:
    """Return the day that the steps lead to, in the order in which they are written."""
    for unit, count in steps:
        if unit == "years":
            day = _birthday(day, day.year + count)
        elif unit == "months":
            day = _months_later(day, count)
        elif unit == "month":
            while day.month != count:
                day = last_of_month(day.year, day.month) + timedelta(days=1)
        elif unit == "month_end":
            day = last_of_month(day.year, day.month)
        else:
            day += timedelta(days=count)
    return day


def _birthday(day: date, year: int) -> date:
    """Return the day on which one born on ``day`` is a year older; 29 February falls on 1 March in a common year."""
    if (day.month, day.day) == (2, 29) and last_of_month(year, 2).day == 28:
        return date(year, 3, 1)
    return date(year, day.month, day.day)


def _months_later(day: date, count: int) -> date:
    year, month = day.year, day.month
    for _ in range(abs(count)):
        month += 1 if count > 0 else -1
        if month in (0, 13):
            year, month = (year + 1, 1) if month == 13 else (year - 1, 12)
    return min(date(year, month, 1) + timedelta(days=day.day - 1), last_of_month(year, month))
