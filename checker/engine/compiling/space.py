"""Variables and cells: facts cut into classes that no rule tells apart.

A choice is one variable; its cells are the values that the rules treat alike. A list is one yes/no variable for each
group of members that the rules treat alike. A date other than ``on_date`` is one variable whose cells say whether it is
stated, between which of the rules' days it lies, and which of the shifts made of it ``on_date`` has reached: so the
cell depends on the date and on ``on_date``, and the diagrams do not have to be made anew every day.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.engine.people.values import Unknown
from checker.engine.rules.conditions import Condition, From, Includes, Is, Reached

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.engine.people.person import Person
    from checker.engine.people.values import Value
    from checker.engine.rules.dates import Shift
    from checker.engine.rules.facts import Fact

__all__ = ["ChoiceVariable", "DateVariable", "DayVariable", "MemberVariable", "Space", "Variable", "cut"]

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayVariable:
    """``on_date``: cell i lies from the i-th of the days on, up to the next; cell 0 lies before all of them."""

    fact: str
    days: tuple[date, ...]

    @property
    def size(self) -> int:
        """The number of cells."""
        return len(self.days) + 1

    def cells_of(self, condition: Condition) -> list[int]:
        """The cells in which a leaf holds."""
        assert isinstance(condition, From)  # noqa: S101 - `Space.find` gives it no other
        return list(range(self.days.index(condition.day) + 1, self.size))

    def cells(self, value: Value, on_date: date) -> list[int]:  # noqa: ARG002 - one shape for all variables
        """The cell of a day."""
        return [bisect_right(self.days, on_date)]


@dataclass(frozen=True, slots=True)
class ChoiceVariable:
    """A choice: ``groups`` are the values that no rule tells apart; "" is "not said"."""

    fact: str
    groups: tuple[tuple[str, ...], ...]
    _cells: Mapping[object, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Look up once in which group each value is."""
        object.__setattr__(self, "_cells", {value: cell for cell, own in enumerate(self.groups) for value in own})

    @property
    def size(self) -> int:
        """The number of cells."""
        return len(self.groups)

    def cells_of(self, condition: Condition) -> list[int]:
        """The cells in which a leaf holds."""
        assert isinstance(condition, Is)  # noqa: S101 - `Space.find` gives it no other
        return [cell for cell, group in enumerate(self.groups) if group[0] in condition.values]

    def cells(self, value: Value, on_date: date) -> list[int]:  # noqa: ARG002 - one shape for all variables
        """The cell of a value; unknown: any of them."""
        if isinstance(value, Unknown):
            return list(range(self.size))
        return [self._cells[value]]


@dataclass(frozen=True, slots=True)
class MemberVariable:
    """Whether a list contains one of these members: cell 1 if it does."""

    fact: str
    members: tuple[str, ...]

    @property
    def size(self) -> int:
        """Two cells."""
        return 2

    def cells_of(self, condition: Condition) -> list[int]:
        """The cells in which a leaf holds that names these members."""
        return [1] if isinstance(condition, Includes) and self.members[0] in condition.members else []

    def cells(self, value: Value, on_date: date) -> list[int]:  # noqa: ARG002 - one shape for all variables
        """The cell of a list."""
        if isinstance(value, Unknown):
            return [0, 1] if value.includes.isdisjoint(self.members) else [1]
        return [int(isinstance(value, frozenset) and not value.isdisjoint(self.members))]


