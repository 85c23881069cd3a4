"""From cells back to somebody who could be: a person as they were said, changed so far that they are in other cells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from checker.engine.compiling.witness import facts_of
from checker.engine.people.person import Person, contradictions, read_person
from checker.engine.people.truth import holds
from checker.engine.surveying.other_days import on_other_days

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from checker.engine.compiling.compiled import Compiled

__all__ = ["Change", "change", "meanings", "near_of"]

Facts = dict[str, Any]
Step = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Change:
    """A person who was changed. ``said``: the facts that were, each as it is now, None where nothing is said any more.

    ``left_out``: what was said before and is left out now, since it has no meaning for them, or is told otherwise.
    """

    person: Person
    said: Facts
    left_out: tuple[str, ...]


def change(
    book: Compiled, facts: Mapping[str, Any], person: Person, steps: Sequence[Step], held: Collection[str]
) -> Change | None:
    """Somebody in other cells who does not contradict himself, his dates as near to those of the person as that allows.

    ``facts``: what was said of the person; ``steps``: each variable that changes, with its new cell; ``held``: the
    dates that impossibilities hold against other dates: several days of their cells are tried.
    """
    moved = {book.space.variables[number].fact for number, _ in steps}
    dates = {fact.id for fact in book.rulebook.facts if fact.kind == "date"} & moved
    near = {**facts, **{fact: near_of(person, fact).isoformat() for fact in dates}}
    found = facts_of(book.rulebook, book.space, near, steps)
    for other in on_other_days(book, person.on_date, found, steps, held):
        said, after = _read(book, person, other)
        if not contradictions(book.rulebook, after):
            left_out = [name for name, value in facts.items() if value is not None and name not in said.keys() | moved]
            now = {fact.id: said.get(fact.id) for fact in book.rulebook.facts if fact.id in moved}
            return Change(after, now, tuple(left_out))
    return None


def near_of(person: Person, fact: str) -> date:
    """The day to which a changed date is to be near: its own, of an age the first, else the day asked about."""
    value = person.values[fact]
    return value if isinstance(value, date) else value[0] if isinstance(value, tuple) else person.on_date


def _read(book: Compiled, before: Person, facts: Facts) -> tuple[Facts, Person]:
    """The facts without those that have lost their meaning, and whom they describe."""
    after = read_person(book.rulebook, facts)
    assert isinstance(after, Person), after  # noqa: S101 - made from facts that could be read
    had, has = meanings(book, before), meanings(book, after)
    lost = {fact for fact in has if had[fact] and has[fact] is False and facts.get(fact) is not None}
    if lost:
        return _read(book, before, {fact: value for fact, value in facts.items() if fact not in lost})
    return facts, after


def meanings(book: Compiled, person: Person) -> dict[str, bool | None]:
    """Whether a fact has a meaning for a person, for those that have one for some only; None: not known."""
    return {
        fact.id: holds(fact.applies, person.values, person.on_date)
        for fact in book.rulebook.facts
        if fact.applies is not None
    }
