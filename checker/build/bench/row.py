"""One measured value, and what it is held against."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Row"]


class Row(NamedTuple):
    """A line of the benchmark's table."""

    name: str
    value: float
    """Not a number where the measurement itself failed."""
    unit: str
    budget: float | None = None
    """The most that is allowed; None where the value only informs."""
    peer: str = ""
    """What it stands beside in the same run: another way to do the same, or what the value is made of."""
