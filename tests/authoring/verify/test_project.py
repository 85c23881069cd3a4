"""The project's own rules have no flaw, on the day on which they were last looked at."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest
from authoring.trees import INSURER, small_tree
from rulebooks import INSURERS, ROOT, library

from checker.authoring.verify import verify
from checker.cli import main

if TYPE_CHECKING:
    from pathlib import Path

LOOKED_AT = date(2026, 11, 22)
"""A fixed day, so that no calendar breaks the tests; `make verify` asks about today."""


def test_the_rules_have_no_flaw() -> None:
    found = verify(library(), ROOT, LOOKED_AT)
    assert not found, "\n".join(map(str, found))


def test_the_day_comes_on_which_every_insurer_is_to_be_looked_at_again() -> None:
    found = verify(library(), ROOT, date(2032, 1, 1))
    assert {flaw.kind for flaw in found} == {"past"}
    assert len([flaw for flaw in found if "looked at again" in flaw.message]) == len(INSURERS)


def test_the_command_tells_each_flaw_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = small_tree(tmp_path)
    line = tree.change(INSURER, "review_by: 2027-03-31", "review_by: 2026-11-21")
    assert main(["verify", "--root", str(tmp_path), "--on", "2026-11-22", "--json"]) == 1
    told = [json.loads(row) for row in capsys.readouterr().out.splitlines()]
    assert {"kind": "past", "file": INSURER, "line": line} in [
        {key: one[key] for key in ("kind", "file", "line")} for one in told
    ]
    assert main(["verify", "--root", str(tmp_path), "--on", "2026-11-22"]) == 1
    text = capsys.readouterr().out
    assert f"{INSURER}:{line}: past: kiyose should have been looked at again" in text
    assert text.splitlines()[-1] == f"{len(told)} flaws"


def test_a_person_who_is_told_can_be_given_to_decide(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = small_tree(tmp_path)
    tree.change(
        "rules.yaml", "    when: {my_number_card: renewing}", "    when: {my_number_card: renewing, wants: certificate}"
    )
    main(["verify", "--root", str(tmp_path), "--on", "2026-11-22", "--json"])
    told = [json.loads(row) for row in capsys.readouterr().out.splitlines()]
    lines = [json.dumps(one["facts"]) for one in told if one["facts"]]
    assert lines
    command = [sys.executable, "-m", "checker", "decide"]
    given = "\n".join(lines)
    done = subprocess.run(command, cwd=ROOT, input=given, capture_output=True, text=True, check=True)
    assert {json.loads(row)["status"] for row in done.stdout.splitlines()} == {"decided"}


@pytest.mark.parametrize("day", ["soon", "2026-02-30"])
def test_a_day_that_is_none_is_refused(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["verify", "--on", day])
    assert f"{day!r} is no day; write it as 2024-12-02" in capsys.readouterr().err
