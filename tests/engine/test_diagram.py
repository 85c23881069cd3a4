"""Diagrams against plain tables: every function of a few variables, and what canonical form promises."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import prod
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.engine import diagram as module
from checker.engine.diagram import Diagrams, TooLargeError

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Cells = tuple[int, ...]


@dataclass(frozen=True)
class Function:
    """A value for each combination of cells, in the order of `itertools.product`."""

    sizes: tuple[int, ...]
    values: tuple[Hashable, ...]

    @property
    def table(self) -> dict[Cells, Hashable]:
        return dict(zip(product(*map(range, self.sizes)), self.values, strict=True))

    def diagram(self, diagrams: Diagrams) -> int:
        """Build it from the bottom: no operation of the diagrams but making nodes is used."""
        level = [diagrams.terminal(value) for value in self.values]
        for variable in reversed(range(len(self.sizes))):
            size = self.sizes[variable]
            level = [diagrams.node(variable, tuple(level[i : i + size])) for i in range(0, len(level), size)]
        return level[0]


SIZES = st.lists(st.integers(1, 4), min_size=1, max_size=4).map(tuple)


def _functions(count: int, values: st.SearchStrategy[Hashable]) -> st.SearchStrategy[list[Function]]:
    def of(sizes: tuple[int, ...]) -> st.SearchStrategy[list[Function]]:
        cells = st.lists(values, min_size=prod(sizes), max_size=prod(sizes))
        return st.lists(cells.map(lambda own: Function(sizes, tuple(own))), min_size=count, max_size=count)

    return SIZES.flatmap(of)


YES_NO: st.SearchStrategy[Hashable] = st.booleans()
LETTERS: st.SearchStrategy[Hashable] = st.sampled_from("abc")


@given(_functions(1, LETTERS))
def test_a_walk_finds_the_value_of_every_situation(functions: list[Function]) -> None:
    (function,) = functions
    diagrams = Diagrams(function.sizes)
    top = function.diagram(diagrams)
    assert {cells: diagrams.walk(top, cells) for cells in function.table} == function.table
    assert set(diagrams.outcomes(top)) == set(function.values)


@given(_functions(2, YES_NO))
def test_and_or_not_are_those_of_the_values(functions: list[Function]) -> None:
    left, right = functions
    diagrams = Diagrams(left.sizes)
    a, b = left.diagram(diagrams), right.diagram(diagrams)
    made = [(diagrams.both(a, b), all), (diagrams.either(a, b), any)]
    for top, rule in made:
        for cells in left.table:
            assert diagrams.walk(top, cells) is rule([left.table[cells], right.table[cells]])
    assert all(diagrams.walk(diagrams.negate(a), cells) is not left.table[cells] for cells in left.table)


@given(_functions(2, LETTERS))
def test_joining_goes_value_by_value(functions: list[Function]) -> None:
    left, right = functions
    diagrams = Diagrams(left.sizes)
    top = diagrams.apply(lambda a, b: (a, b), left.diagram(diagrams), right.diagram(diagrams))
    assert all(diagrams.walk(top, cells) == (left.table[cells], right.table[cells]) for cells in left.table)


@given(_functions(2, LETTERS))
def test_equal_functions_have_equal_numbers(functions: list[Function]) -> None:
    left, right = functions
    diagrams = Diagrams(left.sizes)
    a, b = left.diagram(diagrams), right.diagram(diagrams)
    assert (a == b) is (left.values == right.values)
    joined = diagrams.apply(lambda _, second: second, a, b)
    assert joined == b, "whatever way it was made"


@given(_functions(1, LETTERS))
def test_the_support_is_what_can_make_a_difference(functions: list[Function]) -> None:
    (function,) = functions
    diagrams = Diagrams(function.sizes)
    table = function.table

    def matters(variable: int) -> bool:
        changed = ((*c[:variable], cell, *c[variable + 1 :]) for c in table for cell in range(function.sizes[variable]))
        again = [c for c in table for _ in range(function.sizes[variable])]
        return any(table[one] != table[other] for one, other in zip(again, changed, strict=True))

    expected = [variable for variable in range(len(function.sizes)) if matters(variable)]
    assert diagrams.support(function.diagram(diagrams)) == expected


@given(_functions(1, LETTERS), st.data())
def test_a_restricted_diagram_agrees_wherever_it_may_be_asked(functions: list[Function], data: st.DataObject) -> None:
    (function,) = functions
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


@given(_functions(1, LETTERS), st.sampled_from([str.upper, ord, lambda _: True]))
def test_mapping_changes_each_value(functions: list[Function], change: Callable[[Hashable], Hashable]) -> None:
    (function,) = functions
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
