"""What each key of a case's `expect` asks of a decision.

A check takes the decision and the value that the case wants, and tells whether the decision agrees. What a
decision leaves undetermined (null) agrees with null alone. `cases/README.md` tells the keys in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["CHECKS"]


def _of(decision: Any, topic: str, key: str) -> Any:
    return (decision[topic] or {}).get(key)


def _first(decision: Any, key: str) -> Any:
    """Return a member of the first issued document; `not_eligible` where nothing is issued."""
    issued = _of(decision, "document", "issued")
    return issued[0][key] if issued else "not_eligible" if issued == [] else None


def _ids(value: Any) -> set[str]:
    return {item if isinstance(item, str) else item["id"] for item in value or []}


def _ways(value: Any) -> set[frozenset[str]]:
    return {frozenset(way) for way in value or []}


def _shown(decision: Any) -> set[frozenset[str]]:
    return _ways(_of(decision, "care", "show")) | _ways(_of(decision, "care", "now"))


def _named(decision: Any) -> list[str]:
    return [*decision["needs"], *(fact for problem in decision["problems"] for fact in problem["facts"])]


def _exactly(seen: Any, want: Any) -> bool:
    return seen is not None and _ids(seen) == _ids(want)


def _has(seen: Any, want: Any) -> bool:
    return _ids(want) <= _ids(seen)


def _lacks(seen: Any, want: Any) -> bool:
    return not _ids(want) & _ids(seen)


def _has_ways(seen: Any, want: Any) -> bool:
    return _ways(want) <= _ways(seen) if want and seen is not None else bool(seen == want)


def _holds(seen: Any, want: Any) -> bool:
    """Tell whether an object of the decision (null: not stated) says all that the case names of it."""
    return seen == want if seen is None or want is None else all(_says(seen, key, want[key]) for key in want)


def _says(seen: dict[str, Any], key: str, want: Any) -> bool:
    if key.endswith("_never"):
        return _lacks(seen.get(key.removesuffix("_never")), want)
    if want == "stated":
        return seen.get(key) is not None
    return _has(seen.get(key), want) if want and isinstance(want, list) else bool(seen.get(key) == want)


def _all_hold(seen: Any, want: dict[str, Any]) -> bool:
    found = {item["id"]: item for item in seen or []}
    return all(name in found and _holds(found[name], want[name] or {}) for name in want)


CHECKS: dict[str, Callable[[Any, Any], bool]] = {
    "status": lambda d, want: d["status"] == want,
    "facts_named": lambda d, want: _has(_named(d), want),
    "needs": lambda d, want: _has(d["needs"], want),
    "needs_never": lambda d, want: _lacks(_named(d), want),
    "basis": lambda d, want: _of(d, "document", "basis") == want,
    "basis_not": lambda d, want: _of(d, "document", "basis") != want,
    "issued": lambda d, want: _exactly(_of(d, "document", "issued"), want),
    "issued_never": lambda d, want: _lacks(_of(d, "document", "issued"), want),
    "documents": lambda d, want: _all_hold(_of(d, "document", "issued"), want),
    "route": lambda d, want: _first(d, "route") == want,
    "delivery": lambda d, want: _holds(_first(d, "delivery"), want),
    "refused": lambda d, want: _all_hold(_of(d, "document", "refused"), want),
    "old_card_usable": lambda d, want: _of(d, "old_card", "usable") is want,
    "old_card_last_day": lambda d, want: _of(d, "old_card", "last_day") == want,
    "care_basis": lambda d, want: _of(d, "care", "basis") == want,
    "care_basis_not": lambda d, want: _of(d, "care", "basis") != want,
    "show": lambda d, want: _has_ways(_of(d, "care", "show"), want),
    "now": lambda d, want: _has_ways(_of(d, "care", "now"), want),
    "show_never_way": lambda d, want: not _ways(want) & _shown(d),
    "show_never_item": lambda d, want: not any(way & set(want) for way in _shown(d)),
    "actions": lambda d, want: _has(_of(d, "care", "actions"), want),
    "actions_never": lambda d, want: _lacks(_of(d, "care", "actions"), want),
    "procedures": lambda d, want: _all_hold(d["procedures"], want),
    "procedures_never": lambda d, want: _lacks(d["procedures"], want),
    "complete_on": lambda d, want: want in [item.get("complete_on") for item in d["procedures"] or []],
    "warnings": lambda d, want: _has(d["warnings"], want),
    "warnings_never": lambda d, want: _lacks(d["warnings"], want),
}
