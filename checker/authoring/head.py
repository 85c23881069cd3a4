"""The head of an insurer's file: its keys, and what is chosen from a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.authoring.declarations import OWN_KEYS
from checker.authoring.drafts import DRAFT
from checker.authoring.errors import hint
from checker.authoring.shapes import found, refuse_unknown

if TYPE_CHECKING:
    from checker.authoring.errors import Report
    from checker.authoring.source import Block

__all__ = ["INSURER_KEYS", "OTHER", "SCHEMES", "STATUSES", "check_head"]

INSURER_KEYS = (
    "id", "name", "short", "kana", "number", "found_by", "scheme", "status", "example", "review_by", "source",
    "passages", "change", "drop", "rules", "terms", "contacts", "words", "other_languages", *OWN_KEYS,
)  # fmt: skip

OTHER = "other"
"""The insurer that stands for all others; its passages are the national ones."""

SCHEMES = ("nhi", "employees", "late_elderly")
"""Kinds of insurance, as a document states them."""
STATUSES = ("published", "withdrawn", DRAFT)
_NUMBER = re.compile(r"\d{6}(?:\d\d)?", re.ASCII)


def check_head(block: Block, report: Report) -> None:
    """What stands at the head of an insurer's file, as far as it is chosen from a list."""
    refuse_unknown(block, INSURER_KEYS, "the file", report)
    stem = OTHER if block.file.parent.name == "docs" else block.file.stem
    if block.get("id") != stem:
        report.wrong(block, "id", f"the id is {block.get('id')!r}, the file says {stem!r}; they must agree")
    for key, allowed in (("scheme", SCHEMES), ("status", STATUSES)):
        if key in block and block[key] not in allowed and not (key == "scheme" and block[key] is None):
            report.wrong(block, key, f"{key} is {found(block[key])}; {hint(block[key], allowed)}")
    for key in ("name", "short", "kana"):
        if block.get(key, "") == "":
            report.add(block.file, block.line, f"`{key}` is missing; residents look for the insurer by it")
    if "number" in block and not _NUMBER.fullmatch(str(block["number"])):
        meant = "6 or 8 digits in quotes are meant, as a document states them; without one, take the key out"
        report.wrong(block, "number", f"`number` is {found(block['number'])}; {meant}")
