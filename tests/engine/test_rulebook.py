"""A rulebook as text: what is written and read again is the same value, and says the same."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, replace
from typing import Any

import pytest
from rulebooks import INSURERS, library

from checker.engine import Rule, Rulebook
from checker.engine.rules.conditions import All, condition_from_json
from checker.engine.rules.rulebook import FORMAT, TOPICS


def _own(insurer: str) -> Rulebook:
    return library().insurers[insurer].rulebook


def test_the_tests_go_through_every_insurer() -> None:
    assert sorted(INSURERS) == sorted(library().insurers)


@pytest.mark.parametrize("insurer", INSURERS)
def test_a_round_trip_gives_an_equal_value_of_the_same_version(insurer: str) -> None:
    rulebook = _own(insurer)
    again = Rulebook.from_json(rulebook.to_json())
    assert again == rulebook
    assert again.to_json() == rulebook.to_json()
    assert again.version == rulebook.version
    assert re.fullmatch("[0-9a-f]{64}", rulebook.version)


def test_every_insurer_has_a_version_of_its_own() -> None:
    assert len({_own(insurer).version for insurer in INSURERS}) == len(INSURERS)


@pytest.mark.parametrize("insurer", INSURERS)
def test_the_text_is_canonical(insurer: str) -> None:
    text = _own(insurer).to_json()
    data: dict[str, Any] = json.loads(text)
    assert text == json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    assert data["insurer"] == insurer
    assert {rule["topic"] for rule in data["rules"]} == set(TOPICS)


def test_any_change_of_a_rule_changes_the_version() -> None:
    rulebook = _own("kiyose")
    first, *others = rulebook.rules
    changed = replace(first, passages=(*first.passages, "kiyose/another"))
    versions = {
        rulebook.version,
        replace(rulebook, rules=tuple(others)).version,
        replace(rulebook, rules=(changed, *others)).version,
        replace(rulebook, questions=replace(rulebook.questions, asked=())).version,
    }
    assert len(versions) == 4


@pytest.mark.parametrize("found", [0, FORMAT - 1, FORMAT + 1, str(FORMAT), None])
def test_another_format_is_refused_with_the_way_out(found: object) -> None:
    data = json.loads(_own("kiyose").to_json()) | {"format": found}
    with pytest.raises(ValueError, match="build the site again") as error:
        Rulebook.from_json(json.dumps(data))
    assert f"has format {found!r}, this engine reads format {FORMAT}" in str(error.value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '"rulebook"',
        "null",
        json.dumps({"format": FORMAT}),
        json.dumps({"format": FORMAT, "insurer": "kiyose", "scheme": "nhi", "facts": [{}], "rules": []}),
        json.dumps({"format": FORMAT, "insurer": "kiyose", "scheme": "nhi", "facts": [[]], "rules": []}),
        _own("kiyose").to_json()[:-2],
    ],
)
def test_what_is_no_rulebook_is_refused_with_the_way_out(text: str) -> None:
    with pytest.raises(ValueError, match=r"this is no rulebook .* build the site again"):
        Rulebook.from_json(text)


def test_nothing_in_a_rulebook_can_be_changed() -> None:
    rulebook = _own("kiyose")
    rule = next(rule for rule in rulebook.rules if rule.then.get("issued"))
    for mapping in (rulebook.held, rulebook.covers, rulebook.fallback, rule.then, rule.then["issued"]):
        with pytest.raises(TypeError, match="does not support item assignment"):
            mapping["more"] = ()  # type: ignore[index]  # that it cannot be done is what is tested
    with pytest.raises(FrozenInstanceError):
        rulebook.insurer = "other"  # type: ignore[misc]  # the same
    assert all(isinstance(value, tuple | str | Mapping) for value in rule.then.values())


def test_a_rulebook_does_not_hang_on_what_it_was_made_of() -> None:
    then: dict[str, Any] = {"show": [["my_number_card"]]}
    rule = Rule("made-up", "care", "insurer", All(), then)
    then["show"].append(["old_insurance_card"])
    assert rule.then == {"show": (("my_number_card",),)}


def test_an_unknown_condition_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown condition 'sometimes' in a rulebook"):
        condition_from_json(["not", ["sometimes", "my_number_card"]])
