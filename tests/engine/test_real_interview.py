"""The interview of a real insurer, whose pages set several facts, are put together, or need not be known."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from engine.visitors import walk
from rulebooks import book

from checker.engine.asking.interview import GATE, Interview

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def interview() -> Interview:
    """Return the one of Kiyose, which asks in the order in which the questions are written down."""
    return Interview(book("kiyose"), {"": ()}, TODAY)


def test_what_was_lost_is_told_as_the_facts_that_follow(interview: Interview) -> None:
    facts = interview.facts({"errand": ["lost"], "lost_item": ["my_number_card"]})
    assert facts == {"insurer": "kiyose", "on_date": "2026-11-22", "my_number_card": "lost"}


def test_who_does_not_know_what_was_lost_tells_nothing_that_has_a_page_of_its_own(interview: Interview) -> None:
    answers = {"errand": ["lost"], "lost_item": ["unknown"]}
    facts = interview.facts(answers)
    assert facts["event"] is None
    assert "my_number_card" not in facts, "it will be asked"
    after = [interview.next_page({**answers, **more}) for more in ({}, {"my_number_card": ["held"]})]
    assert after[0] == "my_number_card"
    assert after[1] not in {None, "my_number_card", "lost_item"}


def test_rows_of_the_gate_are_told_ticked_or_not(interview: Interview) -> None:
    ticked = interview.facts({"errand": ["which_document"], GATE: ["care_needs=companion", "e_certificate=expired"]})
    assert (ticked["care_needs"], ticked["e_certificate"]) == (["companion"], "expired")
    none = interview.facts({"errand": ["which_document"], GATE: ["none"]})
    assert (none["care_needs"], none["e_certificate"]) == ([], "valid")
    assert "care_needs" not in interview.facts({"errand": ["which_document"], GATE: ["unknown"]}), "asked one by one"


def test_every_errand_comes_to_its_end_whatever_is_answered(interview: Interview) -> None:
    random = Random(3)  # noqa: S311 - a repeatable choice, not a secret
    ends = [list(walk(interview, random))[-1] for _ in range(30)]
    assert {page for _, page in ends} == {None}
    assert len({answers["errand"][0] for answers, _ in ends}) == len(book("kiyose").rulebook.questions.errands) + 1
