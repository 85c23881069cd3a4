"""What a rulebook says of a fact: its kind, its values, and what it means that nothing is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from checker.engine.rules.conditions import Condition, condition_from_json, condition_to_json

__all__ = ["Fact"]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something about the person, the day or the visit.

    kind: ``insurer``, ``day`` (the day asked about), ``choice``, ``list``, ``date`` or ``age`` (whole years, another
    way to speak of ``birth_date``). ``values``: what a choice or a list may hold. ``default``: the value when left out
    ("" = not said); ``unknown``: left out counts as unknown. ``same_as_null``: values that mean "I do not know".
    ``ordinary``: what must be said, as it is for most people; examples start from there.
    ``everyone``: a date that every person has, so that not knowing it never means that there is none. ``applies``: the
    condition without which the fact has no meaning. ``part_of``: a list that contains whatever this one contains.
    """

    id: str
    kind: str
    values: tuple[str, ...] = ()
    default: str = ""
    unknown: bool = False
    ordinary: str = ""
    same_as_null: tuple[str, ...] = ()
    sensitive: bool = False
    everyone: bool = False
    single: bool = False
    part_of: str = ""
    applies: Condition | None = None

    def to_json(self) -> dict[str, Any]:
        """Only what differs from the ordinary."""
        row: dict[str, Any] = {"id": self.id, "kind": self.kind}
        if self.values:
            row["values"] = list(self.values)
        if self.same_as_null:
            row["same_as_null"] = list(self.same_as_null)
        if self.default:
            row["default"] = self.default
        if self.ordinary:
            row["ordinary"] = self.ordinary
        if self.part_of:
            row["part_of"] = self.part_of
        for name in ("unknown", "sensitive", "everyone", "single"):
            if getattr(self, name):
                row[name] = True
        if self.applies is not None:
            row["applies"] = condition_to_json(self.applies)
        return row

    @staticmethod
    def from_json(row: dict[str, Any]) -> Fact:
        """The fact that `to_json` wrote."""
        known = dict(row)
        applies = known.pop("applies", None)
        for name in ("values", "same_as_null"):
            known[name] = tuple(known.get(name, ()))
        return Fact(**known, applies=condition_from_json(applies) if applies else None)
