"""Reasons, against trying whatever else could be true: they suffice, none is too many, and no exception is missed."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING, Any

import pytest
from engine.completions import LEFT_OUT, options
from engine.known_people import FROM_DAY
from engine.reference import Reference, read_rules
from engine.small_books import DAYS, small_books
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st
from people import people
from rulebooks import INSURERS, book

from checker.engine import Rulebook, compile_rulebook, decide
from checker.engine.compiling import proofs

if TYPE_CHECKING:
    from collections.abc import Collection

Facts = dict[str, Any]

MOST = 1500
FEW = settings(max_examples=15, phases=[Phase.explicit, Phase.generate], deadline=None)
DAY = st.sampled_from(DAYS).map(str)


class Everybody:
    """All who can be asked about on a day, one for each combination of cells, contradictions and all."""

    def __init__(self, rulebook: Rulebook, day: str) -> None:
        self.compiled = compile_rulebook(rulebook)
        read = read_rules(rulebook.to_json())
        self.rules = {rule["id"]: rule for rule in read["rules"]}
        names = dict.fromkeys(v.fact for v in self.compiled.space.variables if v.fact not in ("on_date", "brings"))
        self.choices = {name: options(self.compiled, name, day) for name in names}
        size = 1
        for choices in self.choices.values():
            size *= len(choices)
        assume(1 < size <= MOST)
        self.people = [self._person(day, chosen) for chosen in product(*self.choices.values())]
        self.references = [Reference(read, {"card": "held"} | facts) for facts in self.people]

    def _person(self, day: str, chosen: tuple[Any, ...]) -> Facts:
        said = zip(self.choices, chosen, strict=True)
        return {"insurer": "made-up", "on_date": day} | {name: value for name, value in said if value is not LEFT_OUT}

    def can(self, rule: str, alike: Facts, names: Collection[str], *, hold: bool) -> bool:
        """Return whether the condition holds, or does not, for somebody who is like this person in these facts."""
        return any(
            reference.own(self.rules[rule]) is hold
            for person, reference in zip(self.people, self.references, strict=True)
            if all(person.get(name) == alike.get(name) for name in names)
        )

    def settles(self, rule: str, person: Facts, names: Collection[str], *, holds: bool) -> bool:
        """Return whether these facts settle a rule, and no smaller set of facts does."""
        others = combinations(self.choices, len(names) - 1) if names else ()
        return not self.can(rule, person, names, hold=not holds) and all(
            self.can(rule, person, fewer, hold=not holds) for fewer in others
        )


@FEW
@given(small_books(), DAY, st.data())
def test_reasons_suffice_and_are_as_few_as_can_be(rulebook: Rulebook, day: str, data: Any) -> None:  # noqa: ANN401 - hypothesis' own
    everybody = Everybody(rulebook, day)
    for _ in range(3):
        place = data.draw(st.integers(0, len(everybody.people) - 1))
        person, reference = everybody.people[place], everybody.references[place]
        decision = decide(everybody.compiled, {"card": "held"} | person)
        for reason in decision.get("why", []):
            assert everybody.settles(reason["rule"], person, reason["because"], holds=True)
            assert set(reason["not"]) == {rule["id"] for rule in everybody.rules[reason["rule"]]["exceptions"]}
            assert [row["rule"] for row in reason["tried"]] == reason["not"]
            for row in reason["tried"]:
                assert everybody.settles(row["rule"], person, row["because"], holds=False)
            assert reason["passages"] == everybody.rules[reason["rule"]].get("passages", [])
        if decision["status"] == "decided":
            applying = [rule["id"] for rule in reference.rules if rule["topic"] in TOLD and reference.applies(rule)]
            assert sorted(reason["rule"] for reason in decision["why"]) == sorted(applying)


TOLD = ("document", "old_card", "care")


@FEW
@given(small_books(), DAY, st.data())
def test_reasons_of_an_open_answer_hold_however_it_turns_out(rulebook: Rulebook, day: str, data: Any) -> None:  # noqa: ANN401 - hypothesis' own
    everybody = Everybody(rulebook, day)
    unknown = data.draw(st.sets(st.sampled_from(sorted({*everybody.choices, "has"} - {"secret"})), min_size=1))
    person = data.draw(st.sampled_from(everybody.people)) | dict.fromkeys(unknown)
    person |= data.draw(st.sampled_from([{}, {"brings": ["certificate"]}]))
    pairs = zip(everybody.people, everybody.references, strict=True)
    possible = [(other, reference) for other, reference in pairs if not reference.rows("impossible")]
    for reason in decide(everybody.compiled, {"card": "held"} | person).get("why", []):
        asked = [(reason["rule"], reason["because"], True)]
        asked += [(row["rule"], row["because"], False) for row in reason["tried"]]
        for rule, because, holds in asked:
            alike = [reference for other, reference in possible if _is_alike(person, other, because)]
            assert all(reference.own(everybody.rules[rule]) is holds for reference in alike)


def _is_alike(person: Facts, other: Facts, because: Facts) -> bool:
    """Return whether somebody is like a person in these facts, where nobody knows some of that person's."""
    return all(
        set(value or ()) <= set(other.get(name) or ()) if person.get(name, "") is None else other.get(name) == value
        for name, value in because.items()
    )


