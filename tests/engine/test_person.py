"""What is said of one person: what disagrees, and what no fact is called."""

from __future__ import annotations

import pytest
from rulebooks import book

from checker.engine.people.person import Person, read_person

SAID = {"insurer": "kiyose", "on_date": "2026-11-21", "my_number_card": "held"}


@pytest.mark.parametrize(
    ("birth_date", "age", "agree"),
    [
        ("1951-11-21", 75, True),
        ("1951-11-22", 75, False),
        ("1951-11-22", 74, True),
        ("1951-11-21", 74, False),
        ("2008-02-29", 18, True),
        ("2026-11-21", 0, True),
    ],
)
def test_a_birth_date_and_an_age_agree_or_contradict_each_other(birth_date: str, age: int, *, agree: bool) -> None:
    person = read_person(book("kiyose").rulebook, {**SAID, "birth_date": birth_date, "age": age})
    if agree:
        assert isinstance(person, Person)
    else:
        assert isinstance(person, list)
        assert [(problem.code, problem.facts) for problem in person] == [("contradiction", ("birth_date", "age"))]


@pytest.mark.parametrize(
    ("name", "meant"), [("registratoin", "did you mean 'registration'?"), ("zzz", "'zzz' Known facts: ")]
)
def test_an_unknown_fact_is_told_with_what_was_meant(name: str, meant: str) -> None:
    person = read_person(book("kiyose").rulebook, {**SAID, name: "held"})
    assert isinstance(person, list)
    assert [problem.code for problem in person] == ["unknown_fact"]
    assert meant in person[0].message
