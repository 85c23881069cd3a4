"""Visitors who answer at random: what they are asked, page by page."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from checker.engine.asking.interview import GATE
from checker.engine.compiling.space import DateVariable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from checker.engine.asking.interview import Answers, Interview

__all__ = ["walk"]

_MOST = 30


def walk(interview: Interview, random: Random) -> Iterator[tuple[Answers, str | None]]:
    """Yield the answers so far and the page that comes next, up to the end."""
    answers: Answers = {}
    for _ in range(_MOST):
        page = interview.next_page(answers)
        yield dict(answers), page
        if page is None:
            return
        answers[page] = _answer(interview, answers, page, random)
    message = f"still asking after {answers}"
    raise AssertionError(message)


def _answer(interview: Interview, answers: Answers, page: str, random: Random) -> list[str]:
    rulebook = interview.book.rulebook
    if random.random() < 1 / 6:
        return ["unknown"]
    questions = rulebook.questions
    single = {choice.id: [value for value, _ in choice.values] for choice in questions.choices}
    single["errand"] = [errand.id for errand in questions.errands]
    if page in single:
        return [random.choice(single[page])]
    if page == GATE or rulebook.by_fact[page].kind == "list":
        rows = interview.gate_rows(answers) if page == GATE else rulebook.by_fact[page].values
        return [row for row in rows if random.random() < 1 / 4] or ["none"]
    if rulebook.by_fact[page].kind == "date":
        return [_near(interview, page, random)]
    return [random.choice(rulebook.by_fact[page].values)]


def _near(interview: Interview, fact: str, random: Random) -> str:
    """A day at a threshold of a date, or beside it."""
    variables = [v for v in interview.book.space.variables if v.fact == fact and isinstance(v, DateVariable)]
    bounds = [day for variable in variables for day in variable.bounds(interview.on_date)] or [interview.on_date]
    return (random.choice(bounds) + timedelta(days=random.choice([-40, -1, 0, 1]))).isoformat()
