"""Any rulebook, not only those that somebody wrote: diagrams, partial answers and text agree with a direct reading."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from engine.answers import answer_of
from engine.completions import completions
from engine.reference import Reference, read_rules
from engine.small_books import COUNTED, DAYS, FACTS, NOBODY_KNOWS, small_books
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from checker.engine import Compiled, Rule, Rulebook, compile_rulebook, decide
from checker.engine.rules.conditions import Includes, Stated

if TYPE_CHECKING:
    from checker.engine.rules.conditions import Condition

DAY = timedelta(days=1)
ASKED = st.sampled_from([day + beside * DAY for day in DAYS for beside in (-1, 0, 1)]).map(str)
SECRETS = st.sampled_from([[], ["filed"], ["unfiled"], ["filed", "unfiled"]])
MOST = 5_000
FEW = settings(max_examples=20, phases=[Phase.explicit, Phase.generate])
"""A rulebook is a large example: searching for the smallest that fails would take minutes."""


def _everybody(compiled: Compiled, **known: object) -> list[dict[str, Any]]:
    found = completions(compiled, {"insurer": "made-up", **NOBODY_KNOWS, **known}, MOST)
    assert found is not None
    return found


@FEW
@given(small_books() | small_books(COUNTED), ASKED, SECRETS, st.randoms(use_true_random=False))
def test_every_decision_is_what_the_rules_say(rulebook: Rulebook, day: str, secret: list[str], random: Any) -> None:  # noqa: ANN401 - a random.Random
    compiled, read = compile_rulebook(rulebook), read_rules(rulebook.to_json())
    everybody = _everybody(compiled, on_date=day, secret=secret)
    for person in random.sample(everybody, min(len(everybody), 40)):
        facts = {"card": "held"} | {name: value for name, value in person.items() if value is not None}
        reference, decision = Reference(read, facts), decide(compiled, facts)
        assert decision["status"] == "decided"
        assert decision["document"] == reference.document
        assert decision["old_card"] == reference.old_card()
        assert decision["care"] == reference.care()
        assert decision["procedures"] == reference.procedures()
        assert set(decision["warnings"]) == reference.warnings()


@FEW
@given(small_books(), ASKED, st.sets(st.sampled_from(sorted(NOBODY_KNOWS)), min_size=2, max_size=3), SECRETS)
def test_what_is_possible_and_needed_is_exact(rulebook: Rulebook, day: str, names: set[str], secret: list[str]) -> None:
    compiled = compile_rulebook(rulebook)
    person = {"insurer": "made-up", "on_date": day, "secret": secret, "card": "held"} | dict.fromkeys(names)
    decision = decide(compiled, person)
    turned_out = completions(compiled, person, MOST)
    assert bool(turned_out) == (decision["status"] != "contradiction")
    if not turned_out:
        return
    answers = [(row, answer_of(decide(compiled, row))) for row in turned_out]
    listed = [answer_of(entry) for entry in decision["possible"]] or [answer_of(decision)]
    assert set(listed) == {answer for _, answer in answers}
    assert len(listed) == len(set(listed))
    assert set(decision["needs"]) <= names
    by_needs: dict[str, set[Any]] = {}
    for row, answer in answers:
        by_needs.setdefault(str([row.get(name) for name in decision["needs"]]), set()).add(answer)
    assert all(len(found) == 1 for found in by_needs.values())
    for name in decision["needs"]:
        others: dict[str, set[Any]] = {}
        for row, answer in answers:
            others.setdefault(str([row.get(other) for other in sorted(names - {name})]), set()).add(answer)
        assert any(len(found) > 1 for found in others.values()), f"{name} alone can change the answer"


@FEW
@given(small_books())
def test_a_round_trip_gives_an_equal_value(rulebook: Rulebook) -> None:
    again = Rulebook.from_json(rulebook.to_json())
    assert (again, again.version) == (rulebook, rulebook.version)


def test_a_date_can_be_open_of_which_rules_ask_only_whether_it_is_stated() -> None:
    rule = Rule("left", "document", "insurer", Stated("left_on"), {"issued": {"certificate": {"route": "automatic"}}})
    held: dict[str, Condition] = {"certificate": Includes("has", frozenset({"certificate"}))}
    rulebook = Rulebook("made-up", "", FACTS, (rule,), held, {}, {"show": "call", "now": "ask"})
    person = {"insurer": "made-up", "on_date": "2026-11-21", "card": "none", "left_on": None}
    decision = decide(compile_rulebook(rulebook), person)
    assert decision["needs"] == ["left_on"]
    assert len(decision["possible"]) == 2
