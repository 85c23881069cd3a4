"""Cells are sound: for a person of whom everything is known, the diagrams say what the rules say one by one."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any
from zlib import crc32

import pytest
from engine.known_people import DAY, FROM_DAY, Facts, known_people, named_days
from engine.reference import Reference, read_rules
from rulebooks import INSURERS, book

from checker.engine import decide
from checker.engine.deciding.situation import situate
from checker.engine.people.person import Person, read_person

PEOPLE = 1250
"""Situations for each insurer that are neither impossible nor out of scope."""


@cache
def _sample(insurer: str) -> list[tuple[Facts, Reference]]:
    """Return people at one insurer, each as the rules see them; enough of them get an answer."""
    compiled = book(insurer)
    rulebook = read_rules(compiled.rulebook.to_json())
    sample, answered = [], 0
    for facts in known_people(compiled, crc32(insurer.encode())):
        reference = Reference(rulebook, facts)
        sample.append((facts, reference))
        answered += not reference.rows("impossible") and not reference.rows("scope")
        if answered >= PEOPLE:
            break
    return sample


@pytest.mark.parametrize("insurer", INSURERS)
def test_the_same_rules_apply_in_every_topic(insurer: str) -> None:
    compiled = book(insurer)
    for facts, reference in _sample(insurer):
        person = read_person(compiled.rulebook, facts)
        if not isinstance(person, Person) or reference.rows("impossible"):
            continue
        situation = situate(compiled, person)
        assert all(len(own) == 1 for own in situation.cells), facts
        cells = [own[0] for own in situation.cells]
        expected = [rule["id"] for rule in reference.rules if reference.applies(rule)]
        walked = [rule for rule, reach in compiled.reaches.items() if compiled.diagrams.walk(reach, cells) is True]
        assert sorted(walked) == sorted(expected), facts
        for topic in ("old_card", "document", "care"):
            named = compiled.diagrams.walk(compiled.sets[topic], cells)
            assert isinstance(named, tuple)
            assert sorted(named) == sorted(rule["id"] for rule in reference.applying(topic)), facts


@pytest.mark.parametrize("insurer", INSURERS)
def test_the_same_answer_comes_out(insurer: str) -> None:
    compiled = book(insurer)
    messages = {row.id: row.message for row in compiled.rulebook.impossible}
    messages |= {row.id: row.message for row in compiled.rulebook.scope}
    for facts, reference in _sample(insurer):
        decision = decide(compiled, facts)
        impossible, scope = reference.rows("impossible"), reference.rows("scope")
        named = [problem["message"] for problem in decision["problems"]]
        assert named == [messages[row] for row in impossible or scope], facts
        assert decision["status"] == ("contradiction" if impossible else "out_of_scope" if scope else "decided"), facts
        if impossible:
            continue
        assert decision["old_card"] == reference.old_card(), facts
        if not scope:
            assert decision["document"] == reference.document, facts
            assert decision["care"] == reference.care(), facts
            assert _by_id(decision["procedures"]) == _by_id(reference.procedures()), facts
            assert decision["warnings"] == list(dict.fromkeys(decision["warnings"])), facts
            assert set(decision["warnings"]) == reference.warnings(), facts


@pytest.mark.parametrize("insurer", INSURERS)
def test_the_sample_reaches_most_rules_and_every_day_that_they_name(insurer: str) -> None:
    reached = Counter(
        rule["id"] for _, reference in _sample(insurer) for rule in reference.rules if reference.own(rule)
    )
    rules = [rule.id for rule in book(insurer).rulebook.rules]
    assert len(reached) >= 0.9 * len(rules), sorted(set(rules) - set(reached))
    asked = {reference.on_date for _, reference in _sample(insurer)}
    for day in named_days(book(insurer)):
        assert {day - DAY, day, day + DAY} <= asked or day < FROM_DAY, day


def _by_id(procedures: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {entry["id"]: entry for entry in procedures}
