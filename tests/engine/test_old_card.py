"""The old card is never offered after its last day, in any situation of any insurer: by walking whole diagrams."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from engine.walks import ANYBODY, days_from, outcomes, pairs
from rulebooks import INSURERS, book

from checker.engine.compiling.space import DateVariable
from checker.engine.rules.conditions import Reached
from checker.engine.rules.dates import Shift

if TYPE_CHECKING:
    from engine.walks import Cells, Json

    from checker.engine import Compiled

DAY = timedelta(days=1)
LAST_OLD_CARD = date(2025, 12, 1)

all_insurers = pytest.mark.parametrize("insurer", INSURERS)


@all_insurers
def test_no_old_card_is_usable_or_shown_after_the_last_day_of_all(insurer: str) -> None:
    compiled = book(insurer)
    cells = days_from(compiled, LAST_OLD_CARD + DAY)
    assert outcomes(compiled, compiled.usable, cells) == ["no"]
    shown = outcomes(compiled, compiled.full["care"], cells)
    assert not any("old_insurance_card" in way for care in shown for way in care["show"])


@all_insurers
def test_an_old_card_is_shown_only_where_it_is_usable(insurer: str) -> None:
    compiled = book(insurer)
    for text, usable in pairs(compiled, compiled.full["care"], compiled.usable, ANYBODY):
        ways = json.loads(text)["show"]
        assert usable == "yes" or not any("old_insurance_card" in way for way in ways), (ways, usable)


def _over(compiled: Compiled, last_day: Json) -> Cells:
    """Return the cells of everybody for whom a last day, counted as a rule counts it, is over."""
    if isinstance(last_day, str):
        return days_from(compiled, date.fromisoformat(last_day) + DAY)
    fact, steps = last_day
    number, variable = next((n, v) for n, v in enumerate(compiled.space.variables) if v.fact == fact)
    assert isinstance(variable, DateVariable)
    return {number: variable.cells_of(Reached(fact, Shift(tuple(map(tuple, steps))).plus_days(1)))}


@all_insurers
def test_no_old_card_is_usable_after_its_own_last_day(insurer: str) -> None:
    compiled = book(insurer)
    counted = [day for card in outcomes(compiled, compiled.full["old_card"], ANYBODY) for day in card["last_day"]]
    for last_day in counted:
        for card, usable in pairs(compiled, compiled.full["old_card"], compiled.usable, _over(compiled, last_day)):
            assert last_day not in json.loads(card)["last_day"] or usable == "no", last_day
