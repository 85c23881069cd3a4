"""The engine's door with any line: a decision or what is wrong with the line, as JSON that every program can read."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from fuzzing.mutate import any_json, changed_json, changed_text, some_text
from rulebooks import INSURERS, library

from checker.engine.door import open_door

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator

__all__ = ["lines"]


@contextmanager
def lines() -> Iterator[Callable[[random.Random], None]]:
    """Give what asks the door of an insurer about a line."""
    doors = {name: open_door(library().insurers[name].rulebook.to_json()) for name in INSURERS}
    facts = library().insurers["kiyose"].rulebook.facts

    def person(chance: random.Random, insurer: str) -> dict[str, Any]:
        told: dict[str, Any] = {"insurer": insurer, "on_date": "2026-11-22"}
        for fact in chance.sample(facts, chance.randrange(8)):
            value: Any = chance.choice(fact.values) if fact.values else chance.choice(("1950-01-01", 75, None))
            told[fact.id] = [value] if fact.kind == "list" else value
        return told

    def case(chance: random.Random) -> None:
        insurer = chance.choice(INSURERS)
        told = person(chance, insurer)
        ways: tuple[Callable[[], str], ...] = (
            lambda: json.dumps(told),
            lambda: json.dumps(changed_json(chance, told)),
            lambda: json.dumps(told | {chance.choice(facts).id: any_json(chance)}),
            lambda: changed_text(chance, json.dumps(told, ensure_ascii=False)),
            lambda: json.dumps(any_json(chance)),
            lambda: some_text(chance),
            lambda: "[" * chance.randrange(100_000),
        )
        line = chance.choice(ways)()
        door = doors[insurer]
        _check(door(line))
        if chance.random() < 0.05:
            _check(door.nearest(line))
            _check(door.calendar(line, chance.choice((None, "2027-01-01", some_text(chance)))))

    yield case


def _check(answer: str) -> None:
    answer.encode()
    json.loads(answer, parse_constant=_no_json)


def _no_json(name: str) -> None:
    message = f"{name} is no JSON"
    raise AssertionError(message)
