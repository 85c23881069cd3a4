"""Whose a rule is, and where it stands: the files of the national layer and of each insurer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, cast

from checker.authoring.source import Block
from checker.engine.rules.rulebook import BESIDE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from checker.authoring.library import Files, Library
    from checker.authoring.source import Place
    from checker.authoring.verify.survey import Survey
    from checker.engine.rules.rulebook import Rule

__all__ = ["Owner", "Project", "everywhere", "national", "owner_of"]

Key = TypeVar("Key")
Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Project:
    """What is verified. ``surveys``: by the insurers' ids, in the order of the library."""

    library: Library
    root: Path
    day: date
    surveys: dict[str, Survey]

    @property
    def rules(self) -> list[tuple[str, Survey, Rule]]:
        """Each rule that is in force for an insurer, with that insurer's id."""
        return [(name, one, rule) for name, one in self.surveys.items() for rule in one.book.rulebook.rules]


@dataclass(frozen=True, slots=True)
class Owner:
    """``insurer``: whose file a rule stands in, "" for rules.yaml; ``rule``: as it is called there."""

    insurer: str
    rule: str
    place: Place


def owner_of(files: Files, insurer: str, rule: str, key: str = "") -> Owner:
    """Who has written a rule that is in force for an insurer, or, of a rule that the insurer changes, one key of it."""
    name = rule.removesuffix(BESIDE)
    for part in ("change", "rules") if rule == name else ():
        rows = files.insurers[insurer].get(part)
        if isinstance(rows, Block) and name in rows and (not key or part == "rules" or key in rows[name]):
            return Owner(insurer, name, _place(rows, name, key))
    return national(files, name, key)


def national(files: Files, rule: str, key: str = "") -> Owner:
    """The owner of a national rule as it stands in rules.yaml, whoever changes it."""
    return Owner("", rule, _place(files.rules["rules"], rule, key))


def _place(rows: Block, name: str, key: str) -> Place:
    return cast("Block", rows[name]).place(key) if key in rows[name] else rows.place(name)


def everywhere(rows: Iterable[tuple[Key, Told | None]]) -> dict[Key, Told]:
    """What is told of each key, where no row with the key is sound (None): of a national rule, at every insurer."""
    found: dict[Key, Told] = {}
    sound: set[Key] = set()
    for key, told in rows:
        if told is None:
            sound.add(key)
        else:
            found.setdefault(key, told)
    return {key: told for key, told in found.items() if key not in sound}
