"""An independent reading of a rulebook for one person of whom everything is known: slow, direct, without cells.

It reads the canonical JSON alone, and evaluates every rule's condition on the facts as they were given. The diagrams
are held against it; whatever it has in common with the engine is the contract.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from engine import reference_answers as answers
from engine.reference_days import counted
from engine.reference_facts import leaf, read_facts

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

__all__ = ["Reference", "read_rules"]

Json = Any


def read_rules(text: str) -> dict[str, Json]:
    """Return a rulebook from its canonical JSON, with the ``exceptions`` of each rule beside it."""
    rulebook: dict[str, Json] = json.loads(text)
    for rule in rulebook["rules"]:
        rule["exceptions"] = [other for other in rulebook["rules"] if _is_exception(other, rule)]
    return rulebook


class Reference:
    """One person at one insurer: which rules apply, and what comes of it."""

    def __init__(self, rulebook: dict[str, Json], facts: Mapping[str, Json]) -> None:
        """``rulebook``: what `read_rules` made; ``facts``: none of them null."""
        self.rulebook = rulebook
        self._own: dict[str, bool] = {}
        self.rules: list[dict[str, Json]] = rulebook["rules"]
        self.on_date = date.fromisoformat(facts["on_date"])
        self.values = read_facts(rulebook, facts)

    def holds(self, condition: list[Json]) -> bool:  # noqa: PLR0911 - one for each word that has parts or asks a topic
        """Return whether a condition holds."""
        match condition:
            case ["all", *parts]:
                return all(map(self.holds, parts))
            case ["any", *parts]:
                return any(map(self.holds, parts))
            case ["not", part]:
                return not self.holds(part)
            case ["held", name]:
                return self.holds(self.rulebook["held"][name])
            case ["old_card_usable"]:
                return self.usable is True
            case ["issued", name, routes]:
                return self.issues(name, routes)
            case ["refused", name]:
                return any(item["id"] == name for item in self.document["refused"])
        return leaf(condition, self.values, self.on_date)

    def issues(self, name: str, routes: Collection[str]) -> bool:
        """Return whether a document is issued, by one of these routes if any is named."""
        found = [item["route"] for item in self.document["issued"] if item["id"] == name]
        return any(not routes or route in routes for route in found)

    def own(self, rule: dict[str, Json]) -> bool:
        """Return whether the condition of a rule holds on a day on which it is valid."""
        if rule["id"] not in self._own:
            day = self.on_date.isoformat()
            valid = rule.get("valid_from", day) <= day <= rule.get("valid_until", day)
            self._own[rule["id"]] = valid and self.holds(rule["when"])
        return self._own[rule["id"]]

    def applies(self, rule: dict[str, Json]) -> bool:
        """Return whether it holds, and no exception to it does."""
        return self.own(rule) and not any(map(self.own, rule["exceptions"]))

    def applying(self, topic: str) -> list[dict[str, Json]]:
        """Return the rules of a topic that apply."""
        return [rule for rule in self.rules if rule["topic"] == topic and self.applies(rule)]

    def rows(self, key: str) -> list[str]:
        """Return the rows under ``impossible`` or ``scope`` that hold."""
        return [row["id"] for row in self.rulebook[key] if self.holds(row["when"])]

    def held(self) -> list[str]:
        """Return the documents in hand."""
        return [name for name, condition in self.rulebook["held"].items() if self.holds(condition)]

    @cached_property
    def document(self) -> dict[str, Json]:
        """Return ``document`` of the decision."""
        thens = [rule["then"] for rule in self.rules if rule["topic"] == "document"]
        named = [name for then in thens for key in ("issued", "refused") for name in then.get(key, ())]
        order = list(dict.fromkeys([*self.rulebook["held"], *named]))
        found = answers.document(self.applying("document"), self.held(), order)
        for item in found["issued"]:
            if isinstance(item["until"], list):
                day = min(filter(None, map(self._last, item["until"])), default=None)
                item["until"] = day.isoformat() if day else None
        return found

    def _last(self, formula: Json) -> date | None:
        if isinstance(formula, str):
            return date.fromisoformat(formula)
        value = self.values[formula[0]]
        return counted(value, formula[1]) if isinstance(value, date) else None

    @cached_property
    def usable(self) -> bool | None:
        """Return whether the old card is usable on the day; None where no text tells its last day."""
        rules = [rule["then"] for rule in self.applying("old_card")]
        days = [self._last(then["last_day"]) for then in rules if "last_day" in then]
        if any(then.get("ended") or then.get("never") for then in rules) or any(d and d < self.on_date for d in days):
            return False
        return True if days and not any(then.get("unsure") for then in rules) else None

    def old_card(self) -> dict[str, Json]:
        """Return ``old_card`` of the decision."""
        rules = self.applying("old_card")
        sure = not any(rule["then"].get("unsure") or rule["then"].get("never") for rule in rules)
        counting = answers.nearest(rule for rule in rules if "last_day" in rule["then"]) if sure else []
        days = [self._last(rule["then"]["last_day"]) for rule in counting]
        last = min((day for day in days if day), default=None) if all(days) else None
        spoken = answers.nearest(counting or rules)
        basis = spoken[0]["layer"] if spoken else "silent"
        return {"usable": self.usable, "last_day": last.isoformat() if last else None, "basis": basis}

    def care(self) -> dict[str, Json]:
        """Return ``care`` of the decision."""
        book = self.rulebook
        brings = self.values["brings"]
        if isinstance(brings, set):
            brings = {thing for thing in brings if thing not in book["held"] or self.holds(["held", thing])}
        return answers.care(self.applying("care"), book["fallback"], book["covers"], brings)

    def procedures(self) -> list[dict[str, Json]]:
        """Return ``procedures`` of the decision, in no promised order."""
        rules = self.applying("procedures")
        found = [answers.procedure(name, rules) for name in dict.fromkeys(r["then"]["procedure"] for r in rules)]
        for entry in (entry for entry in found if entry):
            for key in {"complete_on", "due_on"} & entry.keys():
                day = self._last(entry[key]) if entry[key] else None
                entry[key] = day.isoformat() if day else None
        return [entry for entry in found if entry]

    def warnings(self) -> set[str]:
        """Return ``warnings`` of the decision."""
        documents = self.applying("document")
        applying = [rule for rule in self.rules if rule["then"].get("warnings") and self.applies(rule)]
        return {name for rule in applying if answers.heard(rule, documents) for name in rule["then"]["warnings"]}


def _is_exception(other: dict[str, Json], rule: dict[str, Json]) -> bool:
    """Return whether one rule overrides another; ``NAME@national`` stands beside NAME and shares its exceptions."""
    name, naming = rule["id"].removesuffix("@national"), other["id"].removesuffix("@national")
    if name == naming:
        return False
    if name in other.get("exception_to", []):
        return True
    answering = {other["id"], naming} & set(rule.get("exception_to", []))
    return rule["topic"] in other.get("every", []) and not answering
