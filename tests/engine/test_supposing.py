"""What one cell leaves of a diagram is what is left when the diagram is restricted to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.functions import Function, functions
from hypothesis import given
from hypothesis import strategies as st

from checker.engine.diagrams.diagram import Diagrams
from checker.engine.diagrams.supposing import suppose

if TYPE_CHECKING:
    from collections.abc import Hashable

LETTERS: st.SearchStrategy[Hashable] = st.sampled_from("abc")


@given(functions(1, LETTERS), st.data())
def test_one_pass_finds_what_restricting_to_each_cell_finds(
    given_functions: list[Function], data: st.DataObject
) -> None:
    (function,) = given_functions
    diagrams = Diagrams(function.sizes)
    cells = [data.draw(st.lists(st.integers(0, n - 1), min_size=1, unique=True)) for n in function.sizes]
    top = diagrams.restrict(function.diagram(diagrams), dict(enumerate(cells)))
    supposed = suppose(diagrams, top, cells)
    assert list(supposed) == diagrams.support(top)
    for variable, rests in supposed.items():
        assert list(rests) == cells[variable]
        restricted = {cell: diagrams.restrict(top, {variable: (cell,)}) for cell in rests}
        for cell, rest in rests.items():
            assert rest.values == set(diagrams.outcomes(restricted[cell]))
            for other, beside in rests.items():
                assert (rest.branches == beside.branches) is (restricted[cell] == restricted[other])
