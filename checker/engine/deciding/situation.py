"""Where a person stands among the cells: one cell of each variable if all is known, else several."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.engine.compiling.apart import bands_of, dates_apart, open_rows
from checker.engine.compiling.reaches import joined_names
from checker.engine.compiling.space import DateVariable
from checker.engine.diagrams.supposing import suppose
from checker.engine.people.values import Unknown

if TYPE_CHECKING:
    from collections.abc import Hashable

    from checker.engine.compiling.apart import Band
    from checker.engine.compiling.compiled import Compiled
    from checker.engine.people.person import Person
    from checker.engine.people.values import Value

__all__ = ["Situation", "situate", "situate_in"]


@dataclass(frozen=True, slots=True)
class Situation:
    """The cells that a person may be in, for each variable of a compiled rulebook."""

    book: Compiled
    person: Person
    cells: tuple[tuple[int, ...], ...]
    only: tuple[int, ...] | None
    """The one cell of each variable, where nothing is open any more."""

    def restrict(self, diagram: int) -> int:
        """What of a diagram is still open here."""
        return self.book.diagrams.restrict(diagram, dict(enumerate(self.cells)))

    def values(self, diagram: int) -> list[Hashable]:
        """The values that a diagram can still have here, in no order that means anything."""
        if self.only is not None:
            return [self.book.diagrams.walk(diagram, self.only)]
        return self.book.diagrams.open_values(diagram, self.cells)

    def impossible(self) -> int:
        """The diagram of the names of what is impossible, dates that are held against each other among them."""
        names, rows = self.book.sets["impossible"], open_rows(self.book.rulebook, self.person)
        if not rows:
            return names
        return self.book.diagrams.apply(joined_names, names, dates_apart(self.book, rows, self._bands))

    def _bands(self, fact: str) -> list[Band]:
        own = [variable for variable in self.book.space.variables if variable.fact == fact]
        variable = own[0] if own and isinstance(own[0], DateVariable) else None
        return bands_of(variable, self.person.values[fact], self.person.on_date)

    def settled(self) -> Situation:
        """The same person, with the default for every unknown fact that has one."""
        if self.only is not None:
            return self
        values: dict[str, Value] = {
            fact.id: value.includes if fact.kind == "list" else fact.default
            for fact in self.book.rulebook.facts
            if isinstance(value := self.person.values.get(fact.id), Unknown) and not fact.unknown
        }
        return situate(self.book, replace(self.person, values={**self.person.values, **values}))


def situate(book: Compiled, person: Person) -> Situation:
    """The situation of a person; cells that an impossibility surely rules out are left away."""
    return situate_in(book, person, book.space.place(person))


def situate_in(book: Compiled, person: Person, cells: list[list[int]]) -> Situation:
    """The situation of somebody like this person who may be in other cells."""
    if all(len(own) == 1 for own in cells):
        return Situation(book, person, tuple(map(tuple, cells)), tuple(own[0] for own in cells))
    before = Situation(book, person, tuple(map(tuple, cells)), None)
    supposed = suppose(book.diagrams, before.restrict(before.impossible()), cells)
    for number, rests in supposed.items():
        cells[number] = [cell for cell, rest in rests.items() if () in rest.values] or cells[number]
    return Situation(book, person, tuple(map(tuple, cells)), None)
