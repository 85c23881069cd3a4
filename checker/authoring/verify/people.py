"""People in words: what sets somebody apart from the ordinary person."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from checker.engine.compiling.witness import ordinary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.engine.rules.rulebook import Rulebook

__all__ = ["in_words"]


def in_words(rulebook: Rulebook, facts: Mapping[str, Any]) -> str:
    """Somebody at an insurer on a day, told by the facts in which they differ from the ordinary person."""
    start = ordinary(rulebook, date.fromisoformat(facts["on_date"]))
    other = [f"{name}: {_said(value)}" for name, value in facts.items() if start.get(name) != value]
    who = f"the ordinary person at {facts['insurer']} on {facts['on_date']}"
    return f"{who}, but {', '.join(other)}" if other else who


def _said(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(str, value))}]"
    return str(value).lower() if isinstance(value, bool) else str(value)
