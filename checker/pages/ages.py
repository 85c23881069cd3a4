"""Which ages stand in the decision tables, and which of them may share a row.

Where rules name a day of birth, so do rows: then they hold for as long as the rules do, however old people grow.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from checker.engine.rules.dates import Shift
from checker.pages.decisions import ORDINARY
from checker.pages.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.pages.decisions import Answer, Desk, Facts
    from checker.pages.rows import Born

__all__ = ["AGES", "ages"]

AGES = tuple(range(70, 111))
_DAY = timedelta(days=1)


def ages(desk: Desk) -> Iterator[Row]:
    """Yield the ages of which rules may speak, for people with a registered card and for people without a card.

    Only neighbouring ages are joined; the last row stands for its first age and all above it.
    """
    for fixed in (ORDINARY, {"my_number_card": "none"}):
        asked = {age: _by_birth(desk, fixed, age) for age in AGES}
        for block in _blocks(asked):
            told = {born: answer for age in block for born, answer in asked[age].items()}
            in_order = sorted(told.items(), key=lambda pair: pair[0][0] or date.min)
            groups = [list(same) for _, same in groupby(in_order, key=lambda pair: pair[1].seen)]
            for group in groups:
                (first, _), (_, last) = group[0][0], group[-1][0]
                yield Row(fixed, "age", tuple(block), group[0][1], (first, last) if len(groups) > 1 else None)


def _by_birth(desk: Desk, fixed: Facts, age: int) -> dict[Born, Answer]:
    """Return the answers for people of an age, those apart whose days of birth rules tell apart."""
    cuts = desk.days_of("birth_date")
    first, last = _births(age, desk.day)
    starts = [first, *(day for day in cuts if first < day <= last)]
    if len(starts) == 1:
        return {_between(cuts, first): desk.answer({**fixed, "age": age})}
    ends = [*(day - _DAY for day in starts[1:]), last]
    spans = zip(starts, ends, strict=True)
    return {_between(cuts, start): _answer(desk, fixed, age, start, end) for start, end in spans}


def _answer(desk: Desk, fixed: Facts, age: int, first: date, last: date) -> Answer:
    """Return what holds for people born on these days and between; if not the same, it is as open as at their age."""
    one, other = (desk.answer({**fixed, "birth_date": day.isoformat()}) for day in (first, last))
    return one if one.seen == other.seen else desk.answer({**fixed, "age": age})


def _births(age: int, day: date) -> tuple[date, date]:
    """Return the first and the last day of birth of people who are of an age on a day."""
    last, too_early = (Shift((("years", years),)).latest_source(day) for years in (age, age + 1))
    return too_early + _DAY, last


def _between(cuts: list[date], day: date) -> Born:
    place = bisect_right(cuts, day)
    return cuts[place - 1] if place else None, cuts[place] - _DAY if place < len(cuts) else None


def _blocks(asked: Mapping[int, Mapping[Born, Answer]]) -> list[list[int]]:
    """Return neighbouring ages for as long as nobody's answer becomes another one a year later."""
    blocks: list[list[int]] = []
    for age, answers in asked.items():
        before = asked.get(age - 1, {})
        if not blocks or any(before[born].seen != answers[born].seen for born in before.keys() & answers.keys()):
            blocks.append([])
        blocks[-1].append(age)
    return blocks
