"""What an insurer's file says beside its rules and its document: whom to ask, and words of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.errors import hint
from checker.authoring.insurer import Contact
from checker.authoring.shapes import found, read_list, read_mapping, read_text, read_texts, refuse_unknown
from checker.authoring.source import Block

if TYPE_CHECKING:
    from collections.abc import Collection

    from checker.authoring.errors import Report
    from checker.authoring.source import Place

__all__ = ["CONTACT_KEYS", "read_contacts", "read_words"]

CONTACT_KEYS = ("name", "lines", "phone", "hours", "passages")


def read_contacts(block: Block, prefix: str, passages: Collection[str], report: Report) -> tuple[Contact, ...]:
    """Whom to ask, as far as the source states it; ``passages`` are the ids of all places that may say so."""
    rows = read_list(block, "contacts", report, "mappings with `name`")
    return tuple(_contact(row, place, prefix, passages, report) for row, place in zip(rows, rows.places, strict=True))


def read_words(block: Block, report: Report) -> dict[str, str]:
    """Words that only this insurer uses, by their ids."""
    words = read_mapping(block, "words", report)
    return {name: read_text(words, name, report) for name in words}


def _contact(row: object, place: Place, prefix: str, passages: Collection[str], report: Report) -> Contact:
    if not isinstance(row, Block):
        message = f"`contacts` has {found(row)} in it; a mapping with {', '.join(CONTACT_KEYS)} is meant"
        report.at(place, message)
        return Contact("")
    refuse_unknown(row, CONTACT_KEYS, "a contact", report)
    if row.get("name", "") == "":
        report.add(row.file, row.line, "a contact needs `name`: whom the numbers and lines reach")
    phone = read_mapping(row, "phone", report)
    named = tuple(text if "/" in text else f"{prefix}/{text}" for text in read_texts(row, "passages", report))
    for one in named:
        if one not in passages:
            message = f"a contact names the passage {one!r}, which is not there; {hint(one, passages)}"
            report.wrong(row, "passages", message)
    return Contact(
        name=read_text(row, "name", report),
        lines=read_texts(row, "lines", report),
        phone=tuple((label, read_text(phone, label, report)) for label in phone),
        hours=read_text(row, "hours", report) or None,
        passages=named,
        called=read_text(row, "name", report),
    )
