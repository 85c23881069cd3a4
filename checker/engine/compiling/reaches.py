"""Where conditions hold and where rules apply, as yes/no diagrams.

A leaf that looks at another topic is that topic's own diagram, so the two cannot drift apart.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, cast

from checker.engine.rules.conditions import (
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
from checker.engine.rules.dates import Shift
from checker.engine.rules.rulebook import BESIDE

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from checker.engine.compiling.compiled import Compiled
    from checker.engine.rules.rulebook import Rule, Rulebook

__all__ = ["Reaches", "all_leaves", "day_after", "joined_names", "meanings", "own_condition", "tellable"]

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
            yield day_after(rule.then["last_day"])
    named = [row.when for row in rulebook.impossible] + [row.when for row in rulebook.scope]
    named += [fact.applies for fact in rulebook.facts if fact.applies]
    for condition in (*rulebook.held.values(), *named, *meanings(rulebook).values()):
        yield from filter(tellable, leaves(condition))


def meanings(rulebook: Rulebook) -> dict[str, Condition]:
    """For each question that is asked of some people only the condition under which it has a meaning."""
    found: dict[str, Condition] = {}
    for question in rulebook.questions.asked:
        applies, after = rulebook.by_fact[question.fact].applies, question.opened_by(rulebook.by_fact)
        parts = tuple(part for part in (applies, after) if part is not None)
        if parts:
            found[question.fact] = All(parts)
    return found


def tellable(condition: Condition) -> bool:
    """Whether diagrams can hold a condition: they cannot hold one date against another."""
    return not any(isinstance(leaf, Before) for leaf in leaves(condition))


def day_after(last_day: Any) -> Condition:  # noqa: ANN401 - JSON: a day, or a fact and a shift
    """That the day after a last day has come: the last day is a day, or a fact and the shift made of it."""
    if isinstance(last_day, str):
        return From("on_date", date.fromisoformat(last_day) + DAY)
    fact, steps = last_day
    return Reached(fact, Shift(tuple((unit, count) for unit, count in steps)).plus_days(1))


class Reaches:
    """The yes/no diagrams of one rulebook's conditions and rules."""

    def __init__(self, book: Compiled) -> None:
        """``book``: what is compiled already is looked up there."""
        self.book = book
        self.diagrams = book.diagrams
        self.said: int | None = None
        self.known: dict[Condition, int] = {}
        self.none: dict[tuple[str, ...], int] = {(): self.diagrams.yes}

    def diagram(self, condition: Condition) -> int:
        """The yes/no diagram of a condition; terms stand in many conditions."""
        if condition not in self.known:
            self.known[condition] = self._made(condition)
        return self.known[condition]

    def _made(self, condition: Condition) -> int:  # noqa: C901, PLR0911 - one case for each form of a condition
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
            said = cast("frozenset[tuple[str, str, str | None]]", value)
            return any(one[:2] == (key, document) and (not routes or one[2] in routes) for one in said)

        if self.said is None:
            self.said = self.diagrams.map(self.book.full["document"], _said)
        return self.diagrams.map(self.said, speaks)

    def reach(self, rule: Rule) -> int:
        """Where a rule applies: its condition less the conditions of the rules that are exceptions to it."""
        if rule.id not in self.book.reaches:
            exceptions = tuple(other.id for other in self.book.rulebook.rules if overrides(other, rule))
            self.book.exceptions[rule.id] = exceptions
            self.book.reaches[rule.id] = self.diagrams.both(self._own(rule), self._none_of(exceptions))
        return self.book.reaches[rule.id]

    def _none_of(self, exceptions: tuple[str, ...]) -> int:
        """Where the condition of none of these rules holds; many rules have the same exceptions."""
        if exceptions not in self.none:
            first, *rest = exceptions
            holds = self._own(self.book.rules[first])
            self.none[exceptions] = self.diagrams.both(self._none_of(tuple(rest)), self.diagrams.negate(holds))
        return self.none[exceptions]

    def _own(self, rule: Rule) -> int:
        if rule.id not in self.book.own:
            self.book.own[rule.id] = self.diagram(own_condition(rule))
        return self.book.own[rule.id]

    def named_sets(self, named: Sequence[tuple[str, int]]) -> int:
        """The diagram whose values are the tuples of names that hold.

        Halves are joined rather than one name added at a time: no join is larger than its result.
        """
        d = self.diagrams
        if len(named) > 1:
            middle = len(named) // 2
            return d.apply(joined_names, self.named_sets(named[:middle]), self.named_sets(named[middle:]))
        nothing = d.terminal(())
        return d.map(named[0][1], lambda holds: (named[0][0],) if holds is True else ()) if named else nothing


def _said(value: Hashable) -> Hashable:
    """Of what a document topic says, all that a condition can ask: what is issued by which route, what is refused."""
    outcome = json.loads(cast("str", value))
    return frozenset((key, item["id"], item.get("route")) for key in ("issued", "refused") for item in outcome[key])


def joined_names(names: Hashable, more: Hashable) -> Hashable:
    """The names of both."""
    return (*cast("tuple[str, ...]", names), *cast("tuple[str, ...]", more))


def overrides(other: Rule, rule: Rule) -> bool:
    """Whether a rule is an exception to another: by its name, or to every rule of its topic that does not answer."""
    name, named = rule.id.removesuffix(BESIDE), {other.id, other.id.removesuffix(BESIDE)}
    if name in named:
        return False
    return name in other.exception_to or (rule.topic in other.every and named.isdisjoint(rule.exception_to))
