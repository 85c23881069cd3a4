"""Ways of counting days as they are written in YAML: ``{years: 18, days: -1, month: 3, month_end: true}``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.errors import hint
from checker.authoring.shapes import found
from checker.authoring.source import Block
from checker.engine.rules.dates import Shift

if TYPE_CHECKING:
    from checker.authoring.errors import Report
    from checker.authoring.source import Place

__all__ = ["UNITS", "read_shift"]

UNITS = ("years", "months", "days", "month_end", "month")
_MONTHS = range(1, 13)


def read_shift(raw: object, place: Place, report: Report) -> Shift:
    """Steps in the order in which they are written, in one mapping or in a list of such."""
    rows = raw if isinstance(raw, list) else [raw]
    if not rows:
        report.at(place, f"{found(raw)} is no way of counting days; {hint('', UNITS)}")
    return Shift(tuple(step for row in rows for step in _steps(row, place, report)))


def _steps(row: object, place: Place, report: Report) -> list[tuple[str, int]]:
    steps = []
    if not isinstance(row, Block) or not row:
        report.at(place, f"{found(row)} is no way of counting days; {hint('', UNITS)}")
        return []
    for unit, count in row.items():
        if unit not in UNITS:
            report.wrong(row, unit, f"{unit!r} is no way of counting days; {hint(unit, UNITS)}")
        elif not isinstance(count, int) or (unit == "month_end") != (count is True) or count is False:
            meant = "`true`" if unit == "month_end" else "a whole number"
            report.wrong(row, unit, f"`{unit}` is {found(count)}; {meant} is meant")
        elif unit == "month" and count not in _MONTHS:
            report.wrong(row, unit, f"`month` is {found(count)}; a month from 1 to 12 is meant, on to which is counted")
        else:
            steps.append((unit, int(count)))
    return steps
