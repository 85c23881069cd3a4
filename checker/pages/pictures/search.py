"""The search for the smallest chart: of every diagram that answers leave, which question is best put first.

Where nobody can be anything may be told, so such cells join whichever branch there is.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from checker.engine.compiling.space import MemberVariable
from checker.engine.diagrams.matters import NEVER, ClashError, agreed
from checker.engine.rules.conditions import leaves

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.pages.pictures.field import Field

__all__ = ["Plan", "Search"]

_QUESTION = 2
"""What a question takes of a sheet of paper, where a branch takes 1."""

Group = tuple[tuple[int, ...], int]
"""Cells, and the diagram that they leave."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A question that may be put, and what its answers leave; one group: there is nothing to ask."""

    fact: str
    variables: tuple[int, ...]
    groups: tuple[Group, ...]


class Search:
    """The best plans for one field, each worked out once."""

    def __init__(self, field: Field) -> None:
        self.diagrams = field.book.diagrams
        self._field = field
        self._never = self.diagrams.terminal(NEVER)
        self._known: dict[int, tuple[int, Plan]] = {}
        self._joined: dict[tuple[int, int], int | None] = {}
        numbers = list(enumerate(field.book.space.variables))
        self._own = {fact: [n for n, one in numbers if one.fact == fact] for fact in field.topic.asked}
        self._before = _told_before(field)

    def best(self, n: int) -> tuple[int, Plan | None]:
        """Return the size of the smallest chart of a diagram, and the plan with which it begins."""
        if n < 0:
            return 0, None
        if n not in self._known:
            sized = [(self._size(plan), plan) for plan in self.plans(n)]
            self._known[n] = min(sized, key=lambda pair: pair[0])
        return self._known[n]

    def plan(self, n: int) -> Plan:
        """Return the plan with which the smallest chart of a diagram begins that is no terminal."""
        self.best(n)
        return self._known[n][1]

    def settled(self, n: int) -> int:
        """Return the diagram without the questions that only tell apart where nobody can be."""
        while n >= 0 and len(self.plan(n).groups) == 1:
            n = self.plan(n).groups[0][1]
        return n

    def children(self, n: int) -> list[int]:
        """Return what the answers to its first question lead to."""
        return [self.settled(child) for _, child in self.plan(n).groups]

    def plans(self, n: int) -> Iterator[Plan]:
        """Yield what may be asked first, in the order in which facts are named; nothing before it has a meaning."""
        looked_at = set(self.diagrams.support(n))
        for fact, variables in self._own.items():
            open_ = [variable for variable in variables if variable in looked_at]
            if not open_ or any(looked_at.intersection(self._own.get(other, ())) for other in self._before[fact]):
                continue
            together = self._any_of(n, open_)
            if together is not None:
                yield Plan(fact, tuple(open_), together)
                continue
            for variable in open_:
                cells = self._field.cells[variable]
                left = (((cell,), self.diagrams.restrict(n, {variable: (cell,)})) for cell in cells)
                yield Plan(fact, (variable,), self._grouped(left))

    def _size(self, plan: Plan) -> int:
        below = sum(self.best(child)[0] for _, child in plan.groups)
        return below if len(plan.groups) == 1 else below + _QUESTION + len(plan.groups)

    def _any_of(self, n: int, variables: Sequence[int]) -> tuple[Group, ...] | None:
        """The groups of one question about several members of a list, if it makes no difference which of them hold."""
        if len(variables) == 1 or not isinstance(self._field.book.space.variables[variables[0]], MemberVariable):
            return None
        none, *some = product((0, 1), repeat=len(variables))
        first, *others = (self._at(n, variables, cells) for cells in some)
        for other in others:
            joined = self._join(first, other)
            if joined is None:
                return None
            first = joined
        return self._grouped((((0,), self._at(n, variables, none)), ((1,), first)))

    def _at(self, n: int, variables: Iterable[int], cells: Iterable[int]) -> int:
        return self.diagrams.restrict(n, {v: (cell,) for v, cell in zip(variables, cells, strict=True)})

    def _grouped(self, left: Iterable[Group]) -> tuple[Group, ...]:
        groups: list[Group] = []
        for cells, child in left:
            if child == self._never:
                continue
            for place, (before, other) in enumerate(groups):
                joined = self._join(other, child)
                if joined is not None:
                    groups[place] = ((*before, *cells), joined)
                    break
            else:
                groups.append((cells, child))
        return tuple(groups)

    def _join(self, one: int, other: int) -> int | None:
        """The diagram that tells what both do, or None where they differ."""
        if (one, other) not in self._joined:
            try:
                self._joined[one, other] = self.diagrams.apply(agreed, one, other)
            except ClashError:
                self._joined[one, other] = None
        return self._joined[one, other]


def _told_before(field: Field) -> dict[str, set[str]]:
    """The facts that give each fact its meaning."""
    facts = field.book.rulebook.by_fact
    found: dict[str, set[str]] = {fact: set() for fact in field.topic.asked}
    for fact, named in found.items():
        applies = facts[fact].applies
        if applies is not None:
            named.update(getattr(leaf, "fact", "") for leaf in leaves(applies))
    for question in field.book.rulebook.questions.asked:
        if question.after and question.fact in found:
            found[question.fact].add(question.after[0])
    return found
