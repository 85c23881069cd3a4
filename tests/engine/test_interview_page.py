"""The page asks what Python asks, in the same order, and stops where it stops."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING

import pytest
from engine.shipped_tables import FROM_DAY, node, table
from engine.visitors import walk
from rulebooks import INSURERS, book

from checker.engine.interview import GATE, Interview

if TYPE_CHECKING:
    from pathlib import Path

WALKS = 300


@pytest.mark.parametrize("insurer", INSURERS)
def test_the_page_asks_as_python_does(insurer: str, tmp_path: Path) -> None:
    random = Random(INSURERS.index(insurer))  # noqa: S311 - a repeatable choice, not a secret
    shipped = table(insurer)
    orders = {errand: tuple(order) for errand, order in shipped["orders"].items()}
    interview = Interview(book(insurer), orders, FROM_DAY)
    steps = [step for _ in range(WALKS) for step in walk(interview, random)]
    expected = [
        [page, interview.gate_rows(answers) if page == GATE else [], interview.facts(answers)]
        for answers, page in steps
    ]
    path = tmp_path / "table.json"
    path.write_text(json.dumps(shipped), encoding="utf-8")
    given = "".join(f"{json.dumps(answers)}\n" for answers, _ in steps)
    said = [
        json.loads(line) for line in node("interview_walks.mjs", given, str(path), FROM_DAY.isoformat()).splitlines()
    ]
    for (answers, _), page, python in zip(steps, said, expected, strict=True):
        assert page == python, json.dumps(answers)
    assert {page for _, page in steps} >= {GATE, "errand", "has", "lost_item", None}
