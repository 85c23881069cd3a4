"""On what insurers are compared: each topic is one person, and the part of the answer that is looked at.

Knows ids, no words; every topic's words stand under `compare` in docs/text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.pages.decisions import ORDINARY

if TYPE_CHECKING:
    from checker.pages.decisions import Facts

__all__ = ["GROUPS", "TOPICS", "Topic"]


@dataclass(frozen=True)
class Topic:
    """One thing to compare; `part` is that of the decision, `procedure` which one of the procedures."""

    id: str
    part: str
    facts: Facts
    procedure: str = ""


_NO_CARD: Facts = {"my_number_card": "none"}
_LOST: Facts = {**ORDINARY, "my_number_card": "lost"}
_CARE: Facts = {**ORDINARY, "care_needs": ["long_term_care"]}
_CANCEL: Facts = {**ORDINARY, "event": ["cancel_registration"]}
_NOT_REGISTERED: Facts = {**ORDINARY, "registration": "not_registered"}

_DOCUMENT: dict[str, Facts] = {
    "registered": ORDINARY,
    "no_card": _NO_CARD,
    "not_registered": _NOT_REGISTERED,
    "cancelled": {**ORDINARY, "registration": "cancelled"},
    "card_lost": _LOST,
    "card_renewing": {**ORDINARY, "my_number_card": "renewing"},
    "card_returned": {"my_number_card": "returned", "registration": "cancelled"},
    "card_expired": {**ORDINARY, "my_number_card": "expired"},
    "e_certificate_over": {**ORDINARY, "e_certificate": "expired"},
    "long_term_care": _CARE,
    "companion": {**ORDINARY, "care_needs": ["companion"]},
    "applied_before": {**ORDINARY, "care_needs": ["companion"], "applied_before": True},
    "just_in_case": {**ORDINARY, "wants": "just_in_case"},
    "notice_lost": {**ORDINARY, "event": ["lost_notice"]},
    "certificate_lost": {**_NO_CARD, "event": ["lost_certificate"]},
}
_CARE_AT: dict[str, Facts] = {
    "reader_works": {**ORDINARY, "reader": "works"},
    "reader_none": {**ORDINARY, "reader": "none"},
    "reader_fault": {**ORDINARY, "reader": "fault"},
    "card_unreadable": {**ORDINARY, "reader": "card_unreadable"},
    "without_card": {**_NO_CARD, "reader": "works"},
}
_PROCEDURES: dict[str, tuple[Facts, str]] = {
    "apply_lost": (_LOST, "apply_certificate"),
    "apply_care": (_CARE, "apply_certificate"),
    "cancel": (_CANCEL, "cancel_registration"),
    "cancel_household": ({**_CANCEL, "applicant": "same_household"}, "cancel_registration"),
    "register": (_NOT_REGISTERED, "register_card"),
}

GROUPS: dict[str, tuple[Topic, ...]] = {
    "document": tuple(Topic(name, "document", facts) for name, facts in _DOCUMENT.items()),
    "care": tuple(Topic(name, "care", facts) for name, facts in _CARE_AT.items()),
    "old_card": (Topic("last_day", "old_card", _NO_CARD),),
    "procedures": tuple(Topic(name, "procedures", *asked) for name, asked in _PROCEDURES.items()),
}
"""The topics by the heading under which they stand."""

TOPICS = tuple(topic for topics in GROUPS.values() for topic in topics)
