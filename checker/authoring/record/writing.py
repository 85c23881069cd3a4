"""A new entry on top of a file of the record; everything else in the file stays as it is, comments too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from checker.authoring.errors import AuthoringError, Report
from checker.authoring.languages import Aloud
from checker.authoring.record.entries import FOLDER, easy_texts, entry_blocks, read_entries

if TYPE_CHECKING:
    from pathlib import Path

    from checker.authoring.record.entries import Entry

__all__ = ["write_entry"]

_HEAD = """\
# What changed in what is told of this insurer, for residents and for the pages that show it; newest first.
# Written by `python -m checker changes record`; CONTRIBUTING.md ("Record it") says what the keys mean.
changes:
"""

_KEY = re.compile(r"^changes:[ \t]*(?:#.*)?$", re.MULTILINE)
_ITEM = re.compile(r"^([ ]*)- ", re.MULTILINE)


def write_entry(root: Path, insurer: str, entry: Entry) -> Path:
    """Put the entry on top of the insurer's file below ``root``, which is made where it is missing; return the file.

    Raises AuthoringError, with the file as it was, where it cannot be read with the entry in it.
    """
    path = root / FOLDER / f"{insurer}.yaml"
    before = path.read_bytes() if path.is_file() else None
    text = _HEAD if before is None else before.decode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_with_entry(text, entry).encode())
    report = Report(root)
    blocks = entry_blocks(root, [insurer], Report(root))
    Aloud(root / "docs" / "text", report).of(easy_texts(blocks))
    entries = read_entries(blocks, {}, report).get(insurer, ())
    if not report.findings and (not entries or entries[0] != entry):
        report.add(path, 0, "no line says `changes:` alone, with the entries below it; write the file in that form")
    if report.findings:
        path.unlink() if before is None else path.write_bytes(before)
        raise AuthoringError(report.findings)
    return path


def _with_entry(text: str, entry: Entry) -> str:
    """The text with the entry right below `changes:`, indented and ended like its lines."""
    key = _KEY.search(text.replace("\r\n", " \n"))
    if key is None:
        return text
    newline = "\r\n" if "\r\n" in text else "\n"
    start = text.index("\n", key.start()) + 1
    item = _ITEM.search(text, start)
    margin = item[1] if item else "  "
    lines = yaml.safe_dump([_row(entry)], allow_unicode=True, sort_keys=False, width=10_000).splitlines()
    return text[:start] + "".join(f"{margin}{line}{newline}" for line in lines) + text[start:]


def _row(entry: Entry) -> dict[str, Any]:
    row = {"date": entry.on, "version": entry.stamp.version, "text": entry.stamp.text, "says": dict(entry.says)}
    counts = {topic: f"{changed} of {of}" for topic, (changed, of) in entry.situations.items()}
    return {**row, "situations": counts} if counts else row
