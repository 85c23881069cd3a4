"""The calendar, against deciding every single day; and the days on which the law counts a person as 70 and 75."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from engine.answers import bare
from engine.known_people import FROM_DAY
from engine.small_books import DAYS, FACTS, NOBODY_KNOWS, SHIFTS, small_books
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from people import people
from rulebooks import INSURERS, book

from checker.engine import Compiled, Rule, Rulebook, compile_rulebook, decide
from checker.engine.otherwise.days_ahead import calendar
from checker.engine.rules.conditions import All, From, Includes, Is, Not, Reached
from checker.engine.rules.dates import Shift
from checker.engine.rules.rulebook import Impossibility

if TYPE_CHECKING:
    from collections.abc import Iterator

Facts = dict[str, Any]

DAY = timedelta(days=1)
TODAY = date(2026, 11, 22)
FEW = settings(max_examples=8, phases=[Phase.explicit, Phase.generate], deadline=None)
NEAR = st.sampled_from([date(1950, 2, 28), date(1952, 2, 29), date(2026, 1, 30), date(2026, 11, 30), DAYS[1]])
UNKNOWN = st.sets(st.sampled_from(sorted(NOBODY_KNOWS)), max_size=2)


def _parts(answer: Facts) -> dict[str, Any]:
    """Return what is compared from day to day."""
    document, care = answer["document"], answer["care"]
    told = {"status": answer["status"], "old_card": answer["old_card"]}
    return told | {"document": document and bare(document), "care": care and care["show"]}


def _decided(compiled: Compiled, facts: Facts, day: date) -> tuple[list[str], dict[str, Any]]:
    """Return what is said on a day, less what it contradicts, and what that was."""
    said = {**facts, "on_date": day.isoformat()}
    dropped: list[str] = []
    while True:
        decision = decide(compiled, said)
        named = decision["problems"][0]["facts"] if decision["status"] == "contradiction" else []
        can_go = [name for name in named if compiled.rulebook.by_fact[name].kind in ("choice", "list")]
        can_go = [name for name in can_go if said.get(name) not in (None, [])]
        if not can_go:
            return dropped, _parts(decision)
        dropped.append(can_go[0])
        said.pop(can_go[0])


def _day_by_day(compiled: Compiled, facts: Facts, until: date) -> Iterator[tuple[date, list[str], dict[str, Any]]]:
    """Yield each day on which another answer comes, with what is dropped."""
    day = date.fromisoformat(facts["on_date"])
    before = _decided(compiled, facts, day)
    while day < until:
        day += DAY
        now = _decided(compiled, facts, day)
        if now[1] != before[1]:
            yield day, *now
        before = now


def _is_calendar(compiled: Compiled, facts: Facts, until: date) -> None:
    told = calendar(compiled, facts, until)
    assert told["status"] == decide(compiled, facts)["status"]
    if told["status"] == "contradiction":
        assert told["calendar"] == []
        return
    found = [(date.fromisoformat(entry["from"]), entry["dropped"], _parts(entry)) for entry in told["calendar"]]
    assert found == list(_day_by_day(compiled, facts, until))
    states = [_parts(decide(compiled, facts)), *(parts for _, _, parts in found)]
    for (before, after), entry in zip(pairwise(states), told["calendar"], strict=True):
        assert entry["changed"] == [
            name for name in ("status", "document", "old_card", "care") if before[name] != after[name]
        ]
        assert entry["because"]
        for cause in entry["because"]:
            _is_cause(cause, facts, entry["from"])


def _is_cause(cause: Facts, facts: Facts, day: str) -> None:
    """Hold a cause to the calendar: the day itself, or what the shift makes of the date."""
    if "day" in cause:
        assert cause == {"fact": "on_date", "day": day}
    elif "between" in cause:
        assert day in cause["between"]
    elif "shift" in cause:
        shift = Shift(tuple((unit, count) for unit, count in cause["shift"]))
        assert shift.of(date.fromisoformat(facts[cause["fact"]])).isoformat() == day
    else:
        assert facts.get(cause["fact"], "") is None


@FEW
@given(small_books(), NEAR, NEAR, st.sampled_from([[], ["old"]]), UNKNOWN)
def test_nothing_changes_between_the_days_that_are_listed(
    rulebook: Rulebook, born: date, left: date, has: list[str], unknown: set[str]
) -> None:
    compiled = compile_rulebook(rulebook)
    said = {
        "birth_date": str(born),
        "left_on": str(left),
        "needs": ["help"],
        "has": has,
    }
    person = {"insurer": "made-up", "on_date": "2026-01-15", "card": "held", **said, **dict.fromkeys(unknown)}
    _is_calendar(compiled, person, date(2027, 4, 15))


@pytest.mark.parametrize("insurer", INSURERS)
def test_nothing_changes_between_the_days_that_are_listed_for_an_insurer(insurer: str) -> None:
    asked = [p for p in people(book(insurer), 14, 41, from_day=FROM_DAY) if "age" not in p]
    for person in asked[:4]:
        _is_calendar(book(insurer), person, date.fromisoformat(person["on_date"]) + 200 * DAY)


AT_70 = Shift((("years", 70), ("days", -1), ("month_end", 1), ("days", 1)))
"""The first of the month after the birthday; of the same month for those born on the first."""

AT_75 = Shift((("years", 75),))

BIRTHDAYS = [
    ("1956-11-01", AT_70, "2026-11-01"),
    ("1956-11-02", AT_70, "2026-12-01"),
    ("1956-11-30", AT_70, "2026-12-01"),
    ("1956-12-31", AT_70, "2027-01-01"),
    ("1957-01-01", AT_70, "2027-01-01"),
    ("1956-02-29", AT_70, "2026-03-01"),
    ("1956-03-01", AT_70, "2026-03-01"),
    ("1956-03-02", AT_70, "2026-04-01"),
    ("1951-11-22", AT_75, "2026-11-22"),
    ("1951-11-01", AT_75, "2026-11-01"),
    ("1952-02-28", AT_75, "2027-02-28"),
    ("1952-02-29", AT_75, "2027-03-01"),
    ("1952-03-01", AT_75, "2027-03-01"),
]


def _turning(shift: Shift) -> Compiled:
    """Return a rulebook that shows a paper from a birthday on."""
    rule = Rule("of-age", "care", "insurer", Reached("birth_date", shift), {"show": [["paper"]]})
    return compile_rulebook(Rulebook("made-up", "", FACTS, (rule,), {}, {}, {"show": "call", "now": "ask"}))


@pytest.mark.parametrize(("born", "shift", "day"), BIRTHDAYS)
def test_a_birthday_counts_from_the_day_that_the_law_says(born: str, shift: Shift, day: str) -> None:
    reached = date.fromisoformat(day)
    assert shift.of(date.fromisoformat(born)) == reached
    compiled = _turning(shift)
    person = {"insurer": "made-up", "on_date": "2026-01-01", "card": "held", "birth_date": born}
    for asked, show in ((reached - DAY, []), (reached, [["paper"]])):
        assert decide(compiled, {**person, "on_date": str(asked)})["care"]["show"] == show
    (entry,) = calendar(compiled, person, date(2027, 12, 31))["calendar"]
    assert entry["from"] == day
    assert entry["because"] == [{"fact": "birth_date", "shift": [list(step) for step in shift.steps]}]
    assert (entry["began"], entry["stopped"]) == (["of-age"], [])
    assert entry["changed"] == ["care"]


def test_an_age_tells_between_which_days_a_birthday_is() -> None:
    person = {"insurer": "kiyose", "on_date": "2026-11-22", "my_number_card": "held", "registration": "registered"}
    first, last = calendar(book("kiyose"), {**person, "age": 74}, date(2028, 1, 1))["calendar"]
    between = [{"fact": "birth_date", "shift": [["years", 75]], "between": ["2026-11-23", "2027-11-22"]}]
    assert (first["from"], first["status"], first["because"]) == ("2026-11-23", "needs_facts", between)
    assert (last["from"], last["status"], last["because"]) == ("2027-11-22", "out_of_scope", between)
    for born, day in (("1951-11-23", "2026-11-23"), ("1952-11-22", "2027-11-22")):
        (entry,) = calendar(book("kiyose"), {**person, "birth_date": born}, date(2028, 1, 1))["calendar"]
        assert (entry["from"], entry["status"]) == (day, "out_of_scope")


def test_what_is_said_of_today_is_dropped_on_the_day_that_contradicts_it() -> None:
    person = {"insurer": "kiyose", "on_date": "2026-11-22", "my_number_card": "held", "registration": "registered"}
    entries = calendar(book("kiyose"), {**person, "e_certificate": "valid", "e_certificate_until": "2027-01-15"})
    assert [(entry["from"], entry["dropped"]) for entry in entries["calendar"]] == [
        ("2027-01-16", ["e_certificate"]),
        ("2027-05-01", ["e_certificate"]),
    ]
    assert entries["calendar"][0]["because"] == [{"fact": "e_certificate_until", "shift": [["days", 1]]}]
    assert entries["until"] == "2036-11-22"


def test_a_day_that_contradicts_dates_alone_is_told_as_such() -> None:
    """Nobody is 75 and has a secret here; and a sensitive fact is never taken away to make it true."""
    when = All((Reached("birth_date", SHIFTS[0]), Includes("secret", frozenset({"filed"}))))
    rule = Rule("all", "care", "insurer", All(), {"show": [["paper"]]})
    impossible = (Impossibility("row", when, ("secret", "birth_date"), "never"),)
    fallback = {"show": "call", "now": "ask"}
    compiled = compile_rulebook(Rulebook("made-up", "", FACTS, (rule,), {}, {}, fallback, impossible=impossible))
    person = {"insurer": "made-up", "on_date": "2026-01-01", "card": "held", "birth_date": "1951-06-01"}
    (entry,) = calendar(compiled, {**person, "secret": ["filed"]}, date(2027, 1, 1))["calendar"]
    assert (entry["from"], entry["status"], entry["dropped"]) == ("2026-06-01", "contradiction", [])
    assert (entry["stopped"], entry["because"][0]["fact"]) == (["all"], "birth_date")


def test_a_list_and_a_fact_that_must_be_known_are_dropped_too() -> None:
    """Who is 75 here neither holds a card nor needs help."""
    old = Reached("birth_date", SHIFTS[0])
    rows = (
        Impossibility("card", All((old, Is("card", frozenset({"held"})))), ("birth_date", "card"), ""),
        Impossibility("help", All((old, Includes("needs", frozenset({"help"})))), ("birth_date", "needs"), ""),
    )
    rule = Rule("young", "care", "insurer", Not(old), {"show": [["paper"]]})
    fallback = {"show": "call", "now": "ask"}
    compiled = compile_rulebook(Rulebook("made-up", "", FACTS, (rule,), {}, {}, fallback, impossible=rows))
    person = {"insurer": "made-up", "on_date": "2026-01-01", "card": "held", "birth_date": "1951-06-01"}
    (entry,) = calendar(compiled, {**person, "needs": ["help"]}, date(2027, 1, 1))["calendar"]
    assert (entry["from"], entry["dropped"]) == ("2026-06-01", ["card", "needs"])


def test_of_a_date_that_is_not_known_other_days_become_possible() -> None:
    """Nobody who left from a day on can be three months past it before three months have gone by."""
    when = All((From("left_on", DAYS[0]), Reached("left_on", SHIFTS[1])))
    rule = Rule("gone", "care", "insurer", when, {"show": [["paper"]]})
    compiled = compile_rulebook(Rulebook("made-up", "", FACTS, (rule,), {}, {}, {"show": "call", "now": "ask"}))
    person = {"insurer": "made-up", "on_date": "2026-03-01", "card": "held", "left_on": None}
    (entry,) = calendar(compiled, person, date(2027, 12, 31))["calendar"]
    assert (entry["from"], entry["status"]) == (str(SHIFTS[1].of(DAYS[0])), "needs_facts")
    assert entry["because"] == [{"fact": "left_on"}]


def test_days_too_far_ahead_are_refused_with_what_is_allowed() -> None:
    person = {"insurer": "kiyose", "on_date": str(TODAY), "my_number_card": "none"}
    told = calendar(book("kiyose"), person, date(2100, 1, 1))
    assert (told["status"], told["calendar"]) == ("invalid", [])
    assert told["problems"][0]["message"] == "until: 2100-01-01 is too far ahead; allowed: days up to 2086-11-22"
    assert calendar(book("kiyose"), {**person, "reader": "broken"})["status"] == "invalid"
