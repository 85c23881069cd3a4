"""The mutants themselves: each small mistake is made, what is no mistake is told apart, and a case catches the rest."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from mutants.__main__ import main
from mutants.alike import difference
from mutants.explained import ROWS, explained, gone
from mutants.hunt import hunt
from mutants.mutations import WAYS, mutants
from rulebooks import library

from checker.engine.rules.conditions import All, From, Includes, Is, Not
from checker.engine.rules.rulebook import Rule, Rulebook

if TYPE_CHECKING:
    from mutants.mutations import Mutant

LOST = Rule(
    id="lost",
    topic="document",
    layer="national",
    when=Is("my_number_card", frozenset({"lost"})),
    then={"issued": {"eligibility_certificate": {"route": "application"}}},
    exception_to=("any-card",),
    valid_from=date(2024, 12, 2),
    passages=("national/N7",),
)
ANY = Rule(
    id="any-card",
    topic="document",
    layer="national",
    when=All(),
    then={"issued": {"eligibility_notice": {"route": "automatic"}}},
    passages=("national/N37",),
)


def _book(*rules: Rule) -> Rulebook:
    whole = library().insurers["other"].rulebook
    return replace(whole, rules=rules, held={name: Includes("has", frozenset({name})) for name in whole.held})


def _made(book: Rulebook, rule: str) -> list[Mutant]:
    return [mutant for mutant in mutants(book) if mutant.rule == rule]


def _case(card: str, day: str, **expect: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever a case expects
    facts = {"insurer": "other", "on_date": day, "my_number_card": card, "registration": "not_registered"}
    return {"id": f"{card} {day}", "facts": facts, "expect": expect}


def test_each_rule_is_mutated_in_each_way_that_it_has() -> None:
    ways = Counter(mutant.way for mutant in _made(_book(LOST, ANY), "lost"))
    assert ways == {"condition": 1, "outcome": 2, "day": 2, "exception": 1}
    assert set(ways) == set(WAYS)
    assert Counter(mutant.way for mutant in _made(_book(LOST, ANY), "any-card")) == {"condition": 1, "outcome": 2}


def test_a_mutant_differs_in_one_rule() -> None:
    book = _book(LOST, ANY)
    for mutant in _made(book, "lost"):
        assert mutant.book != book
        assert mutant.book.rules[1] == ANY
        assert mutant.book.rules[0].id == "lost"


def test_a_day_of_one_rule_is_shifted_there_and_one_of_several_everywhere() -> None:
    day = From("enrolled_on", date(2024, 12, 2))
    one, two = replace(LOST, when=day), replace(ANY, when=Not(day))
    alone = [m for m in _made(_book(one), "lost") if m.what.startswith("enrolled_on")]
    assert [m.book.rules[0].when for m in alone] == [From("enrolled_on", date(2024, 12, n)) for n in (3, 1)]
    both = [m for m in mutants(_book(one, two)) if m.what.startswith("enrolled_on")]
    assert {m.rule for m in both} == {"(shared)"}
    assert [m.book.rules[1].when for m in both] == [Not(From("enrolled_on", date(2024, 12, n))) for n in (3, 1)]


@pytest.mark.parametrize("insurer", ["namerikawa", "designated-city"])
def test_every_rule_of_a_rulebook_has_mutants(insurer: str) -> None:
    book = library().insurers[insurer].rulebook
    found = {mutant.rule for mutant in mutants(book)}
    assert found >= {rule.id for rule in book.rules}


def test_cases_catch_mutants_and_each_case_more_catches_more() -> None:
    book = _book(LOST, ANY)
    assert hunt(book, []).caught == 0
    first = _case("lost", "2026-11-21", issued=["eligibility_certificate"], route="application")
    some = hunt(book, [first])
    assert {(one.mutant.rule, one.mutant.way) for one in some.survivors} == {
        ("lost", "day"),
        ("any-card", "condition"),
        ("any-card", "outcome"),
    }
    more = [
        first,
        _case("none", "2026-11-21", issued=["eligibility_notice"], route="automatic"),
        _case("lost", "2024-12-01", issued=["eligibility_notice"]),
        _case("lost", "2024-12-02", issued=["eligibility_certificate"]),
    ]
    every = hunt(book, more)
    assert (every.survivors, every.score) == ((), 100)
    assert every.caught > some.caught
    assert some.score < every.score


def test_cases_that_fail_without_any_mistake_are_refused() -> None:
    with pytest.raises(ValueError, match="lost 2026-11-21 fails on the rules as they are"):
        hunt(_book(LOST, ANY), [_case("lost", "2026-11-21", issued=[])])


def test_what_answers_everybody_alike_is_no_mistake() -> None:
    book = _book(LOST, ANY)
    assert not difference(book, book)
    assert not difference(book, _book(replace(LOST, passages=("national/N5",)), ANY))
    assert not difference(book, _book(replace(LOST, id="gone"), ANY))
    assert (difference(book, _book(LOST)) or "").startswith('document: {"insurer": "other"')
    assert difference(book, _book(replace(LOST, valid_from=date(2024, 12, 3)), ANY))


def test_nobody_lives_between_two_rules_that_meet() -> None:
    """A day on which nobody can be asked about makes no difference: before 2024-07-01 all is out of scope."""
    early = replace(ANY, valid_from=date(2024, 7, 1))
    assert not difference(_book(ANY), _book(early))
    assert difference(_book(ANY), _book(replace(early, valid_from=date(2024, 7, 2))))


@pytest.mark.parametrize("insurer", sorted({row["insurer"] for row in ROWS}))
def test_each_mutant_that_is_explained_is_one(insurer: str) -> None:
    """Of one insurer's rulebook, and explained once; what explains nothing is told."""
    made = list(mutants(library().insurers[insurer].rulebook))
    rows = [row for row in ROWS if row["insurer"] == insurer]
    assert gone(insurer, made) == []
    assert [one.what for one in made if explained(insurer, one)] == [row["what"] for row in rows]
    assert gone(insurer, made[:0]) == [f"rule {row['rule']}: {row['what']}" for row in rows]


def test_a_name_that_is_no_insurers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kiyosse"]) == 2
    assert "no insurer is called kiyosse; allowed: designated-city, gamagori, " in capsys.readouterr().err
