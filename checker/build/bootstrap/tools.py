"""The three folders of packages that building and testing need, each made from a hashed lock."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.build.bootstrap.needs import NODE, NPM, venv_problem
from checker.build.bootstrap.stamps import fingerprint, is_fresh, mark_fresh
from checker.build.bootstrap.steps import SetupError, run_step

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True)
class Part:
    """A folder to make, what it is made from, and how."""

    folder: Path
    key: str
    make: Callable[[Path], None]

    def is_fresh(self) -> bool:
        """Whether it is there, from the inputs of now."""
        return is_fresh(self.folder, self.key)


def make_tools(root: Path) -> None:
    """Make `.venv`, `node_modules` and `build/pyodide-tools`, or find them up to date.

    Everything that the machine lacks is reported at once, before anything is installed.
    """
    python, node, pyodide = parts(root)
    problems = [NODE.problem()]
    if not node.is_fresh():
        problems.append(NPM.problem())
    if not python.is_fresh():
        problems.append(venv_problem())
    if missing := [problem for problem in problems if problem]:
        raise SetupError("\n".join(missing))
    for part in (python, node, pyodide):
        if not part.is_fresh():
            part.make(root)
            mark_fresh(part.folder, part.key)


def parts(root: Path) -> tuple[Part, Part, Part]:
    """Return the Python packages, the Node packages and Pyodide's compiler of a clone."""
    # A venv knows its own path and its Python: moved or updated, it has to be made anew.
    python = fingerprint(root / "requirements.txt", str(root), sys.version, _base_python())
    node = fingerprint(root / "package-lock.json", root / "package.json", root / ".npmrc")
    tools = fingerprint(root / "pyodide-tools.txt")
    return (
        Part(root / ".venv", python, _make_venv),
        Part(root / "node_modules", node, _make_node_modules),
        Part(root / "build" / "pyodide-tools", tools, _make_pyodide_tools),
    )


def _base_python() -> str:
    # From inside a venv, perhaps the one to be replaced, its own base must make the new one.
    return str(getattr(sys, "_base_executable", sys.executable))


def _make_venv(root: Path) -> None:
    logs = root / "build" / "logs"
    venv = root / ".venv"
    run_step("virtual environment", [_base_python(), "-m", "venv", "--clear", str(venv)],
             logs / "venv.log")  # fmt: skip
    run_step(
        "Python packages",
        [*_pip(root), "install", "--require-hashes", "-r", str(root / "requirements.txt")],
        logs / "pip.log",
        env=_pip_env(),
    )
    # Programs of the venv, such as mkdocs with our hook, must find the package `checker`.
    (site,) = (venv / "lib").glob("python*/site-packages")
    (site / "checker.pth").write_text(f"{root}\n", encoding="utf-8")


def _make_node_modules(root: Path) -> None:
    # No package of ours needs an install script, so none gets to run one.
    command = ["npm", "ci", "--ignore-scripts"]
    run_step("Node packages", command, root / "build" / "logs" / "npm.log", cwd=root)


def _make_pyodide_tools(root: Path) -> None:
    target = root / "build" / "pyodide-tools"
    shutil.rmtree(target, ignore_errors=True)
    run_step(
        "Pyodide's compiler",
        [*_pip(root), "install", "--target", str(target), "--no-deps", "--no-compile",
         "--ignore-requires-python", "--require-hashes", "-r", str(root / "pyodide-tools.txt")],
        root / "build" / "logs" / "pyodide-tools.log",
        env=_pip_env(),
    )  # fmt: skip


def _pip(root: Path) -> list[str]:
    return [str(root / ".venv" / "bin" / "python"), "-m", "pip"]


def _pip_env() -> dict[str, str]:
    return {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
