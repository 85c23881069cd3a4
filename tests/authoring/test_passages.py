"""Passages with mistakes in their place or fingerprint, and what they say without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from authoring.trees import INSURER, NATIONAL, Tree, small_tree
from rulebooks import library

from checker.authoring import load_library

if TYPE_CHECKING:
    from pathlib import Path

NEW = "  new:\n    locator: 資格確認書について\n    says: 資格確認書のことです。"
PRINT = "0123456789abcdef" * 4


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return small_tree(tmp_path)


def test_a_passage_without_a_fingerprint_is_told_the_command_that_prints_it(tree: Tree) -> None:
    line = tree.after(INSURER, "\npassages:", NEW)
    found = tree.only()
    assert found.line == line + 1
    assert "passage 'new' has no fingerprint" in found.message
    assert "`python -m checker sources fingerprint --from FOLDER --insurer kiyose`" in found.message
    assert "FOLDER has 001_49a7f05c1c5f5678" in found.message


def test_a_draft_may_lack_fingerprints(tree: Tree) -> None:
    tree.after(INSURER, "\npassages:", NEW)
    assert load_library(tree.root, draft=True).insurers["kiyose"].passages["kiyose/new"].fingerprint == ""


@pytest.mark.parametrize("said", ["abc", PRINT.upper(), f"{PRINT}0", "資格確認書"])
def test_a_fingerprint_of_another_form(tree: Tree, said: str) -> None:
    line = tree.after(INSURER, "\npassages:", f"{NEW}\n    fingerprint: {said}")
    found = tree.only()
    assert found.line == line + 3
    assert "which is not 64 of 0-9 and a-f" in found.message
    assert "sources fingerprint" in found.message


def test_a_source_without_the_name_of_its_document(tree: Tree) -> None:
    tree.change(INSURER, "  document: 001_49a7f05c1c5f5678\n", "")
    assert "`source` needs document: the name of its stored file" in tree.only().message


def test_a_passage_of_a_source_that_is_not_stored_has_no_fingerprint(tree: Tree) -> None:
    line = tree.after(NATIONAL, "\npassages:", f"{NEW}\n    fingerprint: {PRINT}")
    found = tree.only()
    assert found.line == line + 3
    assert "its source is not stored; take the key out" in found.message


def test_a_passage_from_another_source_than_the_file_needs_no_fingerprint(tree: Tree) -> None:
    tree.after(INSURER, "\npassages:", f"{NEW}\n    source: 別の資料\n    date: '2025'")
    assert tree.findings() == []


@pytest.mark.parametrize(
    ("locator", "words"),
    [
        ("'12'", ["is the number '12'; lines move", "a question such as 問3"]),
        ("[資格確認書について, '12']", ["is the number '12'"]),
        ("⑥", ["is the number '⑥'"]),
        ("※", ["is '※', which has no letter", "name the heading"]),
        ("[]", ["`locator` names no heading"]),
        ("12", ["`locator` is the number 12", "put it in quotes"]),
        ("[資格確認書について, 12]", ["`locator` has the number 12 in it"]),
    ],
)
def test_a_locator_that_finds_no_place(tree: Tree, locator: str, words: list[str]) -> None:
    tree.after(INSURER, "\npassages:", f"  new:\n    locator: {locator}\n    fingerprint: {PRINT}\n    says: 文")
    message = "\n".join(found.message for found in tree.findings())
    assert [word for word in words if word not in message] == []


def test_headings_of_which_no_passage_speaks(tree: Tree) -> None:
    tree.after(INSURER, "  document: 001_49a7f05c1c5f5678", "  headings:\n    - [上の見出し, 下の見出し]\n    - '3'")
    assert "`headings` is the number '3'" in tree.only().message
    tree.change(INSURER, "    - '3'\n", "")
    source = load_library(tree.root).insurers["kiyose"].source
    assert source.headings[0] == ("上の見出し", "下の見出し")


def test_the_place_of_a_passage_is_told_with_its_headings_and_the_part_that_is_meant(tree: Tree) -> None:
    tree.after(
        INSURER,
        "\npassages:",
        f"  new:\n    locator: [資格確認書について, 注意]\n    part: 郵便\n    fingerprint: {PRINT}\n    says: 文",
    )
    passage = load_library(tree.root).insurers["kiyose"].passages["kiyose/new"]
    assert passage.headings == ("資格確認書について", "注意")
    assert passage.locator == passage.label == "資格確認書について 注意(郵便)"


def test_passages_that_share_a_section_have_one_fingerprint() -> None:
    for insurer in library().insurers.values():
        own = [one for one in insurer.passages.values() if one.fingerprint]
        assert len({(one.headings, one.fingerprint) for one in own}) == len({one.headings for one in own})
        assert bool(own) == bool(insurer.source.document)


def test_a_contact_names_a_passage_that_is_there(tree: Tree) -> None:
    line = tree.change(INSURER, "    passages: [hotline]\n", "    passages: [hotlin]\n")
    found = tree.only()
    assert found.line == line
    assert "a contact names the passage 'kiyose/hotlin', which is not there" in found.message
    assert "did you mean 'kiyose/hotline'?" in found.message
