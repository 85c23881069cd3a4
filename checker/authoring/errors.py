"""What is wrong in the files, all of it at once, each with its place, what is allowed and the way out."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from checker.authoring.source import Block, Place

__all__ = ["MOST_FINDINGS", "AuthoringError", "Finding", "Report", "hint"]

MOST_FINDINGS = 1_000
"""After so many the reading ends: nobody mends more at a time, and a file made to be wrong everywhere takes no time."""

MOST = 20
"""Names that a message lists before it names the nearest only."""

_MOST_COMPARED = 5_000
"""With more of them, to find the nearest takes too long."""

_WIDE = ("、", "，", "：")
"""What stands where a comma or a colon is meant, when somebody writes Japanese."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong. ``line`` counts from 1; 0 means the file as a whole."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        """FILE:LINE: MESSAGE, as editors understand it."""
        return f"{self.file}:{self.line}: {self.message}" if self.line else f"{self.file}: {self.message}"


class AuthoringError(Exception):
    """The files cannot be used; ``findings`` lists every reason."""

    def __init__(self, findings: Collection[Finding]) -> None:
        """Keep the findings in the order of files and lines."""
        self.findings = tuple(sorted(set(findings)))
        count = len(self.findings)
        super().__init__(f"{count} problem{'s' if count > 1 else ''}:\n" + "\n".join(map(str, self.findings)))


@dataclass(slots=True)
class Report:
    """Collects findings while files are read."""

    root: Path
    findings: list[Finding] = field(default_factory=list)
    _unread: set[Path] = field(default_factory=set)

    def add(self, file: Path, line: int, message: str) -> None:
        """Note one thing that is wrong. Raises AuthoringError when there are too many to go on."""
        if file in self._unread:
            return
        name = file.relative_to(self.root) if file.is_relative_to(self.root) else file
        self.findings.append(Finding(name.as_posix(), line, message))
        if len(self.findings) == MOST_FINDINGS:
            self.findings.append(Finding("\N{HORIZONTAL ELLIPSIS}", 0, "there are more; mend these first"))
            self.close()

    def unread(self, file: Path) -> None:
        """Note nothing more of a file that could not be read: all of that would only follow from it."""
        self._unread.add(file)

    def stop_if_unread(self) -> None:
        """Raise AuthoringError if a file could not be read: where all others rest on it, their mistakes are none."""
        if self._unread:
            self.close()

    def at(self, place: Place, message: str) -> None:
        """Note what is wrong at a place."""
        self.add(place.file, place.line, message)

    def wrong(self, block: Block, key: str, message: str) -> None:
        """Note what is wrong with a key of a mapping, or with the mapping if it has no such key."""
        self.at(block.place(key), message)

    def close(self) -> None:
        """Raise AuthoringError if anything was noted."""
        if self.findings:
            raise AuthoringError(self.findings)


def hint(found: object, allowed: Collection[str]) -> str:
    """What is allowed, and what was probably meant."""
    names = list(allowed)
    if len(names) > _MOST_COMPARED:
        return f"allowed: {', '.join(names[:MOST])} and {len(names) - MOST} more"
    near = get_close_matches(str(found), names, 1)
    shown = names if len(names) <= MOST else get_close_matches(str(found), names, MOST, 0)
    more = f" and {len(names) - MOST} more" if len(names) > MOST else ""
    meant = f"; did you mean {near[0]!r}?" if near else ""
    if any(sign in str(found) for sign in _WIDE):
        meant = "; between the items of a list stands a common comma and a space, behind a key a common colon"
    return f"allowed: {', '.join(shown)}{more}{meant}"
