"""Which state of an insurer a record speaks of: two hashes, one of what decides and one of what is told beside it.

Together they change when an answer, a passage, a date or a contact can change. They do not cover the words that are
common to all insurers (`docs/text/`), translations, and the engine itself.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.authoring.insurer import Contact, Insurer, Passage, Source

__all__ = ["DIGITS", "Stamp", "stamp_of"]

DIGITS = 12
"""Hexadecimal digits of each hash, as many as pages show of a rulebook's version."""

_NATIONAL = "national"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A state of what is told under an insurer's name.

    ``version``: of the rulebook: facts, rules with their days and passages, scope, and what visitors are asked, its own
    and the national part. ``text``: of the rest: name, status, day of review, source, contacts, own words, and all
    passages of its document and those that its rules and contacts rest on.
    """

    version: str
    text: str

    def __str__(self) -> str:
        """As messages name it."""
        return f"version {self.version}, text {self.text}"


def stamp_of(insurer: Insurer) -> Stamp:
    """The state of an insurer, which must be in Japanese, as it was read."""
    said = {
        "name": insurer.called,
        "status": insurer.status,
        "review_by": insurer.review_by and insurer.review_by.isoformat(),
        "source": _source(insurer.source),
        "passages": {name: _passage(insurer.passages[name]) for name in sorted(_used(insurer))},
        "contacts": [_contact(one) for one in insurer.contacts],
        "words": insurer.words,
    }
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return Stamp(insurer.rulebook.version[:DIGITS], sha256(text.encode()).hexdigest()[:DIGITS])


def _used(insurer: Insurer) -> set[str]:
    """The ids of the passages that the insurer's answers and pages show."""
    own = f"{insurer.id}/" if any(name.startswith(f"{insurer.id}/") for name in insurer.passages) else f"{_NATIONAL}/"
    named = {name for rule in insurer.rulebook.rules for name in rule.passages}
    named |= {name for contact in insurer.contacts for name in contact.passages}
    return (named & insurer.passages.keys()) | {name for name in insurer.passages if name.startswith(own)}


def _source(source: Source) -> list[str]:
    return [source.title, source.date, source.year, source.note]


def _passage(passage: Passage) -> list[Any]:
    told = [passage.locator, passage.label, passage.says, passage.status, passage.fingerprint]
    return [*told, *_source(passage.source)]


def _contact(contact: Contact) -> list[Any]:
    return [contact.called, contact.lines, contact.phone, contact.hours, contact.passages]
