"""What is written for verification in the files: ids that are spared, passages for the page, silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from authoring.trees import COMMON, INSURER, small_tree

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        (COMMON, "  actions: [unlock_pin]", "  actions: [unlock_pni]", "'unlock_pni' is none of the actions"),
        (COMMON, "  media: [online, atm]", "  medium: [online, atm]", "`spare` has no key 'medium'"),
        (
            INSURER,
            "\n  benefits:\n    for: page",
            "\n  benefits:\n    for: pages",
            "'benefits' is for 'pages'; allowed: page",
        ),
    ],
)
def test_a_slip_in_a_mark_is_told(tmp_path: Path, file: str, old: str, new: str, words: str) -> None:
    tree = small_tree(tmp_path)
    line = tree.change(file, old, new) + old.count("\n")
    found = tree.only()
    assert (found.file, found.line) == (file, line)
    assert words in found.message


def test_only_silence_needs_no_passage(tmp_path: Path) -> None:
    tree = small_tree(tmp_path)
    rule = "  hush:\n    topic: document\n    silent: true\n    then: {issued: {}}"
    tree.after(INSURER, "\nrules:", rule)
    assert tree.findings() == []
    tree.change(INSURER, "    silent: true\n", "")
    assert "rule 'hush' names no passage" in tree.only().message
