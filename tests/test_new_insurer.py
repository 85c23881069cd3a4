"""The guide from a PDF to a reviewed insurer, walked on a made-up notice: its commands, in its order, in a copy.

`new_insurer/` has the notice (`900_aozora.txt`) and what somebody wrote from it: rules, statements, cases.
"""

from __future__ import annotations

import re
import shlex
import shutil
from typing import TYPE_CHECKING

import pytest
from authoring.trees import small_tree
from rulebooks import ROOT
from told_cases.forms import read_rows
from written_cases import read_cases, wrong

from checker.authoring import load_library
from checker.cli import main
from checker.engine import compile_rulebook, decide

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GUIDE = (ROOT / "docs" / "maintainers" / "adding-an-insurer.md").read_text(encoding="utf-8")
WRITTEN = ROOT / "tests" / "new_insurer"
OWN = "docs/insurers/aozora.yaml"
NOT_HERE = ("diff main",)
"""What needs more than the files: a branch to compare with."""


class Walk:
    """Types the guide's commands one by one, in a copy of the project."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self._capsys = capsys
        self._left = _commands()

    def type(self, start: str) -> tuple[int, str]:
        """Run the next command of the guide, which begins so; return its status, and what it said."""
        command = next(self._left)
        assert command.startswith(f"python -m checker {start}"), command
        words = [str(WRITTEN) if word == "FOLDER" else word for word in shlex.split(command)[3:]]
        status = main(words)
        return status, self.said()

    def said(self) -> str:
        """Return what was said since somebody asked last."""
        said = self._capsys.readouterr()
        return said.out + said.err

    def is_over(self) -> bool:
        """Say whether no command of the guide is left."""
        return next(self._left, "") == ""

    def change(self, old: str, new: str) -> None:
        """Replace what stands once in the insurer's file."""
        text = (self.root / OWN).read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        (self.root / OWN).write_text(text.replace(old, new), encoding="utf-8")


