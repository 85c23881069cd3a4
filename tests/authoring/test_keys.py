"""Keys that nobody reads are refused; what the national rules have wrong is told once for all insurers."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from authoring.trees import COMMON, INSURER, NATIONAL, Tree, small_tree
from rulebooks import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return small_tree(tmp_path)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (COMMON, "facts:\n  insurer:", "fact: {}\nfacts:\n  insurer:", "'fact'"),
        (COMMON, "  eligibility_notice:\n    held:", "  eligibility_notice:\n    hold: {}\n    held:", "'hold'"),
        (COMMON, "ways:\n  covers:", "ways:\n  cover: {}\n  covers:", "'cover'"),
        (COMMON, "  left-before-enrolment:\n", "  left-before-enrolment:\n    if: {}\n", "'if'"),
        (COMMON, "  before-2024-07-01:\n", "  before-2024-07-01:\n    tell: {}\n", "'tell'"),
        (INSURER, "source:\n  title:", "source:\n  titel: {}\n  title:", "'titel'"),
        (NATIONAL, "  N1:\n", "  N1:\n    sais: {}\n", "'sais'"),
    ],
)
def test_a_key_that_nobody_reads(tree: Tree, file: str, old: str, new: str, said: str) -> None:
    first = tree.change(file, old, new)
    found = tree.only()
    assert found.file == file
    assert first <= found.line <= first + 1
    assert f"has no key {said}; allowed: " in found.message


def test_a_change_that_overrides_a_rule_that_is_not_there(tree: Tree) -> None:
    old = "  show-card: {passages:"
    line = tree.change(INSURER, old, "  show-card: {exception_to: show-old-cards, passages:")
    found = tree.only()
    assert (found.file, found.line) == (INSURER, line)
    assert "'show-card' overrides 'show-old-cards', which no rule is called" in found.message
    assert "did you mean 'show-old-card'?" in found.message


def test_a_term_that_is_national_already(tree: Tree) -> None:
    line = tree.change(INSURER, "\nchange:\n", "\nterms:\n  left: {event: left_insurer}\nchange:\n") + 2
    found = tree.only()
    assert (found.file, found.line) == (INSURER, line)
    assert "a national term is called 'left' already" in found.message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("when: left\n    then: {ended", "when: gone\n    then: {ended"),
        ("then: {ended: true}\n    passages: [N2]", "then: {ended: true}\n    passages: [N222]"),
        ("exception_to: show-certificate\n", "exception_to: show-certificates\n"),
        ("where: [facility_reader], bring: null", "where: [facility-reader], bring: null"),
    ],
    ids=["a term", "a passage", "an exception", "a place"],
)
def test_what_the_national_rules_have_wrong_is_told_once(tree: Tree, old: str, new: str) -> None:
    for path in (ROOT / "docs" / "insurers").glob("*.yaml"):
        shutil.copy(path, tree.root / "docs" / "insurers")
    tree.change(COMMON, old, new)
    assert tree.only().file == COMMON
