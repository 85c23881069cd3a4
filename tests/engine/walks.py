"""Whole diagrams, walked: everything that they can come to in some cells of some facts, whatever else is true."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from checker.engine.compiling.space import DayVariable

if TYPE_CHECKING:
    from datetime import date

    from checker.engine import Compiled

__all__ = ["ANYBODY", "Cells", "Json", "days_from", "outcomes", "pairs"]

Cells = dict[int, list[int]]
"""The cells to which a variable is confined; the others are free."""
Json = Any

ANYBODY: Cells = {}


def days_from(compiled: Compiled, day: date) -> Cells:
    """Return the cells of ``on_date`` from a day on; the day must be one at which a cell begins."""
    number, variable = next((n, v) for n, v in enumerate(compiled.space.variables) if isinstance(v, DayVariable))
    return {number: list(range(variable.days.index(day) + 1, variable.size))}


def outcomes(compiled: Compiled, top: int, cells: Cells) -> list[Json]:
    """Return everything that a diagram can come to in these cells."""
    found = compiled.diagrams.outcomes(compiled.diagrams.restrict(top, cells))
    return [json.loads(v) if isinstance(v, str) and v not in ("yes", "no", "unknown") else v for v in found]


def pairs(compiled: Compiled, left: int, right: int, cells: Cells) -> list[list[Json]]:
    """Return everything that two diagrams can come to together in these cells."""
    joined = compiled.diagrams.apply(lambda one, other: json.dumps([one, other]), left, right)
    return outcomes(compiled, joined, cells)
