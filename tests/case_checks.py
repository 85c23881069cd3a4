"""What each key of a case's `expect` asks of a decision.

A check takes the decision and the value that the case wants, and tells whether the decision
agrees. What a decision leaves undetermined (null) agrees with null alone. `cases/README.md` tells
the keys in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["CHECKS", "Json"]

Json: TypeAlias = Any
"""What JSON may hold; `docs/schema/case.schema.json` and the contract say which shape where."""


def _of(decision: dict[str, Json], topic: str, key: str) -> Json:
    return (decision.get(topic) or {}).get(key)


def _first(decision: dict[str, Json], key: str) -> Json:
    issued = _of(decision, "document", "issued")
    return issued[0][key] if issued else None


def _route(decision: dict[str, Json]) -> Json:
    """Return the way of the first issued document; `not_eligible` where nothing is issued."""
    nothing = _of(decision, "document", "issued") == []
    return "not_eligible" if nothing else _first(decision, "route")


def _ids(value: Json) -> set[str]:
    return {item if isinstance(item, str) else item["id"] for item in value or []}


def _ways(value: Json) -> set[frozenset[str]]:
    return {frozenset(way) for way in value or []}


def _shown(decision: dict[str, Json]) -> set[frozenset[str]]:
    return _ways(_of(decision, "care", "show")) | _ways(_of(decision, "care", "now"))


def _named(decision: dict[str, Json]) -> list[str]:
    problems = decision.get("problems") or []
    return [*(decision.get("needs") or []), *(fact for item in problems for fact in item["facts"])]


def _exactly(seen: Json, want: Json) -> bool:
    return seen is not None and _ids(seen) == _ids(want)


def _has(seen: Json, want: Json) -> bool:
    return _ids(want) <= _ids(seen)


def _lacks(seen: Json, want: Json) -> bool:
    return not _ids(want) & _ids(seen)


def _has_ways(seen: Json, want: Json) -> bool:
    return _ways(want) <= _ways(seen) if want and seen is not None else bool(seen == want)


def _holds(seen: Json, want: Json) -> bool:
    """Tell whether an object of the decision (null: not stated) says all that the case names."""
    if seen is None or want is None:
        return bool(seen == want)
    return all(_says(seen, key, want[key]) for key in want)


def _says(seen: dict[str, Json], key: str, want: Json) -> bool:
    if key.endswith("_never"):
        return _lacks(seen.get(key.removesuffix("_never")), want)
    if want == "stated":
        return seen.get(key) is not None
    if want and isinstance(want, list):
        return _has(seen.get(key), want)
    return bool(seen.get(key) == want)


def _all_hold(seen: Json, want: dict[str, Json]) -> bool:
    found = {item["id"]: item for item in seen or []}
    return all(name in found and _holds(found[name], want[name] or {}) for name in want)


def _ends(procedures: Json) -> list[str | None]:
    return [item.get("complete_on") for item in procedures or []]


CHECKS: dict[str, Callable[[dict[str, Json], Json], bool]] = {
    "status": lambda d, want: d["status"] == want,
    "facts_named": lambda d, want: _has(_named(d), want),
    "needs": lambda d, want: _has(d.get("needs"), want),
    "needs_never": lambda d, want: _lacks(_named(d), want),
    "basis": lambda d, want: _of(d, "document", "basis") == want,
    "basis_not": lambda d, want: _of(d, "document", "basis") != want,
    "issued": lambda d, want: _exactly(_of(d, "document", "issued"), want),
    "issued_never": lambda d, want: _lacks(_of(d, "document", "issued"), want),
    "documents": lambda d, want: _all_hold(_of(d, "document", "issued"), want),
    "route": lambda d, want: _route(d) == want,
    "delivery": lambda d, want: _holds(_first(d, "delivery"), want),
    "refused": lambda d, want: _all_hold(_of(d, "document", "refused"), want),
    "refused_never": lambda d, want: _lacks(_of(d, "document", "refused"), want),
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
    "procedures": lambda d, want: _all_hold(d.get("procedures"), want),
    "procedures_exactly": lambda d, want: _exactly(d.get("procedures"), want),
    "procedures_never": lambda d, want: _lacks(d.get("procedures"), want),
    "complete_on": lambda d, want: want in _ends(d.get("procedures")),
    "warnings": lambda d, want: _has(d.get("warnings"), want),
    "warnings_exactly": lambda d, want: _exactly(d.get("warnings"), want),
    "warnings_never": lambda d, want: _lacks(d.get("warnings"), want),
}
