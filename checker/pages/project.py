"""The project's own version, as its pyproject.toml states it."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["project_version"]


def project_version(root: Path) -> str:
    """Return the version of the project at `root`."""
    told = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return str(told["project"]["version"])
