"""An insurer whose file is not finished: it loads, what is left to do is told, and nothing of it is published."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from authoring.trees import INSURER, small_tree

from checker.authoring import load_library
from checker.authoring.verify import verify
from checker.authoring.verify.drafts import left_to_do
from checker.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from authoring.trees import Tree

DAY = date(2026, 11, 22)
DRAFT = "docs/insurers/town.yaml"
TEXT = """id: town
name: 町
short: 町
kana: まち
status: draft
source: {title: 町のお知らせ, date: 2026年4月, year: "2026"}
passages:
  intro: {locator: 第1, says: "TODO: 読んで書く"}
# TODO: whom to ask
"""


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    tree = small_tree(tmp_path)
    tree.write(DRAFT, TEXT)
    return tree


def test_a_draft_is_checked_and_left_out(tree: Tree) -> None:
    assert tree.findings() == []
    assert list(load_library(tree.root).insurers) == ["kiyose", "other"]
    assert set(load_library(tree.root).files.insurers) == {"kiyose", "other"}
    assert set(load_library(tree.root, drafts=True).insurers) == {"town", "kiyose", "other"}
    line = tree.change(DRAFT, "kana: まち", "kanna: まち")
    assert [(one.file, one.line) for one in tree.findings()][-1] == (DRAFT, line)


def test_what_is_left_to_do_is_told_with_its_line_and_is_no_flaw_of_what_is_published(tree: Tree) -> None:
    found = left_to_do(load_library(tree.root, drafts=True), tree.root, DAY)
    statements = [one for one in found if one.file != DRAFT]
    assert [(one.file, one.message) for one in statements] == [("docs/statements/town.yaml", "the file is missing")]
    assert [(one.line, one.kind, f"{one.message}; {one.way_out}"[:30]) for one in found if one.file == DRAFT] == [
        (1, "draft", "no rule is the insurer's own; "),
        (1, "past", "town has no `review_by`; write"),
        (6, "draft", "`source` names no document, so"),
        (8, "draft", "1 of 1 passages have no finger"),
        (8, "draft", "読んで書く; write it and take the m"),
        (8, "passage", "no rule rests on the passage '"),
        (9, "draft", "whom to ask; write it and take"),
    ]
    flaws = verify(load_library(tree.root), tree.root, DAY)
    assert [one for one in flaws if "town" in str(one)] == []


def test_the_command_fails_only_for_the_draft_that_it_is_asked_about(
    tree: Tree, capsys: pytest.CaptureFixture[str]
) -> None:
    root = ["--root", str(tree.root), "--on", DAY.isoformat()]
    assert main(["verify", *root, "--insurer", "town"]) == 1
    told = capsys.readouterr().out
    assert told.splitlines()[-1].endswith(" left to do for town")
    assert f"{DRAFT}:8: draft: 読んで書く" in told
    assert main(["verify", *root, "--insurer", "kiyose"]) == 0
    assert main(["verify", *root, "--insurer", "tawn"]) == 1
    assert "did you mean 'town'?" in capsys.readouterr().err


def test_statements_without_a_home_are_left_to_do_and_a_mark_without_words_is_told_once(tree: Tree) -> None:
    (tree.root / "docs" / "statements").mkdir()
    rows = "".join(f"  town-0{number}: {{gist: x, locator: 第1, omitted: TODO}}\n" for number in (1, 2, 3))
    tree.write("docs/statements/town.yaml", f"document: town\ncount: 5\nstatements:\n{rows}")
    found = left_to_do(load_library(tree.root, drafts=True), tree.root, DAY)
    assert [(one.line, one.kind, one.message) for one in found if one.file != DRAFT] == [
        (3, "draft", "statement 'town-04' is missing, and so are 1 more"),
        (3, "draft", "the passage 'intro' of town serves no statement"),
        (4, "draft", "something is to be written here, and in 2 more lines below"),
    ]
    tree.write("docs/statements/town.yaml", "document: town\ncount: 1\nstatements:\n  town-01: {gist: 平日, 8時から}\n")
    (told,) = [one for one in left_to_do(load_library(tree.root, drafts=True), tree.root, DAY) if "8時" in one.message]
    assert "if it belongs to the text in front of it, put that text in quotes" in told.way_out


def test_nothing_unfinished_can_be_published(tree: Tree) -> None:
    tree.change(DRAFT, "status: draft", "status: published")
    assert [one.line for one in tree.findings() if "nothing unfinished" in one.message] == [8, 9]
    line = tree.change(INSURER, "id: kiyose", "id: kiyose  # TODO: the date")
    assert any(one.line == line and "(the date)" in one.message for one in tree.findings())
