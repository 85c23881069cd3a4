"""The same cells on other days: dates that impossibilities hold against each other cannot be chosen one by one."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any

from checker.engine.compiling.apart import bands_of
from checker.engine.compiling.space import DateVariable
from checker.engine.people.values import UNKNOWN
from checker.engine.rules.dates import read_day

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from checker.engine.compiling.compiled import Compiled

__all__ = ["on_other_days"]

Facts = dict[str, Any]
Step = tuple[int, int]


def on_other_days(
    book: Compiled, on_date: date, found: Facts, steps: Sequence[Step], held: Collection[str]
) -> Iterator[Facts]:
    """Yield facts as they were found, and then with several days of the same cells for the dates that are held.

    ``steps``: variables with the cells in which the facts are; ``held``: dates that are held against other dates.
    """
    days = {book.space.variables[n].fact: _days(book, on_date, found, n, cell) for n, cell in steps if cell}
    tried = [[(fact, day) for day in options] for fact, options in days.items() if fact in held and options]
    for chosen in product(*tried):
        yield found | dict(chosen)


def _days(book: Compiled, on_date: date, found: Facts, number: int, cell: int) -> list[str]:
    """Days of a cell of a date: the one that was found, the ends of its band, and the other dates that lie in it."""
    variable = book.space.variables[number]
    if not isinstance(variable, DateVariable):
        return []
    band = next(b for b in bands_of(variable, UNKNOWN, on_date) if b.cell == cell)
    others = [day for value in found.values() if (day := read_day(value))]
    ends = [day for day in (band.first, band.last) if day not in (date.min, date.max)]
    inside = [day.isoformat() for day in [*others, *ends] if band.first <= day <= band.last]
    return list(dict.fromkeys([found[variable.fact], *inside]))
