"""Deciding is a pure function: it changes nothing, looks at no clock, and leaves nothing behind.

A worker in a browser and a long list on the command line ask one compiled rulebook again and again. (What the engine
may import is held by `tests/test_house_rules.py`.)
"""

from __future__ import annotations

import ast
import copy
import json
from itertools import islice
from random import Random
from typing import TYPE_CHECKING

import pytest
from engine.known_people import FROM_DAY, known_people
from people import people
from rulebooks import INSURERS, ROOT, book, library

from checker.engine import Compiled, compile_rulebook, decide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.known_people import Facts

OUTSIDE = {"today", "now", "utcnow", "open", "print", "input", "eval", "exec", "getenv"}


def _hardly_known(compiled: Compiled, count: int) -> Iterator[Facts]:
    """Yield people of whom most facts are open."""
    random = Random(1)  # noqa: S311 - a repeatable choice, not a secret
    names = sorted({v.fact for v in compiled.space.variables} - {"on_date"})
    for facts in islice(known_people(compiled, 1), count):
        yield facts | {name: None for name in names if random.random() < 0.8}


@pytest.mark.parametrize("insurer", ["health-society", "kiyose"])
def test_a_rulebook_that_has_decided_a_lot_holds_no_more_than_when_it_was_compiled(insurer: str) -> None:
    compiled = compile_rulebook(library().insurers[insurer].rulebook)
    before = len(compiled.diagrams.nodes), len(compiled.diagrams.values)
    for facts in _hardly_known(compiled, 30):
        decide(compiled, facts)
    assert (len(compiled.diagrams.nodes), len(compiled.diagrams.values)) == before


@pytest.mark.parametrize("insurer", INSURERS)
def test_the_same_facts_get_the_same_decision_whoever_was_asked_about_before(insurer: str) -> None:
    fresh = compile_rulebook(library().insurers[insurer].rulebook)
    asked = people(book(insurer), 40, 17, from_day=FROM_DAY)
    forward = [json.dumps(decide(book(insurer), facts)) for facts in asked]
    backward = [json.dumps(decide(fresh, facts)) for facts in reversed(asked)]
    assert forward == backward[::-1]


def test_facts_are_left_as_they_were() -> None:
    for facts in people(book("kiyose"), 100, 18, from_day=FROM_DAY):
        given = copy.deepcopy(facts)
        decision = decide(book("kiyose"), facts)
        decision["problems"].clear()
        decision["possible"].clear()
        assert facts == given


def test_a_decision_can_be_changed_without_changing_the_next() -> None:
    facts = {"insurer": "kiyose", "on_date": "2026-11-21", "my_number_card": "none"}
    decision = decide(book("kiyose"), facts)
    expected = copy.deepcopy(decision)
    decision["document"]["issued"].clear()
    decision["care"]["show"].clear()
    decision["warnings"].append("another")
    assert decide(book("kiyose"), facts) == expected


def test_the_engine_names_no_clock_and_no_way_out() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {name}"
        for path in sorted((ROOT / "checker" / "engine").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and (name := ast.unparse(node.func).rpartition(".")[2]) in OUTSIDE
    ]
    assert wrong == []
