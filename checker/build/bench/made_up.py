"""The people of whom the engine is asked, and the direct reading of the rules beside it: both are the tests' own."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.engine import decide

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.engine import Compiled

__all__ = [
    "FROM_DAY",
    "Facts",
    "known_people",
    "nobody_known",
    "people_of_all_kinds",
    "read_directly",
    "tests_importable",
]

Facts = dict[str, Any]

_TESTS = Path(__file__).resolve().parents[3] / "tests"
FROM_DAY = date(2026, 11, 21)
_SEED = 1


def people_of_all_kinds(book: Compiled, count: int) -> list[Facts]:
    """Return people as the tests make them: a third has unknown facts, some contradict themselves."""
    with tests_importable():
        made: list[Facts] = import_module("people").people(book, count, _SEED, from_day=FROM_DAY)
    return made


def known_people(book: Compiled, count: int) -> list[Facts]:
    """Return people of whom everything is known and who get an answer: the longest way through the engine."""
    made = people_of_all_kinds(book, 8 * count)
    known = [one for one in made if None not in one.values() and decide(book, one)["status"] == "decided"]
    return known[:count]


def nobody_known(book: Compiled) -> Facts:
    """Return the facts of somebody of whom nothing is known."""
    stated = {"insurer": book.rulebook.insurer, "on_date": FROM_DAY.isoformat()}
    asked = (fact for fact in book.rulebook.facts if fact.id not in stated and not fact.sensitive)
    return {**stated, **{fact.id: None for fact in asked}}


def read_directly(rulebook: str, people: Sequence[Facts]) -> None:
    """Answer from the rules themselves, condition by condition, as the tests' reference does."""
    with tests_importable():
        reference = import_module("engine.reference")
    rules = reference.read_rules(rulebook)
    for facts in people:
        one = reference.Reference(rules, facts)
        one.rows("impossible"), one.rows("scope")
        one.document, one.old_card(), one.care(), one.procedures(), one.warnings()


@contextmanager
def tests_importable() -> Iterator[None]:
    """Let what the tests share be imported meanwhile."""
    sys.path.insert(0, str(_TESTS))
    try:
        yield
    finally:
        sys.path.remove(str(_TESTS))
