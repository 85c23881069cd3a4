"""Days, and the ways in which a text counts from one day to another.

A shift is a chain of steps, applied in order: ``years``, ``months``, ``days``, ``month_end``, and ``month``: on to the
next month of that number, unless it is that month already. It never goes back in order: if one day is later than
another, so is (or equal) what the shift makes of them. The cells of `space` rest on that.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

__all__ = ["DATE_FORMAT", "Shift", "read_day"]

DATE_FORMAT = "YYYY-MM-DD"
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_UNITS = ("years", "months", "days", "month_end", "month")


def read_day(text: object) -> date | None:
    """The day that an ISO text (YYYY-MM-DD) names, or None if it names none."""
    if not isinstance(text, str) or not _ISO.fullmatch(text):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day


@dataclass(frozen=True, slots=True)
class Shift:
    """A way of counting, e.g. the day before the 75th birthday: ``(("years", 75), ("days", -1))``."""

    steps: tuple[tuple[str, int], ...] = ()

    def __post_init__(self) -> None:
        """Join steps of days that follow each other, so that equal shifts compare equal."""
        joined: list[tuple[str, int]] = []
        for unit, count in self.steps:
            if unit not in _UNITS:
                message = f"unknown step {unit!r} in a shift; allowed: {', '.join(_UNITS)}"
                raise ValueError(message)
            if unit == "days" and joined and joined[-1][0] == "days":
                joined[-1] = ("days", joined[-1][1] + count)
            else:
                joined.append((unit, count))
            if joined[-1] == ("days", 0):
                joined.pop()
        object.__setattr__(self, "steps", tuple(joined))

    def plus_days(self, count: int) -> Shift:
        """The same way of counting, and then some days more."""
        return Shift((*self.steps, ("days", count)))

    def of(self, day: date) -> date:
        """The day that the shift leads to."""
        for unit, count in self.steps:
            day = _step(day, unit, count)
        return day

    def latest_source(self, day: date) -> date:
        """The latest day whose shift is not after ``day``."""
        return _latest_source(self, day)


@lru_cache(maxsize=1024)
def _latest_source(shift: Shift, day: date) -> date:
    """Most people are asked about on few days: the search is made once for each."""
    low, high = date.min.toordinal(), date.max.toordinal() - 1
    while low < high:
        middle = (low + high + 1) // 2
        if shift.of(date.fromordinal(middle)) <= day:
            low = middle
        else:
            high = middle - 1
    return date.fromordinal(low)


def _step(day: date, unit: str, count: int) -> date:
    """One step; where the calendar ends, so does the counting, since far days such as 9999-12-31 stand for "no end"."""
    if unit == "years":
        return _same_day(day, day.year + count) if day.year + count <= date.max.year else date.max
    if unit == "months":
        month = day.month - 1 + count
        year, month = day.year + month // 12, month % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1])) if year <= date.max.year else date.max
    if unit == "days":
        ordinal = min(max(day.toordinal() + count, date.min.toordinal()), date.max.toordinal())
        return date.fromordinal(ordinal)
    if unit == "month":
        year = day.year + (day.month > count)
        return day if day.month == count else date(year, count, 1) if year <= date.max.year else date.max
    return day.replace(day=monthrange(day.year, day.month)[1])


def _same_day(day: date, year: int) -> date:
    """The birthday in another year: who was born on 29 February is a year older when 28 February is over."""
    if (day.month, day.day) == (2, 29) and monthrange(year, 2)[1] == 28:  # noqa: PLR2004 - the length of February
        return date(year, 3, 1)
    return day.replace(year=year)
