"""Which situations stand in the decision tables, and which of them may share a row.

Every value of a varied fact is put to the engine; only values with equal answers are joined. Knows ids, no words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.pages.decisions import ORDINARY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from checker.pages.decisions import Answer, Desk, Facts

__all__ = ["CARDS", "CARE_NEEDS", "REGISTRATIONS", "Born", "Row", "cards", "care_needs", "known_needs", "special"]

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
_SPECIAL: tuple[tuple[str, str], ...] = (
    ("e_certificate", "expired"),
    ("wants", "just_in_case"),
    ("wants", "not_to_use_card"),
)


Born = tuple["date | None", "date | None"]
"""The first and the last day of birth; None where there is no bound."""


@dataclass(frozen=True)
class Row:
    """The values of the varied fact that have one answer, and that answer; `fixed` is what they have in common.

    `born`: the row is only for people born then.
    """

    fixed: Facts
    fact: str
    values: tuple[str | int, ...]
    answer: Answer
    born: Born | None = None


def cards(desk: Desk) -> Iterator[Row]:
    """Yield every state of the card, with the registration wherever it makes a difference."""
    for card in CARDS:
        if card == "none":
            yield Row({"my_number_card": card}, "registration", (), desk.answer({"my_number_card": card}))
        else:
            yield from _joined(desk, {"my_number_card": card}, "registration", REGISTRATIONS)


def care_needs(desk: Desk) -> Iterator[Row]:
    """Yield the reasons why visiting with a registered card is hard, also those that only this insurer knows."""
    yield from _joined(desk, ORDINARY, "care_needs", known_needs(desk), listed=True)


def known_needs(desk: Desk) -> tuple[str, ...]:
    """Return the reasons that an insurer's rules know: the common ones first."""
    own = desk.rulebook.by_fact["care_needs"].values
    return (*CARE_NEEDS, *(name for name in own if name not in CARE_NEEDS))


def special(desk: Desk) -> Iterator[Row]:
    """Yield what else may hold of somebody with a registered card: it has run out, or is not wanted."""
    for fact, value in _SPECIAL:
        yield Row(ORDINARY, fact, (value,), desk.answer({**ORDINARY, fact: value}))


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
