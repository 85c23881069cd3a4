"""For each value that a diagram can have, the person nearest to the ordinary one who gets it."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

from checker.engine.compiling.apart import rows_apart
from checker.engine.compiling.witness import facts_of, feasible, ordinary
from checker.engine.deciding.situation import situate
from checker.engine.diagrams.paths import Paths
from checker.engine.people.person import Person, contradictions, read_person
from checker.engine.surveying.other_days import on_other_days

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

    from checker.engine.compiling.compiled import Compiled

__all__ = ["NOBODY", "masked", "witnesses"]

Facts = dict[str, Any]

NOBODY = "nobody is in this situation, or another insurer answers"
"""The value of a masked diagram where somebody cannot be."""

TRIES = 40
"""Paths to one value that are tried: on some of them two dates do not go together, which no diagram knows."""


def masked(book: Compiled, top: int, ruled_out: Iterable[int]) -> int:
    """A diagram with `NOBODY` wherever one of the diagrams of names, such as ``sets["impossible"]``, has a name."""
    for names in ruled_out:
        top = book.diagrams.apply(lambda value, found: value if found == () else NOBODY, top, names)
    return top


def witnesses(  # noqa: PLR0913 - what is looked for, where, and from whom on
    book: Compiled,
    top: int,
    days: Iterable[date],
    given: Mapping[int, Sequence[int]],
    *,
    ruled_out: Sequence[int] = (),
    base: Callable[[date], Facts] | None = None,
) -> Iterator[tuple[Hashable, Facts]]:
    """Yield each value of a diagram with a person who gets it, on the first of these days on which there is one.

    ``given``: the cells to which a variable is confined; ``ruled_out``: diagrams of names, none of which may hold, and
    then nothing else may contradict itself either; ``base``: from whom on the fewest facts change, on a day; the
    ordinary person if it is left out. Its facts must be known.
    """
    top = masked(book, top, ruled_out)
    seen: set[Hashable] = {NOBODY}
    for day in days:
        start = base(day) if base else ordinary(book.rulebook, day)
        paths = _paths(book, start, day, given)
        for value in book.diagrams.outcomes(book.diagrams.restrict(top, dict(enumerate(paths.allowed)))):
            if value not in seen:
                facts = _first(book, top, value, paths, start, contradicting=not ruled_out)
                if facts is not None:
                    seen.add(value)
                    yield value, facts


def _paths(book: Compiled, start: Facts, day: date, given: Mapping[int, Sequence[int]]) -> Paths:
    allowed = feasible(book.space, day)
    for number, cells in given.items():
        allowed[number] = [cell for cell in allowed[number] if cell in cells]
    facts = [variable.fact for variable in book.space.variables]
    return Paths(book.diagrams, book.space.place(_read(book, start)), allowed, facts)


def _read(book: Compiled, facts: Facts) -> Person:
    person = read_person(book.rulebook, facts)
    assert isinstance(person, Person), person  # noqa: S101 - made of what could be read before
    return person


def _first(  # noqa: PLR0913 - what is looked for, and from whom on
    book: Compiled, top: int, value: Hashable, paths: Paths, start: Facts, *, contradicting: bool
) -> Facts | None:
    held = {fact for row in rows_apart(book.rulebook) for pair in row.pairs for fact in pair}
    for path in islice(paths.to(top, value), TRIES):
        found = facts_of(book.rulebook, book.space, start, path.steps)
        for facts in on_other_days(book, date.fromisoformat(start["on_date"]), found, path.steps, held):
            person = _read(book, facts)
            goes_together = contradicting or not contradictions(book.rulebook, person)
            if goes_together and situate(book, person).values(top) == [value]:
                return facts
    return None
