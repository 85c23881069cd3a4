"""What all tests share: their order, random examples that repeat, a browser, the built site."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from checker.build.bootstrap.browser import require_chromium
from checker.build.bootstrap.headless import require_headless
from checker.build.bootstrap.steps import SetupError

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]

_GROUPS = ("engine", "page_engine", "authoring", "", "build", "pages", "browser")
"""Folders of tests in the order to run: what others rest on first; "" is this folder itself."""

# A test that fails for one person fails for all: no clock decides, and no luck.
settings.register_profile("repeatable", deadline=None, derandomize=True, database=None)
settings.load_profile("repeatable")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the groups in order; within one, as collected."""
    items.sort(key=lambda item: _rank(item.path))


def _rank(path: Path) -> int:
    parts = path.relative_to(ROOT / "tests").parts
    group = parts[0] if len(parts) > 1 else ""
    return _GROUPS.index(group) if group in _GROUPS else _GROUPS.index("")


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """Return a real Chromium; without one, tests fail with the command to type."""
    return _required(require_chromium)


@pytest.fixture(scope="session")
def headless_path() -> Path:
    """Return the quickest real Chromium there is."""
    return _required(require_headless)


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site as `make site` builds it, built once; `SITE_DIR` names one to take as it is.

    Beside the working tree's own `site/`, so that a test run disturbs no `make serve`.
    """
    if ready := os.environ.get("SITE_DIR"):
        return Path(ready).resolve()
    folder = tmp_path_factory.mktemp("site")
    _build("checker", "build", "runtime")
    _build("mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder))
    return folder


@pytest.fixture(scope="session")
def offline_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that `make offline` writes, built once; `OFFLINE_DIR` names one to take as it is."""
    if ready := os.environ.get("OFFLINE_DIR"):
        return Path(ready).resolve()
    folder = tmp_path_factory.mktemp("offline")
    _build("checker", "build", "offline", "--out", str(folder))
    return folder


def _required(find: Callable[[], Path]) -> Path:
    try:
        return find()
    except SetupError as error:
        pytest.fail(str(error), pytrace=False)


def _build(*command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}", pytrace=False)
