"""What would be left of a diagram if one variable were known to lie in one cell: for all of them in one pass.

Restricting the diagram once for each variable and cell gives the same, but makes nodes each time. Here each value is a
bit, and every path from the top to a value either asks the variable, or passes it by on one edge.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from checker.engine.diagrams.diagram import Diagrams

__all__ = ["Rest", "suppose"]


@dataclass(frozen=True, slots=True)
class Rest:
    """What one cell of one variable leaves.

    ``values``: those that can still come out. ``branches``: what the nodes of the variable lead to; two cells leave the
    same function exactly where these are equal.
    """

    values: frozenset[Hashable]
    branches: tuple[int, ...]


def suppose(diagrams: Diagrams, top: int, cells: Sequence[Sequence[int]]) -> dict[int, dict[int, Rest]]:
    """What is left for each variable that the diagram looks at, in order, and each of its cells.

    ``cells``: for each variable those that are allowed; the diagram must be restricted to them.
    """
    edges = _Edges(diagrams, top)
    found: dict[int, dict[int, Rest]] = {}
    for variable, rows in edges.rows.items():
        passing = edges.passing(variable)
        found[variable] = {}
        for cell in cells[variable]:
            branches = tuple(row[cell] for row in rows)
            found[variable][cell] = Rest(edges.values(passing | edges.below(branches)), branches)
    return found


class _Edges:
    """The values below each node, as bits, and where the edges to it begin."""

    def __init__(self, diagrams: Diagrams, top: int) -> None:
        order = diagrams.reachable(top)
        ends = [n for n in order if n < 0]
        inner = sorted((diagrams.nodes[n][0], n) for n in order if n >= 0)
        self.ends = [diagrams.value(n) for n in ends]
        self.rows: dict[int, list[tuple[int, ...]]] = {variable: [] for variable, _ in inner}
        level = dict.fromkeys(ends, len(diagrams.sizes))
        above = {top: -1}
        for variable, n in inner:
            level[n] = variable
            self.rows[variable].append(diagrams.nodes[n][1])
            for child in diagrams.nodes[n][1]:
                above.setdefault(child, variable)
        self.bits = {n: 1 << place for place, n in enumerate(ends)}
        for _, n in reversed(inner):
            self.bits[n] = self.below(diagrams.nodes[n][1])
        self.spans = [(above[n], level[n], self.bits[n]) for n in order]
        self.sets: dict[int, frozenset[Hashable]] = {}

    def below(self, diagrams: Iterable[int]) -> int:
        """The values of any of these diagrams."""
        bits = 0
        for n in diagrams:
            bits |= self.bits[n]
        return bits

    def passing(self, variable: int) -> int:
        """The values of paths that do not ask the variable: they have an edge from above it to below it."""
        bits = 0
        for above, level, own in self.spans:
            if above < variable < level:
                bits |= own
        return bits

    def values(self, bits: int) -> frozenset[Hashable]:
        """The values that bits stand for, each set made once."""
        if bits not in self.sets:
            self.sets[bits] = frozenset(value for place, value in enumerate(self.ends) if bits >> place & 1)
        return self.sets[bits]
