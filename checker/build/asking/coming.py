"""Who comes with an errand on a day: the first states of a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.build.asking.chances import chances
from checker.build.asking.visit import Start, Visit
from checker.engine.asking.interview import Interview
from checker.engine.asking.opening import answers_left
from checker.engine.compiling.space import MemberVariable
from checker.engine.diagrams.matters import NEVER

if TYPE_CHECKING:
    from datetime import date

    from checker.engine import Compiled
    from checker.engine.asking.interview import Answers
    from checker.engine.rules.questions import Errand

__all__ = ["visit"]


def visit(book: Compiled, errand: Errand, on_date: date, *, gated: bool = True) -> Visit:
    """Those who come with an errand; the answers of a page that sets facts count alike."""
    interview = Interview(book, {"": ()}, on_date)
    questions = book.rulebook.questions
    choices = [choice for choice in questions.choices if choice.id in errand.first]
    ways: list[Answers] = [{"errand": [errand.id]}]
    for choice in choices:
        ways = [{**way, choice.id: [value]} for way in ways for value, _ in choice.values]
    openings = [interview.opening(way) for way in ways]
    states = [_contained(book, answers_left(opening)) for opening in openings]
    asked = tuple(question.fact for question in questions.of(errand))
    starts = [
        Start(state, 1 / len(ways), frozenset(asked) - set(opening.asked))
        for state, opening in zip(states, openings, strict=True)
    ]
    first = tuple(page for page in errand.first if page in asked)
    closed = tuple(sorted({number for opening in openings for number in opening.closed}))
    return Visit(book, asked, first, errand.last, tuple(starts), closed, chances(book, on_date), gated)


def _contained(book: Compiled, state: int) -> int:
    """`NEVER` where a list contains what the list that it is part of does not."""
    d, variables = book.diagrams, book.space.variables
    for number, variable in enumerate(variables):
        whole = book.rulebook.by_fact[variable.fact].part_of
        if not whole or not isinstance(variable, MemberVariable):
            continue
        holders = [(n, other) for n, other in enumerate(variables) if other.fact == whole]
        held = {member for _, other in holders for member in getattr(other, "members", ())}
        if set(variable.members) <= held:
            inside = d.negate(d.test(number, [1]))
            for n, other in holders:
                if not set(variable.members).isdisjoint(getattr(other, "members", ())):
                    inside = d.either(inside, d.test(n, [1]))
            state = d.apply(lambda yes, value: value if yes is True else NEVER, inside, state)
    return state
