"""Rules of one layer that disagree about somebody real, and of which none is named as the exception."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.verify.owners import owner_of
from checker.engine.surveying.conflicts import disagreeing

if TYPE_CHECKING:
    from checker.authoring.verify.flaws import Flaws
    from checker.authoring.verify.owners import Project
    from checker.authoring.verify.survey import Facts, Survey
    from checker.engine.surveying.conflicts import Conflict

__all__ = ["clashes", "tell"]


def clashes(survey: Survey) -> list[tuple[Conflict, Facts | None]]:
    """Every pair of rules that disagree about somebody real, with the first person about whom they do."""
    found: dict[Conflict, str] = {}
    for topic, sets in survey.together.items():
        for names in sets:
            found.update(dict.fromkeys(disagreeing(survey.book, topic, names), topic))
    return [(conflict, survey.somebody(_where(survey, topic, conflict))) for conflict, topic in sorted(found.items())]


def _where(survey: Survey, topic: str, conflict: Conflict) -> int:
    return survey.where(topic, lambda names: conflict in disagreeing(survey.book, topic, names))


def tell(project: Project, flaws: Flaws) -> None:
    """Tell of disagreements at the later of the two rules; of two national ones once."""
    told: set[Conflict] = set()
    for name, survey in project.surveys.items():
        for conflict, facts in clashes(survey):
            owners = [owner_of(project.library.files, name, rule) for rule in conflict.rules]
            if conflict in told and not any(owner.insurer for owner in owners):
                continue
            told.add(conflict)
            place = max(owners, key=lambda owner: (bool(owner.insurer), owner.place.line)).place
            message, _, way_out = str(conflict).partition("; ")
            flaws.add(place, "conflict", message, way_out, (survey.book.rulebook, facts))
