"""A passage of a newer document that stands in the place of an older one: who may say so, and what rests on which."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from authoring.trees import INSURER, Tree, small_tree

from checker.authoring import load_library
from checker.authoring.verify import verify

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 22)
NEWER = """  newer:
    locator: 第1
    source: 新しいお知らせ
    date: "{date}"
    supersedes: [{old}]
    says: 新しいお知らせが言うこと。"""


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return small_tree(tmp_path)


def write(tree: Tree, on: str = "2026-06-01", old: str = "cancel-time") -> int:
    """Put a passage before the others, and return the line in which it says what it supersedes."""
    return tree.after(INSURER, "\npassages:", NEWER.format(date=on, old=old)) + 4


def superseded(tree: Tree) -> list[tuple[int, str]]:
    """Return where rules rest on what is superseded, and what is said of them."""
    flaws = [flaw for flaw in verify(load_library(tree.root), tree.root, DAY) if flaw.file == INSURER]
    return [(flaw.line, flaw.message) for flaw in flaws if flaw.kind == "passage" and "supersedes" in flaw.message]


@pytest.mark.parametrize(
    ("on", "old", "words"),
    [
        ("2026-06-01", "cancel-tme", ["'cancel-tme', which is no other passage", "did you mean 'cancel-time'?"]),
        ("2026-06-01", "newer", ["'newer', which is no other passage"]),
        ("2023年6月", "cancel-time", ["supersedes 'cancel-time' and is older: '2023年6月'", "mend the dates"]),
        ("2026-06-01", "cancel-time, cancel-time", ["'cancel-time' is superseded twice, by 'newer' too"]),
    ],
)
def test_a_mistake_is_told_with_its_line(tree: Tree, on: str, old: str, words: list[str]) -> None:
    line = write(tree, on, old)
    found = tree.only()
    assert (found.file, found.line) == (INSURER, line)
    assert [word for word in words if word not in found.message] == [], str(found)


def test_a_rule_that_goes_on_resting_on_the_older_one_is_a_flaw(tree: Tree) -> None:
    write(tree)
    library = load_library(tree.root)
    assert library.insurers["kiyose"].passages["kiyose/cancel-time"].superseded_by == "kiyose/newer"
    found = superseded(tree)
    assert len(found) == 4
    assert "rests on 'kiyose/cancel-time', which 'kiyose/newer' (2026-06-01) supersedes" in found[0][1]


def test_a_rule_that_names_both_or_ends_is_none(tree: Tree) -> None:
    write(tree)
    one, ended = "    passages: [cancel-how, cancel-time]", "    valid: {until: 2026-05-31}\n"
    tree.change(INSURER, one, ended + one)
    tree.write(INSURER, tree.text(INSURER).replace("passages: [cancel-time]", "passages: [cancel-time, newer]"))
    assert superseded(tree) == []
