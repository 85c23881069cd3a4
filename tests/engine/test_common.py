"""One space for two rulebooks: what only one of them knows, and who can be in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import pytest
from engine.functions import Function, functions
from engine.small_books import FACTS
from hypothesis import given
from hypothesis import strategies as st

from checker.engine import Fact, Rule, Rulebook
from checker.engine.diagrams.diagram import Diagrams
from checker.engine.rules.conditions import All, AnyOf, Includes, Is, Not
from checker.engine.surveying.common import IncomparableError, compile_both
from checker.engine.surveying.everybody import everybody, shown

if TYPE_CHECKING:
    from checker.engine.rules.conditions import Condition

DAY = date(2026, 11, 22)


def _book(facts: tuple[Fact, ...], *conditions: Condition) -> Rulebook:
    rules = tuple(
        Rule(f"warn-{place}", "warnings", "insurer", condition, {"warnings": [f"w{place}"]})
        for place, condition in enumerate(conditions)
    )
    return Rulebook("made-up", "", facts, rules, {}, {}, {"show": "call", "now": "ask"})


def _without(name: str) -> tuple[Fact, ...]:
    return tuple(fact for fact in FACTS if fact.id != name)


def test_facts_that_are_gone_keep_their_place() -> None:
    first, later = Fact("first", "choice", ("a",)), Fact("later", "choice", ("a",))
    old = _book((first, later, *FACTS), Is("first", frozenset("a")), Is("later", frozenset("a")))
    new = _book(_without("reader"), Is("card", frozenset({"held"})))
    names = [fact.id for fact in compile_both(old, new).people.rulebook.facts]
    assert names == ["first", "later", *(fact.id for fact in FACTS)]


def test_one_name_for_two_kinds_of_facts_is_refused() -> None:
    other = tuple(replace(fact, kind="list") if fact.id == "reader" else fact for fact in FACTS)
    with pytest.raises(IncomparableError, match="fact 'reader' is a choice in the one and a list in the other; give"):
        compile_both(_book(FACTS), _book(other))


@pytest.mark.parametrize("default", ["works", "fault", ""])
def test_a_value_that_one_version_does_not_know_is_its_default(default: str) -> None:
    old_facts = tuple(replace(fact, default=default) if fact.id == "reader" else fact for fact in FACTS)
    slow = tuple(replace(fact, values=(*fact.values, "slow")) if fact.id == "reader" else fact for fact in FACTS)
    works = Is("reader", frozenset({"works"}))
    helped = Includes("needs", frozenset({"help"}))
    old = _book(old_facts, works, Not(AnyOf((All((works,)), Is("reader", frozenset({"fault"}))))), helped)
    common = compile_both(old, _book(slow, Is("reader", frozenset({"slow"}))))
    ((number, cells),) = common.people.space.find(Is("reader", frozenset({"slow"})))
    place = [0] * len(common.people.space.variables)
    place[number] = cells[0]
    says = [common.people.diagrams.walk(top, place) for top in common.old.warnings.values()]
    assert says == [default == "works", default == "", False]
    assert common.unread == (common.people.diagrams.no,) * 2


def test_who_must_be_said_to_be_what_a_version_does_not_know_is_not_read_by_it() -> None:
    torn = tuple(replace(fact, values=(*fact.values, "torn")) if fact.id == "card" else fact for fact in FACTS)
    held = Is("card", frozenset({"held"}))
    common = compile_both(_book(torn, held), _book(FACTS, held))
    d, space = common.people.diagrams, common.people.space
    ((number, cells),) = space.find(Is("card", frozenset({"torn"})))
    assert common.unread == (d.no, d.test(number, cells))
    assert space.variables[number].size == 3, "torn stands apart from none and lost"


@pytest.mark.parametrize(
    ("part", "whole", "possible"),
    [
        ({"certificate"}, {"certificate"}, 3),
        ({"certificate"}, {"certificate", "old"}, 3),
        ({"certificate"}, {"old"}, 4),
        ({"card"}, {"certificate"}, 4),
        ({"certificate", "card"}, {"certificate"}, 4),
    ],
)
def test_a_list_contains_what_its_part_contains(part: set[str], whole: set[str], possible: int) -> None:
    leaves = [Includes("brings", frozenset(part)), Includes("has", frozenset(whole))]
    people = compile_both(_book(FACTS, *leaves), _book(FACTS)).people
    there = everybody(people, [DAY])
    cells = product(*(range(variable.size) for variable in people.space.variables))
    assert sum(people.diagrams.walk(there, one) is True for one in cells) == possible


def test_each_member_of_a_part_needs_its_own_member_of_the_whole() -> None:
    leaves = [
        Includes("brings", frozenset({"certificate"})),
        Includes("has", frozenset({"certificate"})),
        Includes("has", frozenset({"old"})),
    ]
    people = compile_both(_book(FACTS, *leaves), _book(FACTS)).people
    there = everybody(people, [DAY])
    cells = list(product(range(2), repeat=3))
    brought, held, old = (next(n for n, inside in people.space.find(leaf) if inside) for leaf in leaves)
    assert sorted([held, old, brought]) == [0, 1, 2]
    assert all(people.diagrams.walk(there, one) is (one[held] >= one[brought]) for one in cells)


@given(functions(1, st.booleans()), st.sets(st.integers(0, 3)))
def test_what_is_shown_of_a_function_is_whether_the_rest_can_make_it_true(
    given_functions: list[Function], kept: set[int]
) -> None:
    (function,) = given_functions
    diagrams = Diagrams(function.sizes)
    found = shown(diagrams, function.diagram(diagrams), kept)
    assert set(diagrams.support(found)) <= kept
    for cells in function.table:
        alike = [v for other, v in function.table.items() if all(other[n] == cells[n] for n in kept if n < len(cells))]
        assert diagrams.walk(found, cells) is any(alike)
