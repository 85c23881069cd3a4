"""Every way in which what is not known of a person can turn out: one value for each cell of each open fact."""

from __future__ import annotations

from datetime import date
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any

from checker.engine import decide
from checker.engine.compiling.space import DAY, ChoiceVariable, DateVariable, MemberVariable
from checker.engine.rules.conditions import Before, leaves
from checker.engine.rules.dates import read_day

if TYPE_CHECKING:
    from checker.engine import Compiled

__all__ = ["LEFT_OUT", "completions", "open_facts", "options"]

Facts = dict[str, Any]

EARLIEST, LATEST = date(1800, 1, 1), date(2300, 12, 31)
"""Far beyond every day that a rule of the tests can tell apart."""

LEFT_OUT = "left out"
"""For a fact of which nothing is said."""


def open_facts(compiled: Compiled, facts: Facts) -> list[str]:
    """Return the facts that are not known and that this rulebook looks at."""
    looked_at = {v.fact for v in compiled.space.variables if not compiled.rulebook.by_fact[v.fact].sensitive}
    return [name for name in facts if facts[name] is None and name in looked_at]


def completions(compiled: Compiled, facts: Facts, most: int) -> list[Facts] | None:
    """Return what may be true of a person, less what contradicts itself; None where there is too much of it.

    Facts that are null in ``facts`` and that no rule looks at stay null.
    """
    names = open_facts(compiled, facts)
    choices = [options(compiled, name, facts["on_date"]) for name in names]
    if prod(map(len, choices)) > most:
        return None
    found = ({**facts, **dict(zip(names, values, strict=True))} for values in product(*choices))
    said = [{name: value for name, value in row.items() if value is not LEFT_OUT} for row in found]
    return [row for row in said if _can_be(compiled, row)]


def options(compiled: Compiled, name: str, day: str) -> list[Any]:
    """Return a value for each cell in which somebody can be who is asked about on a day."""
    fact, on_date = compiled.rulebook.by_fact[name], read_day(day)
    assert on_date
    own = [variable for variable in compiled.space.variables if variable.fact == name]
    match own[0]:
        case ChoiceVariable(_, groups):
            return [{"true": True, "false": False, "": LEFT_OUT}.get(group[0], group[0]) for group in groups]
        case DateVariable() as variable:
            days = [day.isoformat() for day in _days(compiled, variable, on_date)]
            return days if fact.everyone else [LEFT_OUT, *days]
    lists = [variable.members for variable in own if isinstance(variable, MemberVariable)]
    choices = product(*([[], [members[0]]] for members in lists))
    return [[member for members in chosen for member in members] for chosen in choices]


def _days(compiled: Compiled, variable: DateVariable, on_date: date) -> list[date]:
    """Return a day of each band: the last one of a date that may not lie before another, else the first.

    So whoever could be in two bands at once can be on the days of those two.
    """
    bounds = variable.bounds(on_date)
    held = [leaf.fact for row in compiled.rulebook.impossible for leaf in leaves(row.when) if isinstance(leaf, Before)]
    return [*(day - DAY for day in bounds), LATEST] if variable.fact in held else [EARLIEST, *bounds]


def _can_be(compiled: Compiled, facts: Facts) -> bool:
    """Return whether nothing is brought that one has not, and nothing contradicts itself."""
    for fact in compiled.rulebook.facts:
        had = facts.get(fact.part_of, [])
        if fact.part_of and facts.get(fact.id) and had is not None:
            listed = set(compiled.rulebook.by_fact[fact.part_of].values)
            if not listed.intersection(facts[fact.id]) <= set(had):
                return False
    return bool(decide(compiled, facts)["status"] != "contradiction")
