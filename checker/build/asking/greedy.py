"""A good order where there are too many pages to try them all: what tells most comes first.

What tells most is measured under the square roots of the shares: under the shares themselves the biggest split is
chased, and rare people are asked for long.
"""

from __future__ import annotations

from dataclasses import replace
from math import log2, sqrt
from typing import TYPE_CHECKING

from checker.engine.asking.interview import GATE
from checker.engine.diagrams.matters import NEVER

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Sequence

    from checker.build.asking.visit import Parts, Visit

__all__ = ["greedy_order"]


def greedy_order(
    visit: Visit, pages: Sequence[str], may_follow: Callable[[str, frozenset[str]], bool]
) -> tuple[str, ...]:
    """The pages, each time the one that leaves the least open; of equal ones the one that is written down first."""
    rooted = replace(visit, chances=[_rooted(row) for row in visit.chances])
    parts = {start.state: start.weight for start in visit.starts}
    for fact in visit.first:
        parts = _after(rooted, parts, fact)
    order: list[str] = []
    while len(order) < len(pages):
        left = [page for page in pages if page not in order and may_follow(page, frozenset(order))]
        next_parts = {page: _after(rooted, parts, page) for page in left}
        page = min(left, key=lambda one: round(_open(rooted, next_parts[one]), 9))
        order.append(page)
        parts = next_parts[page]
    return tuple(order)


def _rooted(row: Sequence[float]) -> list[float]:
    total = sum(map(sqrt, row))
    return [sqrt(chance) / total if total else 0.0 for chance in row]


def _after(visit: Visit, parts: Parts, page: str) -> Parts:
    facts = visit.book.rulebook.questions.gate.facts if page == GATE else (page,)
    after: Parts = {}
    for state, weight in parts.items():
        for child, chance in visit.after(state, facts).items():
            after[child] = after.get(child, 0.0) + weight * chance
    return after


def _open(visit: Visit, parts: Parts) -> float:
    """How much is still open, in bits, of people as a whole."""
    memo: dict[int, dict[Hashable, float]] = {}
    return sum(weight * _bits(_chances(visit, state, memo).values()) for state, weight in parts.items())


def _bits(chances: Collection[float]) -> float:
    total = sum(chances)
    return -sum(chance * log2(chance / total) for chance in chances if chance)


def _chances(visit: Visit, state: int, memo: dict[int, dict[Hashable, float]]) -> dict[Hashable, float]:
    """The chance of each answer that a state leaves open."""
    d = visit.book.diagrams
    if state not in memo:
        found: dict[Hashable, float] = {}
        if state >= 0:
            variable, children = d.nodes[state]
            for chance, child in zip(visit.chances[variable], children, strict=True):
                for value, more in _chances(visit, child, memo).items() if chance else ():
                    found[value] = found.get(value, 0.0) + chance * more
        elif d.value(state) != NEVER:
            found[d.value(state)] = 1.0
        memo[state] = found
    return memo[state]
