"""The package as a wheel: the same commit gives the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from checker.build.release.notes import ReleaseError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["build_wheel"]


def build_wheel(out: Path, root: Path) -> Path:
    """Return the wheel of the project at `root`, written into `out`; nothing is fetched for it.

    Raises ReleaseError with the end of what the build said.
    """
    command = [
        "pip",
        "wheel",
        str(root),
        "--no-deps",
        "--no-build-isolation",
        "--no-cache-dir",
        "--wheel-dir",
        str(out),
    ]
    env = {**os.environ, "SOURCE_DATE_EPOCH": _changed_at(root)}
    done = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, env=env, check=False)
    if done.returncode:
        message = (
            f"the wheel cannot be built; run `make setup` if a tool is missing:\n{(done.stdout + done.stderr)[-2000:]}"
        )
        raise ReleaseError(message)
    [wheel] = out.glob("*.whl")
    return wheel


def _changed_at(root: Path) -> str:
    """Return when the commit was made, in seconds; where there is no repository, a day that zip files can hold."""
    asked = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    return told or "315532800"
