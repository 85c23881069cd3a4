"""The runtime as it ships, and one Node process that runs its engine for many lines."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from checker.authoring import load_library
from checker.build.runtime import build_runtime

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.authoring import Library

ROOT = Path(__file__).resolve().parents[2]

Asked = tuple[str, ...]
"""An insurer's id, and a line for its door; then what else than the decision is asked, as ``engine.mjs`` says."""


@dataclass(frozen=True)
class Ran:
    """What the engine on Node said: an answer (or a traceback) for each line, and what it imported."""

    answers: list[str]
    result: str | None
    modules: frozenset[str]


@dataclass(frozen=True)
class Shipped:
    """The built runtime, ready to run on Node."""

    folder: Path

    def run(self, books: Mapping[str, str], asked: Sequence[Asked], code: str | None = None) -> Ran:
        """Boot once, open a door for each rulebook, ask all lines, then run some Python."""
        order = {
            "runtime": str(self.folder),
            "boot": str(ROOT / "checker" / "browser" / "pyodide-boot.js"),
            "books": dict(books),
            "asked": list(asked),
            "code": code,
        }
        done = subprocess.run(
            ["node", str(Path(__file__).with_name("engine.mjs"))],
            input=json.dumps(order),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr[-2000:]
        said: dict[str, Any] = json.loads(done.stdout)
        return Ran(said["answers"], said["result"], frozenset(said["modules"]))


@pytest.fixture(scope="session")
def shipped() -> Shipped:
    folder = ROOT / "build" / "runtime"
    build_runtime(folder, ROOT)
    return Shipped(folder)


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(ROOT)


@pytest.fixture(scope="session")
def books(library: Library) -> dict[str, str]:
    """Return every insurer's rulebook as the browser gets it."""
    return {name: insurer.rulebook.to_json() for name, insurer in library.insurers.items()}
