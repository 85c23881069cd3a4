"""`python -m checker new-insurer`: files that load as they are, and refusals that say what is allowed, all at once."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from authoring.trees import small_tree

from checker.authoring import load_library
from checker.authoring.starting.given import FIELDS
from checker.authoring.statements import load_statements
from checker.authoring.verify.drafts import left_to_do
from checker.cli import main
from checker.commands.project import PACKAGED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from authoring.trees import Tree

OWN, STATEMENTS, CASES = "docs/insurers/town.yaml", "docs/statements/town.yaml", "tests/cases/town.yaml"
NEEDED = {
    "id": "town",
    "name": "架空町 国民健康保険",
    "short": "架空町国保",
    "kana": "かくうちょう",
    "scheme": "none",
    "title": "架空町「お知らせ: 資格確認書 #1」",
    "date": "令和8年4月",
    "year": "2026",
}
MORE = {"contact": "架空町 住民課", "phone": "国保係=000-000-0000", "found-by": "かくうけん", "document": "900_town"}


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    tree = small_tree(tmp_path)
    (tree.root / "tests" / "cases").mkdir(parents=True)
    return tree


def _begin(tree: Tree, given: dict[str, str]) -> int:
    return main(
        ["new-insurer", "--root", str(tree.root), *(word for one in given.items() for word in (f"--{one[0]}", one[1]))]
    )


@pytest.mark.parametrize("more", [{}, MORE], ids=["needed", "more"])
def test_the_files_load_and_nothing_of_them_is_published(tree: Tree, more: dict[str, str]) -> None:
    assert _begin(tree, NEEDED | more) == 0
    assert list(load_library(tree.root).insurers) == ["kiyose", "other"]
    library = load_library(tree.root, drafts=True)
    town = library.insurers["town"]
    assert (town.name, town.short, town.kana, town.status) == (*list(NEEDED.values())[1:4], "draft")
    assert (town.source.title, town.source.date, town.source.year) == tuple(list(NEEDED.values())[5:])
    assert [one.name for one in town.contacts] == [more.get("contact", "TODO")]
    assert town.rulebook.rules == library.insurers["other"].rulebook.rules
    only = replace(library, insurers={name: library.insurers[name] for name in ("town", "other")})
    assert len(load_statements(tree.root, only)["town"]) == 1
    left = left_to_do(library, tree.root, date(2026, 11, 22))
    assert {one.file for one in left} == {OWN, STATEMENTS, CASES}
    assert {one.kind for one in left} == {"draft"}


def test_every_national_rule_stands_there_as_rules_yaml_has_it(tree: Tree) -> None:
    tree.change("rules.yaml", "    then: {never: true}", "    then: {ended: true}")
    assert _begin(tree, NEEDED) == 0
    text = tree.text(OWN)
    rules = load_library(tree.root).files.rules["rules"]
    told = re.findall(r"^#   ([\w-]+):(?:   # silent.*)?$", text, re.MULTILINE)
    assert [name for name in told if name in rules] == sorted(rules, key=lambda name: _order(rules[name]["topic"]))
    assert (
        "#   old-card-never-issued:\n#     when: {enrolled_on: {from: 2024-12-02}}\n#     then: {ended: true}" in text
    )


def _order(topic: str) -> int:
    return ("old_card", "document", "care", "procedures", "warnings").index(topic)


def test_the_examples_can_be_taken_over_as_they_are(tree: Tree) -> None:
    assert _begin(tree, NEEDED | {"scheme": "nhi"}) == 0
    before, example, after = re.split(r"^(# change:\n(?:#.*\n)*)", tree.text(OWN), maxsplit=1, flags=re.MULTILINE)
    tree.write(OWN, before + re.sub("^# ", "", example, flags=re.MULTILINE) + after)
    library = load_library(tree.root, drafts=True)
    rules = library.insurers["town"].rulebook.rules
    assert {rule.topic for rule in rules if rule.layer == "insurer"} == {
        "old_card",
        "document",
        "care",
        "procedures",
        "warnings",
    }
    kinds = {one.kind for one in left_to_do(library, tree.root, date(2026, 11, 22))}
    assert not kinds & {"conflict", "gap", "dead"}


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"id": "Town_1"}, "--id 'Town_1' is no id; allowed: small letters"),
        ({"id": "kiyose"}, "--id 'kiyose' is taken: docs/insurers/kiyose.yaml; use another id"),
        ({"id": "other"}, "stands for something else"),
        ({"kana": "架空"}, "--kana '架空' is no reading; write the name in hiragana"),
        ({"scheme": "nih"}, "did you mean 'nhi'?"),
        ({"year": "26"}, "--year '26' is no year; write four digits"),
        ({"document": "a/b.txt"}, "--document 'a/b.txt' is no name of a stored document"),
        ({"document": "town.txt"}, "without folder and ending"),
        ({"number": "12"}, "6 or 8 digits"),
        ({"contact": "課", "phone": "000-000"}, "write it as 医療保険係=0123-45-6789"),
        ({"phone": "係=000-000-000"}, "--phone is there without --contact"),
        ({"review-by": "2027-02-30"}, "--review-by '2027-02-30' is no day of the calendar"),
        ({"review-by": "令和10年3月31日"}, "--review-by '令和10年3月31日' is no day; write it as 2028-03-31"),
        ({"year": "令和8年度"}, "--year '令和8年度' is no year; write four digits, as 2026,"),
        ({"kana": "2026"}, "--kana '2026' is no reading"),
        ({"name": "町\u200b"}, "a sign in it that nobody can see"),
        ({"short": ""}, "--short is missing: the name that stands on buttons"),
    ],
)
def test_a_bad_value_is_refused_and_nothing_written(
    tree: Tree, wrong: dict[str, str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _begin(tree, NEEDED | wrong) == 1
    said = capsys.readouterr().err
    assert told in said
    assert said.splitlines()[-1] == "nothing was written"
    assert len(said.splitlines()) == 2
    assert not (tree.root / OWN).exists()


def test_nothing_is_written_into_an_installed_package(capsys: pytest.CaptureFixture[str]) -> None:
    given = (word for one in NEEDED.items() for word in (f"--{one[0]}", one[1]))
    assert main(["new-insurer", "--root", str(PACKAGED), *given]) == 1
    assert "name it with --root" in capsys.readouterr().err
    assert not PACKAGED.exists()


def test_all_that_is_wrong_is_told_at_once(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    assert _begin(tree, {"kana": "x", "year": "x"}) == 1
    assert len(capsys.readouterr().err.splitlines()) == sum(field.needed for field in FIELDS) + 1


def test_nothing_is_written_over(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    tree.write(CASES, "[]\n")
    assert _begin(tree, NEEDED) == 1
    assert f"'town' is taken: {CASES}" in capsys.readouterr().err
    assert not (tree.root / OWN).exists()
    assert tree.text(CASES) == "[]\n"


def test_on_a_terminal_each_is_asked_until_it_is_good(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = {name: value for name, value in NEEDED.items() if name != "short"}
    typed = {"id": ["", "Town", "kiyose", "town"], "year": ["26", "2026"], "found-by": ["かくうけん", "こくほ"]}
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", _answering({name: [one] for name, one in given.items()} | typed))
    assert main(["new-insurer", "--root", str(tree.root), "--short", NEEDED["short"]]) == 0
    said = capsys.readouterr().out
    assert "  this is needed; Ctrl-D ends" in said
    assert "'Town' is no id; allowed" in said
    assert "'kiyose' is taken" in said
    assert "'26' is no year" in said
    assert load_library(tree.root, drafts=True).insurers["town"].found_by == ("かくうけん", "こくほ")


def test_a_person_may_stop_in_the_middle(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", _answering({"id": ["town"]}, stop="name"))
    assert main(["new-insurer", "--root", str(tree.root)]) == 1
    assert "nothing was written" in capsys.readouterr().err
    assert not (tree.root / OWN).exists()


def _answering(typed: dict[str, list[str]], stop: str = "") -> Callable[[str], str]:
    left = {name: iter(answers) for name, answers in typed.items()}

    def answer(prompt: str) -> str:
        name = prompt.partition(" ")[0]
        if name == stop:
            raise EOFError
        return next(left.get(name, iter(())), "")

    return answer
