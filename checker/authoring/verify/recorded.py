"""Insurers that changed without an entry in the record of changes; only where the project keeps one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.record.entries import FOLDER
from checker.authoring.record.unrecorded import unrecorded

if TYPE_CHECKING:
    from checker.authoring.verify.flaws import Flaws
    from checker.authoring.verify.owners import Project

__all__ = ["tell"]


def tell(project: Project, flaws: Flaws) -> None:
    """Tell of each insurer whose newest entry speaks of another state than the files."""
    if (project.root / FOLDER).is_dir():
        for one in unrecorded(project.library, project.root):
            flaws.add(one.place, "unrecorded", one.message, f"record it: {one.command}")
