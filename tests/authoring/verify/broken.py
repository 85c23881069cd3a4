"""A small project with one thing wrong, and the flaws that come of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from authoring.trees import INSURER

from checker.authoring import load_library
from checker.authoring.verify import Flaw, verify

if TYPE_CHECKING:
    from authoring.trees import Tree

__all__ = ["DAY", "Broken", "is_at", "known"]

DAY = date(2026, 11, 22)


@dataclass
class Broken:
    """A project, and the flaws that it had before anything was changed: what only other insurers use."""

    tree: Tree
    before: frozenset[tuple[str, str, str]]

    def rule(self, *lines: str) -> int:
        """Write a rule of the insurer's own, and return where it stands."""
        return self.tree.after(INSURER, "\nrules:", "\n".join(lines))

    def told(self, day: date = DAY) -> list[Flaw]:
        """Return the flaws that have come to it."""
        found = verify(load_library(self.tree.root), self.tree.root, day)
        return [flaw for flaw in found if known(flaw) not in self.before]

    def only(self, day: date = DAY) -> Flaw:
        """Return the one flaw that has come to it."""
        told = self.told(day)
        assert len(told) == 1, "\n".join(map(str, told))
        return told[0]


def known(flaw: Flaw) -> tuple[str, str, str]:
    return flaw.file, flaw.kind, flaw.message


def is_at(flaw: Flaw, file: str, line: int, kind: str) -> None:
    assert (flaw.file, flaw.line, flaw.kind) == (file, line, kind), str(flaw)
