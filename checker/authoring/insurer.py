"""One insurer: its document, passages, contacts and words, and the rulebook that is in force for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from checker.authoring.errors import Report
    from checker.authoring.source import Block
    from checker.engine.rulebook import Rulebook

__all__ = ["Contact", "Insurer", "Passage", "Source", "read_contacts", "read_passages", "read_source"]


@dataclass(frozen=True, slots=True)
class Source:
    """The document that was read. ``date`` and ``year`` are as far as it states them."""

    title: str
    date: str
    year: str
    note: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a document, and what it says in our own words.

    ``locator`` finds the place in the source; ``label`` is how pages name it, since a heading may hold words that must
    not stand on a screen which somebody else can see.
    ``status``: for the national layer: A (read in an official text), B (through a secondary page), C (unsettled).
    """

    id: str
    locator: str
    label: str
    says: str
    source: Source
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask. ``phone``: pairs of what a number is for and the number."""

    name: str
    lines: tuple[str, ...] = ()
    phone: tuple[tuple[str, str], ...] = ()
    hours: str | None = None


@dataclass(frozen=True, slots=True)
class Insurer:
    """All that is known of one insurer. ``example``: its document does not name it, so it is shown apart."""

    id: str
    name: str
    short: str
    kana: str
    status: str
    example: bool
    review_by: date | None
    source: Source
    contacts: tuple[Contact, ...]
    passages: dict[str, Passage] = field(hash=False)
    words: dict[str, str] = field(hash=False)
    rulebook: Rulebook = field(hash=False)


def read_source(block: Block, report: Report) -> Source:
    """The document that a file speaks of."""
    raw = block.get("source") or {}
    for key in ("title", "date", "year"):
        if not raw.get(key):
            report.add(block.file, block.at("source"), f"`source` needs {key}")
    return Source(*(str(raw.get(key, "")) for key in ("title", "date", "year", "note")))


def read_passages(block: Block, prefix: str, source: Source, report: Report) -> dict[str, Passage]:
    """The passages of a file by their ids; each needs a locator and our paraphrase."""
    found = {}
    for name, raw in block.get("passages", {}).items():
        row: dict[str, Any] = raw if isinstance(raw, dict) else {}
        for key in ("locator", "says"):
            if not row.get(key):
                report.add(block.file, block["passages"].at(name), f"passage {name!r} needs {key}")
        place = (
            Source(str(row["source"]), str(row.get("date", "")), str(row.get("date", ""))[:4], "")
            if "source" in row
            else source
        )
        locator = str(row.get("locator"))
        label = str(row.get("label", locator))
        found[f"{prefix}/{name}"] = Passage(
            f"{prefix}/{name}", locator, label, str(row.get("says")), place, row.get("status")
        )
    return found


def read_contacts(block: Block) -> tuple[Contact, ...]:
    """Whom to ask, as far as the source states it."""
    return tuple(
        Contact(
            name=str(raw["name"]),
            lines=tuple(map(str, raw.get("lines", ()))),
            phone=tuple((str(label), str(number)) for label, number in raw.get("phone", {}).items()),
            hours=raw.get("hours"),
        )
        for raw in block.get("contacts", ())
    )
