"""Facts as a person gave them, and what a rule can ask of one of them: from the contract, without the engine."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from engine.reference_days import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["leaf", "read_facts"]

Json = Any

Values = dict[str, object]
"""A text, a set of texts, or a date by the name of each fact; "" = not said."""


def read_facts(rulebook: dict[str, Json], facts: Mapping[str, Json]) -> Values:
    """Return the values of all facts, with the defaults of those that were left out; none may be null."""
    declared = {fact["id"]: fact for fact in rulebook["facts"] if fact["kind"] != "insurer"}
    values = {name: _value(fact, facts.get(name, "")) for name, fact in declared.items()}
    for name, fact in declared.items():
        part, whole = values[name], values.get(fact.get("part_of", ""))
        if isinstance(part, set) and isinstance(whole, set):
            whole |= part & set(declared[fact["part_of"]]["values"])
    return values


def _value(fact: dict[str, Json], raw: Json) -> object:
    if fact["kind"] == "list":
        return fact.get("default", set()) if raw == "" else {raw} if isinstance(raw, str) else set(raw)
    if fact["kind"] in ("date", "day"):
        return date.fromisoformat(raw) if raw else ""
    if raw == "":
        return fact.get("default", "")
    return {True: "true", False: "false"}.get(raw, raw) if isinstance(raw, bool) else raw


def leaf(condition: list[Json], values: Values, on_date: date) -> bool:
    """Return whether a condition on one fact holds; one on a date never does if the date is not stated."""
    word, fact, *rest = condition
    value = values[fact]
    match word, value:
        case "is", _:
            return value in rest[0]
        case "includes", set():
            return not value.isdisjoint(rest[0])
        case (("from" | "reached" | "before" | "stated"), date()):
            return _of_a_date(word, value, rest, values, on_date)
    if word in ("includes", "from", "reached", "before", "stated"):
        return False
    raise ValueError(condition)


def _of_a_date(word: str, value: date, rest: list[Json], values: Values, on_date: date) -> bool:
    if word == "from":
        return value >= date.fromisoformat(rest[0])
    if word == "reached":
        return on_date >= counted(value, rest[0])
    if word == "before":
        other = values[rest[0]]
        return isinstance(other, date) and value < other
    return True
