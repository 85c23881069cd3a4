"""Files for counters without internet, as `make offline` wrote them: offered only where they say what the site says."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from checker.authoring import Library

__all__ = ["Download", "Downloads", "read_downloads"]

_SUMS = "SHA256SUMS"


@dataclass(frozen=True)
class Download:
    """A file to offer."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Downloads:
    """All files of one run, the folder in which they are, and the day and our version of which they are made."""

    folder: Path
    version: str
    built_on: date
    files: tuple[Download, ...]

    @property
    def names(self) -> list[str]:
        """The files to publish, the list of their sums among them."""
        return [*(file.name for file in self.files), _SUMS]


def read_downloads(folder: Path, library: Library) -> Downloads | str:
    """Return the files in `folder`, or the reason why they are not to be offered."""
    told = folder / "offline.json"
    if not told.is_file():
        return f"{folder.name}/{told.name} is not there; `make offline` makes it"
    found = json.loads(told.read_text(encoding="utf-8"))
    if found["rulebooks"] != {one.id: one.rulebook.version for one in library.insurers.values()}:
        return "they were made from other rules; `make offline` makes them anew"
    files = tuple(Download(one["name"], one["bytes"], one["sha256"]) for one in found["files"])
    for file in files:
        path = folder / file.name
        if not path.is_file() or sha256(path.read_bytes()).hexdigest() != file.sha256:
            return f"{file.name} is not the file that was made; `make offline` makes it anew"
    return Downloads(folder, found["version"], date.fromisoformat(found["built_on"]), files)
