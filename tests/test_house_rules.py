"""Rules of the house that no linter knows: locks, reasons, what the engine may rest on."""

from __future__ import annotations

import ast
import json
import os
import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.txt", "pyodide-tools.txt", "package-lock.json")
PURE = ("io", "os", "pathlib", "random", "secrets", "socket", "subprocess", "time", "urllib")


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_registry(name: str) -> None:
    lines = (ROOT / name).read_text().splitlines()
    # npm also records where authors ask for money, which nothing is fetched from.
    addresses = [line for line in lines if "://" in line and not line.strip().startswith('"url"')]
    assert addresses == []


@pytest.mark.parametrize("name", ["requirements", "pyodide-tools"])
def test_every_requirement_has_a_reason_and_a_hashed_pin(name: str) -> None:
    wanted = [
        line.partition("#")
        for line in (ROOT / f"{name}.in").read_text().splitlines()
        if line and not line.startswith("#")
    ]
    assert [line[0] for line in wanted if not line[2].strip()] == []
    locked = (ROOT / f"{name}.txt").read_text()
    pins = dict(re.findall(r"^([\w.-]+)==([\w.]+).*\\\n +--hash=sha256:", locked, re.MULTILINE))
    assert len(re.findall(r"^[\w.-]+==", locked, re.MULTILINE)) >= len(pins) > 0
    for requirement, _, _ in wanted:
        package, _, version = requirement.strip().partition("==")
        assert pins[package] == (version or pins[package])


def test_pyodides_compiler_is_locked_to_what_its_import_needs() -> None:
    locked = (ROOT / "pyodide-tools.txt").read_text()
    assert re.findall(r"^([\w-]+)==", locked, re.MULTILINE) == [
        *("click", "markdown-it-py", "mdurl", "packaging", "platformdirs", "pygments"),
        *("pyodide-build", "pyodide-cli", "pyodide-lock", "rich"),
    ]


def test_node_packages_are_pinned_exactly_and_run_no_scripts() -> None:
    package = json.loads((ROOT / "package.json").read_text())
    lock = json.loads((ROOT / "package-lock.json").read_text())
    for name, version in package["devDependencies"].items():
        assert lock["packages"][f"node_modules/{name}"]["version"] == version
    assert [name for name, row in lock["packages"].items() if row.get("hasInstallScript")] == []


def test_every_exception_to_the_linters_has_a_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text()
    section = text[text.index("[tool.ruff.lint]") : text.index("[tool.mypy]")]
    assert re.findall(r'^ +"[A-Z]+\d*",(?! +# \w)', section, re.MULTILINE) == []


def test_every_exception_in_the_code_has_a_reason() -> None:
    """`# noqa: CODE - why`, or `# type: ignore[code] # why`; once in a file is enough for a code."""
    comment = re.compile(r"# (?:noqa: |type: ignore\[)([\w, -]+?)\]?(?:$| +[-#] (\w.*))", re.MULTILINE)
    bare = []
    for path in sorted([*(ROOT / "checker").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]):
        found = comment.findall(path.read_text(encoding="utf-8"))
        codes = {code: False for codes, _ in found for code in codes.split(", ")}
        codes |= {code: True for codes, why in found if why for code in codes.split(", ")}
        bare += [f"{path.relative_to(ROOT)}: {code}" for code, known in codes.items() if not known]
    assert bare == []


def test_the_engine_rests_on_the_standard_library_alone_and_touches_nothing_outside() -> None:
    allowed = sys.stdlib_module_names - set(PURE) | {"checker.engine"}
    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted((ROOT / "checker" / "engine").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in _imported(node)
        if name.split(".")[0] not in allowed and not f"{name}.".startswith("checker.engine.")
    ]
    assert wrong == []


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.level == 0:
        return [node.module or ""]
    return []


def test_the_set_up_rests_on_the_standard_library_alone() -> None:
    wrong = [
        f"{path.name}: {name}"
        for path in (ROOT / "checker" / "build" / "bootstrap").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in _imported(node)
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith("checker.build.bootstrap.")
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ["", "build/", "build/bootstrap/"])
def test_what_an_old_python_reads_first_is_readable_for_it(name: str) -> None:
    ast.parse((ROOT / "checker" / f"{name}__init__.py").read_text(), feature_version=(3, 6))
    entry = ROOT / "checker" / "build" / "bootstrap" / "__main__.py"
    ast.parse(entry.read_text(), feature_version=(3, 6))


def test_ci_runs_what_a_contributor_runs() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text().rstrip().endswith("exec make test")
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text()
    assert "run: .ci/run" in workflow


def test_versions_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert f"## [{project['version']}]" in (ROOT / "CHANGELOG.md").read_text()
