"""How the diagrams of a rulebook are made.

The diagrams of rule sets say which rules apply (for reasons); mapped by `outcomes` they say what comes of it. Topics
build on each other in one direction: old card, document, care, procedures, warnings. All of them share one `Diagrams`,
so that a leaf which looks at another topic is that topic's own diagram and cannot drift from it.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, cast

from checker.engine.conditions import (
    All,
    AnyOf,
    Before,
    Condition,
    From,
    Held,
    Issued,
    Not,
    OldCardUsable,
    Reached,
    Refused,
    leaves,
)
from checker.engine.dates import Shift
from checker.engine.outcomes import (
    care_outcome,
    document_outcome,
    effective,
    issuing,
    old_card_outcome,
    procedure_outcome,
)
from checker.engine.rulebook import BESIDE

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from checker.engine.compiled import Compiled
    from checker.engine.rulebook import Rule, Rulebook

__all__ = ["Maker", "all_leaves", "own_condition", "tellable"]

DAY = timedelta(days=1)


def own_condition(rule: Rule) -> Condition:
    """A rule's condition with the days from which and until which it is valid."""
    parts: list[Condition] = [rule.when]
    if rule.valid_from:
        parts.append(From("on_date", rule.valid_from))
    if rule.valid_until:
        parts.append(Not(From("on_date", rule.valid_until + DAY)))
    return All(tuple(parts))


def all_leaves(rulebook: Rulebook) -> Iterator[Condition]:
    """Every leaf that the diagrams of a rulebook look at."""
    for rule in rulebook.rules:
        yield from leaves(own_condition(rule))
        if "last_day" in rule.then:
            yield _day_after(rule.then["last_day"])
    named = [row.when for row in rulebook.impossible] + [row.when for row in rulebook.scope]
    for condition in (*rulebook.held.values(), *filter(tellable, named)):
        yield from leaves(condition)


def tellable(condition: Condition) -> bool:
    """Whether diagrams can hold a condition: they cannot hold one date against another."""
    return not any(isinstance(leaf, Before) for leaf in leaves(condition))


