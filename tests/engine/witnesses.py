"""For each value that a diagram can have, a person who gets it: found by walking, never by trying at random."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from checker.engine.person import Person, read_person
from checker.engine.situation import situate
from checker.engine.space import ChoiceVariable, DateVariable, DayVariable, MemberVariable
from checker.engine.values import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from checker.engine import Compiled
    from checker.engine.space import Variable

__all__ = ["telling_days", "witnesses"]

Facts = dict[str, Any]
Cells: TypeAlias = "Mapping[int, Sequence[int]]"

DAY = timedelta(days=1)
TRIES = 40
"""Paths to one value that are tried: on some of them two facts do not go together."""
NOBODY = "nobody is in this situation, or another insurer answers"
ORDINARY = {"my_number_card": "held", "registration": "registered"}
"""What stands for the facts that must be given, where the path does not look at them."""


def telling_days(compiled: Compiled, from_day: date) -> list[date]:
    """Return the days from ``from_day`` on between which no diagram changes, and those beside each."""
    named = {from_day}
    for variable in compiled.space.variables:
        if isinstance(variable, DayVariable):
            named |= set(variable.days)
        if isinstance(variable, DateVariable):
            named |= {shift.of(day) for shift in variable.shifts for day in variable.days}
    return sorted({day + beside * DAY for day in named for beside in (-1, 0, 1) if day + beside * DAY >= from_day})


def witnesses(
    compiled: Compiled, top: int, days: Iterable[date], given: Cells, *, ruled_out: Sequence[int] = ()
) -> Iterator[tuple[Hashable, Facts]]:
    """Yield each value of a diagram with a person who gets it, as far as there is one on these days.

    ``given``: the cells to which a variable is confined; ``ruled_out``: diagrams of names, none of which may hold.
    """
    diagrams = compiled.diagrams
    masked = top
    for other in ruled_out:
        masked = diagrams.apply(lambda value, names: value if names == () else NOBODY, masked, other)
    seen: set[Hashable] = {NOBODY}
    for day in days:
        cells = {number: _feasible(v, day) for number, v in enumerate(compiled.space.variables)} | dict(given)
        rest = diagrams.restrict(masked, cells)
        for value in diagrams.outcomes(rest):
            if value in seen:
                continue
            for path in islice(_paths(compiled, rest, cells, value), TRIES):
                facts = _facts(compiled, path, day)
                if _value_for(compiled, masked, facts) == value:
                    seen.add(value)
                    yield value, facts
                    break


def _feasible(variable: Variable, day: date) -> list[int]:
    if isinstance(variable, DayVariable):
        return variable.cells("", day)
    if isinstance(variable, DateVariable):
        return sorted({0, *variable.cells(UNKNOWN, day)})
    return list(range(variable.size))


def _paths(compiled: Compiled, top: int, cells: Cells, value: Hashable) -> Iterator[dict[int, int]]:
    """Yield the ways down to a value: the cell that each variable on the way has."""
    diagrams = compiled.diagrams
    hopeless: set[int] = set()

    def go(number: int, path: dict[int, int]) -> Iterator[dict[int, int]]:
        if number < 0:
            if diagrams.value(number) == value:
                yield path
            else:
                hopeless.add(number)
            return
        if number in hopeless:
            return
        variable, children = diagrams.nodes[number]
        for cell in cells[variable]:
            yield from go(children[cell], {**path, variable: cell})
        if all(children[cell] in hopeless for cell in cells[variable]):
            hopeless.add(number)

    return go(top, {})


def _facts(compiled: Compiled, path: Mapping[int, int], day: date) -> Facts:
    facts: Facts = {"insurer": compiled.rulebook.insurer, "on_date": day.isoformat()}
    for number, cell in path.items():
        match compiled.space.variables[number]:
            case ChoiceVariable(fact, groups) if groups[cell][0]:
                facts[fact] = {"true": True, "false": False}.get(groups[cell][0], groups[cell][0])
            case MemberVariable(fact, members):
                facts.setdefault(fact, []).extend(members[:1] * cell)
            case DateVariable() as variable if cell:
                starts = [b for b in variable.bounds(day) if variable.cell_of_date(b, day) == cell]
                facts[variable.fact] = (starts[0] if starts else min(variable.bounds(day)) - DAY).isoformat()
    return ORDINARY | facts


def _value_for(compiled: Compiled, top: int, facts: Facts) -> Hashable:
    person = read_person(compiled.rulebook, facts)
    if not isinstance(person, Person):
        return NOBODY
    values = situate(compiled, person).values(top)
    return values[0] if len(values) == 1 else NOBODY
