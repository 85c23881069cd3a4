"""Where a visitor may stand while questions are open, and the answers that are still possible there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.engine.deciding.partial import open_answers, real_answers
from checker.engine.deciding.situation import Situation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.engine.compiling.compiled import Compiled
    from checker.engine.people.person import Person
    from checker.engine.people.values import Value

__all__ = ["Opening", "answers_left"]

_ELSEWHERE = "elsewhere"
"""Stands in a diagram where another one is to be looked at."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A person, and the facts that may still be asked, in the order in which questions are written down."""

    book: Compiled
    person: Person
    asked: tuple[str, ...]

    @property
    def variables(self) -> list[list[int]]:
        """The variables of each open question."""
        numbers = enumerate(self.book.space.variables)
        own: dict[str, list[int]] = {fact: [] for fact in self.asked}
        for number, variable in numbers:
            if variable.fact in own:
                own[variable.fact].append(number)
        return list(own.values())

    @property
    def closed(self) -> list[int]:
        """The variables of which not all is known, and that are not asked."""
        cells = self.book.space.place(self.person)
        variables = enumerate(self.book.space.variables)
        return [number for number, variable in variables if len(cells[number]) > 1 and variable.fact not in self.asked]

    def situation(self) -> Situation:
        """The cells in which they may be; who leaves out an open question is among them."""
        cells = list(self.book.space.place(self.person))
        for number, variable in enumerate(self.book.space.variables):
            if variable.fact in self.asked and not self.book.rulebook.by_fact[variable.fact].unknown:
                left_out = variable.cells(self.default(variable.fact), self.person.on_date)
                cells[number] = sorted({*cells[number], *left_out})
        return Situation(self.book, self.person, tuple(map(tuple, cells)), None)

    def default(self, fact: str) -> Value:
        """What a fact is when it is left out, or has no meaning."""
        declared = self.book.rulebook.by_fact[fact]
        return frozenset() if declared.kind == "list" and not declared.default else declared.default

    def default_cells(self, fact: str) -> dict[int, Sequence[int]]:
        """The same as cells, for each variable of the fact."""
        value, variables = self.default(fact), enumerate(self.book.space.variables)
        return {n: variable.cells(value, self.person.on_date) for n, variable in variables if variable.fact == fact}

    def ticks(self, fact: str, value: str, unticked: str) -> Iterator[tuple[int, list[int], list[int]]]:
        """The variables that tell a tick from none, each with its cells for either."""
        ticked: Value = value if unticked else frozenset((value,))
        bare: Value = unticked or frozenset()
        for number, variable in enumerate(self.book.space.variables):
            if variable.fact == fact:
                with_it, without = (variable.cells(one, self.person.on_date) for one in (ticked, bare))
                if with_it != without:
                    yield number, with_it, without


def answers_left(opening: Opening) -> int:
    """The diagram of the answers that are still open, with `NEVER` where nobody can be.

    Where a question has no meaning its fact has its default, so that nobody is asked for it.
    """
    d, situation = opening.book.diagrams, opening.situation()
    left = real_answers(situation, open_answers(situation))
    for fact in reversed(opening.asked):
        meant = opening.book.meant.get(fact)
        if meant is not None:
            without = d.restrict(left, opening.default_cells(fact))
            marked = d.apply(lambda yes, value: value if yes is True else _ELSEWHERE, situation.restrict(meant), left)
            left = d.apply(lambda value, other: other if value == _ELSEWHERE else value, marked, without)
    return left
