"""How many situations there are, and in how many of them each value of a diagram comes out."""

from __future__ import annotations

from collections import Counter
from math import prod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from checker.engine.diagrams.diagram import Diagrams

__all__ = ["counts"]


def counts(diagrams: Diagrams, top: int, allowed: Sequence[Sequence[int]]) -> Counter[Hashable]:
    """The number of situations for each value; a situation is one of the allowed cells for each variable."""
    widths = [len(cells) for cells in allowed]
    memo: dict[int, Counter[Hashable]] = {}

    def level(diagram: int) -> int:
        return diagrams.nodes[diagram][0] if diagram >= 0 else len(widths)

    def go(diagram: int) -> Counter[Hashable]:
        """Counts over this diagram's own variable and those after it."""
        if diagram < 0:
            return Counter({diagrams.value(diagram): 1})
        if diagram not in memo:
            variable, children = diagrams.nodes[diagram]
            found: Counter[Hashable] = Counter()
            for cell in allowed[variable]:
                child = children[cell]
                between = prod(widths[variable + 1 : level(child)])
                for value, count in go(child).items():
                    found[value] += between * count
            memo[diagram] = found
        return memo[diagram]

    before = prod(widths[: level(top)])
    return Counter({value: before * count for value, count in go(top).items()})
