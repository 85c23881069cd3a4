"""Dates that are held against other dates: which bands go together, and what is said where three of them do not."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.engine import Fact, Rule, Rulebook, compile_rulebook
from checker.engine.compiling.apart import bands_of, rows_apart
from checker.engine.compiling.space import DAY, DateVariable
from checker.engine.otherwise.nearest import nearest
from checker.engine.people.truth import holds
from checker.engine.people.values import UNKNOWN
from checker.engine.rules.conditions import All, AnyOf, Before, From, Is, Not
from checker.engine.rules.dates import Shift
from checker.engine.rules.rulebook import Impossibility

if TYPE_CHECKING:
    from checker.engine.people.values import Value

TODAY = date(2026, 11, 22)
DATES = tuple(Fact(name, "date", everyone=True) for name in ("first", "second", "third"))
FACTS = (Fact("insurer", "insurer"), Fact("on_date", "day"), *DATES, Fact("kind", "choice", ("this", "that")))
VARIABLE = DateVariable("first", (date(2020, 1, 1), date(2026, 11, 1)), (Shift((("months", 1),)),), everyone=False)
SOME_DAY = st.dates(date(2015, 1, 1), date(2030, 12, 31))


def test_the_bands_of_a_date_are_its_cells_without_a_gap() -> None:
    bands = bands_of(VARIABLE, UNKNOWN, TODAY)
    assert [band.cell for band in bands] == VARIABLE.cells(UNKNOWN, TODAY)[1:]
    assert (bands[0].first, bands[-1].last) == (date.min, date.max)
    assert all(before.last + DAY == after.first for before, after in pairwise(bands))


@given(SOME_DAY, SOME_DAY)
def test_the_bands_of_an_age_are_its_days(one: date, other: date) -> None:
    ages = (min(one, other), max(one, other))
    bands = bands_of(VARIABLE, ages, TODAY)
    assert [band.cell for band in bands] == VARIABLE.cells(ages, TODAY)
    assert (bands[0].first, bands[-1].last) == ages


def test_a_date_that_is_not_stated_has_no_band_and_one_that_no_rule_looks_at_has_one() -> None:
    assert bands_of(VARIABLE, "", TODAY) == []
    (band,) = bands_of(None, TODAY, TODAY)
    assert (band.cell, band.first, band.last) == (None, TODAY, TODAY)


def _impossible(*conditions: Any) -> tuple[Impossibility, ...]:  # noqa: ANN401 - conditions
    return tuple(Impossibility(f"row-{n}", when, ("first",), "") for n, when in enumerate(conditions))


def _book(*conditions: Any) -> Rulebook:  # noqa: ANN401 - conditions
    rules = [
        Rule(f"from-{fact}", "care", "insurer", From(fact, day), {"show": [[fact]]})
        for fact, day in (("first", date(2026, 1, 1)), ("second", date(2000, 1, 1)), ("third", date(2030, 1, 1)))
    ]
    fallback = {"show": "call", "now": "ask"}
    return Rulebook("made-up", "", FACTS, tuple(rules), {}, {}, fallback, impossible=_impossible(*conditions))


def test_what_is_told_in_advance_stands_alone_or_beside_what_holds_too() -> None:
    this = Is("kind", frozenset({"this"}))
    told = rows_apart(_book(Before("first", "second"), All((this, Before("first", "third")))))
    assert [(row.pairs, row.rest) for row in told] == [
        ((("first", "second"),), All()),
        ((("first", "third"),), All((this,))),
    ]
    late = AnyOf((this, Before("first", "second")))
    assert rows_apart(_book(this, late, Not(Before("first", "second")), All((late, Before("first", "third"))))) == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((date(2020, 1, 1), date(2020, 1, 5)), date(2020, 1, 6), True),
        ((date(2020, 1, 1), date(2020, 1, 5)), date(2020, 1, 5), None),
        ((date(2020, 1, 5), date(2020, 1, 9)), date(2020, 1, 5), False),
        (date(2020, 1, 5), (date(2020, 1, 5), date(2020, 1, 9)), None),
        (date(2020, 1, 5), "", False),
        (UNKNOWN, date(2020, 1, 5), None),
    ],
)
def test_an_age_is_held_against_a_date_by_its_ends(first: Value, second: Value, expected: object) -> None:
    assert holds(Before("first", "second"), {"first": first, "second": second}, TODAY) is expected


def test_an_answer_that_three_dates_rule_out_together_is_counted_and_not_listed() -> None:
    """Any two bands go together; but the first ends before 2026, the third begins in 2030, the second lies between."""
    compiled = compile_rulebook(_book(Before("first", "second"), Before("second", "third")))
    person = {"insurer": "made-up", "on_date": str(TODAY), "first": "2010-01-01", "second": "2005-01-01"}
    told = nearest(compiled, {**person, "third": "2001-01-01"})
    shown = [entry["care"]["show"] for entry in told["nearest"]]
    assert [["second"], ["third"]] not in shown
    assert [["first"], ["second"], ["third"]] in shown
    assert told["more"]["care"] == 1
