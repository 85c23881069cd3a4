"""What `python -m checker` can do: every command tells of itself, and prints the rulebook that decides."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from rulebooks import INSURERS, ROOT, library

from checker.cli import COMMANDS, main
from checker.engine import Rulebook


def test_every_module_of_commands_is_a_command_or_helps_them() -> None:
    modules = {path.stem for path in Path(ROOT, "checker", "commands").glob("[a-z]*.py")}
    commands = {name.replace("-", "_") for name in COMMANDS}
    assert commands <= modules
    for name in modules - commands:
        assert "def prepare(" not in Path(ROOT, "checker", "commands", f"{name}.py").read_text(encoding="utf-8"), name


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as done:
        main(["--help"])
    assert done.value.code == 0
    told = capsys.readouterr().out
    assert [name for name in COMMANDS if not re.search(rf"^    {name}\b", told, re.MULTILINE)] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_tells_what_it_takes(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as done:
        main([name, "--help"])
    assert done.value.code == 0
    assert f"usage: python -m checker {name}" in capsys.readouterr().out


def test_an_unknown_command_is_refused_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as done:
        main(["decides"])
    assert done.value.code == 2
    told = capsys.readouterr().err
    assert [name for name in COMMANDS if name not in told] == []


@pytest.mark.parametrize("insurer", INSURERS)
def test_the_printed_rulebook_is_the_one_that_decides(insurer: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rulebook", insurer]) == 0
    assert Rulebook.from_json(capsys.readouterr().out) == library().insurers[insurer].rulebook
    assert main(["rulebook", insurer, "--pretty"]) == 0
    pretty = capsys.readouterr().out
    assert json.loads(pretty) == json.loads(library().insurers[insurer].rulebook.to_json())
    assert len(pretty.splitlines()) > 100


def test_an_unknown_insurer_has_no_rulebook(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rulebook", "kiyosee"]) == 1
    assert "insurer: 'kiyosee' is not known; allowed: " in capsys.readouterr().err
