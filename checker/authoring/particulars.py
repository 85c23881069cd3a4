"""What an insurer's file says beside its rules: its document, the passages of it, whom to ask, and words of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.insurer import Contact, Passage, Source
from checker.authoring.shapes import found, read_list, read_mapping, read_rows, read_text, read_texts, refuse_unknown
from checker.authoring.source import Block

if TYPE_CHECKING:
    from checker.authoring.errors import Report

__all__ = ["read_contacts", "read_passages", "read_source", "read_words"]

_SOURCE = ("title", "date", "year", "note")
_PASSAGE = ("label", "source", "date", "status")
_CONTACT = ("name", "lines", "phone", "hours")


def read_source(block: Block, report: Report) -> Source:
    """The document that a file speaks of."""
    raw = read_mapping(block, "source", report)
    refuse_unknown(raw, _SOURCE, "`source`", report)
    for key in ("title", "date", "year"):
        if raw.get(key, "") == "" and isinstance(block.get("source", raw), Block):
            report.wrong(block, "source", f"`source` needs {key}")
    return Source(*(read_text(raw, key, report) for key in _SOURCE))


def read_passages(block: Block, prefix: str, source: Source, report: Report) -> dict[str, Passage]:
    """The passages of a file by their ids; each needs a locator and our paraphrase."""
    passages = {}
    for name, row in read_rows(block, "passages", report, ("locator", "says"), _PASSAGE):
        for key in ("locator", "says"):
            if row[key] == "":
                report.wrong(row, key, f"passage {name!r} has an empty {key}")
        date = read_text(row, "date", report)
        place = Source(read_text(row, "source", report), date, date[:4], "") if "source" in row else source
        locator = read_text(row, "locator", report)
        passages[f"{prefix}/{name}"] = Passage(
            id=f"{prefix}/{name}",
            locator=locator,
            label=read_text(row, "label", report, locator),
            says=read_text(row, "says", report),
            source=place,
            status=read_text(row, "status", report) or None,
        )
    return passages


def read_contacts(block: Block, report: Report) -> tuple[Contact, ...]:
    """Whom to ask, as far as the source states it."""
    return tuple(_contact(row, block, report) for row in read_list(block, "contacts", report, "mappings with `name`"))


def read_words(block: Block, report: Report) -> dict[str, str]:
    """Words that only this insurer uses, by their ids."""
    words = read_mapping(block, "words", report)
    return {name: read_text(words, name, report) for name in words}


def _contact(row: object, block: Block, report: Report) -> Contact:
    if not isinstance(row, Block):
        report.wrong(
            block, "contacts", f"`contacts` has {found(row)} in it; a mapping with {', '.join(_CONTACT)} is meant"
        )
        return Contact("")
    refuse_unknown(row, _CONTACT, "a contact", report)
    if row.get("name", "") == "":
        report.add(row.file, row.line, "a contact needs `name`: whom the numbers and lines reach")
    phone = read_mapping(row, "phone", report)
    return Contact(
        name=read_text(row, "name", report),
        lines=read_texts(row, "lines", report),
        phone=tuple((label, read_text(phone, label, report)) for label in phone),
        hours=read_text(row, "hours", report) or None,
    )
