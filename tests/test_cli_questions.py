"""`python -m checker questions`: the order of asking and its length, the same text every time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from checker.cli import main

if TYPE_CHECKING:
    import pytest

DAY = ("--on", "2026-11-21")


def test_it_tells_the_order_and_its_length_beside_the_optimum(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["questions", "other", *DAY]) == 0
    first = capsys.readouterr().out
    assert main(["questions", "other", *DAY]) == 0
    assert capsys.readouterr().out == first
    assert "other, on 2026-11-21" in first
    assert "errand at_desk: reader, brings, my_number_card" in first
    assert "optimum" in first
    assert "as written" in first


def test_it_tells_the_same_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["questions", "other", "--json", *DAY]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert set(told["topics"]) >= {"document", "care", "warnings"}
    for rows in told["errands"].values():
        assert rows["pages"]["ratio"] <= 1.05
        assert rows["pages"]["shipped"]["mean"] <= rows["questions"]["shipped"]["mean"]
    assert "gate" in told["errands"]["which_document"]["pages"]["order"]
    assert "gate" not in told["errands"]["which_document"]["questions"]["order"]


def test_an_insurer_that_is_not_there_is_told_with_those_that_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["questions", "kyose"]) == 1
    assert "did you mean 'kiyose'?" in capsys.readouterr().err
