"""What settles a diagram: the fewest facts of a person that, whatever else were true, leave it one value.

The day asked about is given. Any other fact may be in any cell in which somebody can be on that day; that facts may
contradict each other does not count. It knows cells and diagrams, and nothing of rules.
"""

from __future__ import annotations

from collections import deque
from heapq import heappop, heappush
from operator import itemgetter
from typing import TYPE_CHECKING

from checker.engine.compiling.space import DateVariable, DayVariable
from checker.engine.compiling.witness import feasible

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Sequence
    from datetime import date

    from checker.engine.compiling.space import Space
    from checker.engine.diagrams.diagram import Diagrams

    Cells = Sequence[Collection[int]]

__all__ = ["Proofs"]

MOST = 2_000
"""Proofs that are kept; people are more alike than they think. More of them take memory and save no time."""

MOST_DAYS = 500


class Proofs:
    """The proofs over one space. Those about diagrams that stay are kept, so that the next person need not wait."""

    def __init__(self, space: Space, diagrams: Diagrams) -> None:
        """``diagrams``: over the variables of the space."""
        self.space = space
        self.diagrams = diagrams
        self.facts = [variable.fact for variable in space.variables]
        self._kept: dict[Hashable, tuple[str, ...] | None] = {}
        self._looks: dict[int, tuple[Callable[[Cells], Hashable], tuple[int, ...]]] = {}
        self._days: dict[date, tuple[list[list[int]], dict[int, int]]] = {}
        self._ranges: dict[tuple[int, ...], int] = {}

    def kept(self, top: int, value: int, own: Cells, on_date: date) -> tuple[str, ...] | None:
        """`smallest`, for a diagram that stays as long as its rulebook."""
        key = self._key(top, value, own, on_date)
        if key not in self._kept:
            if len(self._kept) >= MOST:
                self._kept.clear()
            self._kept[key] = self.smallest(top, value, own, on_date)
        return self._kept[key]

    def _key(self, top: int, value: int, own: Cells, on_date: date) -> Hashable:
        """All that a proof depends on: the cells that the diagram looks at, and where its dates can lie on the day."""
        look = self._looks.get(top)
        if look is None:
            support = self.diagrams.support(top)
            dates = tuple(n for n in support if isinstance(self.space.variables[n], DateVariable))
            look = self._looks[top] = (itemgetter(*support) if support else len, dates)
        cells, dates = look
        ranges = self._day(on_date)[1] if dates else {}
        return (top, value, cells(own), *[ranges[n] for n in dates])

    def _day(self, on_date: date) -> tuple[list[list[int]], dict[int, int]]:
        """The cells in which somebody can be, and for each date a number that stands for its own."""
        if on_date not in self._days:
            if len(self._days) >= MOST_DAYS:
                self._days.clear()
            everywhere = feasible(self.space, on_date)
            ranges = {n: self._ranges.setdefault(tuple(c), len(self._ranges)) for n, c in enumerate(everywhere)}
            self._days[on_date] = (everywhere, ranges)
        return self._days[on_date]

    def smallest(self, top: int, value: int, own: Cells, on_date: date) -> tuple[str, ...] | None:
        """The fewest facts with which the diagram is this terminal; None if it is not, with all of them.

        ``own``: the cells in which the person may be. Of several such sets the one whose facts are declared first.
        """
        order = list(dict.fromkeys(self.facts[number] for number in self.diagrams.support(top)))
        everywhere = self._day(on_date)[0]
        waiting: list[tuple[int, tuple[int, ...]]] = [(0, ())]
        seen: set[tuple[int, ...]] = set()
        while waiting:
            size, places = heappop(waiting)
            if places in seen:
                continue
            seen.add(places)
            given = {order[place] for place in places}
            turned = self._turned(top, value, own, everywhere, given)
            if turned is None:
                return tuple(order[place] for place in places)
            for fact in turned:
                heappush(waiting, (size + 1, tuple(sorted((*places, order.index(fact))))))
        return None

    def _turned(
        self, top: int, value: int, own: Cells, everywhere: Cells, given: Collection[str]
    ) -> frozenset[str] | None:
        """Facts, few of them, that would only have to be otherwise for another value; None if nothing gives one.

        One of them is in every set of facts that settles the value together with those that are ``given``.
        """
        nodes = self.diagrams.nodes
        waiting: deque[tuple[int, frozenset[str]]] = deque([(top, frozenset())])
        seen: set[int] = set()
        while waiting:
            n, turned = waiting.popleft()
            if n in seen or n == value:
                continue
            if n < 0:
                return turned
            seen.add(n)
            variable, children = nodes[n]
            fact = self.facts[variable]
            free = fact not in given and not isinstance(self.space.variables[variable], DayVariable)
            for cell in everywhere[variable] if free else own[variable]:
                if cell in own[variable] or fact in turned:
                    waiting.appendleft((children[cell], turned))
                else:
                    waiting.append((children[cell], turned | {fact}))
        return None
