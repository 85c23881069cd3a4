"""Rules that do nothing: they reach nobody, or wherever they apply, a nearer layer has silenced them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from checker.authoring.verify.owners import everywhere, national, owner_of
from checker.engine.compiling.outcomes import effective, issuing

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from checker.authoring.verify.flaws import Flaws
    from checker.authoring.verify.owners import Owner, Project
    from checker.authoring.verify.survey import Names, Survey
    from checker.engine.rules.rulebook import Rule

__all__ = ["Idle", "idle", "tell"]


@dataclass(frozen=True, slots=True)
class Idle:
    """``others``: the rules that keep this one from doing anything; ``facts``: somebody to whom they do so.

    ``reached``: somebody is reached, and yet never hears it.
    """

    rule: Rule
    reached: bool
    others: tuple[str, ...] = ()
    facts: dict[str, Any] | None = None


def idle(survey: Survey) -> list[Idle]:
    """Every rule that does nothing on any day."""
    heard = {name for topic, sets in survey.together.items() for names in sets for name in _heard(survey, topic, names)}
    diagrams = survey.book.diagrams
    told = diagrams.apply(lambda text, real: text if real is True else "", survey.book.full["document"], survey.real)
    heard |= {name for text in diagrams.outcomes(told) for name in _proofs(text)}
    found = []
    for rule in survey.book.rulebook.rules:
        if rule.topic == "warnings":
            if survey.reach(rule) == diagrams.no:
                found.append(_unreached(survey, rule))
        elif rule.id not in heard:
            found.append(_silenced(survey, rule) if survey.reach(rule) != diagrams.no else _unreached(survey, rule))
    return found


def tell(project: Project, flaws: Flaws) -> None:
    """Tell of rules that do nothing, of national ones only if they do nothing at any insurer, changed or not."""
    files = project.library.files
    lying = {(name, one.rule.id): one for name, survey in project.surveys.items() for one in idle(survey)}
    rows: list[tuple[Owner, tuple[Survey, Idle] | None]] = []
    for name, survey, rule in project.rules:
        one = lying.get((name, rule.id))
        owner = owner_of(files, name, rule.id)
        rows.append((owner, (survey, one) if one else None))
        if one is None and owner.insurer and rule.id in files.rules["rules"]:
            rows.append((national(files, rule.id), None))
    for owner, (survey, one) in everywhere(rows).items():
        message, way_out = _told(owner.rule, one)
        flaws.add(owner.place, "dead", message, way_out, (survey.book.rulebook, one.facts))


def _told(name: str, one: Idle) -> tuple[str, str]:
    others = ", ".join(map(repr, one.others))
    if one.reached:
        message = f"rule {name!r} is never heard: wherever it applies, a nearer layer speaks, as {others} does here"
        return message, "take it out, or let it hold where the others do not"
    if one.facts is None:
        message = f"rule {name!r} reaches nobody: its condition and `valid` hold for nobody who is real, on no day"
        return message, "mend `when` or `valid`, or take the rule out"
    message = f"rule {name!r} reaches nobody: wherever it holds, one of its exceptions does too: {others}"
    return message, "narrow the exceptions, or take the rule out"


def _heard(survey: Survey, topic: str, names: Names) -> Iterator[str]:
    """Those of the rules that apply together whose `then` comes through."""
    rules = survey.rules(names)
    if topic == "document":
        yield from _without_proof(rules)
    elif topic == "old_card":
        sure = not any(rule.then.get("unsure") or rule.then.get("never") for rule in rules)
        counting = effective(rules, "last_day") if sure else []
        yield from (rule.id for rule in rules if rule in counting or "last_day" not in rule.then)
    elif topic == "care":
        spoken = [rule for rule in rules if rule.layer != "silent"] or rules
        yield from (rule.id for rule in spoken)
    else:
        yield from (rule.id for rule in effective(rules, "procedure"))


def _proofs(text: Hashable) -> Iterator[str]:
    """The rules behind what a document outcome issues and refuses."""
    outcome = json.loads(cast("str", text) or "{}")
    for key in ("issued", "refused"):
        for item in outcome.get(key, ()):
            yield from item["rules"]


def _without_proof(rules: Sequence[Rule]) -> Iterator[str]:
    """Rules that are heard without a document to prove it: they say that nothing is issued, or they warn."""
    speaking = issuing(rules)
    for rule in rules:
        says_nothing = rule in speaking and not rule.then["issued"]
        warns = rule in speaking or rule in effective(rules, "refused") or not {"issued", "refused"} & rule.then.keys()
        if says_nothing or (warns and rule.then.get("warnings")):
            yield rule.id


def _unreached(survey: Survey, rule: Rule) -> Idle:
    own, diagrams = survey.own(rule), survey.book.diagrams
    others = [survey.book.rules[name] for name in survey.book.exceptions[rule.id]]
    held = [other.id for other in others if diagrams.both(own, survey.own(other)) != diagrams.no]
    return Idle(rule, reached=False, others=tuple(held), facts=survey.somebody(own))


def _silenced(survey: Survey, rule: Rule) -> Idle:
    facts = survey.somebody(survey.reach(rule))
    if facts is None:
        return Idle(rule, reached=True)
    topic = f"procedures:{rule.then['procedure']}" if rule.topic == "procedures" else rule.topic
    cells, book = [own[0] for own in survey.cells(facts)], survey.book
    others = list(_heard(survey, topic, cast("Names", book.diagrams.walk(book.sets[topic], cells))))
    if topic == "document":
        others += _proofs(book.diagrams.walk(book.full[topic], cells))
    return Idle(rule, reached=True, others=tuple(dict.fromkeys(others)), facts=facts)
