"""From cells to people and back: whoever is made for a cell stands in it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from rulebooks import INSURERS, book

from checker.engine.compiling.space import DateVariable
from checker.engine.compiling.witness import facts_of, feasible, ordinary, telling_days
from checker.engine.deciding.situation import situate
from checker.engine.people.person import Person, read_person

FIRST = date(2024, 7, 1)


@pytest.mark.parametrize("insurer", INSURERS)
def test_a_person_made_for_a_cell_stands_in_it(insurer: str) -> None:
    compiled = book(insurer)
    days = telling_days(compiled.space, FIRST)
    for day in days[:: len(days) // 6]:
        base = ordinary(compiled.rulebook, day)
        for number, cells in enumerate(feasible(compiled.space, day)):
            for cell in cells:
                facts = facts_of(compiled.rulebook, compiled.space, base, [(number, cell)])
                person = read_person(compiled.rulebook, facts)
                assert isinstance(person, Person), facts
                assert situate(compiled, person).cells[number] == (cell,), (facts, number, cell)


@pytest.mark.parametrize("insurer", INSURERS)
def test_no_day_makes_anything_feasible_that_the_telling_days_do_not_show(insurer: str) -> None:
    space = book(insurer).space
    shown = [feasible(space, day) for day in telling_days(space, FIRST)]
    for number in range(3 * 366):
        day = FIRST + timedelta(days=number)
        assert feasible(space, day) in shown, day


def test_a_day_in_a_cell_is_the_nearest_one() -> None:
    variable = next(v for v in book("kiyose").space.variables if isinstance(v, DateVariable) and v.shifts)
    day = date(2026, 11, 21)
    for cell in variable.cells(variable.bounds(day)[0], day):
        known = variable.day_in(cell, day, None)
        assert variable.day_in(cell, day, known) == known
        early, late = variable.day_in(cell, day, date(1900, 1, 1)), variable.day_in(cell, day, date(2199, 1, 1))
        assert early <= known <= late
        assert {variable.cell_of_date(one, day) for one in (early, late)} == {cell}


def test_a_cell_without_a_day_is_refused() -> None:
    variable = next(v for v in book("kiyose").space.variables if isinstance(v, DateVariable) and v.shifts)
    with pytest.raises(ValueError, match="no day of"):
        variable.day_in(variable.size, date(2026, 11, 21), None)
