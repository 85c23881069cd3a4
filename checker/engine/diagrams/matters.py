"""Which questions can still change the answer.

A question matters if two situations that can both be true agree in everything else that is open and give different
answers. Where impossibilities tie questions to each other, that may hold of none of them alone: then questions are left
out from the last to the first, as long as the others still settle the answer, and those that stay matter.

Knows no person and no page: diagrams, and the variables of each question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from checker.engine.diagrams.diagram import Diagrams

__all__ = ["NEVER", "ClashError", "Left", "agreed", "is_settled", "left_open"]

NEVER = "never"
"""Stands in a diagram of answers where nobody can be."""

Left = tuple[list[int], int]
"""The questions that matter, by their places, and the diagram in which only they and what is closed are looked at."""


def is_settled(diagrams: Diagrams, answers: int) -> bool:
    """Whether one answer is left at most."""
    return sum(value != NEVER for value in diagrams.outcomes(answers)) <= 1


def left_open(diagrams: Diagrams, answers: int, questions: Sequence[Sequence[int]], closed: Sequence[int] = ()) -> Left:
    """What still matters, of questions that are each given by their variables, in the order in which they are kept.

    ``answers`` has `NEVER` where nobody can be. ``closed``: variables that nobody can tell any more. They are never
    asked; still, a question matters as well if it changes which answers are possible, whatever they are.
    """
    if is_settled(diagrams, answers):
        return [], answers
    views = [answers]
    if not set(closed).isdisjoint(diagrams.support(answers)):
        possible = diagrams.map(answers, lambda value: NEVER if value == NEVER else frozenset((value,)))
        for variable in closed:
            possible = _without(diagrams, possible, variable, _either)
        views.append(possible)
    kept: list[int] = []
    looked_at = {variable for view in views for variable in diagrams.support(view)}
    for place in reversed(range(len(questions))):
        variables = [variable for variable in questions[place] if variable in looked_at]
        try:
            views = [_agreeing(diagrams, view, variables) for view in views]
        except ClashError:
            kept.append(place)
    return kept[::-1], views[0]


class ClashError(Exception):
    """Situations that could no longer be told from each other give different answers."""


def _agreeing(diagrams: Diagrams, view: int, question: Sequence[int]) -> int:
    """A diagram that no longer looks at a question. Raises ClashError where that mixes answers."""
    for variable in question:
        view = _without(diagrams, view, variable, agreed)
    return view


def agreed(one: Hashable, other: Hashable) -> Hashable:
    """What two answers come to together, anything where nobody can be. Raises ClashError where they differ."""
    if one in (other, NEVER):
        return other
    if other == NEVER:
        return one
    raise ClashError


def _either(one: Hashable, other: Hashable) -> Hashable:
    if NEVER in (one, other):
        return other if one == NEVER else one
    return cast("frozenset[Hashable]", one) | cast("frozenset[Hashable]", other)


def _without(diagrams: Diagrams, top: int, variable: int, join: Callable[[Hashable, Hashable], Hashable]) -> int:
    """A diagram that no longer looks at a variable: what its cells lead to is joined."""
    memo: dict[int, int] = {}

    def go(n: int) -> int:
        if n < 0 or diagrams.nodes[n][0] > variable:
            return n
        if n not in memo:
            own, children = diagrams.nodes[n]
            if own == variable:
                memo[n] = children[0]
                for child in dict.fromkeys(children):
                    memo[n] = diagrams.apply(join, memo[n], child)
            else:
                memo[n] = diagrams.node(own, tuple(map(go, children)))
        return memo[n]

    return go(top)
