"""Nearest other answers, against trying everybody: the same answers, as far away, and never a sensitive fact."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any

import pytest
from engine.answers import bare
from engine.completions import LEFT_OUT, options
from engine.known_people import FROM_DAY
from engine.small_books import DAYS, IMPOSSIBLE, NOBODY_KNOWS, SHIFTS, small_books
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st
from people import people
from rulebooks import INSURERS, book

from checker.engine import Compiled, Rulebook, compile_rulebook, decide
from checker.engine.compiling.space import MemberVariable
from checker.engine.otherwise import nearest as module
from checker.engine.otherwise.nearest import nearest
from checker.engine.rules.conditions import Includes, Is, Not, Reached
from checker.engine.rules.rulebook import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

Facts = dict[str, Any]
Others = dict[str, dict[str, int]]

MOST = 2500
FEW = settings(max_examples=25, phases=[Phase.explicit, Phase.generate], deadline=None)
PARTS = ("document", "care")
SECRETS: tuple[list[str] | None, ...] = ([], ["filed"], None)
NEAR = (date(1951, 3, 1), date(1951, 3, 2), date(2025, 12, 1), date(2026, 3, 1), date(2026, 11, 21))

HAS_CARD = Not(Is("card", frozenset({"none"})))
SCOPES = (
    (),
    (Scope("from-75", Reached("birth_date", SHIFTS[0]), ("birth_date",), "another insurer answers"),),
    (Scope("brought", Includes("brings", frozenset({"certificate"})), ("brings",), "another insurer answers"),),
)


def _books() -> st.SearchStrategy[Rulebook]:
    """Draw rulebooks in which a reader matters to those only who have a card, and which may end somewhere."""

    def changed(rulebook: Rulebook, scope: tuple[Scope, ...], impossible: Any) -> Rulebook:  # noqa: ANN401 - drawn
        facts = tuple(replace(f, applies=HAS_CARD) if f.id == "reader" else f for f in rulebook.facts)
        return replace(rulebook, facts=facts, scope=scope, impossible=impossible or rulebook.impossible)

    return st.builds(changed, small_books(), st.sampled_from(SCOPES), st.sampled_from([(), (), IMPOSSIBLE[1:2]]))


class Everybody:
    """All into whom a person can change, or turn out to be, each with the number of facts that change."""

    def __init__(self, compiled: Compiled, person: Facts) -> None:
        self.compiled = compiled
        self.person = person
        self.names = _names(compiled)
        self.told = {
            m for v in compiled.space.variables if isinstance(v, MemberVariable) for m in v.members if v.fact == "has"
        }
        self.choices = [self._choices(name) for name in self.names]

    @property
    def size(self) -> int:
        return prod(map(len, self.choices))

    def _choices(self, name: str) -> list[Any]:
        """Return a person's own value, if it is known, and one for each cell."""
        found = options(self.compiled, name, self.person["on_date"])
        own = self.person.get(name, LEFT_OUT)
        return found if own is None else [own, *(value for value in found if value != own)]

    def _changes(self) -> Iterator[tuple[int, Facts]]:
        """Yield everybody who can be, less facts without a meaning."""
        before = self.person
        for chosen in product(*self.choices):
            facts = {**before, **dict(zip(self.names, chosen, strict=True))}
            moved = {n for n in self.names if before.get(n, "") is not None and facts[n] != before.get(n, LEFT_OUT)}
            if facts["card"] == "none" and "reader" in moved:
                continue
            known = before["card"] == "none" and before.get("reader", LEFT_OUT) is not None
            if facts["card"] == "none" and before["card"] is not None and not known:
                facts["reader"] = LEFT_OUT
            said = {name: value for name, value in facts.items() if value is not LEFT_OUT}
            if set(said.get("brings") or ()) & self.told <= set(said.get("has") or ()):
                yield len(moved), said

    def others(self) -> Others:
        """Return the distance of each answer that is not open to the person, for each part."""
        own: dict[str, set[str]] = {part: set() for part in PARTS}
        found: Others = {part: {} for part in PARTS}
        for cost, facts in self._changes():
            decision = decide(self.compiled, facts)
            if decision["status"] != "contradiction":
                for part, value in _parts(decision).items():
                    own[part] |= {value} if not cost else set()
                    found[part][value] = min(cost, found[part].get(value, 99))
        return {part: {v: cost for v, cost in found[part].items() if v not in own[part]} for part in PARTS}


def _names(compiled: Compiled) -> list[str]:
    return sorted({"card", *(v.fact for v in compiled.space.variables)} - {"on_date", "secret"})


def _parts(answer: Facts) -> dict[str, str]:
    """Return the parts of an answer in one spelling."""
    if answer["status"] == "out_of_scope":
        return dict.fromkeys(PARTS, "out_of_scope")
    document, care = answer["document"], answer["care"]
    return ({"document": bare(document)} if document else {}) | ({"care": json.dumps(care["show"])} if care else {})


