"""`make cases`: what is wrong with a file of cases has its line; where the rules disagree, what they say is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rulebooks import ROOT, library
from told_cases import __main__ as told_cases
from told_cases.forms import read_rows
from written_cases import own_cases

from checker.authoring import AuthoringError

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """- id: KI01
  locator: 問1
  why: なくした
"""
FACTS = "  facts: {insurer: kiyose, on_date: 2026-11-22, my_number_card: lost}\n"
EXPECT = "  expect: {issued: [eligibility_certificate], route: application}\n"
WITHIN = "  expect: {{{}}}\n"
MISTAKES = {
    "a number twice": (HEAD + FACTS + EXPECT + HEAD + FACTS + EXPECT, 6, "called 'KI01' already, in line 1"),
    "another insurer": (HEAD + FACTS.replace("kiyose", "kyose") + EXPECT, 4, "write `insurer: kiyose`"),
    "a day of ours": (HEAD + FACTS.replace("2026-11-22", "令和8年11月22日") + EXPECT, 4, "write it as 2026-11-22"),
    "a route": (HEAD + FACTS + EXPECT.replace("application", "aplication"), 5, "did you mean 'application'?"),
    "a key": (HEAD + FACTS + EXPECT.replace("issued", "isued"), 5, "`expect` has no key 'isued'"),
    "a document": (HEAD + FACTS + EXPECT.replace("eligibility_", ""), 5, "'certificate' is none of the documents"),
    "a route within": (HEAD + FACTS + WITHIN.format("documents: {limit_certificate: {route: by}}"), 5, "'by' is none"),
    "a medium": (HEAD + FACTS + WITHIN.format("procedures: {suspend_card: {medium: [fax]}}"), 5, "in `media`, of the"),
    "nothing expected": (HEAD + FACTS, 1, "the case KI01 needs expect"),
    "no case": ("- なくした\n", 1, "a case is a mapping with id, locator"),
    "no list": ("id: KI01\n", 1, "a list was expected (lines that begin with `- `)"),
    "no YAML": (HEAD.replace("why: ", "why：") + FACTS + EXPECT, 3, "write `why: `, with a space behind it"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_of_form_is_told_with_its_line(mistake: str, tmp_path: Path) -> None:
    text, line, told = MISTAKES[mistake]
    file = tmp_path / "kiyose.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(AuthoringError) as error:
        read_rows(file, library())
    assert [(found.line, told in found.message) for found in error.value.findings] == [(line, True)], error.value


def test_a_case_with_which_the_rules_disagree_is_told_with_what_they_say(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (case,) = [one for one in own_cases("kiyose") if one["id"] == "KI01"]
    facts = {"insurer": "kiyose", "on_date": "2026-11-22", "my_number_card": "lost"}
    spoilt = {**case, "facts": facts, "expect": {"issued": [], "procedures": {"cancel_registration": {}}}}
    monkeypatch.setattr(told_cases, "cases", lambda _: [spoilt])
    monkeypatch.setattr(told_cases, "own_cases", lambda _: [spoilt])
    assert told_cases.main(["kiyose"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith(f"tests/cases/kiyose.yaml:{_line_of('KI01')}: KI01 (")
    assert told[1].strip() == "of on_date: 2026-11-22, my_number_card: lost"
    assert told[2].startswith("    issued: expected [], found eligibility_certificate (route application")
    assert told[3].startswith('    procedures: expected {"cancel_registration": {}}, found apply_certificate')
    assert told[-1] == "1 cases of its own and 0 of all insurers; the rules disagree with 1"


def test_a_case_of_all_insurers_is_told_with_what_to_do_where_the_document_says_otherwise(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (case,) = [one for one in own_cases("everybody") if one["id"] == "EV002"]
    spoilt = {**case, "facts": {"insurer": "kiyose", **case["facts"]}, "expect": {"issued": []}}
    monkeypatch.setattr(told_cases, "cases", lambda _: [spoilt])
    monkeypatch.setattr(told_cases, "own_cases", lambda _: [])
    assert told_cases.main(["kiyose"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith(f"tests/cases/everybody.yaml:{_line_of('EV002', 'everybody')}: EV002 (")
    assert told[-1].startswith("name kiyose under `unless` of that case")


def test_cases_with_which_the_rules_agree_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert told_cases.main(["kiyose"]) == 0
    assert capsys.readouterr().out.endswith(" of all insurers; the rules agree with all\n")


@pytest.mark.parametrize(("names", "told"), [([], "is no insurer"), (["kyose"], "did you mean 'kiyose'?")])
def test_nobody_and_somebody_else_are_refused(names: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert told_cases.main(names) == 2
    assert told in capsys.readouterr().err


def _line_of(name: str, file: str = "kiyose") -> int:
    lines = (ROOT / "tests" / "cases" / f"{file}.yaml").read_text(encoding="utf-8").splitlines()
    return lines.index(f"- id: {name}") + 1
