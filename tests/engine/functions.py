"""Functions over a few variables as plain tables: what diagrams are held against."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Hashable

    from checker.engine.diagrams.diagram import Diagrams

__all__ = ["Cells", "Function", "functions"]

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


def functions(count: int, values: st.SearchStrategy[Hashable]) -> st.SearchStrategy[list[Function]]:
    def of(sizes: tuple[int, ...]) -> st.SearchStrategy[list[Function]]:
        cells = st.lists(values, min_size=prod(sizes), max_size=prod(sizes))
        return st.lists(cells.map(lambda own: Function(sizes, tuple(own))), min_size=count, max_size=count)

    return SIZES.flatmap(of)