def _person(compiled: Compiled, data: Any, day: str, unknown: set[str]) -> Facts:  # noqa: ANN401 - hypothesis' own
    """Draw somebody; dates lie anywhere in their bands."""
    person: Facts = {
        "insurer": "made-up",
        "on_date": day,
        "card": "held",
        "secret": data.draw(st.sampled_from(SECRETS)),
    }
    for name in _names(compiled):
        value = data.draw(st.sampled_from(options(compiled, name, day)))
        if name in ("left_on", "birth_date") and value is not LEFT_OUT:
            value = str(data.draw(st.sampled_from(NEAR)) if data.draw(st.booleans()) else value)
        if name in unknown or value is not LEFT_OUT:
            person[name] = None if name in unknown else value
    if "certificate" in (person.get("brings") or []) and person.get("has", []) is not None:
        person["has"] = ["certificate", *(member for member in person.get("has", []) if member != "certificate")]
    return person


@FEW
@given(_books(), st.sampled_from(DAYS).map(str), st.sets(st.sampled_from(sorted(NOBODY_KNOWS)), max_size=2), st.data())
def test_the_nearest_are_those_that_trying_everybody_finds(
    rulebook: Rulebook,
    day: str,
    unknown: set[str],
    data: Any,  # noqa: ANN401 - hypothesis' own
) -> None:
    compiled = compile_rulebook(rulebook)
    person = _person(compiled, data, day, unknown)
    everybody = Everybody(compiled, person)
    assume(everybody.size <= MOST)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "MOST", 10_000)
        told = nearest(compiled, person)
    assert told["status"] == decide(compiled, person)["status"]
    if told["status"] == "contradiction":
        assert told["nearest"] == []
        return
    found: Others = {part: {} for part in PARTS}
    for entry in told["nearest"]:
        for part in entry["parts"]:
            value = _parts(entry)[part]
            assert value not in found[part]
            found[part][value] = len(entry["changes"])
        _check(compiled, person, entry)
    assert found == everybody.others()
    assert [len(entry["changes"]) for entry in told["nearest"]] == sorted(len(e["changes"]) for e in told["nearest"])


def _check(compiled: Compiled, person: Facts, entry: Facts) -> None:
    """Hold an entry to what it promises: whoever is changed so gets that answer."""
    changed = {**person, **entry["changes"]}
    left_out = {name for name, value in entry["changes"].items() if value is None} | set(entry["left_out"])
    decision = decide(compiled, {name: value for name, value in changed.items() if name not in left_out})
    if entry["settled"]:
        for part in entry["parts"]:
            assert _parts(decision)[part] == _parts(entry)[part]
    else:
        assert decision["status"] == "needs_facts"
    assert "secret" not in entry["changes"]
    assert all(entry["from"][name] != value for name, value in entry["changes"].items())


@pytest.mark.parametrize("insurer", INSURERS)
def test_whoever_is_changed_as_said_gets_the_answer_that_was_said(insurer: str) -> None:
    for person in people(book(insurer), 12, 31, from_day=FROM_DAY):
        told = nearest(book(insurer), person)
        assert told["status"] == decide(book(insurer), person)["status"]
        assert told["status"] == "contradiction" or told["nearest"]
        for entry in told["nearest"]:
            _check(book(insurer), person, entry)
            assert not {"data_protection", "insurer", "on_date"} & entry["changes"].keys()


def _nearest(**facts: object) -> Facts:
    said = {"insurer": "kiyose", "on_date": "2026-11-22", "my_number_card": "held", "registration": "registered"}
    return nearest(book("kiyose"), {**said, **facts})


def test_a_fact_without_a_meaning_for_the_changed_person_is_left_out() -> None:
    entry = next(e for e in _nearest()["nearest"] if e["changes"] == {"my_number_card": "none"})
    assert entry["left_out"] == ["registration"]
    assert entry["from"] == {"my_number_card": "held"}
    assert entry["settled"]


def test_the_75th_birthday_is_told_as_the_birth_date_that_is_nearest() -> None:
    rulebook = book("kiyose").rulebook
    by_age = tuple(row for row in rulebook.scope if "birth_date" in row.facts)
    said = {"insurer": "kiyose", "on_date": "2026-11-22", "my_number_card": "held", "registration": "registered"}
    entries = nearest(compile_rulebook(replace(rulebook, scope=by_age)), {**said, "age": 74})["nearest"]
    entry = next(entry for entry in entries if entry["status"] == "out_of_scope")
    assert entry["changes"] == {"birth_date": "1951-11-22"}
    assert entry["from"] == {"birth_date": ["1951-11-23", "1952-11-22"]}
    assert entry["left_out"] == ["age"]


def test_what_is_not_listed_is_counted() -> None:
    told = _nearest()
    assert sum("document" in entry["parts"] for entry in told["nearest"]) == module.MOST
    assert told["more"]["document"] > 0


def test_an_answer_that_a_change_makes_possible_only_is_not_settled() -> None:
    entries = _nearest(my_number_card="none", registration=None)["nearest"]
    assert any(entry["changes"] == {"my_number_card": "held"} and not entry["settled"] for entry in entries)


def test_nobody_is_changed_who_cannot_be_read_or_contradicts_himself() -> None:
    assert _nearest(reader="broken")["status"] == "invalid"
    assert _nearest(my_number_card="none") == {
        **_nearest(my_number_card="none"),
        "status": "contradiction",
        "nearest": [],
    }
