"""The door never raises: whatever a line says, a decision comes out, and JSON can hold it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from case_promises import broken
from hypothesis import example, given
from hypothesis import strategies as st
from rulebooks import book

from checker.engine import decide
from checker.engine.door import answer_line, open_door
from checker.engine.otherwise.days_ahead import calendar
from checker.engine.otherwise.nearest import nearest

BOOKS = {insurer: book(insurer) for insurer in ("kiyose", "other")}
FACTS = book("kiyose").rulebook.facts
STATUSES = {"decided", "needs_facts", "contradiction", "out_of_scope", "invalid"}

DAYS = st.dates(date(1890, 1, 1), date(2209, 12, 31)).map(str) | st.sampled_from(
    ["1900-01-01", "2199-12-31", "2024-02-29"]
)
ODD: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | DAYS | st.integers(0, 131),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


def _value(kind: str, values: tuple[str, ...]) -> st.SearchStrategy[Any]:
    """Return what a fact may be said to be: mostly something that it can be."""
    known = st.sampled_from([*values, True, False]) if values else DAYS
    if kind == "age":
        known = st.integers(-1, 131)
    return st.lists(st.sampled_from(values), max_size=3) | ODD if kind == "list" else known | known | ODD


SAID = st.fixed_dictionaries(
    {"insurer": st.sampled_from([*BOOKS, *BOOKS, "atlantis"])},
    optional={fact.id: _value(fact.kind, fact.values) for fact in FACTS if fact.kind != "insurer"},
)


@given(SAID)
@example({"insurer": "kiyose", "on_date": "1900-01-01", "age": 130, "my_number_card": "none"})
@example({"insurer": "kiyose", "on_date": "2199-12-31", "birth_date": "2199-12-31", "stay_until": "2199-12-31"})
def test_every_line_gets_a_decision_that_keeps_the_promises(facts: dict[str, Any]) -> None:
    decision = answer_line(BOOKS, json.dumps(facts), "2026-11-21")
    assert decision["status"] in STATUSES
    assert json.loads(json.dumps(decision)) == decision
    if decision["status"] == "invalid":
        assert all(problem["message"] for problem in decision["problems"])
    else:
        assert broken({"on_date": "2026-11-21", **facts}, decision) == []


@given(st.text() | st.binary(max_size=40).map(lambda raw: raw.decode(errors="replace")))
def test_any_text_gets_a_decision(line: str) -> None:
    assert answer_line(BOOKS, line)["status"] == "invalid"


def test_the_door_of_one_rulebook_says_what_the_command_line_says() -> None:
    for insurer in BOOKS:
        door = open_door(book(insurer).rulebook.to_json())
        line = json.dumps({"insurer": insurer, "on_date": "2026-11-21", "my_number_card": "lost"})
        assert json.loads(door(line)) == answer_line({insurer: book(insurer)}, line)
        assert json.loads(door(line.replace(insurer, "atlantis")))["status"] == "invalid"


def test_the_door_answers_what_would_change_the_answer_and_when_it_changes() -> None:
    compiled = book("kiyose")
    door = open_door(compiled.rulebook.to_json())
    person = {"insurer": "kiyose", "on_date": "2026-11-21", "my_number_card": "lost", "age": 74}
    line = json.dumps(person)
    assert json.loads(door.nearest(line)) == nearest(compiled, person)
    assert json.loads(door.calendar(line)) == calendar(compiled, person)
    assert json.loads(door.calendar(line, "2027-01-01")) == calendar(compiled, person, date(2027, 1, 1))
    assert json.loads(door.calendar(line, "soon"))["problems"][0]["facts"] == ["until"]
    assert json.loads(door.nearest("{"))["status"] == json.loads(door.calendar("[]"))["status"] == "invalid"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("[" * 100_000, "nested too deeply"),
        ('{"on_date": "2026-11-21"}', "insurer is missing; allowed: kiyose, other"),
        ('{"insurer": "atlantis"}', "'atlantis' is not known"),
        ('{"insurer": "kiyose", "insurer": "other"}', "duplicate key 'insurer'"),
    ],
)
def test_a_line_that_names_no_insurer_is_told_why(line: str, told: str) -> None:
    answer = answer_line(BOOKS, line)
    assert answer["status"] == "invalid"
    assert told in answer["problems"][0]["message"]


def test_a_rulebook_decides_for_its_own_insurer_only() -> None:
    answer = decide(book("kiyose"), {"insurer": "other", "on_date": "2026-11-21"})
    assert answer["status"] == "invalid"
    assert "allowed here: kiyose" in answer["problems"][0]["message"]


def test_today_stands_in_only_where_no_day_is_said() -> None:
    for line, day in (
        ('{"insurer": "kiyose"}', "2026-11-21"),
        ('{"insurer": "kiyose", "on_date": "2025-01-01"}', "2025-01-01"),
    ):
        assert answer_line(BOOKS, line, "2026-11-21", lambda _, facts: dict(facts))["on_date"] == day
