"""Impossibilities that hold one date against another: which cells of the two can surely not go together.

Cells hold a date against days and against the day asked about, never against another date, so no compiled diagram knows
these. But seen from one day each cell of a date is a band of days, and a date that is known is a band of one day: of
two bands the one lies before the other where its last day does. Told in advance are impossibilities that say it alone
or beside other things that all hold; one of another form is seen when all is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from checker.engine.compiling.reaches import Reaches, tellable
from checker.engine.compiling.space import DAY, DateVariable
from checker.engine.people.values import Unknown
from checker.engine.rules.conditions import All, Before, leaves

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from checker.engine.compiling.compiled import Compiled
    from checker.engine.people.person import Person
    from checker.engine.people.values import Value
    from checker.engine.rules.conditions import Condition
    from checker.engine.rules.rulebook import Rulebook

__all__ = ["Apart", "Band", "bands_of", "dates_apart", "open_rows", "rows_apart"]


@dataclass(frozen=True, slots=True)
class Apart:
    """An impossibility: the first date of each pair lies before the second, and the rest holds."""

    id: str
    pairs: tuple[tuple[str, str], ...]
    rest: Condition


@dataclass(frozen=True, slots=True)
class Band:
    """The days of a date from the first to the last, all in one cell; None where the date has no variable."""

    cell: int | None
    first: date
    last: date


def rows_apart(rulebook: Rulebook) -> list[Apart]:
    """The impossibilities that hold dates against each other."""
    found = []
    for row in rulebook.impossible:
        parts = row.when.parts if isinstance(row.when, All) else (row.when,)
        pairs = tuple((part.fact, part.other) for part in parts if isinstance(part, Before))
        rest = All(tuple(part for part in parts if not isinstance(part, Before)))
        if pairs and tellable(rest):
            found.append(Apart(row.id, pairs, rest))
    return found


def open_rows(rulebook: Rulebook, person: Person) -> list[Apart]:
    """Those of them that look at something that is not known of a person: `contradictions` tells all others."""
    return [
        row
        for row in rows_apart(rulebook)
        if any(isinstance(person.values.get(fact), Unknown | tuple) for fact in _facts(row))
    ]


def _facts(row: Apart) -> list[str]:
    looked_at = [getattr(leaf, "fact", "") for leaf in leaves(row.rest)]
    return [*(fact for pair in row.pairs for fact in pair), *looked_at]


def bands_of(variable: DateVariable | None, value: Value, on_date: date) -> list[Band]:
    """The bands in which a date may lie; none if it is not stated."""
    if value == "":
        return []
    first, last = date.min, date.max
    if isinstance(value, tuple):
        first, last = value
    elif isinstance(value, date):
        first = last = value
    if variable is None:
        return [Band(None, first, last)]
    bounds = [day for day in variable.bounds(on_date) if first < day <= last]
    starts, ends = [first, *bounds], [*(day - DAY for day in bounds), last]
    return [Band(variable.cell_of_date(s, on_date), s, e) for s, e in zip(starts, ends, strict=True)]


def dates_apart(book: Compiled, rows: Iterable[Apart], bands: Callable[[str], Iterable[Band]]) -> int:
    """The diagram of the names of those that surely hold; ``bands``: where each date may lie."""
    d, reaches = book.diagrams, Reaches(book)
    numbers = {variable.fact: number for number, variable in enumerate(book.space.variables)}

    def lies_in(fact: str, cell: int | None) -> int:
        return d.yes if cell is None else d.test(numbers[fact], [cell])

    named = []
    for row in rows:
        holds = reaches.diagram(row.rest)
        for fact, other in row.pairs:
            ones, others = list(bands(fact)), list(bands(other))
            before = d.no
            for one, two in {(one.cell, two.cell) for one in ones for two in others if one.last < two.first}:
                before = d.either(before, d.both(lies_in(fact, one), lies_in(other, two)))
            holds = d.both(holds, before)
        named.append((row.id, holds))
    return reaches.named_sets(named)
