"""The ways from one person to each other answer, the shortest first: through cells, then to somebody who is there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from heapq import merge
from itertools import combinations, islice
from typing import TYPE_CHECKING, Any, cast

from checker.engine.compiling.apart import bands_of, dates_apart, rows_apart
from checker.engine.compiling.reaches import Reaches, joined_names
from checker.engine.compiling.space import DateVariable
from checker.engine.compiling.witness import feasible
from checker.engine.deciding.partial import NEVER, OUT, found_answers, open_answers, real_answers
from checker.engine.deciding.situation import situate
from checker.engine.diagrams.paths import Paths
from checker.engine.otherwise.changes import change, meanings, near_of
from checker.engine.people.values import UNKNOWN
from checker.engine.surveying.everybody import wholes_contain_parts

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping

    from checker.engine.compiling.apart import Band
    from checker.engine.compiling.compiled import Compiled
    from checker.engine.diagrams.paths import Path, Step
    from checker.engine.otherwise.changes import Change
    from checker.engine.people.person import Person
    from checker.engine.rules.facts import Fact

__all__ = ["PARTS", "Other", "Ways", "of_part", "open_pairs"]

TRIES = 40
"""Ways to one answer that are tried; the first will do, unless three dates are held against each other."""

PARTS = {"document": "document", "care": "show"}
"""The parts of an answer, each with the diagram of what is compared of it."""


@dataclass(frozen=True, slots=True)
class Other:
    """Another answer of one part, the way to it, and whoever went that way, with the answers that are open to them."""

    part: str
    value: Hashable
    path: Path
    change: Change
    answers: list[Hashable]


def open_pairs(book: Compiled, person: Person) -> list[Hashable]:
    """The answers that are open to a person: pairs of document and ways, or that another insurer answers."""
    situation = situate(book, person)
    return found_answers(situation, real_answers(situation, open_answers(situation)))


def of_part(answer: Hashable, part: str) -> Hashable:
    """One part of such an answer."""
    return answer if answer == OUT else cast("tuple[str, str]", answer)[list(PARTS).index(part)]


def _is_unknown(fact: Fact, facts: Mapping[str, Any]) -> bool:
    """Whether somebody was asked, and did not know: who gets a new meaning for it knows no more."""
    raw = facts.get(fact.id)
    return fact.unknown if fact.id not in facts else raw is None or (isinstance(raw, str) and raw in fact.same_as_null)


class Ways:
    """From where one person stands."""

    def __init__(self, book: Compiled, facts: Mapping[str, Any], person: Person) -> None:
        self.book = book
        self.facts = facts
        self.person = person
        self.diagrams = book.diagrams
        self.dates = {v.fact: n for n, v in enumerate(book.space.variables) if isinstance(v, DateVariable)}
        meant = meanings(book, person)
        unknown = {
            fact for fact, has in meant.items() if has is False and _is_unknown(book.rulebook.by_fact[fact], facts)
        }
        self.kept = {fact for fact, has in meant.items() if not has} - unknown
        self.own = book.space.place(replace(person, values={**person.values, **dict.fromkeys(unknown, UNKNOWN)}))
        self.allowed = [
            self._allowed(number, cells) for number, cells in enumerate(feasible(book.space, person.on_date))
        ]
        self.rows = rows_apart(book.rulebook)
        self.held = {fact for row in self.rows for pair in row.pairs for fact in pair}
        self.meanings = self._meanings()
        self.starts = list(self._starts())

    def _allowed(self, number: int, cells: list[int]) -> list[int]:
        """The cells in which a variable may come to lie; nobody loses a birth date."""
        fact, own = self.book.rulebook.by_fact[self.book.space.variables[number].fact], self.own[number]
        if fact.sensitive:
            return own
        return [cell for cell in cells if cell in own or cell or not fact.everyone]

    def _starts(self) -> Iterator[tuple[Paths, int]]:
        """Where the ways begin, with what is impossible: where the person stands, first of all.

        A date that is held against another may have to move within its cell. That counts as a change too, so where it
        makes a difference the ways on which it does so begin outside all cells.
        """
        facts = [variable.fact for variable in self.book.space.variables]
        known = [fact for fact in self.dates if fact in self.held and isinstance(self.person.values[fact], date)]
        first = self._impossible(frozenset())
        for size in range(len(known) + 1):
            for moving in map(frozenset, combinations(known, size)):
                impossible = self._impossible(moving)
                if not moving or impossible != first:
                    own = [[] if fact in moving else cells for fact, cells in zip(facts, self.own, strict=True)]
                    yield Paths(self.diagrams, own, self.allowed, facts), impossible

    def _impossible(self, moving: Collection[str]) -> int:
        """Where somebody cannot be, as the names of what is impossible; ``moving``: dates that leave their day."""
        d, book = self.diagrams, self.book
        parts = d.map(wholes_contain_parts(book), lambda yes: () if yes is True else (NEVER,))
        names = d.apply(joined_names, book.sets["impossible"], parts)
        return self._restrict(d.apply(joined_names, names, dates_apart(book, self.rows, partial(self._bands, moving))))

    def _bands(self, moving: Collection[str], fact: str) -> list[Band]:
        value, on_date = self.person.values[fact], self.person.on_date
        if fact not in self.dates:
            return bands_of(None, value, on_date)
        number = self.dates[fact]
        variable = cast("DateVariable", self.book.space.variables[number])
        everywhere = bands_of(variable, UNKNOWN, on_date)
        if fact in moving:
            return everywhere
        return bands_of(variable, value, on_date) + [b for b in everywhere if b.cell not in self.own[number]]

    def _restrict(self, diagram: int) -> int:
        return self.diagrams.restrict(diagram, dict(enumerate(self.allowed)))

    def others(self, part: str, own: Collection[Hashable], most: int) -> tuple[list[Other], int]:
        """The nearest of the answers of a part that are not one's ``own``, and how many there are besides."""
        ways = [(paths, self._masked(PARTS[part], impossible)) for paths, impossible in self.starts]
        shortest: dict[Hashable, Path] = {}
        for paths, top in ways:
            for value, path in paths.nearest(top).items():
                shortest[value] = min(path, shortest.get(value, path))
        others = sorted(shortest.keys() - {*own, NEVER}, key=lambda value: (shortest[value], str(value)))
        found: list[Other] = []
        for value in others[:most]:
            ways_there = merge(*(self._ends(paths, top, value) for paths, top in ways))
            found.extend(islice(self._gone(part, value, islice(ways_there, TRIES)), 1))
        return found, len(others) - len(found)

    def _ends(self, paths: Paths, top: int, value: Hashable) -> Iterator[tuple[Path, tuple[Step, ...]]]:
        """The ways to a value, each with the cells to which it leads: of a date the nearest that will do."""
        for path in paths.to(top, value):
            steps = dict(path.steps)
            for number, cell in path.steps:
                for nearer in self._nearer(number, cell):
                    cells = [[steps[n]] if n in steps else list(own) for n, own in enumerate(paths.own)]
                    cells[number] = [nearer]
                    if nearer not in paths.own[number] and value in self.diagrams.open_values(top, cells):
                        steps[number] = nearer
                        break
            yield path, tuple(steps.items())

    def _nearer(self, number: int, cell: int) -> list[int]:
        """The cells of a date in which another day is nearer to its own than in this one, the nearest first."""
        variable = self.book.space.variables[number]
        if not isinstance(variable, DateVariable) or not cell:
            return []
        on_date = self.person.on_date
        near = near_of(self.person, variable.fact)
        away = {c: abs(variable.day_in(c, on_date, near) - near) for c in self.allowed[number] if c}
        return sorted((c for c in away if away[c] < away[cell]), key=lambda c: away[c])

    def _masked(self, name: str, impossible: int) -> int:
        """The diagram of an answer, where another insurer may answer and nobody may be."""
        d, top = self.diagrams, self._restrict(self.book.answers[name])
        answering = d.map(self._restrict(self.book.sets["scope"]), lambda names: names == ())
        there = d.map(impossible, lambda names: names == ())
        top = d.choose(there, d.choose(answering, top, d.terminal(OUT)), d.terminal(NEVER))
        for meant, cells in self.meanings.items():
            top = d.choose(meant, top, d.restrict(top, cells))
        return top

    def _meanings(self) -> dict[int, dict[int, list[int]]]:
        """Where facts have a meaning, and their cells elsewhere: left out, or as said without a meaning."""
        found: dict[int, dict[int, list[int]]] = {}
        for fact in reversed(self.book.rulebook.facts):
            if fact.applies is None or fact.sensitive:
                continue
            cells = {
                number: self.own[number] if fact.id in self.kept else variable.cells(fact.default, self.person.on_date)
                for number, variable in enumerate(self.book.space.variables)
                if variable.fact == fact.id
            }
            found.setdefault(self._restrict(Reaches(self.book).diagram(fact.applies)), {}).update(cells)
        return found

    def _gone(self, part: str, value: Hashable, ways: Iterable[tuple[Path, tuple[Step, ...]]]) -> Iterator[Other]:
        for path, steps in ways:
            made = change(self.book, self.facts, self.person, steps, self.held)
            if made:
                answers = open_pairs(self.book, made.person)
                if value in {of_part(answer, part) for answer in answers}:
                    yield Other(part, value, path, made, answers)
