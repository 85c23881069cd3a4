"""Conditions over facts: the only logic there is.

A condition is a small tree of values. It knows facts by their names and nothing of cells, diagrams or words. Three of
its leaves look at what other topics say of the same person: `Issued`, `Refused` and `OldCardUsable`; `Held` stands for
the condition under which a document counts as in hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from checker.engine.rules.dates import Shift

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "All",
    "AnyOf",
    "Before",
    "Condition",
    "From",
    "Held",
    "Includes",
    "Is",
    "Issued",
    "Not",
    "OldCardUsable",
    "Reached",
    "Refused",
    "Stated",
    "condition_from_json",
    "condition_to_json",
    "leaves",
]


@dataclass(frozen=True, slots=True)
class All:
    """True when every part is; with no parts, always."""

    parts: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when one part is; with no parts, never."""

    parts: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Not:
    """True when the part is not."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Is:
    """A choice has one of these values."""

    fact: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Includes:
    """A list contains at least one of these members."""

    fact: str
    members: frozenset[str]


@dataclass(frozen=True, slots=True)
class From:
    """A date is stated, and is this day or later."""

    fact: str
    day: date


@dataclass(frozen=True, slots=True)
class Reached:
    """A date is stated, and ``on_date`` has come to what the shift makes of it."""

    fact: str
    shift: Shift


@dataclass(frozen=True, slots=True)
class Stated:
    """A date is stated."""

    fact: str


@dataclass(frozen=True, slots=True)
class Before:
    """Two dates are stated, and the first is the earlier one; for impossibilities only, no rule can say it."""

    fact: str
    other: str


@dataclass(frozen=True, slots=True)
class Issued:
    """The topic ``document`` issues this document, by one of these routes (none named: by any)."""

    document: str
    routes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Refused:
    """The topic ``document`` refuses this document."""

    document: str


@dataclass(frozen=True, slots=True)
class Held:
    """The person has this document, and it still counts."""

    document: str


@dataclass(frozen=True, slots=True)
class OldCardUsable:
    """The topic ``old_card`` knows that the card is usable on the day asked about."""


Leaf = Is | Includes | From | Reached | Stated | Before | Issued | Refused | Held | OldCardUsable
Condition = All | AnyOf | Not | Leaf


def leaves(condition: Condition) -> Iterator[Condition]:
    """Every leaf of a condition, from left to right."""
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)
        case _:
            yield condition


def condition_to_json(condition: Condition) -> list[Any]:  # noqa: C901, PLR0911, PLR0912 - one case for each form
    """A condition as lists of text: a name first, then what it holds; sets are sorted."""
    match condition:
        case All(parts):
            return ["all", *map(condition_to_json, parts)]
        case AnyOf(parts):
            return ["any", *map(condition_to_json, parts)]
        case Not(part):
            return ["not", condition_to_json(part)]
        case Is(fact, values):
            return ["is", fact, sorted(values)]
        case Includes(fact, members):
            return ["includes", fact, sorted(members)]
        case From(fact, day):
            return ["from", fact, day.isoformat()]
        case Reached(fact, shift):
            return ["reached", fact, [list(step) for step in shift.steps]]
        case Stated(fact):
            return ["stated", fact]
        case Before(fact, other):
            return ["before", fact, other]
        case Issued(document, routes):
            return ["issued", document, sorted(routes)]
        case Refused(document):
            return ["refused", document]
        case Held(document):
            return ["held", document]
        case _:
            return ["old_card_usable"]


def condition_from_json(data: list[Any]) -> Condition:  # noqa: C901, PLR0911, PLR0912 - one case for each form
    """The condition that `condition_to_json` wrote. Raises ValueError for a name that is not one of its."""
    name, *rest = data
    match name:
        case "all":
            return All(tuple(map(condition_from_json, rest)))
        case "any":
            return AnyOf(tuple(map(condition_from_json, rest)))
        case "not":
            return Not(condition_from_json(rest[0]))
        case "is":
            return Is(rest[0], frozenset(rest[1]))
        case "includes":
            return Includes(rest[0], frozenset(rest[1]))
        case "from":
            return From(rest[0], date.fromisoformat(rest[1]))
        case "reached":
            return Reached(rest[0], Shift(tuple((unit, count) for unit, count in rest[1])))
        case "stated":
            return Stated(rest[0])
        case "before":
            return Before(rest[0], rest[1])
        case "issued":
            return Issued(rest[0], frozenset(rest[1]))
        case "refused":
            return Refused(rest[0])
        case "held":
            return Held(rest[0])
        case "old_card_usable":
            return OldCardUsable()
    message = f"unknown condition {name!r} in a rulebook"
    raise ValueError(message)
