"""Days that rules count from what is said of a person: a fixed day, or a fact and the shift made of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from checker.engine.people.values import Unknown
from checker.engine.rules.dates import Shift

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.engine.people.person import Person

__all__ = ["counted", "earliest", "with_days"]

Formula = Any
"""JSON: a day, or a fact and the steps of a shift."""


def counted(formula: Formula, person: Person) -> date | None:
    """The day that a formula leads to, None where its fact is no single day."""
    if isinstance(formula, str):
        return date.fromisoformat(formula)
    fact, steps = formula
    value = person.values[fact]
    return _shift(steps).of(value) if isinstance(value, date) else None


def earliest(formulas: Sequence[Formula], person: Person) -> date | None:
    """The first of several days; one whose fact is not stated does not count, one that is open leaves all open.

    Of an age, which is a stretch of birth dates, a day counts as far as it cannot come first.
    """
    sure: list[date] = []
    vague: list[date] = []
    for formula in formulas:
        value = "" if isinstance(formula, str) else person.values[formula[0]]
        if isinstance(value, tuple):
            vague.append(_shift(formula[1]).of(value[0]))
        elif isinstance(value, Unknown):
            vague.append(date.min)
        elif day := counted(formula, person):
            sure.append(day)
    first = min(sure, default=None)
    return None if first is None or any(day < first for day in vague) else first


def with_days(document: dict[str, Any], person: Person) -> dict[str, Any]:
    """A document outcome, with the last days of what is issued counted for this person."""
    for item in document["issued"]:
        if isinstance(item.get("until"), list):
            day = earliest(item["until"], person)
            item["until"] = day.isoformat() if day else None
    return document


def _shift(steps: Sequence[Sequence[Any]]) -> Shift:
    return Shift(tuple((unit, count) for unit, count in steps))
