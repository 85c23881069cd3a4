"""No two rules of one layer disagree, in any situation of any insurer; and one that does is found and named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checker.authoring import load_library
from checker.engine import Rule, compile_rulebook
from checker.engine.rules.conditions import Is
from checker.engine.surveying.conflicts import Conflict, conflicts

LIBRARY = load_library(Path(__file__).parents[2])


@pytest.mark.parametrize("insurer", list(LIBRARY.insurers))
def test_the_rules_of_an_insurer_agree(insurer: str) -> None:
    found = conflicts(compile_rulebook(LIBRARY.insurers[insurer].rulebook))
    assert not found, "\n".join(map(str, found))


def test_a_rule_that_disagrees_is_named_with_the_way_out() -> None:
    rulebook = LIBRARY.insurers["kiyose"].rulebook
    other = Rule(
        id="certificate-by-application-without-card",
        topic="document",
        layer="insurer",
        when=Is("my_number_card", frozenset({"none"})),
        then={"issued": {"eligibility_certificate": {"route": "application"}}},
    )
    found = conflicts(compile_rulebook(replace(rulebook, rules=(*rulebook.rules, other))))
    assert Conflict(("certificate-without-card", other.id), "eligibility_certificate", "route") in found
    assert "name one of them in `exception_to`" in str(found[0])


def test_who_may_apply_for_a_document_is_not_refused_it() -> None:
    rulebook = LIBRARY.insurers["kiyose"].rulebook
    other = Rule(
        id="nothing-on-a-wish",
        topic="document",
        layer="insurer",
        when=Is("wants", frozenset({"certificate"})),
        then={"refused": {"eligibility_certificate": {"instead": None}}},
        exception_to=("wish-refused",),
    )
    found = conflicts(compile_rulebook(replace(rulebook, rules=(*rulebook.rules, other))))
    assert Conflict(("certificate-card-lost", other.id), "eligibility_certificate", "applications") in found
    assert all("certificate-without-card" not in conflict.rules for conflict in found), "that one comes by itself"


def test_an_exception_by_name_settles_it() -> None:
    rulebook = LIBRARY.insurers["kiyose"].rulebook
    other = Rule(
        id="certificate-by-application-without-card",
        topic="document",
        layer="insurer",
        when=Is("my_number_card", frozenset({"none"})),
        then={"issued": {"eligibility_certificate": {"route": "application"}}},
        exception_to=("certificate-without-card",),
    )
    found = conflicts(compile_rulebook(replace(rulebook, rules=(*rulebook.rules, other))))
    assert all("certificate-without-card" not in conflict.rules for conflict in found)
