"""The site as it would be released, built aside from `site/`, and what of it a visitor of a checker page loads."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["build_release"]

_CHECKER = ("check/", "assets/", "v1/")


def build_release(root: Path) -> dict[str, bytes]:
    """Build Python for the browser and the site; return the files of the checker by their address.

    Raises RuntimeError with the builder's own words where it fails.
    """
    folder = root / "build" / "bench-site"
    _run(root, "checker", "build", "runtime")
    _run(root, "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder))
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if name.startswith(_CHECKER)}


def _run(root: Path, *command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed: {done.stderr.strip()[-500:] or done.stdout.strip()[-500:]}")
