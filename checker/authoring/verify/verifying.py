"""All that verification looks for, in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.authoring.verify import (
    clashes,
    dates,
    exceptions,
    gaps,
    idle,
    outside,
    passages,
    recorded,
    unreachable,
    unused,
    words,
)
from checker.authoring.verify.flaws import Flaws
from checker.authoring.verify.owners import Project
from checker.authoring.verify.survey import survey
from checker.engine import compile_rulebook

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from checker.authoring.library import Library
    from checker.authoring.verify.flaws import Flaw
    from checker.authoring.verify.gaps import Gap
    from checker.authoring.verify.idle import Idle
    from checker.authoring.verify.survey import Facts
    from checker.engine import Compiled
    from checker.engine.surveying.conflicts import Conflict

__all__ = ["Inspection", "inspect_rulebook", "verify"]

_IDEAS = (clashes, dates, exceptions, gaps, idle, outside, passages, recorded, unreachable, unused, words)


@dataclass(frozen=True, slots=True)
class Inspection:
    """What is wrong with one rulebook by itself, each with the first person for whom it shows."""

    gaps: list[Gap]
    conflicts: list[tuple[Conflict, Facts | None]]
    idle: list[Idle]


def inspect_rulebook(book: Compiled, day: date) -> Inspection:
    """Look at one rulebook alone, without files: its gaps, its conflicts, and its rules that do nothing."""
    seen = survey(book, day)
    return Inspection(gaps.gaps(seen), clashes.clashes(seen), idle.idle(seen))


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
