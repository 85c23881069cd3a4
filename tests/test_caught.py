"""A deliberate change is caught by the check that it is for: of a rule here, of a stored source; others elsewhere.

`build/test_locks.py` and `build/test_audit.py` change a dependency, `test_workflows.py` a workflow.
"""

from __future__ import annotations

from shutil import copytree
from typing import TYPE_CHECKING

import pytest
from authoring.sources.made_up import made_up
from rulebooks import ROOT, library
from written_cases import own_cases, wrong

from checker.authoring import load_library
from checker.authoring.record.unrecorded import unrecorded
from checker.cli import main
from checker.commands import sources
from checker.engine import compile_rulebook, decide

if TYPE_CHECKING:
    from pathlib import Path

RULE = "  certificate-for-care-needs:\n"
ROUTE = "{route: application, renewal: automatic}"


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """Return the project with one route of one national rule changed, so that it reads as well as before."""
    for name in ("insurers", "text", "changes"):
        copytree(ROOT / "docs" / name, tmp_path / "docs" / name)
    (tmp_path / "docs" / "national.yaml").symlink_to(ROOT / "docs" / "national.yaml")
    before, head, after = (ROOT / "rules.yaml").read_text(encoding="utf-8").partition(RULE)
    assert ROUTE in after.partition("passages")[0]
    text = before + head + after.replace(ROUTE, ROUTE.replace("application", "automatic", 1), 1)
    (tmp_path / "rules.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_changed_rule_is_caught_by_the_cases_the_record_and_the_comparison(
    changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The cases of whoever needs help fail, each insurer that follows the rule is named, and it is told for whom."""
    read = load_library(changed)
    book = compile_rulebook(read.insurers["other"].rulebook)
    failing = [case for case in own_cases("other") if list(wrong(case, decide(book, case["facts"])))]
    assert failing
    assert all(case["facts"]["care_needs"] for case in failing)
    before = library().insurers
    followers = {name for name, one in before.items() if one.rulebook != read.insurers[name].rulebook}
    assert {one.insurer for one in unrecorded(read, changed)} == followers
    assert {"other", *followers} == followers != set(before), "insurers whose own text says it keep their answers"
    assert main(["diff", str(ROOT), str(changed), "--insurer", "other", "--exit-code"]) == 1
    said = capsys.readouterr().out
    assert "(application) -> " in said
    assert '"registration": "registered", "care_needs": ["long_term_care"]}' in said


def test_a_changed_source_is_caught_by_the_check_of_passages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A figure that is another now, and a section that is there no more."""
    insurer, parts = made_up("kiyose")
    monkeypatch.setitem(library().insurers, "kiyose", insurer)
    monkeypatch.setattr(sources, "load_library", lambda *_, **__: library())
    whole = "".join(part.text for part in parts)
    lowest = next(part for part in reversed(parts) if not any(part.heading in other.above for other in parts))
    told = []
    for text in (whole, whole.replace("千円", "万円", 1), whole.replace(lowest.text, "")):
        (tmp_path / f"{insurer.source.document}.txt").write_text(text, encoding="utf-8")
        status = main(["sources", "check", "--from", str(tmp_path), "--insurer", "kiyose"])
        words = {line.split()[0] for line in capsys.readouterr().out.splitlines() if " kiyose/" in line}
        told.append((status, words & {"same", "moved", "changed", "gone"}))
    assert told == [(0, set()), (1, {"changed"}), (1, {"gone"})]
