"""What may stand in the open: texts without telltale words, and rules that reach more than people in need of silence.

What follows from rules alone is found once for all insurers whose rules are alike.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from checker.engine.rules.conditions import All, AnyOf, From, Includes, Is, Not, Reached, Stated
from checker.pages.alike import known_once

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.authoring import Insurer
    from checker.engine.rules.conditions import Condition
    from checker.engine.rules.rulebook import Rule

__all__ = ["is_discreet", "is_open_rule", "is_resting", "rules_on"]

_TELLTALE = re.compile("(?<![a-z])DV(?![a-z])|暴力|虐待|被害|加害者|こわい人|violence|abuse", re.IGNORECASE)
_ANYBODY = "@"
"""Stands for the insurer's id in front of the names of its passages."""


class _Resting(NamedTuple):
    """The rules that may be named, and of each passage on which rules rest those that may."""

    open: frozenset[str]
    rules: Mapping[str, Sequence[str]]


def is_discreet(text: str) -> bool:
    """Say whether a text may stand in the open: it has none of the words that may only stand in the panel."""
    return _TELLTALE.search(text) is None


def is_open_rule(insurer: Insurer, rule: Rule) -> bool:
    """Say whether an insurer's rule may be named: it also reaches people to whom nothing sensitive applies."""
    return rule.id in _resting(insurer).open


def is_resting(insurer: Insurer, passage: str) -> bool:
    """Say whether rules of the insurer rest on a passage, whether or not they may be named."""
    return _of_anybody(insurer, passage) in _resting(insurer).rules


def rules_on(insurer: Insurer, passage: str) -> Sequence[str]:
    """Return the rules of an insurer that rest on a passage and may be named."""
    return _resting(insurer).rules.get(_of_anybody(insurer, passage), ())


def _resting(insurer: Insurer) -> _Resting:
    def make() -> _Resting:
        sensitive = {fact.id: fact.default for fact in insurer.rulebook.facts if fact.sensitive}
        shown = {rule.id for rule in insurer.rulebook.rules if _is_open(rule, sensitive)}
        rules: dict[str, list[str]] = {}
        for rule in insurer.rulebook.rules:
            for name in rule.passages:
                on = rules.setdefault(_of_anybody(insurer, name), [])
                on += [rule.id] if rule.id in shown else []
        return _Resting(frozenset(shown), rules)

    return known_once("resting", insurer, make)


def _of_anybody(insurer: Insurer, passage: str) -> str:
    owner, _, name = passage.partition("/")
    return f"{_ANYBODY}/{name}" if owner == insurer.id else passage


def _is_open(rule: Rule, sensitive: Mapping[str, str]) -> bool:
    """Return whether it reaches somebody of whom nothing is said of what is `sensitive`: what holds then, by fact."""
    return is_discreet(rule.id) and not _is_only_of(sensitive, rule.when)


def _is_only_of(facts: Mapping[str, str], when: Condition) -> bool:
    """Whether a condition holds for nobody of whom nothing is said of these facts."""
    match when:
        case Includes(fact) | From(fact) | Reached(fact) | Stated(fact):
            return fact in facts
        case Is(fact, values):
            return fact in facts and facts[fact] not in values
        case All(parts):
            return any(_is_only_of(facts, part) for part in parts)
        case AnyOf(parts):
            return all(_is_only_of(facts, part) for part in parts)
        case Not(Not(part)):
            return _is_only_of(facts, part)
    return False
