"""What no answer may say, in any situation of any insurer: by walking whole diagrams, never a sample."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from case_promises import broken
from engine.never_said import (
    PROMISES,
    delivery_is_settled_first,
    failing_readers_cost_nothing,
    filings_stay_in_the_panel,
    no_old_card_after_its_end,
    nothing_is_looked_up,
    nothing_stands_for_the_card,
    only_safe_things_are_shown,
    only_the_own_text_speaks,
    papers_and_places_are_stated,
    what_is_offered_instead_is_open,
)
from engine.walks import ANYBODY, pairs
from rulebooks import INSURERS, book

from checker.engine import compile_rulebook, decide
from checker.engine.compiling.witness import telling_days
from checker.engine.rules.conditions import All, Includes, Is
from checker.engine.surveying.witnesses import witnesses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from engine.never_said import Promise

    from checker.engine import Compiled, Rulebook

all_insurers = pytest.mark.parametrize("insurer", INSURERS)


@all_insurers
@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_it_is_said_in_no_situation(insurer: str, promise: Promise) -> None:
    assert sorted(set(promise(book(insurer)))) == []


@dataclass(frozen=True)
class Mistake:
    """A rule with a mistake, and the promise that it breaks."""

    promise: Promise
    insurer: str
    rule: str
    wrong: Mapping[str, Any]

    def __str__(self) -> str:
        return f"{self.promise.__name__}-{self.rule}"

    def made(self) -> Rulebook:
        """Return the insurer's rulebook with it."""
        right = book(self.insurer).rulebook
        assert any(rule.id == self.rule for rule in right.rules)
        rules = (replace(rule, **self.wrong) if rule.id == self.rule else rule for rule in right.rules)
        return replace(right, rules=tuple(rules))


ALWAYS = All(())
LOST = Is("my_number_card", frozenset({"lost"}))
OLD_CARD = Includes("has", frozenset({"old_insurance_card"}))

MISTAKES = [
    Mistake(only_safe_things_are_shown, "kiyose", "nothing-that-tells-where-someone-is", {"every": ()}),
    Mistake(
        only_safe_things_are_shown,
        "gamagori",
        "show-certificate-after-filing",
        {"then": {"show": [["eligibility_certificate"], ["my_number_card"]]}},
    ),
    Mistake(
        only_safe_things_are_shown,
        "designated-city",
        "nothing-that-tells-where-someone-is",
        {"then": {"show": [], "actions": ["register_at_reader"]}},
    ),
    Mistake(nothing_is_looked_up, "kiyose", "register", {"when": ALWAYS}),
    Mistake(nothing_is_looked_up, "designated-city", "look-at-own-data", {"when": ALWAYS}),
    Mistake(
        nothing_is_looked_up,
        "health-society",
        "notice-lost-without-a-way-to-look",
        {"then": {"issued": {}, "refused": {"eligibility_notice": {"instead": "check_insurance_data"}}}},
    ),
    Mistake(delivery_is_settled_first, "kiyose", "settle-delivery", {"when": LOST}),
    Mistake(delivery_is_settled_first, "namerikawa", "delivery-first", {"when": LOST}),
    Mistake(
        delivery_is_settled_first,
        "gamagori",
        "file-with-the-insurer",
        {"then": {"procedure": "file_viewing_restriction", "delivery": {"by": "post", "to": "household_head"}}},
    ),
    Mistake(filings_stay_in_the_panel, "gamagori", "take-the-proxy-out", {"when": ALWAYS}),
    Mistake(filings_stay_in_the_panel, "designated-city", "certificate-under-support-measures", {"when": LOST}),
    Mistake(no_old_card_after_its_end, "kiyose", "show-old-card", {"when": OLD_CARD}),
    Mistake(no_old_card_after_its_end, "namerikawa", "show-old-card", {"when": OLD_CARD}),
    Mistake(no_old_card_after_its_end, "kiyose", "posted-before-the-old-card-ends", {"when": ALWAYS}),
    Mistake(no_old_card_after_its_end, "namerikawa", "old-cards-ended", {"when": LOST}),
    Mistake(
        nothing_stands_for_the_card,
        "gamagori",
        "reader-fails-show-notice",
        {"then": {"show": [["eligibility_notice"]]}},
    ),
    Mistake(
        nothing_stands_for_the_card,
        "designated-city",
        "reader-fails-declare",
        {"then": {"show": [["eligibility_declaration"]]}},
    ),
    Mistake(
        failing_readers_cost_nothing, "kiyose", "full-charge-is-wrong", {"then": {"warnings": ["pay_in_full_if_left"]}}
    ),
    Mistake(failing_readers_cost_nothing, "namerikawa", "full-charge-is-wrong", {"when": LOST}),
    Mistake(only_the_own_text_speaks, "kiyose", "show-card", {"passages": ("gamagori/use",)}),
    Mistake(only_the_own_text_speaks, "kiyose", "certificate-card-lost", {"passages": ("national/N7",)}),
    Mistake(only_the_own_text_speaks, "other", "certificate-card-lost", {"passages": ("kiyose/application",)}),
    Mistake(what_is_offered_instead_is_open, "kiyose", "cancel", {"when": LOST}),
    Mistake(
        papers_and_places_are_stated,
        "other",
        "cancel",
        {"then": {"procedure": "cancel_registration", "where": None, "bring": ["identity_document"]}},
    ),
    Mistake(papers_and_places_are_stated, "gamagori", "ask-the-insurer", {"passages": ()}),
]


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_a_mistake_in_a_rule_is_seen(mistake: Mistake) -> None:
    assert list(mistake.promise(compile_rulebook(mistake.made())))


def test_for_each_promise_a_mistake_is_made() -> None:
    assert {mistake.promise for mistake in MISTAKES} == set(PROMISES)


@all_insurers
def test_nothing_to_show_never_stands_alone(insurer: str) -> None:
    compiled = book(insurer)
    warned = compiled.diagrams.no
    for warning in compiled.warnings.values():
        warned = compiled.diagrams.either(warned, warning)
    for text, told in pairs(compiled, compiled.full["care"], warned, ANYBODY):
        care = json.loads(text)
        assert care["show"] or care["actions"] or told, care


def _somebody_for_every_care(compiled: Compiled) -> Iterator[dict[str, Any]]:
    none_of = [compiled.sets["impossible"], compiled.sets["scope"]]
    days = telling_days(compiled.space, date(2024, 7, 1))
    for _, facts in witnesses(compiled, compiled.full["care"], days, ANYBODY, ruled_out=none_of):
        yield facts


@all_insurers
def test_nothing_to_show_today_never_stands_alone(insurer: str) -> None:
    everybody = list(_somebody_for_every_care(book(insurer)))
    assert len(everybody) > 10
    for facts in everybody:
        for brings in ([], ["smartphone"], ["eligibility_notice"]):
            asked = {**facts, "brings": brings}
            decision = decide(book(insurer), asked)
            assert broken(asked, decision) == []
            assert decision["care"]["now"] is not None, asked
