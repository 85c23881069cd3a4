"""The shortest ways through a diagram: what would have to change for each of its values to come out.

Used for the nearest other answers of a person, and for witnesses, which are the nearest answers of an ordinary one.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterator, Sequence

    from checker.engine.diagrams.diagram import Diagrams

__all__ = ["Path", "Paths", "Step"]

Step = tuple[int, int]
FACT = 1 << 16
"""What a changed fact costs where a changed variable costs 1: a sum of costs tells both, and orders as they do."""


@dataclass(frozen=True, slots=True, order=True)
class Path:
    """A way to a value. ``facts``: how many facts change on it; ``steps``: each variable that does, with its new cell.

    Paths are ordered by the facts that change, then by the variables, then by the declared order of facts and cells.
    """

    facts: int
    variables: int
    steps: tuple[Step, ...]


class Paths:
    """Shortest paths from where somebody stands."""

    def __init__(
        self,
        diagrams: Diagrams,
        own: Sequence[Collection[int]],
        allowed: Sequence[Sequence[int]],
        facts: Sequence[str],
    ) -> None:
        """For each variable: the cells in which somebody may be already, those that may be reached, and its fact.

        Variables of one fact follow each other; they count as one change of that fact.
        """
        self.diagrams = diagrams
        self.own = own
        self.allowed = allowed
        self.facts = facts
        self._costs: dict[tuple[int, str], dict[Hashable, int]] = {}

    def nearest(self, top: int) -> dict[Hashable, Path]:
        """For each value that can be reached the first of its paths."""
        return {value: next(self.to(top, value)) for value in self._cost(top, "")}

    def to(self, top: int, value: Hashable) -> Iterator[Path]:
        """Every path to a value, the shortest first.

        A path ends where the value is settled, so variables that no longer matter never change.
        """
        start = self._cost(top, "").get(value)
        waiting: list[tuple[int, tuple[Step, ...], int, int, str]] = []
        if start is not None:
            heappush(waiting, (start, (), 0, top, ""))
        while waiting:
            _, steps, spent, diagram, changed = heappop(waiting)
            if diagram < 0:
                yield Path(*divmod(spent, FACT), steps)
                continue
            for cell, step, child, carried in self._steps(diagram, changed):
                rest = self._cost(child, carried).get(value)
                if rest is not None:
                    now = spent + step
                    taken = (*steps, (self.diagrams.nodes[diagram][0], cell)) if step else steps
                    heappush(waiting, (now + rest, taken, now, child, carried))

    def _steps(self, diagram: int, changed: str) -> Iterator[tuple[int, int, int, str]]:
        """The cells that a node can be left by: with the cost, the child, and the fact that is being changed there."""
        variable, children = self.diagrams.nodes[diagram]
        fact = self.facts[variable]
        for cell in self.allowed[variable]:
            moved = cell not in self.own[variable]
            carried = fact if moved or changed == fact else ""
            cost = 0 if not moved else 1 if changed == fact else FACT + 1
            child = children[cell]
            follows = child >= 0 and self.facts[self.diagrams.nodes[child][0]] == fact
            yield cell, cost, child, carried if follows else ""

    def _cost(self, diagram: int, changed: str) -> dict[Hashable, int]:
        """What each value costs from here on."""
        key = (diagram, changed)
        if key not in self._costs:
            if diagram < 0:
                self._costs[key] = {self.diagrams.value(diagram): 0}
            else:
                found: dict[Hashable, int] = {}
                for step, child, carried in dict.fromkeys(way[1:] for way in self._steps(diagram, changed)):
                    for value, rest in self._cost(child, carried).items():
                        if value not in found or step + rest < found[value]:
                            found[value] = step + rest
                self._costs[key] = found
        return self._costs[key]
