"""The situations that a picture claims to cover, and a diagram of what it tells in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from checker.engine.compiling.space import ChoiceVariable, DateVariable, MemberVariable
from checker.engine.compiling.witness import feasible
from checker.engine.diagrams.matters import NEVER
from checker.pages.pictures.topics import ELSEWHERE

if TYPE_CHECKING:
    from collections.abc import Hashable
    from datetime import date

    from checker.engine import Compiled
    from checker.engine.compiling.space import Variable
    from checker.engine.rules.facts import Fact
    from checker.pages.pictures.topics import Topic

__all__ = ["Field", "field_of"]

_AGES = frozenset({"age", "birth_date"})


@dataclass(frozen=True)
class Field:
    """What is asked of whom: `cells` has those of each variable that the picture covers; `top` is what it tells.

    Nothing is told (`NEVER`) where nobody can be. Where a question has no meaning, its answer makes no difference.
    """

    book: Compiled
    topic: Topic
    day: date
    cells: tuple[tuple[int, ...], ...]
    top: int


def field_of(book: Compiled, topic: Topic, day: date) -> Field:
    """Return the field of a topic on a day; it makes nodes, so keep them in the scratch of the diagrams."""
    can_be = feasible(book.space, day)
    facts = book.rulebook.by_fact
    variables = zip(book.space.variables, can_be, strict=True)
    cells = tuple(tuple(_cells(topic, facts[one.fact], one, able, day)) for one, able in variables)
    kept = dict(enumerate(cells))
    d = book.diagrams
    told = d.terminal(())
    for part in topic.parts(book):
        told = d.apply(_also, told, d.restrict(part, kept))
    top = d.map(told, lambda values: topic.seen(book, cast("tuple[Any, ...]", values)))
    elsewhere = d.map(d.restrict(book.sets["scope"], kept), lambda names: _elsewhere(book, names))
    top = d.apply(lambda out, seen: seen if out == "" else out, elsewhere, top)
    top = d.apply(lambda names, seen: seen if names == () else NEVER, d.restrict(book.sets["impossible"], kept), top)
    return Field(book, topic, day, cells, _where_meant(book, topic, day, kept, top))


def _also(before: Hashable, value: Hashable) -> Hashable:
    return (*cast("tuple[Hashable, ...]", before), value)


def _elsewhere(book: Compiled, names: Hashable) -> str:
    facts = {fact for row in book.rulebook.scope if row.id in cast("tuple[str, ...]", names) for fact in row.facts}
    return "" if names == () else ELSEWHERE[bool(facts & _AGES)]


def _cells(topic: Topic, fact: Fact, variable: Variable, can_be: list[int], day: date) -> list[int]:
    """Everybody has a birthday: a date that is asked is stated; and what is not asked has its default."""
    members = dict(topic.of_lists).get(fact.id)
    asked = fact.id in topic.asked
    match variable:
        case MemberVariable():
            return [0, 1] if asked and (members is None or set(members) & set(variable.members)) else [0]
        case ChoiceVariable():
            return can_be if asked else variable.cells(fact.default, day)
        case DateVariable():
            return [cell for cell in can_be if cell] if asked else [0]
    return can_be


def _where_meant(book: Compiled, topic: Topic, day: date, kept: dict[int, tuple[int, ...]], top: int) -> int:
    """As it is, and with the default of each fact where that has no meaning."""
    d = book.diagrams
    for fact in reversed(topic.asked):
        if fact not in book.meant:
            continue
        declared = book.rulebook.by_fact[fact]
        default = frozenset[str]() if declared.kind == "list" else declared.default
        numbers = enumerate(book.space.variables)
        own = {n: variable.cells(default, day) for n, variable in numbers if variable.fact == fact}
        top = d.choose(d.restrict(book.meant[fact], kept), top, d.restrict(top, own))
    return top
