"""The order of questions: its length, the best order and the optimum, against trying everything out."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from engine.asking_books import asking_books
from engine.small_books import DAYS
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rulebooks import INSURERS, book

from checker.build.asking import best_orders
from checker.build.asking.adaptive import optimum
from checker.build.asking.coming import visit
from checker.build.asking.fixed import best_order, written_order
from checker.build.asking.report import lengths
from checker.build.asking.walk import in_order, walked
from checker.engine import compile_rulebook
from checker.engine.asking.interview import GATE
from checker.engine.diagrams.matters import NEVER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.build.asking.visit import Visit
    from checker.engine import Rulebook

    Choose = Callable[[int, frozenset[str]], str | None]

Situation = tuple[int, ...]
"""A cell for each variable."""

MOST_SITUATIONS = 400
NEAR = pytest.approx


def _situations(coming: Visit) -> Iterator[tuple[Situation, float]]:
    """Yield every combination of cells that may be answered, with its chance."""
    asked = sorted({n for start in coming.starts for n in coming.book.diagrams.support(start.state)})
    rows: list[tuple[dict[int, int], float]] = [({}, 1.0)]
    for number in asked:
        cells = [(cell, chance) for cell, chance in enumerate(coming.chances[number]) if chance]
        rows = [({**row, number: cell}, weight * chance) for row, weight in rows for cell, chance in cells]
        assume(len(rows) <= MOST_SITUATIONS)
    for row, weight in rows:
        yield tuple(row.get(n, 0) for n in range(len(coming.book.space.variables))), weight


def _pages(coming: Visit, start: int, told: frozenset[str], situation: Situation, choose: Choose) -> int:
    """Return the pages that somebody in one situation walks through, answer by answer."""
    d, state, answered, pages, first = coming.book.diagrams, start, told, 0, list(coming.first)
    while True:
        page = first.pop(0) if first else choose(state, answered)
        if page is None:
            return pages
        facts = coming.facts_of(page, state)
        numbers = [n for n, variable in enumerate(coming.book.space.variables) if variable.fact in facts]
        state = d.restrict(state, {n: (situation[n],) for n in numbers})
        answered, pages = answered.union(facts), pages + 1


def _enumerated(coming: Visit, choose: Choose) -> tuple[float, int]:
    """Return mean and most pages, person by person."""
    mean, worst = 0.0, 0
    people = list(_situations(coming))
    for start in coming.starts:
        d = coming.book.diagrams
        there = [(one, weight) for one, weight in people if d.walk(start.state, one) != NEVER]
        total = sum(weight for _, weight in there)
        for one, weight in there:
            pages = _pages(coming, start.state, start.told, one, choose)
            mean += start.weight * pages * weight / total
            worst = max(worst, pages)
    return mean, worst


def _best_of_all(coming: Visit) -> float:
    """Return the mean of the best strategy: at every state every page that is allowed is tried, without a memory."""

    def best(state: int, answered: frozenset[str], first: Sequence[str]) -> float:
        mass = coming.mass(state)
        if not mass or (not first and not coming.matter(state)):
            return 0.0
        pages = [first[0]] if first else _allowed(coming, state, answered)
        return mass + min(after(state, answered, first[1:], coming.facts_of(page, state)) for page in pages)

    def after(state: int, answered: frozenset[str], first: Sequence[str], facts: tuple[str, ...]) -> float:
        parts = coming.after(state, facts)
        return sum(weight * best(part, answered.union(facts), first) for part, weight in parts.items())

    return sum(
        start.weight * best(start.state, start.told, coming.first) / coming.mass(start.state)
        for start in coming.starts
        if coming.mass(start.state)
    )


def _allowed(coming: Visit, state: int, answered: frozenset[str]) -> list[str]:
    """Return the pages that may be shown: unanswered, opened by what was told, those that wait only at the end."""
    gate = coming.book.rulebook.questions.gate.facts if coming.gated else ()
    together = sum(fact in gate for fact in coming.matter(state)) > 1
    open_facts = [fact for fact in coming.asked if fact not in answered]
    ready = [fact for fact in open_facts if not any(before in open_facts for before in coming.before(fact))]
    pages = [GATE if together and fact in gate else fact for fact in ready]
    matter = coming.pages(state, answered)
    return [page for page in pages if page not in coming.last] if set(matter).isdisjoint(coming.last) else matter


@settings(max_examples=25)
@given(rulebook=asking_books(3), gated=st.booleans())
def test_the_length_of_an_order_is_that_of_everybodys_walk(rulebook: Rulebook, *, gated: bool) -> None:
    compiled = compile_rulebook(rulebook)
    coming = visit(compiled, rulebook.questions.errands[0], DAYS[1], gated=gated)
    for order in (best_order(coming), written_order(coming), best_order(coming, 0)):
        choose = in_order(coming, order)
        found = walked(coming, choose)
        mean, worst = _enumerated(coming, choose)
        assert found.mean == NEAR(mean)
        assert found.worst == worst


@settings(max_examples=25)
@given(rulebook=asking_books(3), gated=st.booleans())
def test_the_optimum_is_that_of_all_strategies(rulebook: Rulebook, *, gated: bool) -> None:
    compiled = compile_rulebook(rulebook)
    coming = visit(compiled, rulebook.questions.errands[0], DAYS[1], gated=gated)
    found = optimum(coming)
    assert found is not None
    assert found.mean == NEAR(_best_of_all(coming))
    shipped = walked(coming, in_order(coming, best_order(coming)))
    assert shipped.mean >= found.mean - 1e-9


@settings(max_examples=25)
@given(asking_books(4))
def test_without_impossibilities_no_order_is_better_than_the_best(rulebook: Rulebook) -> None:
    assume(not rulebook.impossible)
    compiled = compile_rulebook(rulebook)
    coming = visit(compiled, rulebook.questions.errands[0], DAYS[1])
    shipped = walked(coming, in_order(coming, best_order(coming))).mean
    others = [walked(coming, in_order(coming, order)).mean for order in permutations(written_order(coming))]
    assert shipped == NEAR(min(others, default=shipped))


def test_where_there_are_too_many_states_the_optimum_is_not_told() -> None:
    compiled = book("other")
    coming = visit(compiled, compiled.rulebook.questions.errand("which_document"), DAYS[1])
    assert optimum(coming, most=10) is None


def test_orders_are_the_same_each_time_and_ask_for_age_last_at_a_desk() -> None:
    first, second = (best_orders(book("kiyose"), DAYS[1]) for _ in range(2))
    assert first == second
    assert first["at_desk"][-1] == "birth_date"
    assert first["lost"] != first[""]


@pytest.mark.parametrize("insurer", INSURERS)
def test_the_orders_that_ship_are_within_the_budget(insurer: str) -> None:
    for told in lengths(book(insurer), DAYS[1]):
        for found in (told.gated, told.single):
            assert found.ratio is not None
            assert 1 - 1e-9 <= found.ratio <= 1.05, (told.errand, found.order)
            assert found.shipped.mean <= found.written.mean + 1e-9
        assert told.gated.shipped.mean <= told.single.shipped.mean
