"""From cells back to facts: people who stand for whole classes of situations, and the days on which classes change."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from checker.engine.compiling.space import DAY, ChoiceVariable, DateVariable, DayVariable, MemberVariable
from checker.engine.people.values import UNKNOWN
from checker.engine.rules.dates import Shift, read_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.engine.compiling.space import Space, Variable
    from checker.engine.rules.facts import Fact
    from checker.engine.rules.rulebook import Rulebook

__all__ = ["facts_of", "feasible", "ordinary", "telling_days"]

Facts = dict[str, Any]


def ordinary(rulebook: Rulebook, on_date: date) -> Facts:
    """The ordinary person: what must be said has its ordinary value, all else is left out."""
    needed = {fact.id: fact.ordinary for fact in rulebook.facts if fact.ordinary}
    return {"insurer": rulebook.insurer, "on_date": on_date.isoformat(), **needed}


def telling_days(space: Space, from_day: date) -> list[date]:
    """Days from ``from_day`` on which together show every combination of cells that some day makes feasible.

    The days that rules name, what shifts make of the days that rules hold dates against, and the first of the month
    after each, all with the day after: ways of counting that go by the month agree with the others on the first only.
    """
    cuts = {from_day}
    for variable in space.variables:
        if isinstance(variable, DayVariable):
            cuts.update(variable.days)
        if isinstance(variable, DateVariable):
            cuts.update(shift.of(day + near) for shift in variable.shifts for day in variable.days for near in _NEAR)
    cuts.update([_NEXT_MONTH.of(day) for day in cuts])
    cuts.update([day + DAY for day in cuts])
    return sorted(day for day in cuts if day >= from_day)


_NEAR = (-DAY, 0 * DAY, DAY)
_NEXT_MONTH = Shift((("month_end", 1), ("days", 1)))


def feasible(space: Space, on_date: date) -> list[list[int]]:
    """For each variable the cells in which somebody can be on a day, "not stated" among them."""
    return [_feasible(variable, on_date) for variable in space.variables]


def _feasible(variable: Variable, on_date: date) -> list[int]:
    match variable:
        case DayVariable():
            return variable.cells("", on_date)
        case DateVariable():
            return sorted({0, *variable.cells(UNKNOWN, on_date)})
        case _:
            return list(range(variable.size))


def facts_of(rulebook: Rulebook, space: Space, base: Facts, cells: Iterable[tuple[int, int]]) -> Facts:
    """The facts of somebody who stands in these cells, and for all other variables where ``base`` does.

    ``base``: facts of one person, ``on_date`` among them, which stays; ``cells``: variables, each with its cell.
    """
    on_date = date.fromisoformat(base["on_date"])
    by_fact = rulebook.by_fact
    facts = dict(base)
    for number, cell in cells:
        variable = space.variables[number]
        if isinstance(variable, ChoiceVariable):
            _say(facts, variable.fact, _choice(variable, cell))
        if isinstance(variable, MemberVariable):
            facts[variable.fact] = _members(by_fact[variable.fact], variable, cell, facts)
        if isinstance(variable, DateVariable):
            _forget_ages(rulebook, variable.fact, facts)
            day = variable.day_in(cell, on_date, read_day(base.get(variable.fact))) if cell else None
            _say(facts, variable.fact, day.isoformat() if day else None)
    return facts


def _say(facts: Facts, fact: str, value: object) -> None:
    """Say a value, or leave the fact out where there is none."""
    if value is None:
        facts.pop(fact, None)
    else:
        facts[fact] = value


def _choice(variable: ChoiceVariable, cell: int) -> object:
    value = variable.groups[cell][0]
    return {"": None, "true": True, "false": False}.get(value, value)


def _members(fact: Fact, variable: MemberVariable, cell: int, facts: Mapping[str, Any]) -> list[str]:
    said = facts.get(fact.id) or []
    had = {said} if isinstance(said, str) else set(said)
    had = (
        had - set(variable.members)
        if not cell
        else had | (set() if had & set(variable.members) else {variable.members[0]})
    )
    return [member for member in fact.values if member in had]


def _forget_ages(rulebook: Rulebook, changed: str, facts: Facts) -> None:
    """An age is another way to speak of a birth date: who has a new one no longer has the old age."""
    if changed == "birth_date":
        for fact in rulebook.facts:
            if fact.kind == "age":
                facts.pop(fact.id, None)
