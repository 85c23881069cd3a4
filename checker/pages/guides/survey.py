"""Every insurer is asked about every case, once for all languages; equal answers are one.

Insurers whose rules are alike are asked once. Knows ids, no words.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from checker.authoring.likeness import shape_of
from checker.pages.decisions import open_desk
from checker.pages.guides.parts import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from checker.authoring import Insurer, Library
    from checker.pages.decisions import Decision
    from checker.pages.guides.plan import Case, Plan

__all__ = ["Group", "Survey", "Teller", "survey"]


class Teller(NamedTuple):
    """An insurer that answers so, who says it, and by which passages."""

    insurer: str
    basis: str
    passages: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """One answer, as a decision that has it, and all insurers that give it."""

    decision: Decision
    tellers: list[Teller] = field(default_factory=list)


class _Asked(NamedTuple):
    seen: str
    decision: Decision
    basis: str
    passages: tuple[str, ...]


@dataclass(frozen=True)
class Survey:
    """The answers; `today` is the day for which they were given, `size` how many insurers gave them."""

    today: date
    size: int
    _groups: dict[tuple[str, str], dict[str, Group]]

    def rows(self, cases: Sequence[Case], parts: Sequence[str]) -> list[list[Case]]:
        """Return the cases in order, neighbours together where all insurers answer alike by the same passages."""
        rows: list[list[Case]] = []
        for case in cases:
            if rows and all(self._told(case, part) == self._told(rows[-1][0], part) for part in parts):
                rows[-1].append(case)
            else:
                rows.append([case])
        return rows

    def _told(self, case: Case, part: str) -> dict[str, list[Teller]]:
        return {seen: group.tellers for seen, group in self._groups[_key(case, self.today), part].items()}

    def groups(self, case: Case, part: str) -> Sequence[Group]:
        """Return the different answers to a case, the one of most insurers first."""
        found = self._groups[_key(case, self.today), part].values()
        return sorted(found, key=lambda group: -len(group.tellers))


def survey(library: Library, today: date, plans: Iterable[Plan]) -> Survey:
    """Ask all insurers whose answers are published all that the plans show."""
    asked = {
        (_key(case, today), part): case
        for plan in plans
        for section in plan.sections
        for case in section.cases
        for part in section.columns
    }
    told: dict[tuple[str, str], dict[str, Group]] = {key: {} for key in asked}
    published = [one for one in library.insurers.values() if one.status == "published"]
    known: dict[str, tuple[str, list[_Asked]]] = {}
    for insurer in published:
        shape = shape_of(insurer.rulebook)
        if shape not in known:
            known[shape] = insurer.id, _ask(insurer, today, asked)
        first, answers = known[shape]
        for key, (seen, decision, basis, passages) in zip(asked, answers, strict=True):
            own = tuple(_renamed(one, first, insurer.id) for one in passages)
            told[key].setdefault(seen, Group(decision)).tellers.append(Teller(insurer.id, basis, own))
    return Survey(today, len(published), told)


def _ask(insurer: Insurer, today: date, asked: dict[tuple[str, str], Case]) -> list[_Asked]:
    desk = open_desk(insurer, today)
    answers = []
    for (_, name), case in asked.items():
        part, decision = PARTS[name], desk.decide(case.facts_on(today))
        seen = json.dumps(part.seen(decision), sort_keys=True)
        answers.append(_Asked(seen, decision, part.told_by(decision), tuple(part.passages(desk, decision))))
    return answers


def _key(case: Case, today: date) -> str:
    return json.dumps(case.facts_on(today), sort_keys=True)


def _renamed(passage: str, first: str, insurer: str) -> str:
    own = f"{first}/"
    return f"{insurer}/{passage.removeprefix(own)}" if passage.startswith(own) else passage
