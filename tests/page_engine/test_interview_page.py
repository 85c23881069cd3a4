"""The page asks what Python asks, in the same order, and stops where it stops."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from engine.asking_books import asking_books
from engine.small_books import DAYS
from engine.visitors import walk
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from page_engine.shipped_tables import FROM_DAY, node, table
from rulebooks import INSURERS, book

from checker.build.table import make_table
from checker.engine import Compiled, Rulebook, compile_rulebook
from checker.engine.asking.interview import GATE, Interview

if TYPE_CHECKING:
    from datetime import date

WALKS = 100
FEW = settings(max_examples=20, phases=[Phase.explicit, Phase.generate], deadline=None)
"""A rulebook is a large example: searching for the smallest that fails would take minutes."""


def _compare(compiled: Compiled, shipped: dict[str, Any], day: date, walks: int, seed: int) -> set[str | None]:
    """Walk through the interview of both, and return the pages that were seen."""
    random = Random(seed)  # noqa: S311 - a repeatable choice, not a secret
    orders = {errand: tuple(order) for errand, order in shipped["orders"].items()}
    interview = Interview(compiled, orders, day)
    steps = [step for _ in range(walks) for step in walk(interview, random)]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "table.json"
        path.write_text(json.dumps(shipped), encoding="utf-8")
        lines = "".join(f"{json.dumps(answers)}\n" for answers, _ in steps)
        said = node("interview_walks.mjs", lines, str(path), day.isoformat()).splitlines()
    for (answers, page), line in zip(steps, said, strict=True):
        rows = interview.gate_rows(answers) if page == GATE else []
        assert json.loads(line) == [page, rows, interview.facts(answers)], json.dumps(answers)
    return {page for _, page in steps}


@pytest.mark.parametrize("insurer", INSURERS)
def test_the_page_asks_as_python_does(insurer: str) -> None:
    seen = _compare(book(insurer), table(insurer), FROM_DAY, WALKS, INSURERS.index(insurer))
    assert seen >= {GATE, "errand", "has", "lost_item", None}


@FEW
@given(asking_books(), st.integers(0, 1000))
def test_the_page_asks_as_python_does_whatever_the_rules(rulebook: Rulebook, seed: int) -> None:
    compiled = compile_rulebook(rulebook)
    _compare(compiled, json.loads(json.dumps(make_table(compiled, DAYS[1]))), DAYS[1], 20, seed)
