"""Which of the files that people write have changed since somebody last looked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["OWN_FOLDERS", "Watch"]

OWN_FOLDERS = ("docs/insurers", "docs/statements", "docs/changes")
"""Folders in which each file is one insurer's, and named after it."""

_FOLDERS = (".", "docs", "docs/text", *OWN_FOLDERS)


class Watch:
    """Compares files by their time and size; one that is being replaced may be missing for a moment."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._seen = dict(self._look())

    def changed(self) -> set[str]:
        """The files that are new, gone or another since the last call, as seen from the root."""
        now = dict(self._look())
        before, self._seen = self._seen, now
        return {name for name in before.keys() | now.keys() if before.get(name) != now.get(name)}

    def _look(self) -> Iterator[tuple[str, tuple[int, int]]]:
        for folder in _FOLDERS:
            for path in (self._root / folder).glob("*.yaml"):
                try:
                    seen = path.stat()
                except FileNotFoundError:
                    continue
                yield path.relative_to(self._root).as_posix(), (seen.st_mtime_ns, seen.st_size)
