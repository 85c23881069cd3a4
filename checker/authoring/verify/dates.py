"""What is past: rules that ended and left somebody without an answer, and files that nobody has looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.verify.gaps import SPEAKS
from checker.authoring.verify.owners import everywhere, owner_of
from checker.engine.compiling.reaches import Reaches
from checker.engine.surveying.everybody import everybody

if TYPE_CHECKING:
    from datetime import date

    from checker.authoring.verify.flaws import Flaws
    from checker.authoring.verify.owners import Owner, Project
    from checker.authoring.verify.survey import Facts, Survey
    from checker.engine.rules.rulebook import Rule

__all__ = ["ended", "promises_past", "tell"]


def tell(project: Project, flaws: Flaws) -> None:
    """Tell of what is past on the project's day: a rule's `valid.until`, the day it names, an insurer's `review_by`."""
    _review(project, flaws)
    rows: list[tuple[Owner, tuple[Survey, Rule, Facts] | None]] = []
    for name, survey, rule in project.rules:
        if rule.valid_until and rule.valid_until < project.day:
            facts = ended(survey, rule, project.day)
            owner = owner_of(project.library.files, name, rule.id, "valid")
            rows.append((owner, (survey, rule, facts) if facts else None))
        day = promises_past(survey, rule, project.day)
        if day:
            message = f"rule {rule.id!r} still issues a document until {day}, which is over on {project.day}"
            place = owner_of(project.library.files, name, rule.id, "then").place
            flaws.add(place, "past", message, "write until when it runs now, or end the rule with `valid: {until: …}`")
    for owner, (survey, rule, facts) in everywhere(rows).items():
        flaws.add(
            owner.place,
            "past",
            f"rule {owner.rule!r} ended on {rule.valid_until}, and on {project.day} no rule of {rule.topic!r} speaks "
            "for some of those whom it would reach",
            "read the source again: move `valid.until`, or write what has held since; `silent: true` if nobody says",
            (survey.book.rulebook, facts),
        )


def _review(project: Project, flaws: Flaws) -> None:
    for name, insurer in project.library.insurers.items():
        block = project.library.files.insurers[name]
        if insurer.review_by is None:
            flaws.add(
                block.place("review_by"), "past", f"{name} has no `review_by`", "write by when somebody looks again"
            )
        elif insurer.review_by < project.day:
            message = f"{name} should have been looked at again by {insurer.review_by}; it is {project.day}"
            flaws.add(
                block.place("review_by"),
                "past",
                message,
                "read its document again, mend what has changed, and write a later day",
            )


def ended(survey: Survey, rule: Rule, day: date) -> Facts | None:
    """Somebody on a day whom a rule that has ended would reach, and for whom no rule of its topic speaks.

    Silence that has ended says nothing any more.
    """
    if rule.topic not in SPEAKS or rule.layer == "silent":
        return None
    diagrams, book = survey.book.diagrams, survey.book
    where = diagrams.both(survey.who(rule.topic), everybody(book, [day]))
    where = diagrams.both(where, Reaches(book).diagram(rule.when))
    for name in book.exceptions[rule.id]:
        where = diagrams.both(where, diagrams.negate(book.own[name]))
    told = survey.where(rule.topic, lambda names: SPEAKS[rule.topic](survey.rules(names)))
    return survey.somebody(diagrams.both(where, diagrams.negate(told)))


def promises_past(survey: Survey, rule: Rule, day: date) -> str:
    """The last day of a document that a rule issues on a later day; "" if it does not."""
    days = [row["until"] for row in rule.then.get("issued", {}).values() if isinstance(row.get("until"), str)]
    if not days or min(days) >= day.isoformat():
        return ""
    diagrams = survey.book.diagrams
    reached = diagrams.both(survey.reach(rule), everybody(survey.book, [day]))
    return min(days) if reached != diagrams.no else ""
