"""When two answers on one topic contradict each other: both say something of the same thing, and not the same.

What only one of them says is no contradiction, and neither is the place to go, which is each insurer's own.
"""

from __future__ import annotations

from typing import Any

__all__ = ["contradict"]

_OWN = frozenset({"where"})


def contradict(one: Any, other: Any) -> bool:  # noqa: ANN401 - parts of answers, of any shape
    """Say whether two answers contradict each other; None is what is not said."""
    if one is None or other is None:
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        if _refuses(one, other) or _refuses(other, one):
            return True
        return any(key not in _OWN and contradict(one[key], other[key]) for key in one if key in other)
    if isinstance(one, list) and isinstance(other, list) and _named(one) and _named(other):
        by_id = {item["id"]: item for item in other}
        return any(contradict(item, by_id[item["id"]]) for item in one if item["id"] in by_id)
    return bool(one != other)


def _named(items: list[Any]) -> bool:
    """Whether these are things with an id, such as documents: what only one answer names, the other is silent about."""
    return all(isinstance(item, dict) and "id" in item for item in items)


def _refuses(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether one answer refuses a document that the other gives."""
    refused = {item["id"] for item in one.get("refused") or ()}
    return any(item["id"] in refused for item in other.get("issued") or ())
