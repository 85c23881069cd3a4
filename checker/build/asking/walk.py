"""How many pages people walk through, if they are asked in a given order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.engine.asking.interview import GATE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checker.build.asking.visit import Visit

__all__ = ["Length", "in_order", "walked"]


@dataclass(frozen=True, slots=True)
class Length:
    """Pages after the errand's own: on average, and for those who are asked the most; and all that anybody sees."""

    mean: float
    worst: int
    pages: frozenset[str]


def in_order(visit: Visit, order: Sequence[str]) -> Callable[[int, frozenset[str]], str | None]:
    """Ask the first page of an order that can still change the answer, as the interview does."""
    gate = visit.book.rulebook.questions.gate.facts
    places = {page: place for place, page in enumerate(order)}
    if GATE in places:
        places |= dict.fromkeys(gate, places[GATE])

    def choose(state: int, answered: frozenset[str]) -> str | None:
        pages = visit.pages(state, answered)
        return min(pages, key=lambda page: places.get(page, len(places)), default=None)

    return choose


def walked(visit: Visit, choose: Callable[[int, frozenset[str]], str | None]) -> Length:
    """The pages of all who come, each as likely as their answers."""
    hinges = {before for fact in visit.asked for before in visit.before(fact)}
    memo: dict[tuple[int, frozenset[str]], tuple[float, int]] = {}
    seen = set(visit.first)

    def go(state: int, answered: frozenset[str]) -> tuple[float, int]:
        """Pages times the chance of those who see them, and the most pages."""
        key = (state, answered & hinges)
        if key not in memo:
            page = choose(state, answered)
            memo[key] = (0.0, 0) if page is None else step(state, answered, page)
        return memo[key]

    def step(state: int, answered: frozenset[str], page: str) -> tuple[float, int]:
        facts = visit.facts_of(page, state)
        seen.add(page)
        parts = {part: weight for part, weight in visit.after(state, facts).items() if visit.mass(part)}
        later = {part: go(part, answered.union(facts)) for part in parts}
        total = visit.mass(state) + sum(weight * later[part][0] for part, weight in parts.items())
        return total, 1 + max((most for _, most in later.values()), default=0)

    def begin(state: int, answered: frozenset[str], own: Sequence[str]) -> tuple[float, int]:
        if not own:
            return go(state, answered)
        parts = {part: weight for part, weight in visit.after(state, (own[0],)).items() if visit.mass(part)}
        later = {part: begin(part, answered | {own[0]}, own[1:]) for part in parts}
        total = visit.mass(state) + sum(weight * later[part][0] for part, weight in parts.items())
        return total, 1 + max((most for _, most in later.values()), default=0)

    mean, worst = 0.0, 0
    for start in visit.starts:
        if visit.mass(start.state):
            pages, most = begin(start.state, start.told, visit.first)
            mean += start.weight * pages / visit.mass(start.state)
            worst = max(worst, most)
    return Length(mean, worst, frozenset(seen))
