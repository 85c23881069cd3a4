"""`python -m checker summary`: one table of what there is of each insurer."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from rulebooks import INSURERS, ROOT, library
from written_cases import cases

from checker.authoring.statements import load_statements
from checker.authoring.summary import summaries
from checker.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_it_counts_what_is_there() -> None:
    found = {row.insurer: row for row in summaries(ROOT, library())}
    assert set(found) == set(INSURERS)
    for name, row in found.items():
        rules = library().insurers[name].rulebook.rules
        assert row.rules == len(rules)
        assert row.own == len([rule for rule in rules if rule.layer == "insurer"])
        assert row.cases == len(cases(name))
        assert min(row.exceptions, row.passages, row.cells, row.nodes) > 0
    told = load_statements(ROOT, library())
    assert {name: row.statements for name, row in found.items()} == {name: len(told.get(name, ())) for name in found}
    assert (found["other"].own, found["other"].statements) == (0, 0)
    assert found["kiyose"].left_out == 1


def test_it_prints_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summary"]) == 0
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.split()[:4] == ["insurer", "rules", "own", "exceptions"]
    assert [row.split()[0] for row in rows] == list(library().insurers)
    assert {len(row) for row in rows} == {len(head)}


def test_a_copy_without_tests_has_no_cases(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs" / "statements", tmp_path / "docs" / "statements")
    assert {row.cases for row in summaries(tmp_path, library())} == {0}
