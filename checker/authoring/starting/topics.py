"""What to look for in a document, topic by topic, and a rule of each topic to begin with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["CHANGED", "TOPICS", "Start"]


@dataclass(frozen=True)
class Start:
    """A topic: what it is about, the questions with which to read, and a rule, as YAML below `rules`."""

    topic: str
    about: str
    questions: tuple[str, ...]
    rule: str


CHANGED: Final = """\
certificate-without-card: {passages: [contact]}   # the document says the same: its own rule from now on
certificate-card-lost:                            # the document says something else of it
  then: {issued: {eligibility_certificate: {route: automatic}}}
  passages: [contact]
"""
"""National rules as a document says them, as YAML below `change`."""

TOPICS: Final = (
    Start(
        "old_card",
        "until when old insurance cards could be used",
        ("does it state their last day?",),
        """\
last-day-of-old-cards:
  topic: old_card
  exception_to: old-card-last-day-not-stated
  then: {last_day: 2025-07-31}
  valid: {until: 2025-12-01}
  passages: [contact]
""",
    ),
    Start(
        "document",
        "what is issued to whom, by itself or on application",
        (
            "who gets a certificate, who a notice, from which day, by post or at a counter?",
            "what comes to somebody who lost the card, is renewing it, gave it back, or cancelled the registration?",
            "who may apply although registered, must they apply again, and is a wish alone refused?",
            "what comes on a change of address or name, before a document ends, at 70 and at 75?",
        ),
        """\
certificate-on-change:
  topic: document
  exception_to: certificate-card-lost
  when: {all: [{event: data_changed}, {held: eligibility_certificate}]}
  then: {issued: {eligibility_certificate: {route: automatic, when: on_change, again: true}}}
  valid: {from: 2024-12-02}
  passages: [contact]
""",
    ),
    Start(
        "care",
        "what to show at a clinic, also where the reader fails",
        ("what is shown with a card, without one, and where no reader is or it does not work?",),
        """\
notice-beside-the-card:
  topic: care
  exception_to: [reader-fails-show-notice, reader-fails-show-own-data, reader-fails-show-saved-data]
  when: {all: [card-can-be-read, {reader: fault}]}
  then: {show: [[my_number_card, eligibility_notice]]}
  passages: [contact]
""",
    ),
    Start(
        "procedures",
        "where to go, what to bring (not said: null; nothing: []), how long it takes, what it costs, who may come",
        ("for each application: which counter or address, which papers, by post or online, by whom, in which time?",),
        """\
apply-at-the-counter:
  topic: procedures
  exception_to: apply
  when: {issued: {eligibility_certificate: application}}
  then: {procedure: apply_certificate, where: null, bring: null, medium: [in_person]}
  passages: [contact]
""",
    ),
    Start(
        "warnings",
        "what somebody must not overlook",
        ("what does it warn of: days that run out, what is not accepted, whom to tell first?",),
        """\
keep-the-notice:
  topic: warnings
  when: {issued: eligibility_notice}
  then: {warnings: [keep_notice]}
  passages: [contact]
""",
    ),
)