def _commands() -> Iterator[str]:
    for block in re.findall(r"^```sh\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            if line.startswith("python -m checker") and not any(word in line for word in NOT_HERE):
                yield line


@pytest.fixture
def walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Walk:
    for name in ("words", "new_insurer", "verify", "statements", "sources", "changes"):
        monkeypatch.setattr(f"checker.commands.{name}.ROOT", tmp_path)
    small_tree(tmp_path)
    (tmp_path / "docs" / "changes").mkdir()
    (tmp_path / "docs" / "statements").mkdir()
    (tmp_path / "tests" / "cases").mkdir(parents=True)
    return Walk(tmp_path, capsys)


def test_the_guide_leads_from_a_notice_to_a_reviewed_insurer(walk: Walk) -> None:
    root = walk.root
    assert "terms, in conditions" in walk.type("words")[1]
    assert walk.type("words 郵送")[1].split() == ["media,", "in", "`medium`,", "`medium_refused`", "mail", "郵送で"]
    status, said = walk.type("new-insurer")
    assert (status, said.splitlines()[0]) == (
        1,
        "--id is missing: the insurer's id, as it stands in addresses for ever",
    )
    assert walk.type("new-insurer --id aozora")[0] == 0
    status, said = walk.type("verify --insurer aozora")
    assert (status, said.splitlines()[-1][-22:]) == (1, " left to do for aozora")
    _number_the_statements(root)
    assert "something is to be written here, and in 21 more lines below" in _verified(walk)
    _write_from_the_notice(walk)
    status, said = walk.type("verify --insurer aozora")
    assert status == 1
    assert "conflict: rules 'certificate-lost' and 'certificate-on-the-spot' can apply to the same person" in said
    assert "event: [lost_certificate, cancel_registration]" in said
    walk.change(
        "exception_to: certificate-after-cancelling\n",
        "exception_to: [certificate-after-cancelling, certificate-lost]\n",
    )
    status, said = walk.type("statements aozora")
    assert (status, said.splitlines()[-1]) == (0, "all: 22 statements, 22 with a home, 0 left out for a written reason")
    assert walk.type("sources fingerprint")[1].splitlines() == [
        "# aozora: 11 fingerprints put into aozora.yaml",
        "# aozora, from 900_aozora.txt; 11 of 11 passages have theirs already",
    ]
    assert walk.type("sources check")[0] == 0
    assert _cases_that_fail(root) == []
    assert _verified(walk).startswith("nothing left to do for aozora: have it read")
    assert (
        main(["changes", "record", "--insurer", "aozora", "--says", "はじめて載せました。", "--root", str(root)]) == 1
    )
    assert "it is a draft, nothing of it is published" in walk.said()
    assert "aozora" not in load_library(root).insurers
    walk.change("status: draft", "status: published")
    status, said = walk.type("verify")
    assert [line for line in said.splitlines() if "aozora" in line.partition(": ")[0]] == [
        line for line in said.splitlines() if line.startswith("docs/changes/aozora.yaml:0: unrecorded: ")
    ]
    assert walk.type("changes record")[0] == 0
    assert walk.is_over()
    assert [one.told_in("en")[:24] for one in load_library(root).changes["aozora"]] == ["Answers read from Aozora"]


def _verified(walk: Walk) -> str:
    """Return what `verify --insurer aozora` says, at a time of somebody's own."""
    main(["verify", "--insurer", "aozora"])
    return walk.said()


def _number_the_statements(root: Path) -> None:
    """Write a row for each statement with no home so far, as the guide shows it."""
    rows = "".join(
        f"  aozora-{number:02}: {{gist: x, locator: 問い合わせ先, omitted: TODO}}\n" for number in range(2, 23)
    )
    rows += "  aozora-01: {gist: whom to ask, passages: [contact], contacts: [青空町役場 住民課]}   # TODO\n"
    text = f"document: aozora\ncount: 22\nstatements:\n{rows}"
    (root / "docs" / "statements" / "aozora.yaml").write_text(text, encoding="utf-8")


def _write_from_the_notice(walk: Walk) -> None:
    """Put in what somebody wrote, with the mistake that they made at first."""
    begun = (walk.root / OWN).read_text(encoding="utf-8").partition("\n# The places of the document")[0]
    rules = (WRITTEN / "rules.yaml").read_text(encoding="utf-8")
    (walk.root / OWN).write_text(f"{begun}\n{rules}", encoding="utf-8")
    walk.change(
        "exception_to: [certificate-after-cancelling, certificate-lost]\n",
        "exception_to: certificate-after-cancelling\n",
    )
    shutil.copy(WRITTEN / "statements.yaml", walk.root / "docs" / "statements" / "aozora.yaml")
    shutil.copy(WRITTEN / "cases.yaml", walk.root / "tests" / "cases" / "aozora.yaml")


def _cases_that_fail(root: Path) -> list[str]:
    book = compile_rulebook(load_library(root, drafts=True).insurers["aozora"].rulebook)
    assert len(read_rows(root / "tests" / "cases" / "aozora.yaml", load_library(root, drafts=True))) == 12
    cases = read_cases(root / "tests" / "cases" / "aozora.yaml")
    assert len(cases) == 12
    return [f"{case['id']}: {told}" for case in cases for told in wrong(case, decide(book, case["facts"]))]


def test_the_guide_in_japanese_has_the_same_commands_in_the_same_order() -> None:
    japanese = (ROOT / "docs" / "maintainers" / "adding-an-insurer.ja.md").read_text(encoding="utf-8")
    assert _typed(japanese) == _typed(GUIDE)


def _typed(guide: str) -> list[str]:
    blocks = re.findall(r"^ *```sh\n(.*?)^ *```$", guide, re.MULTILINE | re.DOTALL)
    return [line.strip() for block in blocks for line in block.splitlines()]
