"""On rulebooks that nobody wrote, verification finds what going through everybody finds, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from authoring.verify.slow import ASKED, applying, disagreeing, few_topics, heard, people, speaks
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from checker.authoring.verify.clashes import clashes
from checker.authoring.verify.exceptions import EVERY, exceptions
from checker.authoring.verify.gaps import gaps
from checker.authoring.verify.idle import idle
from checker.authoring.verify.survey import Survey, survey
from checker.authoring.verify.unreachable import yielded
from checker.engine import compile_rulebook
from checker.engine.compiling.witness import ordinary
from checker.engine.rules.rulebook import BESIDE

if TYPE_CHECKING:
    from engine.reference import Reference

    from checker.engine import Rulebook

FEW = settings(max_examples=25, phases=[Phase.explicit, Phase.generate])
"""A rulebook is a large example: searching for the smallest that fails would take minutes."""

Person = tuple[dict[str, Any], "Reference"]


def _looked_at(rulebook: Rulebook) -> tuple[Survey, list[Person]]:
    """Return a survey, and everybody on all of its days."""
    seen = survey(compile_rulebook(rulebook), ASKED)
    everybody = people(seen.book, seen.days)
    assume(everybody is not None)
    assert everybody is not None
    return seen, everybody


def _changed(seen: Survey, facts: dict[str, Any]) -> int:
    """Return in how many facts somebody differs from the ordinary person as far as rules look at them."""
    usual = seen.cells(ordinary(seen.book.rulebook, date.fromisoformat(facts["on_date"])))
    own = zip(seen.book.space.variables, seen.cells(facts), usual, strict=True)
    return len({variable.fact for variable, cell, other in own if cell != other})


def _is_nearest(seen: Survey, facts: dict[str, Any], such: list[dict[str, Any]]) -> bool:
    """Return whether somebody is of the first day on which there are such people, and nearest to the ordinary one."""
    first = min((row["on_date"] for row in such), key=[day.isoformat() for day in seen.days].index)
    least = min(_changed(seen, row) for row in such if row["on_date"] == first)
    return bool(facts["on_date"] == first and _changed(seen, facts) == least)


@FEW
@given(few_topics())
def test_the_rules_that_apply_together_are_those_that_apply_to_somebody(rulebook: Rulebook) -> None:
    seen, everybody = _looked_at(rulebook)
    for topic in ("old_card", "document", "care"):
        found = {tuple(rule["id"] for rule in reference.applying(topic)) for _, reference in everybody}
        assert set(seen.together[topic]) == found


@FEW
@given(few_topics(), st.dates(date(2025, 1, 1), date(2029, 12, 31)))
def test_no_day_shows_rules_together_that_the_days_looked_at_do_not(rulebook: Rulebook, day: date) -> None:
    seen = survey(compile_rulebook(rulebook), ASKED)
    for _, reference in people(seen.book, [day]) or []:
        for topic in ("old_card", "document", "care"):
            assert tuple(rule["id"] for rule in reference.applying(topic)) in seen.together[topic]


@FEW
@given(few_topics())
def test_a_gap_is_told_where_somebody_is_told_nothing(rulebook: Rulebook) -> None:
    seen, everybody = _looked_at(rulebook)
    told = gaps(seen)
    for topic in ("old_card", "document", "care"):
        silent = [facts for facts, reference in everybody if not speaks(reference, topic)]
        found = [gap.facts for gap in told if gap.topic == topic]
        assert bool(found) == bool(silent)
        assert not found or _is_nearest(seen, found[0], silent)
        known = [seen.cells(facts) for facts in silent]
        assert all(seen.cells(facts) in known for facts in found)


@FEW
@given(few_topics())
def test_a_conflict_is_told_where_two_rules_disagree_about_somebody(rulebook: Rulebook) -> None:
    seen, everybody = _looked_at(rulebook)
    pairs: dict[tuple[str, str, str, str], list[dict[str, Any]]] = {}
    for facts, reference in everybody:
        for pair in disagreeing(reference):
            pairs.setdefault(pair, []).append(facts)
    told = {(*conflict.rules, conflict.about, conflict.key): facts for conflict, facts in clashes(seen)}
    assert told.keys() == pairs.keys()
    for pair, shown in told.items():
        assert shown is not None
        assert _is_nearest(seen, shown, pairs[pair])


@FEW
@given(few_topics())
def test_a_rule_is_dead_where_nobody_hears_it(rulebook: Rulebook) -> None:
    seen, everybody = _looked_at(rulebook)
    told = {one.rule.id: one for one in idle(seen)}
    for rule in everybody[0][1].rules:
        name = rule["id"]
        assert (name in told) == (not any(heard(reference, rule) for _, reference in everybody)), name
        reached = [facts for facts, reference in everybody if reference.applies(rule)]
        own = [facts for facts, reference in everybody if reference.own(rule)]
        if name in told:
            one = told[name]
            assert one.reached == bool(reached)
            assert (one.facts is not None) == bool(own)
            assert one.facts is None or _is_nearest(seen, one.facts, reached or own)


@FEW
@given(few_topics())
def test_an_exception_never_matters_where_without_it_the_same_rules_apply_to_everybody(rulebook: Rulebook) -> None:
    seen, everybody = _looked_at(rulebook)
    now = list(applying(rulebook, everybody))
    for (name, overridden), matters in exceptions(seen).items():
        without = replace(
            rulebook,
            rules=tuple(
                replace(
                    rule,
                    exception_to=tuple(other for other in rule.exception_to if other != overridden),
                    every=tuple(topic for topic in rule.every if EVERY + topic != overridden),
                )
                if rule.id in (name, name + BESIDE)
                else rule
                for rule in rulebook.rules
            ),
        )
        assert matters == (list(applying(without, everybody)) != now), (name, overridden)


@FEW
@given(few_topics())
def test_an_outcome_is_reached_where_some_decision_says_it(rulebook: Rulebook) -> None:
    seen, everybody = _looked_at(rulebook)
    said: set[tuple[str, ...]] = set()
    for _, reference in everybody:
        for key in ("issued", "refused"):
            for item in reference.document[key]:
                said.add((key, item["id"]))
                said |= {(key, item["id"], name, item[name]) for name in ("route", "instead") if item.get(name)}
        care = reference.care()
        said |= {("show", " + ".join(way)) for way in care["show"]} | {("actions", name) for name in care["actions"]}
        for entry in reference.procedures():
            said.add(("procedure", entry["id"]))
            said |= {("procedure", entry["id"], key, one) for key in ("where", "bring") for one in entry[key] or ()}
        said |= {("warnings", name) for name in reference.warnings()}
    assert yielded(seen) == said
