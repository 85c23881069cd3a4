"""Partial knowledge: what is possible is what comes out when all that is open turns out, one way or another."""

from __future__ import annotations

import json
from functools import cache
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from engine.answers import answer_of, within
from engine.completions import completions, open_facts
from engine.known_people import FROM_DAY, Facts, known_people
from people import people
from rulebooks import INSURERS, book

from checker.engine import decide

if TYPE_CHECKING:
    from engine.answers import Answer

PEOPLE = 40
"""People at each insurer of whom something is not known."""
MOST = 50
"""Ways in which what is not known of one of them can turn out."""

STANDING_LINE = "standing_line"

all_insurers = pytest.mark.parametrize("insurer", INSURERS)


@cache
def _partly_known(insurer: str) -> list[tuple[Facts, dict[str, Any], list[tuple[Facts, Answer]]]]:
    """Return people, each with the decision and with every way in which the rest can turn out and its answer."""
    compiled, random = book(insurer), Random(INSURERS.index(insurer))  # noqa: S311 - a repeatable choice, not a secret
    names = [name for name in dict.fromkeys(v.fact for v in compiled.space.variables) if name != "on_date"]
    found = []
    for known in known_people(compiled, 50 + INSURERS.index(insurer)):
        facts = known | dict.fromkeys(random.sample(names, random.randint(1, 4)))
        turned_out = completions(compiled, facts, MOST)
        if turned_out and open_facts(compiled, facts):
            answers = [(row, answer_of(decide(compiled, row))) for row in turned_out]
            found.append((facts, decide(compiled, facts), answers))
        if len(found) == PEOPLE:
            break
    return found


@all_insurers
def test_what_is_possible_is_what_can_come_out(insurer: str) -> None:
    for facts, decision, answers in _partly_known(insurer):
        expected = {answer for _, answer in answers}
        if decision["status"] == "needs_facts":
            assert len(decision["possible"]) <= 8, facts
            listed = [answer_of(entry) for entry in decision["possible"]]
            assert len(set(listed)) == len(listed), "each answer is listed once"
        else:
            listed = [answer_of(decision)]
        assert set(listed) == expected, json.dumps(facts)


@all_insurers
def test_each_answer_names_the_values_that_lead_to_it(insurer: str) -> None:
    for facts, decision, answers in _partly_known(insurer):
        entries = {answer_of(entry): entry["facts"] for entry in decision["possible"]}
        assert all(facts[name] is None for leading in entries.values() for name in leading), facts
        for row, answer in answers if entries else ():
            for name, values in entries.get(answer, {}).items():
                assert within(row.get(name), values), (json.dumps(facts), name, row.get(name), values)


@all_insurers
def test_what_is_needed_settles_the_answer_and_what_is_not_needed_never_changes_it(insurer: str) -> None:
    for facts, decision, answers in _partly_known(insurer):
        asked = decision["needs"]
        assert set(asked) <= set(open_facts(book(insurer), facts)), facts
        by_needs: dict[str, set[Answer]] = {}
        for row, answer in answers:
            by_needs.setdefault(json.dumps([row.get(name) for name in asked]), set()).add(answer)
        assert all(len(found) == 1 for found in by_needs.values()), (json.dumps(facts), asked)


@all_insurers
def test_a_sensitive_fact_that_is_not_known_opens_nothing_and_brings_the_standing_line(insurer: str) -> None:
    compiled = book(insurer)
    (sensitive,) = [fact.id for fact in compiled.rulebook.facts if fact.sensitive]
    for facts in people(compiled, 150, 9, from_day=FROM_DAY, sensitive=False):
        ordinary, hidden = decide(compiled, facts), decide(compiled, facts | {sensitive: None})
        assert sensitive not in json.dumps([hidden["needs"], hidden["possible"]])
        if ordinary["status"] != "contradiction":
            ordinary["warnings"] += [] if STANDING_LINE in ordinary["warnings"] else [STANDING_LINE]
        assert hidden == ordinary, facts
