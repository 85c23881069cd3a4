"""Everybody who can be: which combinations of cells somebody stands in, and what of that a part of the facts shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.engine.compiling.apart import bands_of, dates_apart, rows_apart
from checker.engine.compiling.space import DateVariable, MemberVariable
from checker.engine.compiling.witness import feasible
from checker.engine.people.values import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from checker.engine.compiling.apart import Apart
    from checker.engine.compiling.compiled import Compiled
    from checker.engine.diagrams.diagram import Diagrams

__all__ = ["everybody", "shown", "wholes_contain_parts"]


def everybody(book: Compiled, days: Iterable[date]) -> int:
    """Yes where somebody can be on one of these days, as far as dates and lists go.

    A date and the day asked about must go together, what a part contains its whole contains too, and no two dates lie
    so that an impossibility holds them apart. Other impossibilities are another matter.
    """
    d, rows = book.diagrams, rows_apart(book.rulebook)
    boxes = dict.fromkeys((tuple(map(tuple, feasible(book.space, day))), _apart(book, rows, day)) for day in days)
    result = d.no
    for box, apart in boxes:
        whole = d.yes
        for number in reversed(range(len(box))):
            inside = set(box[number])
            whole = d.node(number, tuple(whole if c in inside else d.no for c in range(d.sizes[number])))
        result = d.either(result, d.both(whole, d.map(apart, lambda names: names == ())))
    return d.both(result, wholes_contain_parts(book))


def _apart(book: Compiled, rows: list[Apart], day: date) -> int:
    """The names of the impossibilities that hold two dates apart, whatever day each of them is in its cell."""
    variables = {v.fact: v for v in book.space.variables if isinstance(v, DateVariable)}
    return dates_apart(book, rows, lambda fact: bands_of(variables.get(fact), UNKNOWN, day))


def wholes_contain_parts(book: Compiled) -> int:
    """Yes where each list contains what a part of it contains."""
    d, facts = book.diagrams, book.rulebook.by_fact
    lists = [(n, v) for n, v in enumerate(book.space.variables) if isinstance(v, MemberVariable)]
    result = d.yes
    for number, part in lists:
        whole = facts[part.fact].part_of
        if not whole:
            continue
        around = [(n, v.members) for n, v in lists if v.fact == whole]
        told = {member for _, members in around for member in members}
        if any(member not in told for member in part.members):
            continue
        contained = d.test(number, [0])
        for n, members in around:
            if not set(members).isdisjoint(part.members):
                contained = d.either(contained, d.test(n, [1]))
        result = d.both(result, contained)
    return result


def shown(diagrams: Diagrams, diagram: int, kept: Collection[int]) -> int:
    """Yes where some cells of the variables that are not kept make a yes/no diagram true."""
    memo: dict[int, int] = {}

    def go(n: int) -> int:
        if n < 0:
            return n
        if n not in memo:
            variable, children = diagrams.nodes[n]
            found = [go(child) for child in dict.fromkeys(children)] if variable not in kept else []
            if found:
                result = diagrams.no
                for one in found:
                    result = diagrams.either(result, one)
            else:
                result = diagrams.node(variable, tuple(map(go, children)))
            memo[n] = result
        return memo[n]

    return go(diagram)
