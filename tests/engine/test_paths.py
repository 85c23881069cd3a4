"""Shortest ways and counts, against trying every situation of a function."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from engine.functions import Cells, Function, functions
from hypothesis import given
from hypothesis import strategies as st

from checker.engine.diagrams.counting import counts
from checker.engine.diagrams.diagram import Diagrams
from checker.engine.diagrams.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

LETTERS: st.SearchStrategy[Hashable] = st.sampled_from("abc")


def _some_cells(data: st.DataObject, function: Function, *, whole: bool) -> list[list[int]]:
    """Draw some cells of each variable, in order."""
    own = [st.lists(st.integers(0, size - 1), min_size=1, unique=True).map(sorted) for size in function.sizes]
    everything = [list(range(size)) for size in function.sizes]
    return everything if whole else [data.draw(cells) for cells in own]


def _cost(cells: Cells, own: Sequence[Sequence[int]], facts: Sequence[str]) -> tuple[int, int]:
    moved = [number for number, cell in enumerate(cells) if cell not in own[number]]
    return (len({facts[number] for number in moved}), len(moved))


@given(functions(1, LETTERS), st.data())
def test_the_first_path_changes_the_fewest_facts(given_functions: list[Function], data: Any) -> None:  # noqa: ANN401 - hypothesis' own
    (function,) = given_functions
    diagrams = Diagrams(function.sizes)
    top = function.diagram(diagrams)
    allowed = _some_cells(data, function, whole=data.draw(st.booleans()))
    own = [data.draw(st.lists(st.sampled_from(cells), min_size=1, unique=True).map(sorted)) for cells in allowed]
    facts = data.draw(st.sampled_from([list("aabb"), list("abcd"), list("aaab")]))[: len(function.sizes)]
    best: dict[Hashable, tuple[int, int]] = {}
    for cells, value in function.table.items():
        if all(cell in allowed[number] for number, cell in enumerate(cells)):
            best[value] = min(_cost(cells, own, facts), best.get(value, (9, 9)))
    found = Paths(diagrams, own, allowed, facts).nearest(top)
    assert {value: (path.facts, path.variables) for value, path in found.items()} == best
    for value, path in found.items():
        ends = dict(enumerate(own)) | {number: [cell] for number, cell in path.steps}
        assert value in diagrams.outcomes(diagrams.restrict(top, ends))


@given(functions(1, LETTERS), st.data())
def test_paths_come_in_the_order_of_their_length(given_functions: list[Function], data: Any) -> None:  # noqa: ANN401 - hypothesis' own
    (function,) = given_functions
    diagrams = Diagrams(function.sizes)
    top = function.diagram(diagrams)
    own, allowed = [[0]] * len(function.sizes), _some_cells(data, function, whole=True)
    paths = Paths(diagrams, own, allowed, "abcd")
    for value in diagrams.outcomes(top):
        lengths = [(path.facts, path.variables) for path in paths.to(top, value)]
        assert lengths == sorted(lengths)
        assert lengths


@given(functions(1, LETTERS), st.data())
def test_every_situation_is_counted_once(given_functions: list[Function], data: Any) -> None:  # noqa: ANN401 - hypothesis' own
    (function,) = given_functions
    diagrams = Diagrams(function.sizes)
    allowed = _some_cells(data, function, whole=data.draw(st.booleans()))
    listed = Counter(
        value
        for cells, value in function.table.items()
        if all(cell in allowed[number] for number, cell in enumerate(cells))
    )
    assert counts(diagrams, function.diagram(diagrams), allowed) == listed
