"""Somebody for each outcome: real, on the first day there is one, and nobody where nobody can be."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from engine.small_books import DAYS, FACTS, IMPOSSIBLE, small_books
from hypothesis import Phase, given, settings

from checker.engine import Rule, Rulebook, compile_rulebook
from checker.engine.deciding.situation import situate
from checker.engine.people.person import Person, contradictions, read_person
from checker.engine.rules.conditions import All, From, Is, Not, Stated
from checker.engine.surveying.witnesses import NOBODY, masked, witnesses

if TYPE_CHECKING:
    from checker.engine.rules.conditions import Condition

FEW = settings(max_examples=20, phases=[Phase.explicit, Phase.generate], deadline=None)
NEW_YEAR = DAYS[0] - timedelta(days=59)


@FEW
@given(small_books())
def test_whoever_is_named_is_real_and_gets_the_outcome(rulebook: Rulebook) -> None:
    book = compile_rulebook(rulebook)
    none_of = [book.sets["impossible"]]
    for top in (book.full["document"], book.full["care"]):
        days = [DAYS[0], DAYS[1], DAYS[0]]
        found = list(witnesses(book, top, days, {}, ruled_out=none_of))
        assert found
        assert len({value for value, _ in found}) == len(found)
        for value, facts in found:
            person = read_person(rulebook, facts)
            assert isinstance(person, Person)
            assert contradictions(rulebook, person) == []
            assert situate(book, person).values(masked(book, top, none_of)) == [value]
            assert value != NOBODY


def _book(*conditions: Condition) -> Rulebook:
    rules = tuple(
        Rule(f"care-{n}", "care", "insurer", when, {"show": [[f"way-{n}"]]}) for n, when in enumerate(conditions)
    )
    fallback = {"show": "call", "now": "ask"}
    return Rulebook("made-up", "", FACTS, rules, {}, {}, fallback, impossible=(IMPOSSIBLE[1],))


def _ways(rulebook: Rulebook) -> set[str]:
    book = compile_rulebook(rulebook)
    found = witnesses(book, book.answers["show"], [DAYS[1]], {}, ruled_out=[book.sets["impossible"]])
    return {str(value) for value, _ in found}


def test_nobody_is_named_where_two_dates_cannot_be() -> None:
    born_late, left_early = From("birth_date", DAYS[0]), All((Stated("left_on"), Not(From("left_on", NEW_YEAR))))
    assert _ways(_book(All((born_late, left_early)))) == {"[]"}


def test_other_days_of_the_same_cells_are_tried_where_the_nearest_do_not_go_together() -> None:
    born, left = From("birth_date", NEW_YEAR), From("left_on", NEW_YEAR)
    rulebook = _book(All((born, Not(From("birth_date", DAYS[0])), left, Not(From("left_on", DAYS[0])))))
    assert _ways(rulebook) == {"[]", '[["way-0"]]'}


def test_nobody_is_named_who_is_not_among_the_given() -> None:
    book = compile_rulebook(_book(Is("reader", frozenset({"fault"}))))
    number, reader = next((n, one) for n, one in enumerate(book.space.variables) if one.fact == "reader")
    told = {
        cell: [
            (facts.get("reader"), str(value))
            for value, facts in witnesses(book, book.answers["show"], [DAYS[1]], {number: [cell]})
        ]
        for cell in range(reader.size)
    }
    for [(value, shown)] in told.values():
        assert (value == "fault") == (shown == '[["way-0"]]')
    assert {shown for [(_, shown)] in told.values()} == {"[]", '[["way-0"]]'}
