"""What can be asked of those who come with one errand, and what their answers lead to.

A state is a diagram of the answers that are still open, as `checker.engine.asking.opening` makes it. To answer a page
is to keep to some cells of its facts; states that are the same diagram are one. Nothing here chooses an order.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.engine.asking.interview import GATE, told_before
from checker.engine.diagrams.matters import NEVER, is_settled, left_open

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.engine import Compiled

__all__ = ["Parts", "Start", "Visit"]

Parts = dict[int, float]
"""States, each with its weight: the chance of the answers that led there."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where some of those who come begin: the state, their part of all, and the facts that are told already."""

    state: int
    weight: float
    told: frozenset[str]


@dataclass(slots=True)
class Visit:
    """Those who come with one errand.

    ``asked``: what they may be asked, as written down. ``first``: the questions among it that come before all else;
    ``last``: those that wait for all others.
    ``starts``: one for each answer to the page of its own that sets facts. ``closed``: variables that nobody can tell.
    ``gated``: whether the gate is used.
    """

    book: Compiled
    asked: tuple[str, ...]
    first: tuple[str, ...]
    last: tuple[str, ...]
    starts: tuple[Start, ...]
    closed: tuple[int, ...]
    chances: Sequence[Sequence[float]]
    gated: bool
    _variables: dict[str, list[int]] = field(default_factory=dict, init=False)
    _before: dict[str, list[str]] = field(default_factory=dict, init=False)
    _matter: dict[int, tuple[str, ...]] = field(default_factory=dict, init=False)
    _mass: dict[int, float] = field(default_factory=dict, init=False)
    _after: dict[tuple[int, tuple[str, ...]], Parts] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        """Find the variables of each question, and what must be told before it."""
        for fact in self.asked:
            self._before[fact] = [one for one in told_before(self.book.rulebook, fact) if one in self.asked]
        for number, variable in enumerate(self.book.space.variables):
            if variable.fact in self.asked:
                self._variables.setdefault(variable.fact, []).append(number)

    def matter(self, state: int) -> tuple[str, ...]:
        """The facts that can still change the answer."""
        if state not in self._matter:
            variables = [self._variables.get(fact, []) for fact in self.asked]
            places, _ = left_open(self.book.diagrams, state, variables, self.closed)
            self._matter[state] = tuple(self.asked[place] for place in places)
        return self._matter[state]

    def told(self, state: int) -> list[str]:
        """The facts of which an answer tells anything: also of others that cannot be true together with it."""
        support = set(self.book.diagrams.support(state))
        return [fact for fact in self.asked if not support.isdisjoint(self._variables.get(fact, []))]

    def pages(self, state: int, answered: frozenset[str]) -> list[str]:
        """The pages that can still change the answer, each once."""
        return self.now(self.page(fact, state, answered) for fact in self.matter(state))

    def now(self, pages: Iterable[str]) -> list[str]:
        """Pages without those that wait for the others."""
        found = dict.fromkeys(pages)
        return [page for page in found if page not in self.last] or list(found)

    def page(self, fact: str, state: int, answered: frozenset[str]) -> str:
        """The page on which a fact is asked; what must be told before it comes first."""
        while before := [one for one in self.before(fact) if one not in answered]:
            fact = before[0]
        gate = self.book.rulebook.questions.gate.facts if self.gated else ()
        together = fact in gate and sum(other in gate for other in self.matter(state)) > 1
        return GATE if together else fact

    def before(self, fact: str) -> list[str]:
        """The questions that must be answered before a fact has a meaning."""
        return self._before[fact]

    def facts_of(self, page: str, state: int) -> tuple[str, ...]:
        """The facts that a page asks for."""
        if page != GATE:
            return (page,)
        return tuple(fact for fact in self.book.rulebook.questions.gate.facts if fact in self.matter(state))

    def after(self, state: int, facts: tuple[str, ...]) -> Parts:
        """The states to which the answers for these facts lead, each with the chance of those answers."""
        key = (state, facts)
        if key not in self._after:
            d, parts = self.book.diagrams, {state: 1.0}
            for number in (number for fact in facts for number in self._variables.get(fact, ())):
                split: Parts = {}
                for part, weight in parts.items():
                    for cell, chance in enumerate(self.chances[number]):
                        if chance:
                            child = d.restrict(part, {number: (cell,)})
                            split[child] = split.get(child, 0.0) + weight * chance
                parts = split
            self._after[key] = parts
        return self._after[key]

    def mass(self, state: int) -> float:
        """The chance of situations that can be true, among all that a state leaves open."""
        d = self.book.diagrams
        if state < 0:
            return float(d.value(state) != NEVER)
        if state not in self._mass:
            variable, children = d.nodes[state]
            row = zip(self.chances[variable], children, strict=True)
            self._mass[state] = sum(chance * self.mass(child) for chance, child in row if chance)
        return self._mass[state]

    def is_over(self, state: int) -> bool:
        """Whether nothing is left to ask."""
        return is_settled(self.book.diagrams, state)
