"""A rulebook with one mistake in it: every way in which a rule could have been written a little wrong.

Four ways: the condition negated, what holds swapped for something else, a day shifted by one, an exception taken out.
A day that several rules share (a term, a document in hand) is shifted once, in all of them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from mutants.outcomes import swapped

from checker.engine.rules.conditions import All, AnyOf, Condition, From, Not, Reached, leaves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.engine.rules.rulebook import Rule, Rulebook

__all__ = ["WAYS", "Mutant", "mutants"]

WAYS = ("condition", "outcome", "day", "exception")
_SHIFTS = (1, -1)


@dataclass(frozen=True)
class Mutant:
    """A rulebook with one mistake. ``rule``: where; ``way``: one of WAYS; ``what``: the mistake in words."""

    rule: str
    way: str
    what: str
    book: Rulebook


def mutants(book: Rulebook) -> Iterator[Mutant]:
    """Yield each mutant of a rulebook, rule by rule, and then those of the days that several rules share."""
    shared = _shared(book)
    for rule in book.rules:
        for way, what, wrong in _wrong(rule, shared):
            yield Mutant(rule.id, way, what, _with(book, rule, wrong))
    for leaf in shared:
        for days in _SHIFTS:
            yield Mutant("(shared)", "day", f"{_named(leaf)} {days:+}", _everywhere(book, leaf, _moved(leaf, days)))


def _with(book: Rulebook, rule: Rule, wrong: Rule) -> Rulebook:
    return replace(book, rules=tuple(wrong if one is rule else one for one in book.rules))


def _wrong(rule: Rule, shared: set[Condition]) -> Iterator[tuple[str, str, Rule]]:
    yield "condition", "negated", replace(rule, when=Not(rule.when))
    for what, then in swapped(rule.topic, rule.then):
        yield "outcome", what, replace(rule, then=then)
    yield from (("day", what, wrong) for what, wrong in _on_another_day(rule, shared))
    for name in rule.exception_to:
        others = tuple(one for one in rule.exception_to if one != name)
        yield "exception", f"to {name} taken out", replace(rule, exception_to=others)
    for topic in rule.every:
        others = tuple(one for one in rule.every if one != topic)
        yield "exception", f"to every rule of {topic} taken out", replace(rule, every=others)


def _on_another_day(rule: Rule, shared: set[Condition]) -> Iterator[tuple[str, Rule]]:
    for days in _SHIFTS:
        for key in ("valid_from", "valid_until"):
            day = getattr(rule, key)
            if day:
                yield f"{key} {days:+}", replace(rule, **{key: day + timedelta(days)})
        for leaf in dict.fromkeys(_days(rule.when)):
            if leaf not in shared:
                yield f"{_named(leaf)} {days:+}", replace(rule, when=_put(rule.when, leaf, _moved(leaf, days)))
        for key in ("last_day", "complete_on"):
            if key in rule.then:
                moved = _other_day(rule.then[key], days)
                yield f"{key} {days:+}", replace(rule, then={**rule.then, key: moved})


def _other_day(formula: Any, days: int) -> Any:  # noqa: ANN401 - JSON: a day, or a fact and a shift
    if isinstance(formula, str):
        return (date.fromisoformat(formula) + timedelta(days)).isoformat()
    fact, steps = formula
    return [fact, [*steps, ["days", days]]]


def _days(condition: Condition) -> list[Condition]:
    return [leaf for leaf in leaves(condition) if isinstance(leaf, From | Reached)]


def _shared(book: Rulebook) -> set[Condition]:
    """Return the days of which more than one rule speaks, or by which a document counts as in hand."""
    told = Counter(leaf for rule in book.rules for leaf in set(_days(rule.when)))
    held = {leaf for condition in book.held.values() for leaf in _days(condition)}
    return {leaf for leaf, rules in told.items() if rules > 1} | held


def _moved(leaf: Condition, days: int) -> Condition:
    if isinstance(leaf, From):
        return From(leaf.fact, leaf.day + timedelta(days))
    assert isinstance(leaf, Reached)
    return Reached(leaf.fact, leaf.shift.plus_days(days))


def _named(leaf: Condition) -> str:
    if isinstance(leaf, From):
        return f"{leaf.fact} from {leaf.day}"
    assert isinstance(leaf, Reached)
    return f"{leaf.fact} reached {dict(leaf.shift.steps)}"


def _put(condition: Condition, old: Condition, new: Condition) -> Condition:
    match condition:
        case All(parts):
            return All(tuple(_put(part, old, new) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(_put(part, old, new) for part in parts))
        case Not(part):
            return Not(_put(part, old, new))
    return new if condition == old else condition


def _everywhere(book: Rulebook, old: Condition, new: Condition) -> Rulebook:
    return replace(
        book,
        rules=tuple(replace(rule, when=_put(rule.when, old, new)) for rule in book.rules),
        held={name: _put(when, old, new) for name, when in book.held.items()},
    )
