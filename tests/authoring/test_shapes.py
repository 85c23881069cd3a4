"""Mistakes of form, such as a text where a list is meant: told once, in their place, and never by a traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from authoring.trees import COMMON, INSURER, NATIONAL, Tree, small_tree

if TYPE_CHECKING:
    from pathlib import Path

MISTAKES = {
    "a rule without a mapping": (COMMON, "    when: left\n    then: {ended: true}", "    when: left\n    then: ended"),
    "no passages after all": (INSURER, "    passages: [certificate, automatic-own-data]", "    passages:"),
    "a passage that is no list": (INSURER, "passages: [certificate, automatic-own-data]", "passages: certificate"),
    "a route without its name": (
        INSURER,
        "then: {issued: {eligibility_certificate: {route: application}}}",
        "then: {issued: {eligibility_certificate: application}}",
    ),
    "a way that is no list": (
        INSURER,
        "then: {show: [[eligibility_certificate]], ",
        "then: {show: [eligibility_certificate], ",
    ),
    "one warning without brackets": (
        INSURER,
        "    then: {warnings: [card_blocked_by_filing]}",
        "    then: {warnings: card_blocked_by_filing}",
    ),
    "a change that says nothing": (INSURER, "  show-old-card: {passages: [old-card]}", "  show-old-card: [old-card]"),
    "a number without what it is for": (
        INSURER,
        "    phone: {フリーダイヤル: 0120-95-0178}",
        "    phone: 0120-95-0178",
    ),
    "somebody without a name": (INSURER, "  - name: マイナンバー総合フリーダイヤル\n    lines:", "  - lines:"),
    "a source in one line": (NATIONAL, "source:\n  title:", "source: 国の文書\nsources:\n  title:"),
    "a fact without values": (COMMON, "  smartphone: {kind: choice, of: flag}", "  smartphone: {kind: choice, of: }"),
    "ways left empty": (COMMON, "ways:\n  covers:", "ways:\nway:\n  covers:"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_of_form_is_told_in_its_place(name: str, tmp_path: Path) -> None:
    tree: Tree = small_tree(tmp_path)
    file, old, new = MISTAKES[name]
    line = tree.change(file, old, new)
    found = [finding for finding in tree.findings() if finding.file == file]
    assert found, "the file was taken as it is"
    assert any(line - 5 <= finding.line <= line + 2 for finding in found), "\n".join(map(str, found))
    assert len(found) <= 4, "\n".join(map(str, found))
