"""What runs elsewhere is what runs here: workflows call our own commands, with the least rights, on pinned actions."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".github" / "workflows"
NAMES = ("ci", "pages", "release")
ZIZMOR = Path(sys.executable).with_name("zizmor")


@cache
def _workflow(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return found


def _steps(name: str) -> list[dict[str, Any]]:
    return [step for job in _workflow(name)["jobs"].values() for step in job["steps"]]


def test_these_are_all() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_script_is_a_command_of_ours(name: str) -> None:
    """What only the place where it runs can do is the summary, and the making of a release."""
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    for step in _steps(name):
        if "run" not in step:
            continue
        [first, *others] = step["run"].split(" >>")[0].split()
        if first == "make":
            assert {word for word in others if word.isalpha()} <= set(targets), step
        else:
            assert (first, name) in {(".ci/run", "ci"), ("cat", "ci"), ("gh", "release")}, step


@pytest.mark.parametrize("name", NAMES)
def test_actions_are_pinned_to_commits_and_say_their_version(name: str) -> None:
    lines = re.findall(r"uses: (.*)", (FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    assert lines
    assert [line for line in lines if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+", line)] == []


@pytest.mark.parametrize("name", NAMES)
def test_nobody_may_write_but_who_publishes_and_they_run_nothing_of_the_repository(name: str) -> None:
    workflow = _workflow(name)
    assert workflow["permissions"] in ({}, {"contents": "read"})
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 60
        if "write" in job.get("permissions", {}).values():
            assert not [step for step in job["steps"] if "actions/checkout" in step.get("uses", "")]
    for step in _steps(name):
        if "actions/checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


def test_a_dangerous_change_of_a_workflow_is_caught(tmp_path: Path) -> None:
    """By the check that `make lint` runs: a stranger's words in a script, a tag that can be moved, too many rights."""
    text = (FOLDER / "ci.yml").read_text(encoding="utf-8")
    changes = {
        "template-injection": text.replace("run: .ci/run", "run: echo ${{ github.event.pull_request.title }}"),
        "unpinned-uses": re.sub(r"checkout@[0-9a-f]{40}", "checkout@v7", text),
        "excessive-permissions": text.replace("contents: read", "contents: write"),
    }
    (tmp_path / "as-it-is.yml").write_text(text, encoding="utf-8")
    for fault, changed in changes.items():
        assert changed != text
        (tmp_path / f"{fault}.yml").write_text(changed, encoding="utf-8")
    found = {name: _found(tmp_path / f"{name}.yml") for name in ("as-it-is", *changes)}
    assert found.pop("as-it-is") == set()
    assert [fault for fault, told in found.items() if fault not in told] == []


def _found(workflow: Path) -> set[str]:
    """The names of what is wrong. Read as JSON: as text, the check colours its words where CI is set."""
    command = [str(ZIZMOR), "--offline", "--quiet", "--no-progress", "--format=json", str(workflow)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return {fault["ident"] for fault in json.loads(said)}
