"""Insurers of whom something else is told than their newest entry says, each with its place and the way out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.authoring.record.entries import FOLDER
from checker.authoring.record.stamps import stamp_of
from checker.authoring.source import Place

if TYPE_CHECKING:
    from pathlib import Path

    from checker.authoring.library import Library
    from checker.authoring.record.stamps import Stamp

__all__ = ["Unrecorded", "unrecorded"]


@dataclass(frozen=True, slots=True)
class Unrecorded:
    """One insurer. ``place``: its newest entry; without one line 0, and ``recorded`` is None. ``now``: of the files."""

    insurer: str
    place: Place
    recorded: Stamp | None
    now: Stamp

    @property
    def message(self) -> str:
        """What is wrong."""
        if self.recorded is None:
            return f"nothing is recorded of {self.insurer}, which has {self.now}"
        what = "its rules" if self.recorded.version != self.now.version else "what its pages say beside the rules"
        return f"{self.insurer} has changed, {what}: the newest entry has {self.recorded}, the files {self.now}"

    @property
    def command(self) -> str:
        """What to type."""
        since = "" if self.recorded is None else " --since REVISION"
        return f'python -m checker changes record --insurer {self.insurer}{since} --says "…" --says-en "…"'


def unrecorded(library: Library, root: Path) -> list[Unrecorded]:
    """The insurers of a library, as it was read below ``root``, whose record is missing or behind."""
    found = []
    for name, insurer in library.insurers.items():
        entries, now = library.changes.get(name, ()), stamp_of(insurer)
        recorded = entries[0].stamp if entries else None
        if recorded != now:
            block = library.files.changes.get(name)
            items = block["changes"] if block else None
            place = items.places[0] if items else Place(root / FOLDER / f"{name}.yaml", 0)
            found.append(Unrecorded(name, place, recorded, now))
    return found
