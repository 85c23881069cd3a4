"""Last days that are counted from what is said of a person: the first of several, as far as it is sure."""

from __future__ import annotations

from typing import Any

import pytest
from engine.small_books import FACTS

from checker.engine import Fact, Rule, Rulebook, compile_rulebook, decide
from checker.engine.rules.conditions import All, Includes, Is

CARDLESS = Is("card", frozenset({"none"}))
UNTIL = ["2027-03-31", ["birth_date", [["years", 75], ["days", -1]]], ["left_on", [["month", 7], ["month_end", 1]]]]


def _decide(until: Any, **said: object) -> dict[str, Any]:  # noqa: ANN401 - JSON, as a rule has it
    rules = (
        Rule("all", "document", "insurer", All(), {"issued": {"certificate": {"route": "automatic", "until": until}}}),
        Rule("cardless", "document", "insurer", CARDLESS, {"issued": {"paper": {"route": "automatic"}}}),
        Rule("go", "procedures", "insurer", All(), {"procedure": "go", "due_on": UNTIL[2], "fee": 300}),
        Rule("owing", "warnings", "insurer", Is("owes", frozenset({"true"})), {"warnings": ["pay"]}),
    )
    facts = (*FACTS, Fact("age", "age"), Fact("owes", "choice", ("true", "false"), default="false", sensitive=True))
    held = {"certificate": Includes("has", frozenset({"certificate"}))}
    rulebook = Rulebook("made-up", "", facts, rules, held, {}, {"show": "call", "now": "ask"})
    return decide(compile_rulebook(rulebook), {"insurer": "made-up", "on_date": "2026-11-22", "card": "held", **said})


def _until(until: Any, **said: object) -> str | None:  # noqa: ANN401 - JSON, as a rule has it
    day: str | None = _decide(until, **said)["document"]["issued"][0]["until"]
    return day


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ({}, "2027-03-31"),
        ({"birth_date": "1951-12-10"}, "2026-12-09"),
        ({"birth_date": "1990-01-01"}, "2027-03-31"),
        ({"left_on": "2026-11-01"}, "2027-03-31"),
        ({"left_on": "2026-07-01"}, "2026-07-31"),
        ({"left_on": "2026-07-01", "birth_date": "1951-07-01"}, "2026-06-30"),
        ({"age": 40}, "2027-03-31"),
        ({"age": 74}, None),
        ({"birth_date": None}, None),
        ({"left_on": None}, None),
    ],
)
def test_the_first_of_several_days_counts(said: dict[str, Any], day: str | None) -> None:
    assert _until(UNTIL, **said) == day


def test_without_a_day_that_is_stated_there_is_none() -> None:
    assert _until(UNTIL[1:]) is None
    assert _until("2027-03-31", birth_date=None) == "2027-03-31"


def test_answers_that_are_still_open_have_their_days_counted() -> None:
    """Whoever has no card gets a second paper, so two answers are open, each with the same day."""
    possible = _decide(UNTIL, card=None, birth_date="1951-12-10")["possible"]
    assert [entry["document"]["issued"][0]["until"] for entry in possible] == ["2026-12-09", "2026-12-09"]
    assert {tuple(item["id"] for item in entry["document"]["issued"]) for entry in possible} == {
        ("certificate",),
        ("certificate", "paper"),
    }


@pytest.mark.parametrize(
    ("said", "day"), [({"left_on": "2026-08-01"}, "2027-07-31"), ({"left_on": None}, None), ({}, None)]
)
def test_the_day_by_which_something_is_due(said: dict[str, Any], day: str | None) -> None:
    [procedure] = _decide(UNTIL, **said)["procedures"]
    assert (procedure["due_on"], procedure["fee"]) == (day, 300)


def test_a_sensitive_choice_that_is_not_known_is_as_of_everybody() -> None:
    decision = _decide(UNTIL, owes=None)
    assert (decision["status"], decision["warnings"]) == ("decided", ["standing_line"])
    assert _decide(UNTIL, owes=True)["warnings"] == ["pay"]
