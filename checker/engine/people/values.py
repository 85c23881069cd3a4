"""The values that a fact can have for one person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["UNKNOWN", "Unknown", "Value"]


@dataclass(frozen=True, slots=True)
class Unknown:
    """The type of `UNKNOWN`; ``includes``: what a list is known to contain, whatever else it does."""

    includes: frozenset[str] = frozenset()

    def __repr__(self) -> str:
        """As it is written in code."""
        return f"UNKNOWN{sorted(self.includes) or ''}"


UNKNOWN = Unknown()
"""Asked, and not known."""

Value = str | frozenset[str] | date | tuple[date, date] | Unknown
"""A choice, a list, a date, an age (earliest and latest birth date that it allows), or `UNKNOWN`; "" = not said."""
