"""The best fixed order: everybody is asked in it, and nobody what can no longer change their answer.

What a page costs after others is the part of people for whom it still matters then, whatever order those others had.
So the best order is a shortest way from no page to all pages over the sets of pages between: 2^n of them, exact. (Only
where facts that cannot be true together tie questions to each other may the cost hang on the order a little.)
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from checker.build.asking.greedy import greedy_order
from checker.build.asking.walk import in_order, walked
from checker.engine.asking.interview import GATE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from checker.build.asking.visit import Parts, Visit

__all__ = ["MOST_SETS", "best_order", "written_order"]

MOST_SETS = 200_000

_TOLERANCE = 1e-9
"""Orders that differ by less are equal; the one that is written down first is taken."""


def written_order(visit: Visit) -> tuple[str, ...]:
    """The pages that can matter, as they are written down; the gate stands where its first question would."""
    told = {fact for start in visit.starts for fact in visit.told(start.state)} - set(visit.first)
    gate = visit.book.rulebook.questions.gate.facts if visit.gated else ()
    together = sum(fact in told for fact in gate) > 1
    pages = (GATE if together and fact in gate else fact for fact in visit.asked if fact in told)
    return tuple(dict.fromkeys(pages))


def best_order(visit: Visit, most: int = MOST_SETS) -> tuple[str, ...]:
    """The order with the fewest pages on average; of equal ones the one that is written down first.

    Where there are more than ``most`` sets of pages, a good order.
    """
    pages = written_order(visit)
    sets = _Sets(visit, pages)
    order = sets.best() if 2 ** len(pages) <= most else greedy_order(visit, pages, sets.may_follow)
    return tuple(page for page in order if _sees(visit, page, walked(visit, in_order(visit, order)).pages))


def _sees(visit: Visit, page: str, pages: Collection[str]) -> bool:
    """Whether anybody is shown a page, or a single question of the gate in its place."""
    return page in pages or (page == GATE and not set(visit.book.rulebook.questions.gate.facts).isdisjoint(pages))


class _Sets:
    """The sets of pages that were asked, and what comes after them."""

    def __init__(self, visit: Visit, pages: Sequence[str]) -> None:
        self.visit = visit
        self.pages = pages
        self.parts: dict[frozenset[str], list[tuple[frozenset[str], Parts]]] = {}

    def best(self) -> tuple[str, ...]:
        """The shortest way, set by set."""
        ways: dict[frozenset[str], tuple[float, tuple[int, ...]]] = {frozenset(): (0.0, ())}
        self.parts[frozenset()] = self._first()
        for size in range(len(self.pages)):
            for chosen in combinations(self.pages, size):
                done = frozenset(chosen)
                if done not in ways:
                    continue
                cost, way = ways[done]
                for place, page in enumerate(self.pages):
                    if page not in done and self.may_follow(page, done):
                        found = (cost + self._cost(done, page), (*way, place))
                        after = done | {page}
                        if after not in ways or _before(found, ways[after]):
                            ways[after] = found
        return tuple(self.pages[place] for place in ways[frozenset(self.pages)][1])

    def _facts(self, page: str) -> tuple[str, ...]:
        return self.visit.book.rulebook.questions.gate.facts if page == GATE else (page,)

    def may_follow(self, page: str, done: frozenset[str]) -> bool:
        """Whether what the page hangs on was asked before, or never is, and it has not to wait for others."""
        if page in self.visit.last and not done.issuperset(one for one in self.pages if one not in self.visit.last):
            return False
        told = {fact for one in done for fact in self._facts(one)}
        rest = {fact for one in self.pages if one not in done for fact in self._facts(one)} - set(self._facts(page))
        before = {one for fact in self._facts(page) for one in self.visit.before(fact)}
        return before - told <= set(self.visit.asked) - rest

    def _first(self) -> list[tuple[frozenset[str], Parts]]:
        """The states after an errand's own questions, for each of its starts."""
        found = []
        for start in self.visit.starts:
            mass = self.visit.mass(start.state)
            parts = {start.state: start.weight / mass} if mass else {}
            for fact in self.visit.first:
                parts = self._split(parts, (fact,))
            found.append((start.told.union(self.visit.first), parts))
        return found

    def _split(self, parts: Parts, facts: tuple[str, ...]) -> Parts:
        """The states after an answer; those in which nothing is left to ask are left out."""
        after: Parts = {}
        for state, weight in parts.items():
            for child, chance in self.visit.after(state, facts).items():
                if not self.visit.is_over(child):
                    after[child] = after.get(child, 0.0) + weight * chance
        return after

    def _at(self, done: frozenset[str]) -> list[tuple[frozenset[str], Parts]]:
        """The states after a set of pages."""
        if done not in self.parts:
            page = next(one for one in reversed(self.pages) if one in done)
            facts = self._facts(page)
            earlier = self._at(done - {page})
            self.parts[done] = [(told.union(facts), self._split(parts, facts)) for told, parts in earlier]
        return self.parts[done]

    def _cost(self, done: frozenset[str], page: str) -> float:
        """The part of people who see the page after these."""
        visit, facts = self.visit, set(self._facts(page))
        return sum(
            weight * visit.mass(state)
            for told, parts in self._at(done)
            for state, weight in parts.items()
            if any(self._shown(fact, told) in facts for fact in visit.matter(state))
        )

    def _shown(self, fact: str, told: frozenset[str]) -> str:
        while before := [one for one in self.visit.before(fact) if one not in told]:
            fact = before[0]
        return fact


def _before(one: tuple[float, tuple[int, ...]], other: tuple[float, tuple[int, ...]]) -> bool:
    if abs(one[0] - other[0]) > _TOLERANCE:
        return one[0] < other[0]
    return one[1] < other[1]