def _day_after(last_day: Any) -> Condition:  # noqa: ANN401 - JSON: a day, or a fact and a shift
    """That the day after a last day has come: the last day is a day, or a fact and the shift made of it."""
    if isinstance(last_day, str):
        return From("on_date", date.fromisoformat(last_day) + DAY)
    fact, steps = last_day
    return Reached(fact, Shift(tuple((unit, count) for unit, count in steps)).plus_days(1))


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class Maker:
    """Makes the diagrams of one rulebook, topic by topic."""

    def __init__(self, book: Compiled) -> None:
        """The diagrams go into the book."""
        self.book = book
        self.diagrams = book.diagrams
        self.own: dict[str, int] = {}

    def diagram(self, condition: Condition) -> int:  # noqa: C901, PLR0911 - one case for each form of a condition
        """The yes/no diagram of a condition."""
        d = self.diagrams
        match condition:
            case All(parts):
                result = d.yes
                for part in parts:
                    result = d.both(result, self.diagram(part))
                return result
            case AnyOf(parts):
                result = d.no
                for part in parts:
                    result = d.either(result, self.diagram(part))
                return result
            case Not(part):
                return d.negate(self.diagram(part))
            case Held(document):
                return self.diagram(self.book.rulebook.held[document])
            case OldCardUsable():
                return d.map(self.book.usable, lambda value: value == "yes")
            case Issued(document, routes):
                return self._in_document("issued", document, routes)
            case Refused(document):
                return self._in_document("refused", document, frozenset())
        result = d.no
        for variable, cells in self.book.space.find(condition):
            result = d.either(result, d.test(variable, cells))
        return result

    def _in_document(self, key: str, document: str, routes: frozenset[str]) -> int:
        def speaks(value: Hashable) -> bool:
            items = json.loads(cast("str", value))[key]
            return any(i["id"] == document and (not routes or i["route"] in routes) for i in items)

        return self.diagrams.map(self.book.full["document"], speaks)

    def reach(self, rule: Rule) -> int:
        """Where a rule applies: its condition less the conditions of the rules that are exceptions to it."""
        if rule.id not in self.book.reaches:
            result = self._own(rule)
            for other in self.book.rulebook.rules:
                if _overrides(other, rule):
                    result = self.diagrams.both(result, self.diagrams.negate(self._own(other)))
            self.book.reaches[rule.id] = result
        return self.book.reaches[rule.id]

    def _own(self, rule: Rule) -> int:
        if rule.id not in self.own:
            self.own[rule.id] = self.diagram(own_condition(rule))
        return self.own[rule.id]

    def named_sets(self, named: Sequence[tuple[str, int]]) -> int:
        """The diagram whose values are the tuples of names that hold."""
        result = self.diagrams.terminal(())
        for name, diagram in named:
            result = self.diagrams.apply(_append(name), result, diagram)
        return result

    def _sets(self, rules: Sequence[Rule], marks: Sequence[tuple[str, int]] = ()) -> int:
        return self.named_sets([*((rule.id, self.reach(rule)) for rule in rules), *marks])

    def _topic(self, topic: str) -> list[Rule]:
        return [rule for rule in self.book.rulebook.rules if rule.topic == topic]

    def _of(self, value: Hashable) -> list[Rule]:
        return [self.book.rules[name] for name in cast("tuple[str, ...]", value) if name in self.book.rules]

    def old_card(self) -> None:
        """When the old card ends, and whether it is usable."""
        d, rules = self.diagrams, self._topic("old_card")
        self.book.sets["old_card"] = self._sets(rules)
        self.book.full["old_card"] = d.map(self.book.sets["old_card"], lambda v: _text(old_card_outcome(self._of(v))))
        over, counted, unsure = d.no, d.no, d.no
        for rule in rules:
            reach = self.reach(rule)
            if "last_day" in rule.then:
                counted = d.either(counted, reach)
                over = d.either(over, d.both(reach, self.diagram(_day_after(rule.then["last_day"]))))
            if rule.then.get("ended") or rule.then.get("never"):
                over = d.either(over, reach)
            if rule.then.get("unsure"):
                unsure = d.either(unsure, reach)
        known = d.both(counted, d.negate(unsure))
        self.book.usable = d.apply(lambda o, k: "no" if o is True else "yes" if k is True else "unknown", over, known)

    def document(self) -> None:
        """What is issued and refused."""
        rulebook = self.book.rulebook
        order = list(rulebook.held)
        marks = [(f"held:{name}", self.diagram(Held(name))) for name in order]

        def outcome(value: Hashable) -> dict[str, Any]:
            held = frozenset(name for name in order if f"held:{name}" in cast("tuple[str, ...]", value))
            return document_outcome(self._of(value), held, order)

        sets = self.book.sets["document"] = self._sets(self._topic("document"), marks)
        self.book.full["document"] = self.diagrams.map(sets, lambda v: _text(outcome(v)))
        self.book.answers["document"] = self.diagrams.map(sets, lambda v: _text(_without_proof(outcome(v))))

    def care(self) -> None:
        """What to show, and what helps at once."""
        sets = self.book.sets["care"] = self._sets(self._topic("care"))
        fallback = self.book.rulebook.fallback["show"]
        full = self.book.full["care"] = self.diagrams.map(sets, lambda v: _text(care_outcome(self._of(v), fallback)))
        self.book.answers["show"] = self.diagrams.map(full, lambda v: _text(json.loads(cast("str", v))["show"]))

    def procedures(self) -> None:
        """A diagram for each procedure."""
        rules = self._topic("procedures")
        for name in dict.fromkeys(rule.then["procedure"] for rule in rules):
            sets = self._sets([rule for rule in rules if rule.then["procedure"] == name])
            self.book.sets[f"procedures:{name}"] = sets
            self.book.full[f"procedures:{name}"] = self.diagrams.map(
                sets,
                lambda v, name=name: _text(procedure_outcome(name, self._of(v))),  # type: ignore[misc]
            )

    def _procedure(self, name: str) -> Callable[[Hashable], Hashable]:
        return lambda value: _text(procedure_outcome(name, self._of(value)))

    def warnings(self) -> None:
        """A yes/no diagram for each warning; a rule that is silenced by a nearer one does not warn."""
        found: dict[str, int] = {}
        for rule in self.book.rulebook.rules:
            for name in rule.then.get("warnings", ()):
                found[name] = self.diagrams.either(found.get(name, self.diagrams.no), self._heard(rule))
        self.book.warnings = found

    def _heard(self, rule: Rule) -> int:
        if rule.topic != "document" or not {"issued", "refused"} & rule.then.keys():
            return self.reach(rule)
        key = "issued" if "issued" in rule.then else "refused"

        def heard(value: Hashable) -> bool:
            applying = self._of(value)
            return rule in (issuing(applying) if key == "issued" else effective(applying, key))

        return self.diagrams.map(self.book.sets["document"], heard)


def _without_proof(outcome: dict[str, Any]) -> dict[str, Any]:
    """A document outcome without the rules and passages behind it: what is compared when an answer is open."""
    kept = {
        key: [{k: v for k, v in item.items() if k not in ("rules", "passages")} for item in outcome[key]]
        for key in ("issued", "refused")
    }
    return {"basis": outcome["basis"], **kept}


def _append(name: str) -> Callable[[Hashable, Hashable], Hashable]:
    def join(names: Hashable, holds: Hashable) -> Hashable:
        return (*cast("tuple[str, ...]", names), name) if holds is True else names

    return join


def _overrides(other: Rule, rule: Rule) -> bool:
    name, named = rule.id.removesuffix(BESIDE), {other.id, other.id.removesuffix(BESIDE)}
    if name in named:
        return False
    return name in other.exception_to or (rule.topic in other.every and named.isdisjoint(rule.exception_to))
