"""Exceptions that never matter: without the name in `exception_to` every rule would reach the same people."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.authoring.verify.owners import everywhere, owner_of
from checker.engine.compiling.reaches import overrides
from checker.engine.rules.rulebook import BESIDE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.authoring.verify.flaws import Flaws
    from checker.authoring.verify.owners import Owner, Project
    from checker.authoring.verify.survey import Survey
    from checker.engine.rules.rulebook import Rule

__all__ = ["EVERY", "exceptions", "tell"]

EVERY = "every: "
"""Stands before a topic where every rule of it is overridden."""

Changed = dict[str, "Rule"]
"""Rules by their ids, as they would be without an exception."""


def exceptions(survey: Survey) -> dict[tuple[str, str], bool]:
    """For each exception that a rule names, as far as it stands at this insurer, whether it matters.

    By the rule's id, and the id of the other or `EVERY` and a topic. A name that stands for no rule here is left out.
    """
    rules = survey.book.rules
    found = {}
    for rule in rules.values():
        for named in [*rule.exception_to, *(EVERY + topic for topic in rule.every)]:
            changed = _without(rules, rule, named)
            others = [other for other in rules.values() if _is_named(other, named) and other.id not in changed]
            if others:
                touched = [*others, *(rules[name] for name in changed)]
                found[rule.id, named] = any(_matters(survey, one, changed) for one in touched)
    return found


def tell(project: Project, flaws: Flaws) -> None:
    """Tell of exceptions that never matter, of a national rule's only if they matter at no insurer."""
    rows: list[tuple[tuple[Owner, str], bool | None]] = []
    for name, survey in project.surveys.items():
        for (rule, named), matters in exceptions(survey).items():
            owner = owner_of(project.library.files, name, rule, "exception_to")
            rows.append(((owner, named), None if matters else True))
    for owner, named in everywhere(rows):
        flaws.add(
            owner.place,
            "exception",
            f"rule {owner.rule!r} need not override `{named}`: without that every rule reaches the same people",
            "take it out of `exception_to`",
        )


def _without(rules: Mapping[str, Rule], rule: Rule, named: str) -> Changed:
    """A rule without one of its exceptions; so is what stands beside it, which says the same of the same name."""
    alike = [rule, *(other for name, other in rules.items() if name == rule.id + BESIDE)]
    return {
        one.id: replace(
            one,
            exception_to=tuple(name for name in one.exception_to if name != named),
            every=tuple(topic for topic in one.every if EVERY + topic != named),
        )
        for one in alike
    }


def _is_named(rule: Rule, named: str) -> bool:
    return named in (rule.id, rule.id.removesuffix(BESIDE), EVERY + rule.topic)


def _matters(survey: Survey, rule: Rule, changed: Mapping[str, Rule]) -> bool:
    """Whether a rule reaches other people than now once some rules are changed."""
    diagrams, book = survey.book.diagrams, survey.book
    before = set(book.exceptions[rule.id])
    after = {
        name for name, other in book.rules.items() if overrides(changed.get(name, other), changed.get(rule.id, rule))
    }
    if before == after:
        return False
    reach = survey.own(rule)
    for name in sorted(before & after):
        reach = diagrams.both(reach, diagrams.negate(book.own[name]))
    return any(diagrams.both(reach, book.own[name]) != diagrams.no for name in before ^ after)
