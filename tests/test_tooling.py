"""What a machine lacks is named with what was found, what is needed, and the way out.

The machine is made up: a PATH with a handful of tiny scripts, and a copy of the set-up's own files.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from checker.build.bootstrap import browser, headless, steps, tools
from checker.build.bootstrap.needs import venv_problem
from checker.build.bootstrap.stamps import mark_fresh
from checker.build.bootstrap.steps import SetupError, run_step

ROOT = Path(__file__).resolve().parents[1]
MAKE = shutil.which("make") or "make"
NEEDED = (
    *("checker/__init__.py", "checker/build/__init__.py", "checker/build/bootstrap", "Makefile"),
    *("requirements.txt", "pyodide-tools.txt", "package.json", "package-lock.json", ".npmrc"),
)


class Machine:
    """A clone on a machine whose PATH holds only what is put there."""

    def __init__(self, folder: Path) -> None:
        self.clone = folder / "clone"
        self.bin = folder / "bin"
        self.bin.mkdir(parents=True)
        for name in NEEDED:
            source, target = ROOT / name, self.clone / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, target)

    def put(self, name: str, script: str) -> None:
        """Put a program on the PATH."""
        path = self.bin / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        env = {"PATH": str(self.bin), "HOME": str(self.clone)}
        return subprocess.run(command, cwd=self.clone, env=env, capture_output=True, text=True, check=False)

    def set_up(self) -> subprocess.CompletedProcess[str]:
        return self.run(sys.executable, "-m", "checker.build.bootstrap", "tools")


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture
def here(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """Make this very process believe that it runs on the made-up machine."""
    monkeypatch.setenv("PATH", str(machine.bin))
    monkeypatch.setenv("HOME", str(machine.clone))
    monkeypatch.delenv("PLAYWRIGHT_BROWSERS_PATH", raising=False)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "_MAC", ())
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    return machine


def test_all_that_is_missing_is_said_at_once(machine: Machine) -> None:
    done = machine.set_up()
    assert done.returncode == 1
    assert "Node is missing (no `node` on the PATH): 20 or newer is needed." in done.stderr
    assert "npm is missing (no `npm` on the PATH): 9 or newer is needed." in done.stderr
    assert "Way out: install Node 20 or newer with npm" in done.stderr
    assert not (machine.clone / ".venv").exists()


def test_an_old_node_and_an_old_npm_are_named(machine: Machine) -> None:
    machine.put("node", "echo v18.19.0")
    machine.put("npm", "echo 8.19.4")
    said = machine.set_up().stderr
    assert f"Node 18.19.0 is too old ({machine.bin}/node): 20 or newer is needed." in said
    assert f"npm 8.19.4 is too old ({machine.bin}/npm): 9 or newer is needed." in said


def test_a_node_that_does_not_start_is_named(machine: Machine) -> None:
    machine.put("node", "exit 127")
    said = machine.set_up().stderr
    assert f"Node does not tell its version ({machine.bin}/node --version): 20 or newer" in said


def test_an_old_python_is_told_so_by_itself(machine: Machine) -> None:
    pretend = (
        "import runpy, sys; sys.version_info = (3, 9, 2, 'final', 0);"
        "runpy.run_module('checker.build.bootstrap', run_name='__main__')"
    )
    done = machine.run(sys.executable, "-c", pretend)
    assert done.returncode == 1
    assert f"Python 3.9.2 is too old ({sys.executable}): 3.11 or newer is needed." in done.stderr
    assert "Way out: install a newer Python" in done.stderr


def test_make_says_that_python_is_missing(machine: Machine) -> None:
    done = machine.run(MAKE, "tools")
    assert done.returncode == 2
    assert "Python is missing (no python3 on the PATH): 3.11 or newer is needed." in done.stderr
    assert "apt-get install python3 python3-venv" in done.stderr


def test_make_passes_by_an_old_python_for_a_newer_one(machine: Machine) -> None:
    machine.put("python3", "exit 1")
    machine.put("python3.12", 'test "$1" = -c || echo "chosen: $*"')
    assert "chosen: -m checker.build.bootstrap tools" in machine.run(MAKE, "tools").stdout


def test_a_failed_part_fails_the_command(machine: Machine) -> None:
    machine.put("python3", 'test "$1" = -c || exit 3')
    assert machine.run(MAKE, "setup").returncode == 2


def test_an_unknown_part_is_refused(machine: Machine) -> None:
    done = machine.run(sys.executable, "-m", "checker.build.bootstrap", "kitchen")
    assert done.returncode == 2
    assert "unknown part 'kitchen'; there are: tools, browser" in done.stderr


def test_a_python_without_ensurepip_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    said = str(venv_problem())
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert said.startswith(f"Python {version} ({sys.executable}) lacks its modules venv and ensure")
    assert f"Way out: apt-get install python{version}-venv" in said


def test_what_is_there_is_not_made_again(here: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    here.put("node", "echo v20.19.0")
    for part in tools.parts(here.clone):
        part.folder.mkdir(parents=True)
        mark_fresh(part.folder, part.key)
    tools.make_tools(here.clone)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("lock", ["requirements.txt", "package-lock.json", "pyodide-tools.txt"])
def test_a_changed_lock_makes_its_part_anew(here: Machine, lock: str) -> None:
    for part in tools.parts(here.clone):
        part.folder.mkdir(parents=True)
        mark_fresh(part.folder, part.key)
    (here.clone / lock).write_text("another")
    assert [part.is_fresh() for part in tools.parts(here.clone)].count(False) == 1


def test_no_browser_and_no_way_to_install_one(here: Machine) -> None:
    with pytest.raises(SetupError) as caught:
        browser.make_browser(here.clone)
    said = str(caught.value)
    assert "Chromium 120 or newer is missing (no chromium, chromium-browser," in said
    assert "Way out: install Chromium or Chrome, and Noto Sans CJK JP" in said


def test_an_old_browser_is_named_with_the_command_to_type(here: Machine) -> None:
    here.put("chromium", "echo Chromium 90.0.4430.212 built on Debian")
    here.put("apt-get", "exit 100")
    with pytest.raises(SetupError) as caught:
        browser.make_browser(here.clone)
    said = str(caught.value)
    assert f"{here.bin}/chromium: version 90.0.4430.212" in said
    assert "Way out: sudo sh -c 'apt-get update && apt-get install -y chromium fonts-noto-cjk'" in said
    assert "CHROMIUM" in said


def test_a_browser_is_installed_where_that_is_allowed(here: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    new = f"printf '#!/bin/sh\\necho Chromium 156.0.1\\n' > {here.bin}/chromium"
    here.put("fc-list", "echo Noto Sans CJK JP")
    here.put("sudo", 'shift; test "$1" = true || exec "$@"')
    here.put("apt-get", f'test "$1" = install && {new} && /bin/chmod +x {here.bin}/chromium')
    browser.make_browser(here.clone)
    assert browser.require_chromium() == here.bin / "chromium"
    assert "system packages chromium: done in" in capsys.readouterr().out


def test_missing_japanese_fonts_are_said(here: Machine) -> None:
    here.put("chromium", "echo Chromium 156.0.1")
    here.put("fc-list", "exit 0")
    with pytest.raises(SetupError, match=r"Japanese fonts are missing \(`fc-list :lang=ja`"):
        browser.make_browser(here.clone)


def test_the_browser_can_be_chosen(here: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    here.put("mine", "echo Chromium 156.0.1")
    monkeypatch.setenv("CHROMIUM", str(here.bin / "mine"))
    assert browser.require_chromium() == here.bin / "mine"
    monkeypatch.setenv("CHROMIUM", str(here.bin / "typo"))
    with pytest.raises(SetupError, match=r"typo: version unknown"):
        browser.require_chromium()


def test_the_quickest_browser_is_taken_but_for_a_chosen_one(here: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    here.put("chromium", "echo Chromium 156.0.1")
    assert headless.require_headless() == here.bin / "chromium"
    here.put("chromium-headless-shell", "echo Chromium 90.0.1")
    assert headless.require_headless() == here.bin / "chromium", "an old one is left alone"
    here.put("chromium-headless-shell", "echo Chromium 156.0.1")
    assert headless.require_headless() == here.bin / "chromium-headless-shell"
    monkeypatch.setenv("CHROMIUM", str(here.bin / "chromium"))
    assert headless.require_headless() == here.bin / "chromium"


def test_the_quickest_browser_is_no_condition(here: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    here.put("apt-get", "exit 100")
    headless.make_headless(here.clone)
    assert capsys.readouterr().out == "", "where the system has no such package, nothing is tried"
    here.put("apt-cache", "exit 0")
    here.put("sudo", 'shift; test "$1" = true || exec "$@"')
    headless.make_headless(here.clone)
    assert "system packages chromium-headless-shell" in capsys.readouterr().out


def test_a_long_step_shows_that_it_lives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(steps, "HEARTBEAT", 0.05)
    run_step("waiting", ["sleep", "0.3"], tmp_path / "log")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "  waiting ..."
    assert lines[1] == "  waiting ... 0 s"
    assert lines[-1].startswith("  waiting: done in 0.")


def test_a_failed_step_shows_the_end_of_its_log(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "step.log"
    command = ["sh", "-c", "seq 100; echo because >&2; exit 7"]
    with pytest.raises(SetupError) as caught:
        run_step("packages", command, log)
    lines = str(caught.value).splitlines()
    assert lines[0].startswith("packages failed (exit 7): sh -c")
    assert lines[-2:] == ["    because", f"  All of it: {log}"]
    assert "    76" not in lines