def _reason(insurer: str, rule: str, **facts: object) -> dict[str, Any]:
    said = {"insurer": insurer, "on_date": "2026-11-22", "my_number_card": "held", "registration": "registered"}
    return next(row for row in decide(book(insurer), {**said, **facts})["why"] if row["rule"] == rule)


def test_what_was_left_out_is_named_as_nothing_said() -> None:
    reason = _reason("kiyose", "certificate-for-care-needs", care_needs=["guardian"])
    assert reason["because"] == {
        "my_number_card": "held",
        "registration": "registered",
        "e_certificate": None,
        "e_certificate_until": None,
        "care_needs": ["guardian"],
        "applied_before": False,
    }
    assert reason["passages"] == ["kiyose/application"]
    assert {"rule": "certificate-under-protection", "because": {"data_protection": []}} in reason["tried"]


def test_exceptions_to_a_whole_topic_are_tried() -> None:
    reason = _reason("kiyose", "show-card")
    assert "nothing-that-tells-where-someone-is" in reason["not"]


def test_a_condition_that_looks_at_another_topic_leads_to_the_facts_behind_it() -> None:
    reason = _reason("kiyose", "show-certificate", my_number_card="lost", registration=None)
    assert reason["because"]["my_number_card"] == "lost"
    assert "registration" not in reason["because"]


def test_an_age_is_told_as_the_birth_dates_that_it_allows() -> None:
    tried = _reason("kiyose", "certificate-for-care-needs", age=69, care_needs=["guardian"])["tried"]
    assert {"birth_date": ["1956-11-23", "1957-11-22"], "scheme": None} in [row["because"] for row in tried]


@pytest.mark.parametrize("insurer", INSURERS)
def test_who_says_nothing_of_a_sensitive_fact_gets_the_reasons_of_everybody(insurer: str) -> None:
    said = {"insurer": insurer, "on_date": "2026-11-22", "my_number_card": "held", "registration": "registered"}
    silent, asked = decide(book(insurer), said), decide(book(insurer), {**said, "data_protection": None})
    assert silent["why"] == asked["why"]


def test_proofs_that_are_forgotten_are_found_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = people(book("kiyose"), 30, 21, from_day=FROM_DAY)
    kept = [decide(book("kiyose"), facts) for facts in asked]
    monkeypatch.setattr(proofs, "MOST", 3)
    monkeypatch.setattr(proofs, "MOST_DAYS", 2)
    forgetful = compile_rulebook(book("kiyose").rulebook)
    assert [decide(forgetful, facts) for facts in asked] == kept
