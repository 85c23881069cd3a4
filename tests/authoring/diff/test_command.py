"""`python -m checker diff`: what it takes, and how it ends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from authoring.diff.towns import RULES, towns

from checker.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def sides(tmp_path: Path) -> list[str]:
    """Return two folders that differ in one rule."""
    old, new = towns(tmp_path / "old"), towns(tmp_path / "new")
    new.change(RULES, "when: {card: lost}", "when: {card: held}")
    return [str(old.root), str(new.root)]


@pytest.mark.parametrize(("arguments", "status"), [([], 0), (["--exit-code"], 1)])
def test_the_status_tells_of_changes_only_if_asked(
    arguments: list[str], status: int, sides: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", *sides, *arguments, "--on", "2026-11-22"]) == status
    assert "町 (town): 32 of 40 situations change" in capsys.readouterr().out
    assert main(["diff", sides[0], sides[0], *arguments]) == 0


def test_the_options_reach_the_report(sides: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--format", "json", "--insurer", "other", "--on", "2027-01-01", "--examples", "1", "--reasons"]
    assert main(["diff", *sides, *options]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["days"]["later_from"] == "2027-01-01"
    (insurer,) = told["insurers"]
    assert insurer["id"] == "other"
    examples = [change["example"] for change in insurer["topics"][0]["changes"]]
    assert [example is not None for example in examples] == [True, *[False] * (len(examples) - 1)]
    assert main(["diff", *sides, "--format", "markdown"]) == 0
    assert capsys.readouterr().out.startswith("### What changes for whom\n")


def test_an_example_can_be_given_to_decide(sides: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *sides, "--format", "json", "--on", "2026-11-22"]) == 0
    document = json.loads(capsys.readouterr().out)["insurers"][0]["topics"][0]
    assert document["topic"] == "document"
    people = [change["example"]["facts"] for change in document["changes"][:3]]
    assert {"insurer": "town", "on_date": "2026-11-22", "card": "held"} in people
    assert all(set(person) <= {"insurer", "on_date", "card", "needs", "has", "born"} for person in people)


def test_a_side_that_cannot_be_compared_ends_with_2(
    sides: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", *sides, "--insurer", "tow"]) == 2
    told = "--insurer tow: neither version knows it; allowed: town, other; did you mean 'town'?\n"
    assert capsys.readouterr() == ("", told)
    assert main(["diff", sides[0], str(tmp_path)]) == 2
    assert "a folder without rules.yaml" in capsys.readouterr().err
    third = towns(tmp_path / "third")
    third.change(RULES, "has: {kind: list, of: [paper]}", "has: {kind: choice, of: [paper]}")
    assert main(["diff", sides[0], str(third.root)]) == 2
    message = "town: fact 'has' is a list in the one and a choice in the other; give it another name\n"
    assert capsys.readouterr() == ("", message)


@pytest.mark.parametrize("wrong", [["--on", "2024-06-30"], ["--on", "today"], ["--examples", "0"], ["--format", "x"]])
def test_options_that_mean_nothing_are_refused(
    wrong: list[str], sides: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as raised:
        main(["diff", *sides, *wrong])
    assert raised.value.code == 2
    assert wrong[1] in capsys.readouterr().err
