"""What is left to do before a draft can be published: its marks, what it lacks, and the flaws of its rules."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.authoring.drafts import DRAFT, marks
from checker.authoring.errors import AuthoringError
from checker.authoring.head import OTHER
from checker.authoring.source import Place
from checker.authoring.statements import FOLDER, load_statements
from checker.authoring.summary import CASES
from checker.authoring.verify.flaws import Flaws
from checker.authoring.verify.verifying import verify

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from checker.authoring.library import Library
    from checker.authoring.verify.flaws import Flaw

__all__ = ["left_to_do"]

_WAY_OUT = "write it and take the mark out; where the document does not say it, take the whole line out"
_NOT_YET = frozenset({"unrecorded"})
"""Flaws that only what is published can have."""


def left_to_do(library: Library, root: Path, day: date) -> list[Flaw]:
    """Whatever stands between the drafts of a library and being published, in the order of files and lines.

    The library was read with its drafts. Each is held against the national layer alone, so that it neither hides nor
    causes a flaw of what is published.
    """
    names = [name for name, insurer in library.insurers.items() if insurer.status == DRAFT]
    if not names:
        return []
    alone = replace(library, insurers={name: library.insurers[name] for name in (*names, OTHER)})
    files = {library.files.insurers[name].file.relative_to(root).as_posix() for name in names}
    found = [flaw for flaw in verify(alone, root, day) if flaw.file in files and flaw.kind not in _NOT_YET]
    flaws = Flaws(root)
    for name in names:
        _tell_marks(name, library, flaws)
        _tell_missing(name, library, flaws)
        _tell_statements(replace(alone, insurers={one: alone.insurers[one] for one in (name, OTHER)}), flaws)
    return sorted({*found, *flaws.found})


def _tell_marks(name: str, library: Library, flaws: Flaws) -> None:
    own = library.files.insurers[name].file
    for file in (own, flaws.root / FOLDER / f"{name}.yaml", flaws.root / CASES / f"{name}.yaml"):
        bare = []
        for line, told in marks(file):
            if told.strip(" ,}"):
                flaws.add(Place(file, line), DRAFT, told, _WAY_OUT)
            else:
                bare.append(line)
        if bare:
            more = f", and in {len(bare) - 1} more lines below" if len(bare) > 1 else ""
            flaws.add(Place(file, bare[0]), DRAFT, f"something is to be written here{more}", _WAY_OUT)


def _tell_statements(alone: Library, flaws: Flaws) -> None:
    """What is wrong with the statements of the one insurer that a library has, as a message and its way out."""
    try:
        load_statements(flaws.root, alone)
    except AuthoringError as error:
        for found in error.findings:
            message, _, way_out = found.message.partition("; ")
            flaws.add(Place(flaws.root / found.file, found.line), DRAFT, message, way_out)


def _tell_missing(name: str, library: Library, flaws: Flaws) -> None:
    """What a draft may lack, and a published file may not."""
    insurer, block = library.insurers[name], library.files.insurers[name]
    if not insurer.source.document:
        message = "`source` names no document, so no passage can be held against its text"
        flaws.add(block.place("source"), DRAFT, message, "store the text, and name its file without the ending")
    lacking = [row for row in block.get("passages", ()) if not insurer.passages[f"{name}/{row}"].fingerprint]
    stored = [row for row in lacking if "source" not in block["passages"][row]]
    if stored:
        message = f"{len(stored)} of {len(block['passages'])} passages have no fingerprint"
        command = f"python -m checker sources fingerprint --from FOLDER --insurer {name}"
        flaws.add(block["passages"].place(stored[0]), DRAFT, message, f"`{command}` prints them")
    if all(rule.layer != "insurer" for rule in insurer.rulebook.rules):
        way_out = "say in `change` or `rules` what its document says"
        flaws.add(block.place("id"), DRAFT, "no rule is the insurer's own", way_out)
