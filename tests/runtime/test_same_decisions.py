"""The engine decides under the shipped Pyodide, on its pruned library, what it decides under CPython."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from people import people
from rulebooks import INSURERS
from written_cases import cases

from checker.engine import compile_rulebook
from checker.engine.door import open_door

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtime.conftest import Asked, Ran, Shipped

    from checker.authoring import Library
    from checker.engine.door import Door

PEOPLE = 2000
BESIDE = 120
OTHERWISE = (("nearest",), ("calendar", "2036-12-31"))
FROM_DAY = date(2026, 11, 21)

STATED = {"my_number_card": "held", "registration": "registered", "on_date": "2026-11-21"}
ODD_LINES = {
    "decided": json.dumps({"insurer": "kiyose", **STATED}),
    "needs_facts": json.dumps({"insurer": "kiyose", **STATED, "my_number_card": None}),
    "contradiction": json.dumps({"insurer": "kiyose", **STATED, "my_number_card": "none"}),
    "out_of_scope": json.dumps({"insurer": "kiyose", **STATED, "on_date": "2024-06-30"}),
    "unknown fact": json.dumps({"insurer": "kiyose", **STATED, "shoe_size": 27}),
    "unknown value": json.dumps({"insurer": "kiyose", **STATED, "reader": "maybe"}),
    "another insurer": json.dumps({"insurer": "nowhere", **STATED}),
    "twice the same key": '{"insurer": "kiyose", "insurer": "kiyose"}',
    "not an object": "[1, 2]",
    "not JSON": "{broken",
    "empty": "",
    "a lone surrogate": r'{"insurer": "\ud800"}',
    "a huge number": '{"age": ' + "9" * 5000 + "}",
    "nested": "[" * 100 + "]" * 100,
}


def _case_lines() -> Iterator[Asked]:
    for insurer in INSURERS:
        for case in cases(insurer):
            yield insurer, json.dumps(case["facts"])


def _random_lines(library: Library, count: int = PEOPLE) -> Iterator[Asked]:
    share = -(-count // len(library.insurers))
    for seed, (name, insurer) in enumerate(library.insurers.items()):
        book = compile_rulebook(insurer.rulebook)
        for facts in people(book, share, seed, from_day=FROM_DAY):
            yield name, json.dumps(facts)


@pytest.fixture(scope="module")
def asked(library: Library) -> dict[str, list[Asked]]:
    return {
        "cases": list(_case_lines()),
        "people": list(_random_lines(library)),
        "odd lines": [("kiyose", line) for line in ODD_LINES.values()],
        "what else is asked": [(*one, *beside) for one in _random_lines(library, BESIDE) for beside in OTHERWISE],
    }


@pytest.fixture(scope="module")
def ran(shipped: Shipped, books: dict[str, str], asked: dict[str, list[Asked]]) -> Ran:
    """Return what one boot of Pyodide says to everything asked here."""
    return shipped.run(books, [line for lines in asked.values() for line in lines])


def _said(door: Door, line: str, beside: str = "__call__", *more: str) -> str:
    answer: str = getattr(door, beside)(line, *more)
    return answer


@pytest.mark.parametrize("group", ["cases", "people", "odd lines", "what else is asked"])
def test_pyodide_says_what_cpython_says(
    group: str, ran: Ran, books: dict[str, str], asked: dict[str, list[Asked]]
) -> None:
    doors = {insurer: open_door(rulebook) for insurer, rulebook in books.items()}
    answers = dict(zip((line for lines in asked.values() for line in lines), ran.answers, strict=True))
    assert len(asked[group]) > 0
    different = [
        f"{line[:300]} {beside}\n  CPython {expected[:500]}\n  Pyodide {answers[insurer, line, *beside][:500]}"
        for insurer, line, *beside in asked[group]
        if answers[insurer, line, *beside] != (expected := _said(doors[insurer], line, *beside))
    ]
    assert not different, f"{len(different)} differ, the first:\n{different[0]}"


def test_every_status_was_reached(ran: Ran) -> None:
    statuses = {json.loads(answer)["status"] for answer in ran.answers}
    assert statuses == {"decided", "needs_facts", "contradiction", "out_of_scope", "invalid"}
