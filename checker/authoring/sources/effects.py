"""What rests on a passage: the rules that name it, each with the situations in which it applies, and the contacts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from checker.engine import compile_rulebook
from checker.engine.compiling.witness import feasible
from checker.engine.diagrams.counting import counts
from checker.engine.surveying.witnesses import NOBODY, masked, witnesses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from checker.authoring.library import Library
    from checker.engine import Compiled

__all__ = ["Effect", "Effects", "effects_of"]


@dataclass(frozen=True, slots=True)
class Effect:
    """A rule that rests on a passage, and the insurer for whom it holds.

    ``applies`` of ``situations`` that somebody can be in on the day asked about; ``example``: the facts of the most
    ordinary person of them, None where there is nobody.
    """

    insurer: str
    rule: str
    applies: int
    situations: int
    example: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Effects:
    """All that rests on a passage; ``contacts`` by their names, ``scope``: rows on whom the document is not for."""

    rules: tuple[Effect, ...]
    contacts: tuple[str, ...]
    scope: tuple[str, ...] = ()


def effects_of(library: Library, day: date) -> Callable[[str], Effects]:
    """A function from the id of a passage to all that rests on it, on a day; rulebooks are compiled when needed."""

    @cache
    def compiled(insurer: str) -> Compiled:
        return compile_rulebook(library.insurers[insurer].rulebook)

    @cache
    def effects(passage: str) -> Effects:
        rules = tuple(_effect(compiled(insurer), rule, day) for insurer, rule in _resting(library, passage))
        contacts = (one for insurer in library.insurers.values() for one in insurer.contacts)
        rows = (row for insurer in library.insurers.values() for row in insurer.rulebook.scope)
        scope = tuple(row.id for row in rows if passage in row.passages)
        return Effects(rules, tuple(one.name for one in contacts if passage in one.passages), scope)

    return effects


def _resting(library: Library, passage: str) -> Iterator[tuple[str, str]]:
    for insurer in library.insurers.values():
        for rule in insurer.rulebook.rules:
            if passage in rule.passages:
                yield insurer.id, rule.id


def _effect(book: Compiled, rule: str, day: date) -> Effect:
    top, out = book.reaches[rule], [book.sets["impossible"], book.sets["scope"]]
    found = counts(book.diagrams, masked(book, top, out), feasible(book.space, day))
    people = dict(witnesses(book, top, [day], {}, ruled_out=out))
    return Effect(
        insurer=book.rulebook.insurer,
        rule=rule,
        applies=found[True],
        situations=sum(found.values()) - found[NOBODY],
        example=people.get(True),
    )
