"""Whether a condition holds for a person, straight from the facts: true, false, or not known.

The impossibilities are checked by it before any diagram is looked at; the tests hold it against the diagrams.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from checker.engine.people.values import Unknown
from checker.engine.rules.conditions import All, AnyOf, Before, Condition, From, Includes, Is, Not, Reached, Stated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.engine.people.values import Value

__all__ = ["holds"]


def holds(condition: Condition, values: Mapping[str, Value], on_date: date | None) -> bool | None:
    """True, False, or None where the facts that are known do not settle it.

    Raises TypeError for a condition that looks at another topic: those are known to the diagrams only.
    """
    match condition:
        case All(parts):
            found = [holds(part, values, on_date) for part in parts]
            return False if False in found else None if None in found else True
        case AnyOf(parts):
            found = [holds(part, values, on_date) for part in parts]
            return True if True in found else None if None in found else False
        case Not(part):
            inner = holds(part, values, on_date)
            return None if inner is None else not inner
        case From(fact, day) if fact == "on_date":
            return None if on_date is None else on_date >= day
        case Before(fact, other):
            return _before(values[fact], values[other])
        case Is(fact) | Includes(fact) | From(fact) | Reached(fact) | Stated(fact):
            value = values[fact]
            return None if isinstance(value, Unknown) else _leaf(condition, value, on_date)
    message = f"{condition!r} cannot be told from the facts alone"
    raise TypeError(message)


def _before(first: Value, second: Value) -> bool | None:
    """Of an age nothing is known but the first and the last possible birth date."""
    if isinstance(first, Unknown) or isinstance(second, Unknown):
        return None
    if not isinstance(first, date | tuple) or not isinstance(second, date | tuple):
        return False
    (earliest, latest), (other_earliest, other_latest) = _ends(first), _ends(second)
    return True if latest < other_earliest else False if earliest >= other_latest else None


def _ends(value: date | tuple[date, date]) -> tuple[date, date]:
    return value if isinstance(value, tuple) else (value, value)


def _leaf(condition: Condition, value: object, on_date: date | None) -> bool | None:
    match condition:
        case Is(_, values):
            return value in values
        case Includes(_, members):
            return isinstance(value, frozenset) and bool(value & members)
    if not isinstance(value, date | tuple):
        return False
    ends = {_date_leaf(condition, end, on_date) for end in _ends(value)}
    return ends.pop() if len(ends) == 1 else None


def _date_leaf(condition: Condition, value: date, on_date: date | None) -> bool | None:
    match condition:
        case From(_, day):
            return value >= day
        case Reached(_, shift):
            return None if on_date is None else on_date >= shift.of(value)
    return True
