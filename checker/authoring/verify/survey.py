"""One insurer's rulebook as verification looks at it: who is real, and which rules speak together of somebody real.

Nothing here knows files or words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from checker.engine.compiling.space import DAY, DateVariable, DayVariable
from checker.engine.compiling.witness import feasible, telling_days
from checker.engine.people.person import Person, read_person
from checker.engine.surveying.everybody import everybody
from checker.engine.surveying.witnesses import NOBODY, witnesses

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from datetime import date

    from checker.engine import Compiled
    from checker.engine.compiling.space import Space
    from checker.engine.rules.rulebook import Rule

__all__ = ["Facts", "Names", "Survey", "survey"]

Facts = dict[str, Any]
Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """``days``: each shows other people than those before it, the day asked about first, then those nearest to it.

    ``possible``: a yes/no diagram, who contradicts nothing; ``real``: those of them whom this insurer answers for. The
    old card is told to all who are possible. ``together``: for each of the book's ``sets`` every tuple of rules that
    apply together to somebody whom the topic is for.
    """

    book: Compiled
    days: tuple[date, ...]
    possible: int
    real: int
    together: dict[str, tuple[Names, ...]]

    def who(self, topic: str) -> int:
        """A yes/no diagram: whom the rules of a topic are for."""
        return self.possible if topic == "old_card" else self.real

    def own(self, rule: Rule) -> int:
        """A yes/no diagram: for whom there is the condition of a rule holds, whatever overrides it."""
        return self.book.diagrams.both(self.who(rule.topic), self.book.own[rule.id])

    def reach(self, rule: Rule) -> int:
        """A yes/no diagram: who there is that a rule applies to."""
        return self.book.diagrams.both(self.who(rule.topic), self.book.reaches[rule.id])

    def rules(self, names: Names) -> list[Rule]:
        """The rules of these ids."""
        return [self.book.rules[name] for name in names]

    def cells(self, facts: Facts) -> list[list[int]]:
        """Where a person of whom everything is known stands: one cell of each variable."""
        person = read_person(self.book.rulebook, facts)
        assert isinstance(person, Person), person  # noqa: S101 - whoever is found here can be read
        return self.book.space.place(person)

    def where(self, name: str, holds: Callable[[Names], bool]) -> int:
        """A yes/no diagram: whom the rules are for, as far as the set of this name is such a one."""
        diagrams = self.book.diagrams
        found = diagrams.map(self.book.sets[name], lambda names: holds(cast("Names", names)))
        return diagrams.both(self.who(name), found)

    def somebody(self, where: int) -> Facts | None:
        """The facts of the person nearest to the ordinary one for whom a yes/no diagram holds, if there is one."""
        if where == self.book.diagrams.no:
            return None
        top = self.book.diagrams.map(where, lambda value: value if value is True else NOBODY)
        found = witnesses(self.book, top, self.days, {}, ruled_out=[self.book.sets["impossible"]])
        return next((facts for _, facts in found), None)


def survey(book: Compiled, day: date) -> Survey:
    """Look at a rulebook as it is on all days; ``day`` is the one from which examples are preferred."""
    days, diagrams = _days(book, day), book.diagrams
    none = [diagrams.map(book.sets[name], lambda names: names == ()) for name in ("impossible", "scope")]
    possible = diagrams.both(everybody(book, days), none[0])
    found = Survey(book, days, possible, diagrams.both(possible, none[1]), {})
    for name in book.sets:
        if name not in ("impossible", "scope"):
            found.together[name] = _together(book, found.who(name), book.sets[name])
    return found


def _together(book: Compiled, real: int, names: int) -> tuple[Names, ...]:
    found = book.diagrams.outcomes(book.diagrams.apply(_if_real, names, real))
    return tuple(cast("Names", value) for value in found if value != NOBODY)


def _if_real(names: Hashable, real: Hashable) -> Hashable:
    return names if real is True else NOBODY


def _days(book: Compiled, day: date) -> tuple[date, ...]:
    """Days that show everybody who is real: each with other feasible cells than those before it."""
    days = telling_days(book.space, _first_day(book, day))
    ordered = [day, *(one for one in days if one > day), *(one for one in reversed(days) if one < day)]
    kept: dict[str, date] = {}
    for one in ordered:
        kept.setdefault(str(feasible(book.space, one)), one)
    return tuple(kept.values())


def _first_day(book: Compiled, day: date) -> date:
    """The day on which the first stretch of days begins that is in scope; if that has no beginning, before all else."""
    early = [day, *_shifted(book.space)]
    for number, variable in enumerate(book.space.variables):
        if isinstance(variable, DayVariable):
            early += variable.days
            for cell in range(variable.size):
                scope = book.diagrams.restrict(book.sets["scope"], {number: [cell]})
                if () in book.diagrams.outcomes(scope):
                    return variable.days[cell - 1] if cell else min(early) - DAY
    return min(early) - DAY


def _shifted(space: Space) -> list[date]:
    """What shifts make of the days that rules hold dates against."""
    dates = [variable for variable in space.variables if isinstance(variable, DateVariable)]
    return [shift.of(day) for variable in dates for shift in variable.shifts for day in variable.days]
