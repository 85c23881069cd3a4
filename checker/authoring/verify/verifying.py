"""All that verification looks for, in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.verify import clashes, dates, exceptions, gaps, idle, passages, unreachable, unused, words
from checker.authoring.verify.flaws import Flaws
from checker.authoring.verify.owners import Project
from checker.authoring.verify.survey import survey
from checker.engine import compile_rulebook

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from checker.authoring.library import Library
    from checker.authoring.verify.flaws import Flaw

__all__ = ["verify"]

_IDEAS = (clashes, dates, exceptions, gaps, idle, passages, unreachable, unused, words)


def verify(library: Library, root: Path, day: date) -> list[Flaw]:
    """Every flaw of the library that was read below ``root``, in the order of files and lines.

    ``day``: the day on which it is asked what is past; rules are looked at on all days, and examples are taken from
    this day on where they can be.
    """
    surveys = {name: survey(compile_rulebook(one.rulebook), day) for name, one in library.insurers.items()}
    project, flaws = Project(library, root, day, surveys), Flaws(root)
    for idea in _IDEAS:
        idea.tell(project, flaws)
    return sorted(set(flaws.found))
