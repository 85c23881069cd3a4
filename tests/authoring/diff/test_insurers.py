"""At the insurers themselves: who is given as an example is told something else by `decide`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from rulebooks import book

from checker.authoring.diff.compare import compare
from checker.authoring.diff.examples import examples
from checker.authoring.diff.report import FIRST
from checker.engine import compile_rulebook, decide

ON = date(2026, 11, 22)
Json = Any


def _part(decision: dict[str, Json], topic: str) -> Json:
    """Return what a decision says of a topic, as `diff` compares it."""
    kind, _, name = topic.partition(":")
    if kind == "warnings":
        return name in decision[kind]
    if kind == "procedures":
        return _bare([entry for entry in decision[kind] if entry["id"] == name])
    if kind == "care":
        return [sorted(decision[kind][key]) for key in ("show", "actions")], decision[kind]["basis"]
    return _bare(decision[kind])


def _bare(value: Json) -> Json:
    if isinstance(value, list):
        return [_bare(item) for item in value]
    if isinstance(value, dict):
        return {key: _bare(item) for key, item in value.items() if key not in ("rules", "passages")}
    return value


@pytest.mark.parametrize(
    ("insurer", "rule"),
    [
        ("kiyose", "certificate-for-care-needs"),
        ("namerikawa", "certificate-from-75-ask"),
        ("health-society", "nothing-after-leaving"),
        ("gamagori", "certificate-card-lost"),
        ("other", "old-cards-ended"),
    ],
)
def test_an_example_is_told_something_else(insurer: str, rule: str) -> None:
    old = book(insurer)
    new = compile_rulebook(replace(old.rulebook, rules=tuple(one for one in old.rulebook.rules if one.id != rule)))
    comparison = compare(old.rulebook, new.rulebook, FIRST, ON)
    assert comparison.changes
    for change in comparison.changes:
        found = examples(comparison, change, [[kind] for kind in change.kinds])
        assert found
        for facts in found.values():
            before, after = decide(old, facts), decide(new, facts)
            assert before["status"] == after["status"] == "decided", facts
            assert _part(before, change.topic) != _part(after, change.topic), (change.topic, facts)
