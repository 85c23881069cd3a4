"""`words`: every name that files may use with what it is called, so that nobody has to look for it in rules.yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from authoring.trees import small_tree
from rulebooks import library

from checker.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def _said(capsys: pytest.CaptureFixture[str], *given: str) -> list[str]:
    assert main(["words", *given]) == 0
    return capsys.readouterr().out.splitlines()


def test_every_fact_value_id_and_term_stands_there(capsys: pytest.CaptureFixture[str]) -> None:
    told = {line.split()[0] for line in _said(capsys) if line.startswith(" ")}
    rules = library().files.rules
    values = {value for row in rules["facts"].values() for value in row.get("of", ()) if row.get("of") != "flag"}
    ids = {name for names in rules["ids"].values() for name in names}
    words = library().words.tree
    assert told == {
        *rules["facts"],
        *values,
        "true",
        "false",
        *ids,
        *words["places"],
        *words["papers"],
        *rules["terms"],
    }


def test_a_name_is_found_by_what_it_is_called_with_the_part_of_a_rule_where_it_stands(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert [line.split() for line in _said(capsys, "委任状")] == [
        ["papers,", "in", "`bring`"],
        ["letter_of_proxy", "委任状(代わりの人に頼む紙)"],
    ]
    assert [line.split()[0] for line in _said(capsys, "同じ世帯")] == ["facts,", "applicant", "same_household"]
    assert "    lost                           なくした" in _said(capsys, "my_number_card")


def test_what_an_insurer_has_of_its_own_stands_there_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tree = small_tree(tmp_path)
    monkeypatch.setattr("checker.commands.words.ROOT", tree.root)
    told = _said(capsys, "--insurer", "kiyose")
    at = told.index("of kiyose alone")
    assert [line for line in told[at:] if line.startswith("  kiyose-window-3 ")]
    assert "of kiyose alone" not in _said(capsys)


def test_what_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["words", "ファックス"]) == 1
    assert "what is this insurer's own is declared in its file" in capsys.readouterr().err
    assert main(["words", "--insurer", "kyose"]) == 1
    assert "did you mean 'kiyose'?" in capsys.readouterr().err
