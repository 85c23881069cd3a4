"""Rows of an insurer's own scope that are about nobody: each says whom the insurer's document is not for."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from checker.authoring.verify.flaws import Flaws
    from checker.authoring.verify.owners import Project
    from checker.authoring.verify.survey import Names, Survey

__all__ = ["tell"]


def tell(project: Project, flaws: Flaws) -> None:
    """Tell of such rows where they stand."""
    for name, block in project.library.files.insurers.items():
        if rows := block.get("scope"):
            met = _met(project.surveys[name])
            for row in rows:
                if row not in met:
                    message = f"row {row!r} of the scope is about nobody: its condition holds for nobody who is real"
                    flaws.add(rows.place(row), "dead", message, "mend `when`, or take the row out")


def _met(survey: Survey) -> set[str]:
    """The rows that somebody who contradicts nothing meets."""
    diagrams = survey.book.diagrams
    told = diagrams.apply(lambda names, able: names if able is True else (), survey.book.sets["scope"], survey.possible)
    return {row for names in diagrams.outcomes(told) for row in cast("Names", names)}
