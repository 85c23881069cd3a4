"""Insurers whose files are still being written: read and checked as all others, and left out of what is published.

A file with `status: draft` may lack its stored document and fingerprints, and may hold the mark TODO, in a text or in a
comment. In any other insurer's file the mark is a mistake.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checker.authoring.errors import Report
    from checker.authoring.source import Block

__all__ = ["DRAFT", "MARK", "check_finished", "is_draft", "marks"]

DRAFT = "draft"
"""The status of an insurer that is not published yet."""

MARK = "TODO"
"""Stands where somebody has still to write something."""

_MARK = re.compile(rf"\b{MARK}\b[ :]*(.*)")


def is_draft(block: Block) -> bool:
    """Whether an insurer's file says that it is not finished."""
    return block.get("status") == DRAFT


def marks(file: Path) -> Iterator[tuple[int, str]]:
    """Each line with the mark, counted from 1, and what is said behind it; none of a file that is not there."""
    text = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
    for number, line in enumerate(text.splitlines() if MARK in text else (), start=1):
        if found := _MARK.search(line):
            yield number, found[1].strip().rstrip("\"'}")


def check_finished(block: Block, report: Report) -> None:
    """Tell of each mark in a file that is to be published."""
    if block.get("status", "published") in ("published", "withdrawn"):  # another is told as none of them
        for line, told in marks(block.file):
            message = f"{MARK} stands here ({told}), and nothing unfinished is published"
            report.add(block.file, line, f"{message}; write it, or keep `status: {DRAFT}`")
