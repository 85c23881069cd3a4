"""Outcomes that nobody gets: what a rule's `then` names, and no decision for anybody real ever says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from checker.authoring.verify.idle import idle
from checker.authoring.verify.owners import everywhere, owner_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.authoring.verify.flaws import Flaws
    from checker.authoring.verify.owners import Owner, Project
    from checker.authoring.verify.survey import Survey
    from checker.engine.rules.rulebook import Rule

__all__ = ["Outcome", "named", "tell", "yielded"]

Outcome = tuple[str, ...]
"""What it is about, from the whole to the part: ``("issued", "eligibility_notice", "route", "automatic")``."""

_OF_DOCUMENTS = ("route", "when", "until", "renewal", "instead", "variant", "later", "lasts")

_JOINED = ("where", "bring", "medium", "medium_refused", "who")
"""Keys of a procedure whose lists are joined, so that each of their items is an outcome."""


def named(rule: Rule) -> set[Outcome]:
    """What a rule says, part by part; a value of null says nothing."""
    return set(_parts(rule.then))


def yielded(survey: Survey) -> set[Outcome]:
    """What some decision for somebody real says, part by part."""
    book, diagrams = survey.book, survey.book.diagrams
    found: set[Outcome] = set()
    for topic, full in book.full.items():
        if topic != "old_card":
            masked = diagrams.apply(lambda text, real: text if real is True else "", full, survey.real)
            for text in diagrams.outcomes(masked):
                told = json.loads(cast("str", text) or "null")
                found.update(_parts(_as_then(told) if told else {}))
    for name, warns in book.warnings.items():
        if diagrams.both(warns, survey.real) != diagrams.no:
            found.add(("warnings", name))
    return found


def tell(project: Project, flaws: Flaws) -> None:
    """Tell of outcomes that nobody gets, of those of national rules only if nobody gets them at any insurer.

    Rules that do nothing at all are told of elsewhere.
    """
    rows: list[tuple[tuple[Owner, Outcome], bool | None]] = []
    for name, survey in project.surveys.items():
        lying, reached = {one.rule.id for one in idle(survey)}, yielded(survey)
        for rule in survey.book.rulebook.rules:
            owner = owner_of(project.library.files, name, rule.id, "then")
            said = sorted(named(rule)) if rule.id not in lying else []
            rows += [((owner, outcome), None if outcome in reached else True) for outcome in said]
    for owner, outcome in everywhere(rows):
        flaws.add(
            owner.place,
            "unreachable",
            f"rule {owner.rule!r} says `{': '.join(outcome)}`, and no decision for anybody real says it",
            "take it out of `then`, or mend the rules that keep it from being said",
        )


def _as_then(told: dict[str, Any]) -> dict[str, Any]:
    """A part of a decision in the form that rules have."""
    if "id" in told:
        return {"procedure": told["id"], **told}
    keys = [key for key in ("issued", "refused") if key in told]
    return {**told, **{key: {item["id"]: item for item in told[key]} for key in keys}}


def _parts(then: Mapping[str, Any]) -> Iterator[Outcome]:
    for key in ("issued", "refused"):
        for document, row in then.get(key, {}).items():
            yield key, document
            yield from _details((key, document), row, _OF_DOCUMENTS)
            yield from _details((key, document, "delivery"), row.get("delivery") or {}, ("by", "to"))
    yield from (("show", " + ".join(way)) for way in then.get("show", ()))
    yield from ((key, name) for key in ("actions", "warnings") for name in then.get(key, ()))
    if "procedure" in then:
        start = ("procedure", then["procedure"])
        yield start
        yield from _details(start, then, ("takes", "fee", "duty"))
        yield from ((*start, key, item) for key in _JOINED for item in then.get(key) or ())


def _details(start: Outcome, row: Mapping[str, Any], keys: tuple[str, ...]) -> Iterator[Outcome]:
    yield from ((*start, key, _said(row[key])) for key in keys if row.get(key) is not None)


def _said(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)
