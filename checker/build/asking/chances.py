"""How likely a visitor is to stand in each cell of a question, if the shares of rules.yaml were true.

They are assumptions, made to put questions into an order; facts are taken as independent of each other.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import prod
from typing import TYPE_CHECKING

from checker.engine.compiling.space import ChoiceVariable, DateVariable, DayVariable, MemberVariable
from checker.engine.rules.dates import Shift

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.engine import Compiled
    from checker.engine.compiling.space import Variable
    from checker.engine.rules.questions import Question

__all__ = ["chances"]

_OLDEST = 40
"""Years that the last stretch of a date's shares is long."""


def chances(book: Compiled, on_date: date) -> list[list[float]]:
    """For each variable the chance of each of its cells; those of what nobody is asked count alike."""
    asked = {question.fact: question for question in book.rulebook.questions.asked}
    return [
        _of(variable, asked[variable.fact], book, on_date)
        if variable.fact in asked
        else [1 / variable.size] * variable.size
        for variable in book.space.variables
    ]


def _of(variable: Variable, question: Question, book: Compiled, on_date: date) -> list[float]:
    shares = {value: share / 100 for value, share in question.shares}
    match variable:
        case ChoiceVariable(_, groups):
            even = 1 / len(book.rulebook.by_fact[variable.fact].values)
            told = (
                {"": 0.0} if shares else {"": 0.0, **dict.fromkeys(book.rulebook.by_fact[variable.fact].values, even)}
            )
            return [sum({**told, **shares}.get(value, 0.0) for value in group) for group in groups]
        case MemberVariable(_, members):
            none = prod(1 - shares.get(member, 0.0) for member in members) if shares else 0.5
            return [none, 1 - none]
        case DateVariable():
            return _of_date(variable, question.shares, on_date)
        case DayVariable():
            return [1 / variable.size] * variable.size


def _of_date(variable: DateVariable, shares: Sequence[tuple[str, float]], on_date: date) -> list[float]:
    """By the days of each band that lie in each stretch of years; without shares all bands count alike."""
    found = [0.0] * variable.size
    bounds = variable.bounds(on_date)
    starts = [date.min, *bounds]
    ends = [*bounds, date.max]
    for start, end in zip(starts, ends, strict=True):
        cell = variable.cell_of_date(start, on_date)
        if shares:
            found[cell] += sum(
                share * _overlap(start, end, first, last) for first, last, share in _stretches(shares, on_date)
            )
        else:
            found[cell] = 1.0
    total = sum(found)
    return [chance / total if total else 0.0 for chance in found]


def _stretches(shares: Sequence[tuple[str, float]], on_date: date) -> Iterator[tuple[date, date, float]]:
    """The days from and up to which a share reaches, the last one excluded."""
    years = [int(value) for value, _ in shares]
    for place, (_, share) in enumerate(shares):
        until = years[place + 1] if place + 1 < len(years) else years[place] + _OLDEST
        yield _back(until, on_date), _back(years[place], on_date), share


def _back(years: int, on_date: date) -> date:
    """The day after the last one that lies more than these years back."""
    return Shift((("years", years),)).latest_source(on_date) + timedelta(days=1)


def _overlap(start: date, end: date, first: date, last: date) -> float:
    """The part of a stretch of days that lies in another."""
    return max(0, (min(end, last) - max(start, first)).days) / max(1, (last - first).days)
