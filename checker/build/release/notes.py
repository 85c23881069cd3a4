"""Whether a tag, the project's version and the change log agree, and what the change log says of the version."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["ReleaseError", "notes_of"]

_HEADING = re.compile(r"^## \[([^\]]+)\].*$", re.MULTILINE)


class ReleaseError(Exception):
    """Nothing can be released as things are; the message says what disagrees, and the way out."""


def notes_of(root: Path, tag: str) -> str:
    """Return the section of CHANGELOG.md on the version that a tag names.

    Raises ReleaseError where tag, pyproject.toml and CHANGELOG.md do not agree, all at once.
    """
    declared = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    section = _sections((root / "CHANGELOG.md").read_text(encoding="utf-8")).get(declared, "")
    faults = []
    if tag != f"v{declared}":
        faults.append(f"the tag is {tag}, but pyproject.toml has {declared}: tag v{declared}, or change the version")
    if not section:
        faults.append(f"CHANGELOG.md says nothing under `## [{declared}]`: write what people will notice")
    if faults:
        raise ReleaseError("\n".join(faults))
    return f"{section}\n"


def _sections(text: str) -> dict[str, str]:
    """Return what stands under each version's heading."""
    _, *parts = _HEADING.split(text)
    return {version: told.strip() for version, told in zip(parts[::2], parts[1::2], strict=True)}
