"""What an insurer's file says beside its rules: its document, the passages of it, whom to ask, and words of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.errors import hint
from checker.authoring.insurer import Contact, Passage, Source
from checker.authoring.shapes import found, read_list, read_mapping, read_rows, read_text, read_texts, refuse_unknown
from checker.authoring.source import Block

if TYPE_CHECKING:
    from checker.authoring.errors import Report
    from checker.authoring.source import Place

__all__ = ["read_contacts", "read_passages", "read_source", "read_words"]

_SOURCE = ("title", "date", "year", "note")
_PASSAGE = ("label", "source", "date", "status")
_STATUSES = ("A", "B", "C")
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
        if "status" in row and row["status"] not in _STATUSES:
            report.wrong(
                row, "status", f"passage {name!r} has status {row['status']!r}; {hint(row['status'], _STATUSES)}"
            )
        date = read_text(row, "date", report)
        place = Source(read_text(row, "source", report), date, date[:4], "") if "source" in row else source
        locator = read_text(row, "locator", report)
        passages[f"{prefix}/{name}"] = Passage(
            id=f"{prefix}/{name}",
            locator=locator,
            label=read_text(row, "label", report, locator),
            says=read_text(row, "says", report),
            source=place,
            status=row.get("status"),
        )
    return passages


def read_contacts(block: Block, report: Report) -> tuple[Contact, ...]:
    """Whom to ask, as far as the source states it."""
    rows = read_list(block, "contacts", report, "mappings with `name`")
    return tuple(_contact(row, place, report) for row, place in zip(rows, rows.places, strict=True))


def read_words(block: Block, report: Report) -> dict[str, str]:
    """Words that only this insurer uses, by their ids."""
    words = read_mapping(block, "words", report)
    return {name: read_text(words, name, report) for name in words}


def _contact(row: object, place: Place, report: Report) -> Contact:
    if not isinstance(row, Block):
        message = f"`contacts` has {found(row)} in it; a mapping with {', '.join(_CONTACT)} is meant"
        report.at(place, message)
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
