"""The days on which somebody comes into another cell, or may come into other ones, while his facts stay as they are."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING

from checker.engine.compiling.space import DAY, DateVariable, DayVariable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.engine.compiling.compiled import Compiled
    from checker.engine.people.person import Person
    from checker.engine.people.values import Value

__all__ = ["turning_days"]


def turning_days(book: Compiled, person: Person, until: date) -> list[date]:
    """Every such day after the person's own and up to ``until``."""
    found: set[date] = set()
    for variable in book.space.variables:
        if isinstance(variable, DayVariable):
            found.update(variable.days)
        if isinstance(variable, DateVariable):
            value = person.values[variable.fact]
            if isinstance(value, date):
                found.update(shift.of(value) for shift in variable.shifts)
            elif value != "":
                found.update(_turns(variable, value, person.on_date, until))
    return sorted(day for day in found if person.on_date < day <= until)


def _turns(variable: DateVariable, value: Value, first: date, last: date) -> Iterator[date]:
    """The days on which a date that is not quite known may lie in other cells than the day before.

    What shifts make of two days may fall on one day, and come apart again a day later: so each day is looked at.
    """
    reached = [shift.latest_source(first) for shift in variable.shifts]
    before = _cells(variable, value, reached)
    day = first
    while day < last:
        day += DAY
        for place, shift in enumerate(variable.shifts):
            while shift.of(reached[place] + DAY) <= day:
                reached[place] += DAY
        now = _cells(variable, value, reached)
        if now != before:
            yield day
        before = now


def _cells(variable: DateVariable, value: Value, reached: list[date]) -> frozenset[int]:
    """The cells in which a date may lie; ``reached``: for each shift the latest date of which it is reached."""
    earliest, latest = value if isinstance(value, tuple) else (date.min, date.max)
    starts = {earliest, *(day for day in [*variable.days, *(r + DAY for r in reached)] if earliest < day <= latest)}
    bits = len(variable.shifts)
    return frozenset(
        (bisect_right(variable.days, start) << bits) + sum(1 << bit for bit, day in enumerate(reached) if start <= day)
        for start in starts
    )
