"""A rulebook, compiled: topic by topic, each building on those before it.

The diagrams of rule sets say which rules apply (for reasons); mapped by `outcomes` they say what comes of it. The order
is old card, document, care, procedures, warnings.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from checker.engine.compiling.compiled import Compiled
from checker.engine.compiling.outcomes import (
    care_outcome,
    document_outcome,
    effective,
    issuing,
    old_card_outcome,
    procedure_outcome,
)
from checker.engine.compiling.reaches import Reaches, all_leaves, day_after, meanings, tellable
from checker.engine.compiling.sizes import within_limits
from checker.engine.compiling.space import cut
from checker.engine.diagrams.diagram import Diagrams
from checker.engine.rules.conditions import Held

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from checker.engine.compiling.space import Space
    from checker.engine.rules.rulebook import Rule, Rulebook

__all__ = ["compile_rulebook"]


def compile_rulebook(rulebook: Rulebook, space: Space | None = None, diagrams: Diagrams | None = None) -> Compiled:
    """Compile a rulebook; tens of milliseconds, so keep what comes out. Raises TooLargeError where it would not fit.

    ``space``: another one than the rulebook's own, cut by its rules among others; ``diagrams``: those of that space.
    """
    space = space or cut(rulebook.facts, list(all_leaves(rulebook)))
    diagrams = diagrams or Diagrams(space.sizes)
    book = Compiled(rulebook, space, diagrams, rules={rule.id: rule for rule in rulebook.rules})
    reaches = Reaches(book)
    with within_limits(book, "scope"):
        impossible = [row for row in rulebook.impossible if tellable(row.when)]
        book.sets["impossible"] = reaches.named_sets([(row.id, reaches.diagram(row.when)) for row in impossible])
        book.sets["scope"] = reaches.named_sets([(row.id, reaches.diagram(row.when)) for row in rulebook.scope])
        book.meant = {fact: reaches.diagram(condition) for fact, condition in meanings(rulebook).items()}
    topics = _Topics(book, reaches)
    for topic, compile_topic in topics.in_order():
        with within_limits(book, topic):
            compile_topic()
    return book


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=dict)


class _Topics:
    """Makes the diagrams of the topics; they go into the book."""

    def __init__(self, book: Compiled, reaches: Reaches) -> None:
        self.book = book
        self.diagrams = book.diagrams
        self.reaches = reaches

    def in_order(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """Each topic, and what compiles it."""
        yield "old_card", self.old_card
        yield "document", self.document
        yield "care", self.care
        yield "procedures", self.procedures
        yield "warnings", self.warnings

    def _sets(self, rules: Sequence[Rule]) -> int:
        return self.reaches.named_sets([(rule.id, self.reaches.reach(rule)) for rule in rules])

    def _topic(self, topic: str) -> list[Rule]:
        return [rule for rule in self.book.rulebook.rules if rule.topic == topic]

    def _of(self, value: Hashable) -> list[Rule]:
        return [self.book.rules[name] for name in cast("tuple[str, ...]", value)]

    def old_card(self) -> None:
        """When the old card ends, and whether it is usable."""
        d, rules = self.diagrams, self._topic("old_card")
        self.book.sets["old_card"] = self._sets(rules)
        self.book.full["old_card"] = d.map(self.book.sets["old_card"], lambda v: _text(old_card_outcome(self._of(v))))
        over, counted, unsure = d.no, d.no, d.no
        for rule in rules:
            reach = self.reaches.reach(rule)
            if "last_day" in rule.then:
                counted = d.either(counted, reach)
                over = d.either(over, d.both(reach, self.reaches.diagram(day_after(rule.then["last_day"]))))
            if rule.then.get("ended") or rule.then.get("never"):
                over = d.either(over, reach)
            if rule.then.get("unsure"):
                unsure = d.either(unsure, reach)
        known = d.both(counted, d.negate(unsure))
        self.book.usable = d.apply(lambda o, k: "no" if o is True else "yes" if k is True else "unknown", over, known)

    def document(self) -> None:
        """What is issued and refused."""
        rulebook = self.book.rulebook
        order = rulebook.documents
        self.book.held = {name: self.reaches.diagram(Held(name)) for name in rulebook.held}
        self.book.in_hand = self.reaches.named_sets(list(self.book.held.items()))
        sets = self.book.sets["document"] = self._sets(self._topic("document"))

        def outcome(names: Hashable, have: Hashable) -> Hashable:
            return _text(document_outcome(self._of(names), frozenset(cast("tuple[str, ...]", have)), order))

        full = self.book.full["document"] = self.diagrams.apply(outcome, sets, self.book.in_hand)
        self.book.answers["document"] = self.diagrams.map(
            full, lambda v: _text(_without_proof(json.loads(cast("str", v))))
        )

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
            self.book.full[f"procedures:{name}"] = self.diagrams.map(sets, self._procedure(name))

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
            return self.reaches.reach(rule)
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
