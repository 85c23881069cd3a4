"""The shipped table is the compiled diagrams: every edge of it, walked by JavaScript, and nothing beside them."""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest
from page_engine.shipped_tables import FROM_DAY, node, table
from rulebooks import INSURERS, book

from checker.engine.compiling.apart import rows_apart
from checker.engine.compiling.reaches import Reaches
from checker.engine.compiling.space import ChoiceVariable, DayVariable, MemberVariable

if TYPE_CHECKING:
    from collections.abc import Hashable

    from checker.engine import Compiled

LARGEST = 8 * 1024
"""Bytes that the table of one insurer may have, compressed as a server sends it."""


def _kept(compiled: Compiled, number: int) -> list[int]:
    """Return the cells that can be asked for from the table's day on, by somebody who says nothing sensitive."""
    variable = compiled.space.variables[number]
    if isinstance(variable, DayVariable):
        return [cell for cell in range(variable.size) if cell == variable.size - 1 or variable.days[cell] > FROM_DAY]
    return [0] if compiled.rulebook.by_fact[variable.fact].sensitive else list(range(variable.size))


def _meaning(compiled: Compiled, number: int) -> list[Any]:
    """Return what the cells mean, in the form that `table_digest.mjs` reads off the table."""
    variable = compiled.space.variables[number]
    days = groups = members = shifts = everyone = None
    match variable:
        case DayVariable():
            kind, days = "day", [day.isoformat() for day in variable.days if day > FROM_DAY]
        case ChoiceVariable():
            kind, groups = "choice", list(map(list, variable.groups))
        case MemberVariable():
            kind, members = "list", list(variable.members)
        case _:
            kind, days = "date", [day.isoformat() for day in variable.days]
            shifts, everyone = [shift.steps for shift in variable.shifts], variable.everyone
    return [variable.fact, kind, days, groups, members, shifts, everyone]


def _digest(value: object) -> str:
    return sha256(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def _value(value: Hashable) -> object:
    """Return what a diagram comes to as JSON, keys in order; all but names and yes/no is JSON text already."""
    return json.loads(value) if isinstance(value, str) and value not in ("yes", "no", "unknown") else value


class Digests:
    """The diagrams of one insurer, restricted to what its table is for."""

    def __init__(self, compiled: Compiled) -> None:
        """Take the diagrams of everything that a decision says."""
        self.compiled = compiled
        self.kept = {number: _kept(compiled, number) for number in range(len(compiled.space.variables))}
        self.memo: dict[int, str] = {}
        tops = {"impossible": compiled.sets["impossible"], "scope": compiled.sets["scope"], "usable": compiled.usable}
        tops |= compiled.full | {f"warnings:{name}": top for name, top in compiled.warnings.items()}
        tops |= {f"held:{name}": top for name, top in compiled.held.items()}
        rests = {f"apart:{row.id}": row.rest for row in rows_apart(compiled.rulebook)}
        tops |= {name: Reaches(compiled).diagram(rest) for name, rest in rests.items()}
        tops |= {f"meant:{name}": top for name, top in compiled.meant.items()}
        self.tops = {name: self._go(compiled.diagrams.restrict(top, self.kept)) for name, top in tops.items()}

    def _go(self, number: int) -> str:
        if number not in self.memo:
            diagrams = self.compiled.diagrams
            if number < 0:
                self.memo[number] = _digest(["value", _value(diagrams.value(number))])
            else:
                variable, children = diagrams.nodes[number]
                under = [self._go(children[cell]) for cell in self.kept[variable]]
                self.memo[number] = _digest(["node", _meaning(self.compiled, variable), under])
        return self.memo[number]


@cache
def _walked() -> dict[str, dict[str, Any]]:
    said = json.loads(node("table_digest.mjs", json.dumps([table(insurer) for insurer in INSURERS])))
    return dict(zip(INSURERS, said, strict=True))


@pytest.mark.parametrize("insurer", INSURERS)
def test_every_diagram_of_the_table_is_the_one_that_was_compiled(insurer: str) -> None:
    digests = Digests(book(insurer))
    walked = _walked()[insurer]
    assert walked["tops"] == digests.tops
    assert walked["nodes"] == sum(number >= 0 for number in digests.memo)
    assert walked["values"] == sum(number < 0 for number in digests.memo)


@pytest.mark.parametrize("insurer", INSURERS)
def test_every_node_edge_and_value_of_the_table_was_walked(insurer: str) -> None:
    shipped, walked = table(insurer), _walked()[insurer]
    assert walked["nodes"] == len(shipped["nodes"])
    assert walked["edges"] == sum(len(children) - 1 for children in shipped["nodes"])
    assert walked["values"] == len(shipped["values"])


@pytest.mark.parametrize("insurer", INSURERS)
def test_no_two_values_are_alike(insurer: str) -> None:
    values = [json.dumps(value, sort_keys=True) for value in table(insurer)["values"]]
    assert len(set(values)) == len(values)


@pytest.mark.parametrize("insurer", INSURERS)
def test_no_two_classes_of_a_variable_are_alike(insurer: str) -> None:
    shipped = table(insurer)
    for place, variable in enumerate(shipped["variables"]):
        columns = list(zip(*(children for own, *children in shipped["nodes"] if own == place), strict=True))
        assert len(set(columns)) == len(columns) == len(set(variable["cells"])), variable


@pytest.mark.parametrize("insurer", INSURERS)
def test_the_table_knows_nothing_sensitive_and_no_day_that_is_over(insurer: str) -> None:
    shipped = table(insurer)
    sensitive = {fact.id for fact in book(insurer).rulebook.facts if fact.sensitive}
    assert sensitive == {"data_protection"}
    named = {fact["id"] for fact in shipped["facts"]} | {variable["fact"] for variable in shipped["variables"]}
    assert named.isdisjoint(sensitive)
    assert "data_protection" not in json.dumps(shipped)
    days = [day for variable in shipped["variables"] if variable["kind"] == "day" for day in variable["days"]]
    assert all(day > shipped["from"] for day in days)


@pytest.mark.parametrize("insurer", INSURERS)
def test_the_table_is_small(insurer: str) -> None:
    assert _walked()[insurer]["bytes"] <= LARGEST
