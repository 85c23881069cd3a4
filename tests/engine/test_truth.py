"""Conditions read straight from the facts: true, false, or not known, against a table of both."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from checker.engine.people.truth import holds
from checker.engine.people.values import UNKNOWN, Unknown, Value
from checker.engine.rules.conditions import (
    All,
    AnyOf,
    Before,
    Condition,
    From,
    Includes,
    Is,
    Issued,
    Not,
    Reached,
    Stated,
)
from checker.engine.rules.dates import Shift

TODAY = date(2026, 11, 22)
YES, NO = Is("card", frozenset({"held"})), Is("card", frozenset({"lost"}))
OPEN = Is("registration", frozenset({"registered"}))
SEVENTY_FIVE = Shift((("years", 75),))
BORN_BETWEEN = (date(1951, 11, 1), date(1951, 11, 30))
VALUES: dict[str, Value] = {
    "card": "held",
    "registration": UNKNOWN,
    "needs": frozenset({"help"}),
    "brings": "",
    "birth_date": BORN_BETWEEN,
    "left_on": date(2026, 3, 1),
    "enrolled_on": date(2025, 4, 1),
    "stay_until": "",
    "applied_on": UNKNOWN,
}
PARTS = {True: YES, False: NO, None: OPEN}

CASES: list[tuple[Condition, bool | None]] = [
    (Includes("needs", frozenset({"help", "guardian"})), True),
    (Includes("needs", frozenset({"guardian"})), False),
    (Includes("brings", frozenset({"card"})), False),
    (From("on_date", TODAY), True),
    (From("on_date", date(2026, 11, 23)), False),
    (From("left_on", date(2026, 3, 1)), True),
    (From("left_on", date(2026, 3, 2)), False),
    (From("stay_until", TODAY), False),
    (From("applied_on", TODAY), None),
    (From("birth_date", date(1951, 11, 1)), True),
    (From("birth_date", date(1951, 11, 15)), None),
    (From("birth_date", date(1951, 12, 1)), False),
    (Reached("left_on", Shift((("months", 8),))), True),
    (Reached("left_on", Shift((("months", 9),))), False),
    (Reached("birth_date", SEVENTY_FIVE), None),
    (Reached("birth_date", Shift((("years", 70),))), True),
    (Stated("left_on"), True),
    (Stated("stay_until"), False),
    (Stated("birth_date"), True),
    (Before("enrolled_on", "left_on"), True),
    (Before("left_on", "enrolled_on"), False),
    (Before("left_on", "stay_until"), False),
    (Before("stay_until", "left_on"), False),
    (Before("applied_on", "left_on"), None),
    (Before("left_on", "applied_on"), None),
    (Before("birth_date", "left_on"), True),
    (Before("left_on", "birth_date"), False),
    (Before("birth_date", "birth_date"), None),
]


@pytest.mark.parametrize(("condition", "expected"), CASES, ids=str)
def test_a_leaf_is_true_false_or_not_known(condition: Condition, expected: bool | None) -> None:  # noqa: FBT001 - the table's
    assert holds(condition, VALUES, TODAY) is expected


@pytest.mark.parametrize(("one", "other"), list(product(PARTS, repeat=2)))
def test_parts_are_joined_as_far_as_they_are_known(one: bool | None, other: bool | None) -> None:  # noqa: FBT001 - the table's
    parts = (PARTS[one], PARTS[other])
    both = False if False in (one, other) else None if None in (one, other) else True
    either = True if True in (one, other) else None if None in (one, other) else False
    assert holds(All(parts), VALUES, TODAY) is both
    assert holds(AnyOf(parts), VALUES, TODAY) is either
    assert holds(Not(parts[0]), VALUES, TODAY) is (None if one is None else not one)


@pytest.mark.parametrize("condition", [From("on_date", TODAY), Reached("left_on", Shift((("days", 1),)))])
def test_without_a_day_nothing_is_known_of_days(condition: Condition) -> None:
    assert holds(condition, VALUES, None) is None


def test_what_another_topic_says_cannot_be_told_from_facts() -> None:
    with pytest.raises(TypeError, match="cannot be told from the facts alone"):
        holds(Issued("certificate"), VALUES, TODAY)


def test_an_unknown_value_shows_what_is_known_of_it() -> None:
    assert repr(UNKNOWN) == "UNKNOWN"
    assert repr(Unknown(frozenset({"old", "certificate"}))) == "UNKNOWN['certificate', 'old']"
