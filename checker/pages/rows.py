"""Which situations stand in the decision tables, and which of them may share a row.

Every value of a varied fact is put to the engine; only values with equal answers are joined. Knows ids, no words.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from checker.pages.decisions import ORDINARY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.pages.decisions import Answer, Desk, Facts

__all__ = ["AGES", "CARDS", "CARE_NEEDS", "REGISTRATIONS", "Row", "ages", "cards", "care_needs", "special"]

CARDS = (
    "held",
    "none",
    "lost",
    "renewing",
    "return_pending",
    "returned",
    "expired",
    "not_at_hand",
)
REGISTRATIONS = ("registered", "not_registered", "cancellation_pending", "cancelled")
CARE_NEEDS = (
    "long_term_care",
    "support_level",
    "disability_handbook",
    "guardian",
    "facility_resident",
    "companion",
    "recognition_pending",
    "other",
)
AGES = tuple(range(70, 111))
_SPECIAL: tuple[tuple[str, str], ...] = (
    ("e_certificate", "expired"),
    ("wants", "just_in_case"),
    ("wants", "not_to_use_card"),
)


@dataclass(frozen=True)
class Row:
    """The values of the varied fact that have one answer, and that answer; `fixed` is what they have in common."""

    fixed: Facts
    fact: str
    values: tuple[str | int, ...]
    answer: Answer


def cards(desk: Desk) -> Iterator[Row]:
    """Yield every state of the card, with the registration wherever it makes a difference."""
    for card in CARDS:
        if card == "none":
            yield Row({"my_number_card": card}, "registration", (), desk.answer({"my_number_card": card}))
        else:
            yield from _joined(desk, {"my_number_card": card}, "registration", REGISTRATIONS)


def care_needs(desk: Desk) -> Iterator[Row]:
    """Yield the reasons why visiting with a registered card is hard."""
    yield from _joined(desk, ORDINARY, "care_needs", CARE_NEEDS, listed=True)


def special(desk: Desk) -> Iterator[Row]:
    """Yield what else may hold of somebody with a registered card: it has run out, or is not wanted."""
    for fact, value in _SPECIAL:
        yield Row(ORDINARY, fact, (value,), desk.answer({**ORDINARY, fact: value}))


def ages(desk: Desk) -> Iterator[Row]:
    """Yield the ages of which rules may speak, for people with a registered card and for people without a card.

    Only neighbouring ages are joined; the last row stands for its first age and all above it.
    """
    for fixed in (ORDINARY, {"my_number_card": "none"}):
        asked = [(age, desk.answer({**fixed, "age": age})) for age in AGES]
        for _, same in groupby(asked, key=lambda pair: pair[1].seen):
            group = list(same)
            yield Row(fixed, "age", tuple(age for age, _ in group), group[0][1])


def _joined(
    desk: Desk,
    fixed: Facts,
    fact: str,
    values: Sequence[str],
    *,
    listed: bool = False,
) -> Iterator[Row]:
    """Yield one row for each distinct answer, in the order in which the values are declared."""
    rows: dict[str, tuple[list[str], Answer]] = {}
    for value in values:
        answer = desk.answer({**fixed, fact: [value] if listed else value})
        rows.setdefault(answer.seen, ([], answer))[0].append(value)
    for members, answer in rows.values():
        yield Row(fixed, fact, tuple(members), answer)
