"""The exact optimum: whatever question is best after the answers so far, found by trying them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.build.asking.walk import Length, walked

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.build.asking.visit import Visit

__all__ = ["MOST_STATES", "optimum"]

MOST_STATES = 200_000
"""States that are looked at before the optimum is given up."""


def optimum(visit: Visit, most: int = MOST_STATES) -> Length | None:
    """The pages under the best of all strategies, under the same constraints; None where there are too many states."""
    try:
        return walked(visit, _best(visit, most))
    except _TooManyError:
        return None


class _TooManyError(Exception):
    """More states than may be looked at."""


def _best(visit: Visit, most: int) -> Callable[[int, frozenset[str]], str | None]:
    hinges = {before for fact in visit.asked for before in visit.before(fact)}
    memo: dict[tuple[int, frozenset[str]], tuple[float, str | None]] = {}

    def value(state: int, answered: frozenset[str]) -> tuple[float, str | None]:
        """Pages times chance, and the page that leads to it."""
        key = (state, answered & hinges)
        if key not in memo:
            if len(memo) >= most:
                raise _TooManyError
            memo[key] = (0.0, None)
            if visit.matter(state) and visit.mass(state):
                costs = [
                    (visit.mass(state) + cost(state, answered, page), page)
                    for page in _open_pages(visit, state, answered)
                ]
                memo[key] = min(costs, key=lambda found: found[0])
        return memo[key]

    def cost(state: int, answered: frozenset[str], page: str) -> float:
        facts = visit.facts_of(page, state)
        parts = visit.after(state, facts)
        return sum(weight * value(part, answered.union(facts))[0] for part, weight in parts.items() if visit.mass(part))

    return lambda state, answered: value(state, answered)[1]


def _open_pages(visit: Visit, state: int, answered: frozenset[str]) -> list[str]:
    """Every page whose answer tells anything, or on which such a page hangs."""
    matter = visit.pages(state, answered)
    if not set(matter).isdisjoint(visit.last):
        return matter
    told = [fact for fact in visit.told(state) if fact not in answered]
    return visit.now(visit.page(fact, state, answered) for fact in told)
