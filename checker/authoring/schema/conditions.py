"""The schema of a condition, form by form as `checker.authoring.conditions` reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.schema.names import DAY, list_of, ref
from checker.authoring.shifts import UNITS

if TYPE_CHECKING:
    from checker.authoring.schema.names import Json, Names

__all__ = ["condition_definitions", "dated"]


def condition_definitions(names: Names) -> Json:
    """A condition, a way of counting days, and what both are made of."""
    entries: Json = {
        "all": {**list_of(ref("condition"), 1), "description": "All of these hold."},
        "any": {**list_of(ref("condition"), 1), "description": "One of these holds, or more."},
        "not": {"allOf": [ref("condition")], "description": "This does not hold."},
        "issued": {"anyOf": [ref("documents"), _by_document({"anyOf": [ref("routes"), list_of(ref("routes"), 1)]})]},
        "refused": ref("documents"),
        "held": ref("documents"),
        "old_card": {"const": "usable"},
    }
    for fact, row in names.facts.items():
        if row["kind"] in _FORMS:
            entries[fact] = {**_FORMS[row["kind"]](fact), "description": names.fact_told(fact)}
    mapping = {"type": "object", "minProperties": 1, "properties": entries, "additionalProperties": False}
    own = {**mapping, "additionalProperties": True}
    return {
        "condition": {"anyOf": [ref("terms"), own if names.grows else mapping]},
        "shift": {"anyOf": [ref("steps"), list_of(ref("steps"), 1)]},
        "steps": _steps(),
        "date facts": {"enum": names.of_kind("date")},
    }


def dated(names: Names) -> Json:
    """A last day: a day, or a date of the person and steps from it."""
    counted = {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "properties": {fact: ref("shift") for fact in names.of_kind("date")},
        "additionalProperties": names.grows,
    }
    return {"anyOf": [DAY, counted]}


def _choice_of(fact: str) -> Json:
    values = ref(f"values of {fact}")
    one = [values, list_of(values, 1)]
    negated = {
        "type": "object",
        "properties": {"not": {"anyOf": one}},
        "required": ["not"],
        "additionalProperties": False,
    }
    return {"anyOf": [*one, negated]}


def _members_of(fact: str) -> Json:
    values = ref(f"values of {fact}")
    some = [
        {"type": "object", "properties": {word: list_of(values, 1)}, "required": [word], "additionalProperties": False}
        for word in ("any", "none")
    ]
    return {"anyOf": [values, {"type": "array", "maxItems": 0}, *some]}


def _date_of(_fact: str) -> Json:
    days = {"from": DAY, "until": DAY, "before": ref("date facts"), "reached": ref("shift")}
    told = {"type": "object", "minProperties": 1, "properties": days, "additionalProperties": False}
    return {"anyOf": [{"const": "stated"}, told]}


_FORMS = {"choice": _choice_of, "list": _members_of, "date": _date_of, "day": _date_of}
"""How a fact of each kind is asked; no condition asks for the others."""


def _by_document(value: Json) -> Json:
    return {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "propertyNames": ref("documents"),
        "additionalProperties": value,
    }


def _steps() -> Json:
    forms: Json = {unit: {"type": "integer"} for unit in UNITS}
    forms["month_end"] = {"const": True}
    forms["month"] = {"type": "integer", "minimum": 1, "maximum": 12}
    return {"type": "object", "minProperties": 1, "properties": forms, "additionalProperties": False}