@dataclass(frozen=True, slots=True)
class DateVariable:
    """A date: cell 0 is "none stated"; else 1 + (days passed) * 2^(shifts) + a bit for each shift reached."""

    fact: str
    days: tuple[date, ...]
    shifts: tuple[Shift, ...]
    everyone: bool

    @property
    def size(self) -> int:
        """The number of cells, feasible or not."""
        return 1 + ((len(self.days) + 1) << len(self.shifts))

    def cells_of(self, condition: Condition) -> list[int]:
        """The cells in which a leaf holds."""
        bits = len(self.shifts)
        match condition:
            case From(_, day):
                return list(range(1 + (self.days.index(day) + 1) * 2**bits, self.size))
            case Reached(_, shift):
                bit = 1 << self.shifts.index(shift)
                return [cell for cell in range(1, self.size) if (cell - 1) & bit]
        return list(range(1, self.size))

    def cell_of_date(self, value: date, on_date: date) -> int:
        """The cell of one date, as seen from one day."""
        reached = sum(1 << bit for bit, shift in enumerate(self.shifts) if shift.of(value) <= on_date)
        return 1 + (bisect_right(self.days, value) << len(self.shifts)) + reached

    def bounds(self, on_date: date) -> list[date]:
        """The first days of the bands into which the date falls, as seen from one day; the first band is open."""
        after = {shift.latest_source(on_date) + DAY for shift in self.shifts}
        return sorted(after.union(self.days))

    def day_in(self, cell: int, on_date: date, near: date | None) -> date:
        """A day in a cell other than "none stated": the one closest to ``near``, else where its band begins.

        Of the first band, which has no beginning, the last day. Raises ValueError where no day lies in the cell.
        """
        bounds = self.bounds(on_date)
        for start, end in zip([None, *bounds], [*bounds, None], strict=True):
            inside = start or (end - DAY if end else near or on_date)
            if self.cell_of_date(inside, on_date) == cell:
                if near is None or (start and near < start):
                    return inside
                return end - DAY if end and near >= end else near
        message = f"no day of {self.fact} lies in cell {cell} on {on_date}"
        raise ValueError(message)

    def cells(self, value: Value, on_date: date) -> list[int]:
        """The cells in which a date may lie, as seen from one day."""
        if value == "":
            return [0]
        if isinstance(value, date):
            return [self.cell_of_date(value, on_date)]
        if not isinstance(value, tuple):
            return list(_all_cells(self, on_date))
        earliest, latest = value
        dates = [earliest, *(b for b in self.bounds(on_date) if earliest < b <= latest)]
        return list(dict.fromkeys(self.cell_of_date(d, on_date) for d in dates))


@lru_cache(maxsize=1024)
def _all_cells(variable: DateVariable, on_date: date) -> tuple[int, ...]:
    """The cells in which a date may lie of which nothing is known; kept, since most people ask about the same days."""
    bounds = variable.bounds(on_date)
    dates = [bounds[0] - DAY, *bounds] if bounds else [on_date]
    unstated = [] if variable.everyone else [0]
    return tuple(unstated + list(dict.fromkeys(variable.cell_of_date(d, on_date) for d in dates)))


Variable = DayVariable | ChoiceVariable | MemberVariable | DateVariable


@dataclass(frozen=True, slots=True)
class Space:
    """The variables in the order of testing."""

    variables: tuple[Variable, ...]

    @property
    def sizes(self) -> list[int]:
        """The number of cells of each variable."""
        return [variable.size for variable in self.variables]

    def find(self, condition: Condition) -> list[tuple[int, list[int]]]:
        """The variables that a leaf looks at, each with the cells in which it holds; the leaf is true if one does."""
        return [
            (number, variable.cells_of(condition))
            for number, variable in enumerate(self.variables)
            if variable.fact == _fact(condition)
        ]

    def place(self, person: Person) -> list[list[int]]:
        """The cells in which a person may be, for each variable."""
        return [variable.cells(person.values.get(variable.fact, ""), person.on_date) for variable in self.variables]


def _fact(condition: Condition) -> str | None:
    """The fact that a leaf looks at; none if it looks at another topic."""
    return getattr(condition, "fact", None)


def cut(facts: Sequence[Fact], conditions: Iterable[Condition]) -> Space:
    """Cut the facts by the leaves that the conditions have; a fact that no leaf looks at gets no variable."""
    leaves = list(dict.fromkeys(conditions))
    variables: list[Variable] = []
    for fact in facts:
        own = [leaf for leaf in leaves if _fact(leaf) == fact.id]
        if own:
            variables.extend(_variables(fact, own))
    return Space(tuple(variables))


def _variables(fact: Fact, own: list[Condition]) -> list[Variable]:
    days = tuple(sorted({leaf.day for leaf in own if isinstance(leaf, From)}))
    match fact.kind:
        case "day":
            return [DayVariable(fact.id, days)]
        case "date":
            shifts = tuple(dict.fromkeys(leaf.shift for leaf in own if isinstance(leaf, Reached)))
            return [DateVariable(fact.id, days, shifts, fact.everyone)]
        case "list":
            tests = [leaf.members for leaf in own if isinstance(leaf, Includes)]
            return [MemberVariable(fact.id, group) for group in _alike(fact.values, tests) if _tested(group, tests)]
    choices = [leaf.values for leaf in own if isinstance(leaf, Is)]
    values = fact.values if fact.default or fact.unknown else ("", *fact.values)
    return [ChoiceVariable(fact.id, _alike(values, choices))]


def _alike(values: Sequence[str], tests: Sequence[frozenset[str]]) -> tuple[tuple[str, ...], ...]:
    groups: dict[tuple[bool, ...], list[str]] = {}
    for value in values:
        groups.setdefault(tuple(value in test for test in tests), []).append(value)
    return tuple(map(tuple, groups.values()))


def _tested(group: tuple[str, ...], tests: Sequence[frozenset[str]]) -> bool:
    return any(group[0] in test for test in tests)
