"""All packages that the locks name: Python's, Pyodide's compiler's and Node's."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["NPM", "PYPI", "Package", "locked"]

PYPI, NPM = "PyPI", "npm"
_PIN = re.compile(r"^([\w.-]+)==([\w.+-]+)", re.MULTILINE)
_FOLDER = "node_modules/"


@dataclass(frozen=True, order=True)
class Package:
    """A package of one version; `licence` is what the lock itself says of it."""

    ecosystem: str
    name: str
    version: str
    licence: str = ""

    def __str__(self) -> str:
        """Its name and version, and where it is from."""
        return f"{self.name} {self.version} ({self.ecosystem})"


def locked(root: Path) -> list[Package]:
    """Return the packages of the project at `root`, each once."""
    texts = ((root / name).read_text(encoding="utf-8") for name in ("requirements.txt", "pyodide-tools.txt"))
    pins = {Package(PYPI, name, version) for text in texts for name, version in _PIN.findall(text)}
    lock = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))
    nodes = {
        Package(NPM, path.rpartition(_FOLDER)[2], row["version"], row.get("license", ""))
        for path, row in lock["packages"].items()
        if path
    }
    return sorted(pins | nodes)
