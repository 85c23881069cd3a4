"""For each group of changes the person nearest to the ordinary one who is told something else."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from checker.engine.compiling.witness import ordinary
from checker.engine.people.person import Person, read_person
from checker.engine.surveying.witnesses import NOBODY, witnesses

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence
    from datetime import date

    from checker.authoring.diff.compare import Change, Comparison, Kind

__all__ = ["Facts", "examples", "ordinary_person", "told_everybody"]

Facts = dict[str, Any]
"""The facts of one person, to be given to `decide` of either version."""


def examples(comparison: Comparison, change: Change, groups: Sequence[Sequence[Kind]]) -> dict[int, Facts]:
    """Somebody for each group of kinds, by its place: on the first day from the one asked about on that has one.

    Where only days before it have one, on the last of these. A group is left out if all whom the cells allow have dates
    that contradict each other.
    """
    people, d = comparison.common.people, comparison.common.people.diagrams
    wanted = {(kind.before, kind.after): number for number, kinds in enumerate(groups) for kind in kinds}
    later = [day for day in comparison.days if day >= comparison.on]
    before = [day for day in reversed(comparison.days) if day < comparison.on]
    found = witnesses(
        people,
        d.map(change.there, lambda pair: wanted.get(cast("tuple[str, str]", pair), NOBODY)),
        [*later, *before],
        {},
        ruled_out=(d.terminal(()),),
        base=lambda day: ordinary_person(comparison, day),
    )
    return {cast("int", number): facts for number, facts in islice(found, len(groups))}


def told_everybody(comparison: Comparison, change: Change) -> Hashable:
    """The pair that the ordinary person is told on the day asked about, if they are told something else at all."""
    people = comparison.common.people
    person = read_person(people.rulebook, ordinary_person(comparison, comparison.on))
    assert isinstance(person, Person), person  # noqa: S101 - what must be said is said
    cells = [cells[0] for cells in people.space.place(person)]
    return people.diagrams.walk(change.there, cells)


def ordinary_person(comparison: Comparison, day: date) -> Facts:
    """The person from whom on examples are looked for."""
    return ordinary(comparison.common.people.rulebook, day)
