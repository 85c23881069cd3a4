"""Rules that leave gaps, disagree or do nothing are told, with somebody for whom it shows and the way out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from authoring.trees import COMMON, INSURER
from authoring.verify.broken import is_at

if TYPE_CHECKING:
    from authoring.verify.broken import Broken

RENEWING = "    when: {my_number_card: renewing}"
ONLY_IF_ASKED = "    when: {my_number_card: renewing, wants: certificate}"


def test_a_gap_with_the_first_person_who_is_told_nothing(broken: Broken) -> None:
    broken.tree.change(COMMON, RENEWING, ONLY_IF_ASKED)
    own, national = (flaw for flaw in broken.told() if "'document'" in flaw.message)
    is_at(own, INSURER, broken.tree.text(INSURER).split("\n").index("rules:") + 1, "gap")
    assert "no rule of 'document' speaks at kiyose where on_date: {from: 2024-12-02}" in own.message
    assert "my_number_card: [renewing]" in own.message
    assert own.person == "the ordinary person at kiyose on 2026-11-22, but my_number_card: renewing"
    ordinary = {"insurer": "kiyose", "on_date": "2026-11-22", "registration": "registered"}
    assert json.loads(own.facts) == {**ordinary, "my_number_card": "renewing"}
    assert "`silent: true`" in own.way_out
    line = broken.tree.text(COMMON).split("\n").index("rules:") + 1
    is_at(national, COMMON, line, "gap")
    assert "speaks at other where" in national.message


def test_a_gap_in_which_exceptions_silence_each_other_names_them(broken: Broken) -> None:
    for name, other in (("first", "second"), ("second", "certificate-card-renewing, first")):
        broken.rule(
            f"  {name}:\n    topic: document\n    exception_to: [{other}]\n    when: {{my_number_card: renewing}}",
            "    then: {issued: {eligibility_certificate: {route: automatic}}}\n    valid: {from: 2024-12-02}",
            "    passages: [cancel-time]",
        )
    (gap,) = (flaw for flaw in broken.told() if flaw.kind == "gap" and "'document'" in flaw.message)
    silenced = ("'certificate-card-renewing' by 'second'", "'second' by 'first'", "'first' by 'second'")
    assert gap.message.endswith(f"; rules that would speak are silenced: {', '.join(silenced)}")
    assert "be an exception to the rule that silences it" in gap.way_out
    assert gap.person.endswith("but my_number_card: renewing")


def test_silence_that_is_written_down_is_no_gap(broken: Broken) -> None:
    broken.tree.change(COMMON, RENEWING, ONLY_IF_ASKED)
    broken.tree.after(
        COMMON,
        "  # ---- care",
        "  nothing-said-of-cards-being-renewed:\n    topic: document\n    silent: true\n"
        "    when: {my_number_card: renewing, wants: {not: certificate}}\n    then: {issued: {}}\n"
        "    valid: {from: 2024-12-02}",
    )
    assert [flaw for flaw in broken.told() if "'document'" in flaw.message] == []


def test_two_rules_that_disagree(broken: Broken) -> None:
    line = broken.rule(
        "  certificate-without-asking:",
        "    topic: document",
        "    when: {my_number_card: lost}",
        "    then: {issued: {eligibility_certificate: {route: automatic}}}",
        "    passages: [certificate]",
    )
    told = [flaw for flaw in broken.told() if flaw.kind == "conflict"]
    assert len(told) == 1
    is_at(told[0], INSURER, line, "conflict")
    assert "'certificate-card-lost' and 'certificate-without-asking' can apply to the same person" in told[0].message
    assert "disagree on route of eligibility_certificate" in told[0].message
    assert told[0].person == "the ordinary person at kiyose on 2026-11-22, but my_number_card: lost"
    assert "`exception_to`" in told[0].way_out


SILENT = ["    silent: true", "    valid: {from: 2024-12-02}"]


@pytest.mark.parametrize(
    ("when", "more", "words"),
    [
        ("{my_number_card: none, registration: registered}", [], "hold for nobody who is real, on no day"),
        ("{on_date: {until: 2024-06-30}}", [], "hold for nobody who is real"),
        (
            "{my_number_card: lost}",
            ["    silent: true", "    valid: {from: 2024-12-02}"],
            "a nearer layer speaks, as 'certificate-card-lost' does here",
        ),
    ],
    ids=["impossible", "before all rules", "silenced"],
)
def test_a_rule_that_does_nothing(broken: Broken, when: str, more: list[str], words: str) -> None:
    line = broken.rule(
        "  in-vain:",
        "    topic: document",
        f"    when: {when}",
        "    then: {issued: {}}",
        "    passages: [certificate]",
        *more,
    )
    flaw = broken.only()
    is_at(flaw, INSURER, line, "dead")
    assert "rule 'in-vain'" in flaw.message
    assert words in flaw.message
    assert "take" in flaw.way_out
    assert bool(flaw.person) == bool(more)


def test_silence_where_somebody_speaks(broken: Broken) -> None:
    line = broken.rule(
        "  hush:",
        "    topic: care",
        "    silent: true",
        "    when: {all: [card-can-be-read, {not: e-certificate-over}, {reader: works}]}",
        "    then: {show: []}",
    )
    flaw = broken.only()
    is_at(flaw, INSURER, line, "dead")
    assert (
        "rule 'hush' is never heard: wherever it applies, a nearer layer speaks, as 'show-card' does here"
        in flaw.message
    )
    assert flaw.person == "the ordinary person at kiyose on 2026-11-22"


def test_a_rule_that_is_always_overridden(broken: Broken) -> None:
    line = broken.rule(
        "  in-vain:",
        "    topic: care",
        "    when: {my_number_card: lost, data_protection: unfiled}",
        "    then: {actions: [suspend_card]}",
        "    passages: [certificate]",
    )
    flaw = next(flaw for flaw in broken.told() if flaw.kind == "dead")
    is_at(flaw, INSURER, line, "dead")
    assert "one of its exceptions does too: 'nothing-to-show-after-leaving', 'nothing-that-tells" in flaw.message
    assert flaw.person.endswith("but my_number_card: lost, data_protection: [unfiled]")
    assert "narrow the exceptions" in flaw.way_out


@pytest.mark.parametrize(("when", "is_met"), [("my_number_card: lost", True), ("reader: works, reader: none", False)])
def test_a_row_of_the_scope_that_is_about_nobody(broken: Broken, when: str, is_met: bool) -> None:  # noqa: FBT001 - a row
    parts = ", ".join(f"{{{part}}}" for part in when.split(", "))
    told_as = "facts: [reader], message: not ours, procedure: ask_insurer, passages: [cancel-time]"
    row = f"{{when: {{all: [{parts}]}}, {told_as}}}"
    broken.tree.change(INSURER, "\nwords:\n", "\nwords:\n  elsewhere: よそ\n")
    line = broken.tree.change(INSURER, "\nchange:\n", f"\nscope:\n  elsewhere: {row}\nchange:\n")
    told = [flaw for flaw in broken.told() if "row 'elsewhere' of the scope is about nobody" in flaw.message]
    assert len(told) == (0 if is_met else 1)
    for flaw in told:
        is_at(flaw, INSURER, line + 2, "dead")


def test_an_exception_that_never_matters(broken: Broken) -> None:
    line = broken.tree.change(
        INSURER,
        "    exception_to: certificate-under-protection",
        "    exception_to: [certificate-under-protection, certificate-lost]",
    )
    flaw = broken.only()
    is_at(flaw, INSURER, line, "exception")
    assert "'certificate-cannot-view-own-data' need not override `certificate-lost`" in flaw.message
    assert "`exception_to`" in flaw.way_out


def test_a_topic_that_need_not_be_overridden(broken: Broken) -> None:
    new = "    exception_to: [certificate-from-75-ask, {every: document}]"
    line = broken.tree.change(COMMON, "    exception_to: certificate-from-75-ask", new)
    flaw = broken.only()
    is_at(flaw, COMMON, line, "exception")
    assert "need not override `every: document`" in flaw.message


def test_an_outcome_that_nobody_gets(broken: Broken) -> None:
    broken.rule(
        "  told-on-change:",
        "    topic: document",
        "    when: {my_number_card: none}",
        "    then: {issued: {eligibility_notice: {until: 2030-03-31}}, warnings: [keep_notice]}",
        "    passages: [certificate]",
    )
    told = [flaw for flaw in broken.told() if flaw.kind == "unreachable"]
    line = broken.tree.text(INSURER).split("\n").index("  told-on-change:") + 4
    is_at(told[-1], INSURER, line, "unreachable")
    assert "says `issued: eligibility_notice: until: 2030-03-31`, and no decision" in told[-1].message
    assert "`then`" in told[-1].way_out
