"""Diagrams against plain tables: every function of a few variables, and what canonical form promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from engine.functions import Function, functions
from hypothesis import given
from hypothesis import strategies as st

from checker.engine.diagrams import diagram as module
from checker.engine.diagrams.diagram import Diagrams, TooLargeError

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

YES_NO: st.SearchStrategy[Hashable] = st.booleans()
LETTERS: st.SearchStrategy[Hashable] = st.sampled_from("abc")


@given(functions(1, LETTERS))
def test_a_walk_finds_the_value_of_every_situation(given_functions: list[Function]) -> None:
    (function,) = given_functions
    diagrams = Diagrams(function.sizes)
    top = function.diagram(diagrams)
    assert {cells: diagrams.walk(top, cells) for cells in function.table} == function.table
    assert set(diagrams.outcomes(top)) == set(function.values)


@given(functions(2, YES_NO))
def test_and_or_not_are_those_of_the_values(given_functions: list[Function]) -> None:
    left, right = given_functions
    diagrams = Diagrams(left.sizes)
    a, b = left.diagram(diagrams), right.diagram(diagrams)
    made = [(diagrams.both(a, b), all), (diagrams.either(a, b), any)]
    for top, rule in made:
        for cells in left.table:
            assert diagrams.walk(top, cells) is rule([left.table[cells], right.table[cells]])
    assert all(diagrams.walk(diagrams.negate(a), cells) is not left.table[cells] for cells in left.table)


@given(functions(2, LETTERS))
def test_joining_goes_value_by_value(given_functions: list[Function]) -> None:
    left, right = given_functions
    diagrams = Diagrams(left.sizes)
    top = diagrams.apply(lambda a, b: (a, b), left.diagram(diagrams), right.diagram(diagrams))
    assert all(diagrams.walk(top, cells) == (left.table[cells], right.table[cells]) for cells in left.table)


@given(functions(2, LETTERS))
def test_equal_functions_have_equal_numbers(given_functions: list[Function]) -> None:
    left, right = given_functions
    diagrams = Diagrams(left.sizes)
    a, b = left.diagram(diagrams), right.diagram(diagrams)
    assert (a == b) is (left.values == right.values)
    joined = diagrams.apply(lambda _, second: second, a, b)
    assert joined == b, "whatever way it was made"


@given(functions(1, LETTERS))
def test_the_support_is_what_can_make_a_difference(given_functions: list[Function]) -> None:
    (function,) = given_functions
    diagrams = Diagrams(function.sizes)
    table = function.table

    def matters(variable: int) -> bool:
        changed = ((*c[:variable], cell, *c[variable + 1 :]) for c in table for cell in range(function.sizes[variable]))
        again = [c for c in table for _ in range(function.sizes[variable])]
        return any(table[one] != table[other] for one, other in zip(again, changed, strict=True))

    expected = [variable for variable in range(len(function.sizes)) if matters(variable)]
    assert diagrams.support(function.diagram(diagrams)) == expected


@given(functions(1, LETTERS), st.data())
def test_a_restricted_diagram_agrees_wherever_it_may_be_asked(
    given_functions: list[Function], data: st.DataObject
) -> None:
    (function,) = given_functions
    diagrams = Diagrams(function.sizes)
    variables = data.draw(st.sets(st.integers(0, len(function.sizes) - 1)))
    allowed = {
        v: data.draw(st.lists(st.integers(0, function.sizes[v] - 1), min_size=1, unique=True)) for v in variables
    }
    top = diagrams.restrict(function.diagram(diagrams), allowed)
    open_cells = [cells for cells in function.table if all(cells[v] in own for v, own in allowed.items())]
    assert {cells: diagrams.walk(top, cells) for cells in open_cells} == {c: function.table[c] for c in open_cells}
    assert set(diagrams.outcomes(top)) == {function.table[cells] for cells in open_cells}
    assert not any(len(own) == 1 and variable in diagrams.support(top) for variable, own in allowed.items())


@given(functions(1, LETTERS), st.sampled_from([str.upper, ord, lambda _: True]))
def test_mapping_changes_each_value(given_functions: list[Function], change: Callable[[Hashable], Hashable]) -> None:
    (function,) = given_functions
    diagrams = Diagrams(function.sizes)
    top = diagrams.map(function.diagram(diagrams), change)
    assert all(diagrams.walk(top, cells) == change(value) for cells, value in function.table.items())


def test_a_test_is_true_in_the_cells_that_are_named() -> None:
    diagrams = Diagrams([4])
    top = diagrams.test(0, [1, 3])
    assert [diagrams.walk(top, [cell]) for cell in range(4)] == [False, True, False, True]
    assert diagrams.test(0, range(4)) == diagrams.yes
    assert diagrams.test(0, []) == diagrams.no


def test_too_many_nodes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "NODE_LIMIT", 20)
    diagrams = Diagrams([2] * 8)
    numbers = Function(diagrams.sizes, tuple(range(2**8)))
    with pytest.raises(TooLargeError, match="more than 20 nodes"):
        numbers.diagram(diagrams)
