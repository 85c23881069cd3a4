"""`python -m checker statements`: the coverage in words and as JSON."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from rulebooks import INSURERS

from checker.cli import main

if TYPE_CHECKING:
    import pytest


def test_it_counts_what_every_insurer_has(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["statements"]) == 0
    said = capsys.readouterr().out
    assert "kiyose: 42 statements, 41 with a home, 1 left out for a written reason" in said
    assert "omitted 001-41" in said
    assert "settled 003-18" in said
    counts = re.findall(r"^[\w-]+: (\d+) statements, ", said, re.MULTILINE)
    assert len(counts) == len(INSURERS)
    assert int(counts.pop()) == sum(map(int, counts)) >= 192


def test_one_insurer_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["statements", "gamagori", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told) == ["gamagori"]
    rows = {row["id"]: row for row in told["gamagori"]}
    assert rows["004-41"]["passages"] == ["ambulance"]
    assert rows["004-41"]["locators"] == ["マイナ救急について"]
    assert "settled" in rows["004-37"]


def test_an_insurer_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["statements", "gamagory"]) == 1
    assert "no insurer with a document is called 'gamagory'; allowed: " in capsys.readouterr().err
