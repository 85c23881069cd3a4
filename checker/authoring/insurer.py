"""One insurer: its document, passages, contacts and words, and the rulebook that is in force for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from checker.engine.rules.rulebook import Rulebook

__all__ = ["Contact", "Insurer", "Passage", "Source"]


@dataclass(frozen=True, slots=True)
class Source:
    """The document that was read. ``date`` and ``year`` are as far as it states them.

    ``document``: its stored copy, by the file's name without the ending; "" if none is kept. ``headings``: paths of
    headings on which no passage rests, so that the sections before them end there.
    """

    title: str
    date: str
    year: str
    note: str
    document: str = ""
    headings: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a document, and what it says in our own words.

    ``headings`` find its section in the source, from the outermost on; ``locator`` says the same to people, with the
    part of the section that is meant; ``label`` is how pages name it, since a heading may hold words that must not
    stand on a screen which somebody else can see. ``fingerprint``: of the whole section, see `sources.folding`; "" if
    its source is not stored.
    ``status``: for the national layer: A (read in an official text), B (through a secondary page), C (unsettled).
    """

    id: str
    locator: str
    label: str
    says: str
    source: Source
    status: str | None = None
    headings: tuple[str, ...] = ()
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask. ``phone``: pairs of what a number is for and the number; ``passages``: the places that say so."""

    name: str
    lines: tuple[str, ...] = ()
    phone: tuple[tuple[str, str], ...] = ()
    hours: str | None = None
    passages: tuple[str, ...] = ()


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
