"""What a decision says where a case expects something else: the part that a key of `expect` is about, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from case_checks import Json

__all__ = ["seen"]

_SHOWN = ("route", "renewal", "when", "until", "delivery", "instead", "where", "bring", "medium", "who", "takes", "fee")
"""What is told of a document or procedure; of the rest no case speaks, or every promise does."""

_PART = {
    "status": ("status",),
    "facts_named": ("needs",),
    "needs": ("needs",),
    "basis": ("document", "basis"),
    "issued": ("document", "issued"),
    "documents": ("document", "issued"),
    "route": ("document", "issued"),
    "delivery": ("document", "issued"),
    "refused": ("document", "refused"),
    "old_card_usable": ("old_card", "usable"),
    "old_card_last_day": ("old_card", "last_day"),
    "care_basis": ("care", "basis"),
    "show": ("care", "show"),
    "now": ("care", "now"),
    "actions": ("care", "actions"),
    "procedures": ("procedures",),
    "complete_on": ("procedures",),
    "warnings": ("warnings",),
}
"""Where a decision has what a key asks about; `..._never`, `..._not` and the like are about the same."""


def seen(key: str, decision: dict[str, Json]) -> str:
    """Return what stands there, in one line; of a decision that could not be made, why."""
    if problems := [item["message"] for item in decision.get("problems") or []]:
        return f"{decision['status']}: {'; '.join(problems)}"
    stem = max((part for part in _PART if key.startswith(part)), key=len)
    value: Json = decision
    for name in _PART[stem]:
        value = (value or {}).get(name)
    return _told(value)


def _told(value: Json) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return ", ".join(_item(item) for item in value)
    return "nothing" if value == [] else str(value)


def _item(item: dict[str, Json]) -> str:
    parts = [f"{name} {item[name]}" for name in _SHOWN if item.get(name) is not None]
    return f"{item['id']} ({', '.join(parts)})" if parts else str(item["id"])
