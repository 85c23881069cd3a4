"""Partial knowledge, one thing at a time: ages, contradictions, what was brought, and nothing at all."""

from __future__ import annotations

import json
from itertools import islice
from typing import Any

import pytest
from engine.answers import answer_of
from engine.known_people import known_people
from rulebooks import INSURERS, book

from checker.engine import decide

TODAY = "2026-11-21"


def _ordinary(insurer: str, **facts: object) -> dict[str, Any]:
    said = {"on_date": TODAY, "my_number_card": "held", "registration": "registered"}
    return decide(book(insurer), {"insurer": insurer, **said, **facts})


def test_an_age_on_which_two_rules_divide_asks_for_the_birth_date() -> None:
    """At the designated city the text on turning 70 begins with births from 2 December 1954 on."""
    assert _ordinary("designated-city", age=69)["status"] == "decided"
    split = _ordinary("designated-city", on_date="2025-06-01", age=70, registration="not_registered")
    assert (split["status"], split["needs"]) == ("needs_facts", ["birth_date"])
    for day in ("1954-12-01", "1954-12-02"):
        settled = _ordinary("designated-city", on_date="2025-06-01", birth_date=day, registration="not_registered")
        assert answer_of(settled) in [answer_of(entry) for entry in split["possible"]]


def test_an_answer_that_only_a_contradiction_leads_to_is_not_possible() -> None:
    """Of a certificate that is valid, the last day is not over, even if nobody knows it."""
    decision = _ordinary("kiyose", e_certificate="valid", e_certificate_until=None)
    assert decision["status"] == "decided"
    assert answer_of(decision) == answer_of(_ordinary("kiyose"))


def test_what_was_brought_is_had_even_if_nothing_else_is_known_of_what_is_had() -> None:
    brought = {"my_number_card": "none", "registration": "not_registered", "brings": ["eligibility_certificate"]}
    decision = _ordinary("kiyose", has=None, **brought)
    assert decision["status"] == "decided"
    assert answer_of(decision) == answer_of(_ordinary("kiyose", has=["eligibility_certificate"], **brought))


def test_of_what_is_to_be_done_either_way_only_that_is_told_which_both_ways_say() -> None:
    """Who lost a certificate after the card's own has expired applies: by whose text depends on the card."""
    lost = {"insurer": "kiyose", "on_date": TODAY, "event": ["lost_certificate"], "e_certificate_until": "2026-07-31"}
    [split] = decide(book("kiyose"), lost)["procedures"]
    assert split["id"] == "apply_certificate"
    assert (split["basis"], split["rules"], split["passages"]) == (None, None, None)
    for card, basis in (("held", "national"), ("lost", "insurer")):
        [settled] = decide(book("kiyose"), {**lost, "my_number_card": card})["procedures"]
        assert (settled["id"], settled["basis"]) == ("apply_certificate", basis)


@pytest.mark.parametrize("insurer", INSURERS)
def test_of_a_stranger_every_document_is_possible_that_anybody_gets(insurer: str) -> None:
    """With everything open there are more answers than a page can list, so they are merged by what is issued."""
    compiled = book(insurer)
    nobody_knows = {fact.id: None for fact in compiled.rulebook.facts if fact.kind not in ("insurer", "day", "age")}
    stranger = decide(compiled, {"insurer": insurer, "on_date": TODAY, **nobody_knows})
    listed = [_issued(entry) for entry in stranger["possible"]]
    assert stranger["status"] == "needs_facts"
    assert 1 < len(listed) <= 8
    assert len(set(listed)) == len(listed)
    assert stranger["document"] is None
    assert stranger["care"] is None
    for facts in islice(known_people(compiled, 3), 200):
        decision = decide(compiled, {**facts, "on_date": TODAY, "data_protection": []})
        assert decision["status"] == "contradiction" or _issued(decision) in listed, facts


def _issued(entry: dict[str, Any]) -> str:
    """Return the documents of an answer by their ids, or that it is another insurer's."""
    document = entry["document"]
    return json.dumps([item["id"] for item in document["issued"]]) if document else str(entry["status"])
