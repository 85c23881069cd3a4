"""The two sides of a comparison, read from a folder, from a git revision, or from the files as they lie there.

Of a revision only the YAML files are read, past git's work tree, which stays as it is.
"""

from __future__ import annotations

import subprocess
import tarfile
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from checker.authoring.diff.older import fill_in
from checker.authoring.errors import AuthoringError
from checker.authoring.library import load_library

if TYPE_CHECKING:
    from checker.authoring.library import Library

__all__ = ["Side", "SideError", "read_sides"]

_RULES = "rules.yaml"
_WORK_TREE = "the working tree"


class SideError(Exception):
    """A side cannot be read; the message says which, why, and the way out, one problem a line."""


@dataclass(frozen=True, slots=True)
class Side:
    """All that one side says. ``commit``: the whole hash of a revision; none of a folder."""

    name: str
    library: Library = field(hash=False, repr=False)
    commit: str = ""

    def __str__(self) -> str:
        """As people name it."""
        told = not self.commit or self.commit.startswith(self.name)
        return self.name if told else f"{self.name} ({self.commit[:9]})"


def read_sides(old: str, new: str | None, project: Path) -> tuple[Side, Side]:
    """Read both sides. ``new`` left out: the files of ``project``, in whose repository revisions are looked up.

    Raises SideError with what is wrong on either side.
    """
    sides: list[Side] = []
    problems: list[str] = []
    for given in (old, new):
        try:
            sides.append(_read(given, project))
        except SideError as error:
            problems.append(str(error))
    if problems:
        raise SideError("\n".join(problems))
    return sides[0], sides[1]


def _read(given: str | None, project: Path) -> Side:
    if given is None:
        return Side(_WORK_TREE, _load(project, _WORK_TREE))
    folder = Path(given)
    if (folder / _RULES).is_file():
        return Side(given, _load(folder, given))
    commit = _git(project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{given}^{{commit}}")
    if commit is None:
        kind = (
            f"a folder without {_RULES}" if folder.is_dir() else "no folder with rules, and no revision that git knows"
        )
        raise SideError(f"{given}: {kind}; name a folder that holds {_RULES}, or a branch, tag or commit")
    name = commit.decode().strip()
    with TemporaryDirectory() as place:
        _unpack(project, name, given, Path(place))
        return Side(given, _load(Path(place), given), name)


def _load(root: Path, name: str) -> Library:
    try:
        return load_library(root, draft=True, mend=fill_in)
    except AuthoringError as error:
        told = [f"{name}: {finding}" for finding in error.findings]
        way_out = f"{name}: its files cannot be read as this version of the checker reads them; mend them"
        raise SideError("\n".join([*told, f"{way_out}, or name a newer revision"])) from error


def _unpack(project: Path, commit: str, given: str, place: Path) -> None:
    """Write the YAML files of a commit below a folder."""
    packed = _git(project, "archive", "--format=tar", commit)
    if packed:
        with tarfile.open(fileobj=BytesIO(packed), mode="r") as archive:
            _write(archive, place)
    if not (place / _RULES).is_file():
        raise SideError(f"{given}: there is no {_RULES} in this revision; name a newer one")


def _write(archive: tarfile.TarFile, place: Path) -> None:
    for member in archive:
        content = archive.extractfile(member) if member.isfile() and member.name.endswith(".yaml") else None
        target = (place / member.name).resolve()
        if content and target.is_relative_to(place.resolve()):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.read())


def _git(project: Path, *arguments: str) -> bytes | None:
    """What git says, or None where it refuses."""
    try:
        done = subprocess.run(["git", "-C", str(project), *arguments], capture_output=True, check=False)
    except FileNotFoundError as error:
        raise SideError("git is not installed, so no revision can be read; name two folders") from error
    return done.stdout if done.returncode == 0 else None
