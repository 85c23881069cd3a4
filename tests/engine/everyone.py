"""Everybody who can be told from others by two rulebooks, and what each version says to them, read directly."""

from __future__ import annotations

import json
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any

from engine import reference_answers as answers
from engine.reference import Reference, read_rules

from checker.engine.compiling.space import DAY, ChoiceVariable, DateVariable, MemberVariable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from checker.engine import Compiled, Rulebook
    from checker.engine.compiling.space import Space

__all__ = ["Version", "everyone", "plain"]

Facts = dict[str, Any]
Json = Any


def everyone(people: Compiled, days: Iterable[date], most: int) -> list[Facts] | None:
    """Return somebody for each combination of cells on each day; None where there are too many."""
    options = {day: _options(people.space, day) for day in days}
    if sum(prod(map(len, facts.values())) for facts in options.values()) > most:
        return None
    found = []
    for day, facts in options.items():
        for values in product(*facts.values()):
            said = dict(zip(facts, values, strict=True))
            row = {name: value for name, value in said.items() if value is not None}
            found.append({"insurer": "made-up", "on_date": day.isoformat(), "card": "held", **row})
    return [
        row for row in found if set(row.get("brings", [])) & {"certificate"} <= set(row.get("has", ["certificate"]))
    ]


def _options(space: Space, day: date) -> dict[str, list[Any]]:
    """Return the values of each fact, None for one that is left out."""
    found: dict[str, list[Any]] = {}
    for variable in space.variables:
        match variable:
            case ChoiceVariable(fact, groups):
                found[fact] = [group[0] or None for group in groups]
            case MemberVariable(fact, members):
                before = found.get(fact, [[]])
                found[fact] = [[*row, *more] for row in before for more in ([], [members[0]])]
            case DateVariable():
                bounds = variable.bounds(day) or [day]
                found[variable.fact] = [None, *((bound).isoformat() for bound in [bounds[0] - DAY, *bounds])]
    return found


class Version:
    """One of the two rulebooks."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.read = read_rules(rulebook.to_json())

    def says(self, facts: Facts) -> dict[str, Json]:
        """Return what is said by topic, in a form that `plain` makes too; nothing but a status if it is not decided."""
        known = self._known(facts)
        if known is None:
            return {"status": {"status": "invalid"}}
        person = Reference(self.read, known)
        if rows := person.rows("impossible"):
            facts_named = [row["facts"] for row in self.read["impossible"] if row["id"] in rows]
            return {"status": plain({"status": "contradiction", "facts": facts_named})}
        if person.rows("scope"):
            return {"status": plain({"status": "out_of_scope", "facts": [["reader"]], "procedures": ["ask"]})}
        procedures = {f"procedures:{entry['id']}": plain(entry) for entry in person.procedures()}
        rules, book = person.applying("care"), self.read
        care = {**answers.care(rules, book["fallback"], book["covers"], None)}
        del care["now"]
        return {
            "status": {"status": "decided"},
            "old_card": plain(_old_card(person)),
            "document": plain(person.document),
            "care": plain(care),
            **procedures,
            **{f"warnings:{name}": True for name in person.warnings()},
            **{f"held:{name}": True for name in person.held()},
        }

    def _known(self, facts: Facts) -> Facts | None:
        """Return what this version can read: a value that it does not know counts as not said; None if it must be."""
        known = dict(facts)
        for name, value in facts.items():
            fact = self.rulebook.by_fact.get(name)
            if fact is None or (fact.kind == "choice" and value not in fact.values):
                if fact is not None and fact.unknown:
                    return None
                del known[name]
        return known


def _old_card(person: Reference) -> dict[str, Json]:
    rules = person.applying("old_card")
    sure = not any(rule["then"].get("unsure") or rule["then"].get("never") for rule in rules)
    counting = answers.nearest(rule for rule in rules if "last_day" in rule["then"]) if sure else []
    days = [rule["then"]["last_day"] for rule in counting]
    return {"usable": person.usable, "last_day": days, "basis": person.old_card()["basis"]}


def plain(value: Json) -> Json:
    """Return an answer without its proof; lists in one order, each thing once, but for a way of counting days."""
    if isinstance(value, dict):
        kept = {key: plain(item) for key, item in value.items() if key not in ("rules", "passages", "id")}
        return {**kept, **({"id": value["id"]} if "id" in value else {})}
    if isinstance(value, list) and not any(isinstance(part, int) for part in _flat(value)):
        return sorted({json.dumps(plain(item), sort_keys=True) for item in value})
    return sorted(json.dumps(item) for item in value) if isinstance(value, list) else value


def _flat(value: Json) -> Iterator[Json]:
    if isinstance(value, list):
        for item in value:
            yield from _flat(item)
    else:
        yield value
