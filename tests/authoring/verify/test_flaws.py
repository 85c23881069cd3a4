"""A small project with one thing wrong: it is told where it stands, with somebody for whom it shows and the way out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from authoring.trees import COMMON, INSURER, WORDS, Tree, small_tree

from checker.authoring import load_library
from checker.authoring.verify import Flaw, verify

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 22)


@dataclass
class Broken:
    """A project, and the flaws that it had before anything was changed: what only other insurers use."""

    tree: Tree
    before: frozenset[tuple[str, str, str]]

    def rule(self, *lines: str) -> int:
        """Write a rule of the insurer's own, and return where it stands."""
        return self.tree.after(INSURER, "\nrules:", "\n".join(lines))

    def told(self, day: date = DAY) -> list[Flaw]:
        """Return the flaws that have come to it."""
        found = verify(load_library(self.tree.root), self.tree.root, day)
        return [flaw for flaw in found if _known(flaw) not in self.before]

    def only(self, day: date = DAY) -> Flaw:
        """Return the one flaw that has come to it."""
        told = self.told(day)
        assert len(told) == 1, "\n".join(map(str, told))
        return told[0]


def _known(flaw: Flaw) -> tuple[str, str, str]:
    return flaw.file, flaw.kind, flaw.message


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> frozenset[tuple[str, str, str]]:
    """Return the flaws that a project with one insurer has."""
    tree = small_tree(tmp_path_factory.mktemp("whole"))
    found = verify(load_library(tree.root), tree.root, DAY)
    assert all(flaw.file != INSURER for flaw in found), "only what is there for other insurers' sake"
    return frozenset(map(_known, found))


@pytest.fixture
def broken(tmp_path: Path, before: frozenset[tuple[str, str, str]]) -> Broken:
    return Broken(small_tree(tmp_path), before)


def _is(flaw: Flaw, file: str, line: int, kind: str) -> None:
    assert (flaw.file, flaw.line, flaw.kind) == (file, line, kind), str(flaw)


RENEWING = "    when: {my_number_card: renewing}"
ONLY_IF_ASKED = "    when: {my_number_card: renewing, wants: certificate}"


def test_a_gap_with_the_first_person_who_is_told_nothing(broken: Broken) -> None:
    broken.tree.change(COMMON, RENEWING, ONLY_IF_ASKED)
    own, national = (flaw for flaw in broken.told() if "'document'" in flaw.message)
    _is(own, INSURER, broken.tree.text(INSURER).split("\n").index("rules:") + 1, "gap")
    assert "no rule of 'document' speaks at kiyose where on_date: {from: 2024-12-02}" in own.message
    assert "my_number_card: [renewing]" in own.message
    assert own.person == "the ordinary person at kiyose on 2026-11-22, but my_number_card: renewing"
    ordinary = {"insurer": "kiyose", "on_date": "2026-11-22", "registration": "registered"}
    assert json.loads(own.facts) == {**ordinary, "my_number_card": "renewing"}
    assert "`silent: true`" in own.way_out
    line = broken.tree.text(COMMON).split("\n").index("rules:") + 1
    _is(national, COMMON, line, "gap")
    assert "speaks at other where" in national.message


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
    _is(told[0], INSURER, line, "conflict")
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
    _is(flaw, INSURER, line, "dead")
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
    _is(flaw, INSURER, line, "dead")
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
    _is(flaw, INSURER, line, "dead")
    assert "one of its exceptions does too: 'nothing-to-show-after-leaving', 'nothing-that-tells" in flaw.message
    assert flaw.person.endswith("but my_number_card: lost, data_protection: [unfiled]")
    assert "narrow the exceptions" in flaw.way_out


def test_an_exception_that_never_matters(broken: Broken) -> None:
    line = broken.tree.change(
        INSURER,
        "    exception_to: certificate-under-protection",
        "    exception_to: [certificate-under-protection, certificate-lost]",
    )
    flaw = broken.only()
    _is(flaw, INSURER, line, "exception")
    assert "'certificate-cannot-view-own-data' need not override `certificate-lost`" in flaw.message
    assert "`exception_to`" in flaw.way_out


def test_a_topic_that_need_not_be_overridden(broken: Broken) -> None:
    new = "    exception_to: [certificate-from-75-ask, {every: document}]"
    line = broken.tree.change(COMMON, "    exception_to: certificate-from-75-ask", new)
    flaw = broken.only()
    _is(flaw, COMMON, line, "exception")
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
    _is(told[-1], INSURER, line, "unreachable")
    assert "says `issued: eligibility_notice: until: 2030-03-31`, and no decision" in told[-1].message
    assert "`then`" in told[-1].way_out


def test_a_fact_that_nothing_looks_at(broken: Broken) -> None:
    line = broken.tree.after(COMMON, "facts:", "  pets: {kind: choice, of: flag, default: false}")
    told = broken.told()
    assert [flaw.kind for flaw in told] == ["words", "unused"]
    _is(told[1], COMMON, line, "unused")
    assert "looks at the fact 'pets'" in told[1].message
    assert "'pets' of facts has no words" in told[0].message


@pytest.mark.parametrize("file", [COMMON, INSURER])
def test_a_term_that_nothing_names(broken: Broken, file: str) -> None:
    if file == INSURER:
        broken.tree.change(INSURER, "\nchange:\n", "\nterms:\n\nchange:\n")
    terms = "  lonely: {wants: certificate}\n  forlorn: {any: [lonely, {not: lonely}]}"
    at = broken.tree.after(file, "\nterms:", terms)
    assert [(flaw.file, flaw.line, flaw.message) for flaw in broken.told()] == [
        (file, at, "nothing names the term 'lonely'"),
        (file, at + 1, "nothing names the term 'forlorn'"),
    ]


def test_an_id_that_no_rule_uses_and_one_that_is_spared_in_vain(broken: Broken) -> None:
    line = broken.tree.change(COMMON, "  actions: [unlock_pin]", "  actions: [call_insurer]")
    spared, unused = sorted(broken.told(), key=lambda flaw: flaw.message)
    _is(unused, COMMON, unused.line, "unused")
    assert unused.message == "no rule uses 'unlock_pin' of the actions"
    assert "`spare`" in unused.way_out
    _is(spared, COMMON, line, "unused")
    assert spared.message == "`spare` has 'call_insurer' of the actions, which is used"


def test_a_rule_that_has_ended_and_left_somebody_without_an_answer(broken: Broken) -> None:
    rule = "    valid: {from: 2024-12-02}\n    passages: [N3, N16]"
    line = broken.tree.change(COMMON, rule, rule.replace("2024-12-02}", "2024-12-02, until: 2026-10-31}"))
    past = next(flaw for flaw in broken.told() if flaw.kind == "past")
    _is(past, COMMON, line, "past")
    assert "'certificate-card-expired' ended on 2026-10-31, and on 2026-11-22 no rule of 'document'" in past.message
    assert past.person.endswith("but my_number_card: expired")
    assert "move `valid.until`" in past.way_out


def test_a_rule_that_has_ended_and_has_a_successor_is_no_flaw(broken: Broken) -> None:
    assert "valid: {from: 2024-12-02, until: 2026-07-31}" in broken.tree.text(COMMON)
    assert broken.told(date(2026, 8, 1)) == []


def test_a_document_until_a_day_that_is_over(broken: Broken) -> None:
    line = broken.tree.change(
        INSURER,
        "{route: automatic, delivery: {by: registered_mail, to: household_head}}",
        "{route: automatic, until: 2026-03-31}",
    )
    past = next(flaw for flaw in broken.told() if flaw.kind == "past")
    _is(past, INSURER, line, "past")
    assert "still issues a document until 2026-03-31, which is over on 2026-11-22" in past.message


def test_an_insurer_that_nobody_has_looked_at_again(broken: Broken) -> None:
    line = broken.tree.change(INSURER, "review_by: 2027-03-31", "review_by: 2026-11-21")
    past = broken.only()
    _is(past, INSURER, line, "past")
    assert "kiyose should have been looked at again by 2026-11-21; it is 2026-11-22" in past.message
    assert "write a later day" in past.way_out
    broken.tree.change(INSURER, "review_by: 2026-11-21\n", "")
    assert broken.only().message == "kiyose has no `review_by`"


def test_a_passage_that_no_rule_rests_on(broken: Broken) -> None:
    broken.tree.change(
        INSURER, "  show-certificate: {passages: [certificate]}", "  show-certificate: {passages: [automatic]}"
    )
    broken.tree.change(INSURER, "    passages: [certificate, automatic-own-data]", "    passages: [automatic-own-data]")
    past = broken.only()
    assert broken.tree.text(INSURER).split("\n")[past.line - 1] == "  certificate:"
    assert past.message == "no rule rests on the passage 'certificate'"
    assert "`for: page`" in past.way_out


def test_a_passage_that_is_there_for_the_page_and_a_rule_rests_on_it(broken: Broken) -> None:
    line = broken.tree.after(INSURER, "\n  certificate:", "    for: page")
    past = broken.only()
    _is(past, INSURER, line, "passage")
    assert "is marked `for: page`, and a rule rests on it" in past.message


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (WORDS, "  post: 郵便\n", "", "'post' of delivery has no words"),
        (WORDS, "ui:\n", "ui:\n  forlorn: だれも読まない\n", "nothing reads the words 'forlorn' of ui"),
        (WORDS, "delivery:\n", "delivery:\n  pigeon: 伝書鳩\n", "the words 'pigeon' of delivery have no id"),
        (WORDS, "      card_unreadable: ", "      card_unread: ", "'card_unreadable' of reader has no words"),
        (INSURER, "\nwords:\n", "\nwords:\n  forlorn: どこでもない所\n", "no rule of kiyose names 'forlorn'"),
    ],
    ids=["missing", "unread", "without an id", "of a value", "an insurer's own"],
)
def test_words_without_an_id_and_ids_without_words(broken: Broken, file: str, old: str, new: str, message: str) -> None:
    broken.tree.change(file, old, new)
    told = [flaw for flaw in broken.told() if flaw.kind == "words"]
    assert message in told[0].message
    assert (told[0].file, told[0].kind) == (file, "words")
    assert told[0].way_out


def test_all_is_told_at_once_in_the_order_of_files_and_lines(broken: Broken) -> None:
    broken.tree.change(INSURER, "review_by: 2027-03-31", "review_by: 2026-11-21")
    broken.tree.after(INSURER, "\nwords:", "  forlorn: どこでもない所")
    broken.tree.after(COMMON, "\nterms:", "  lonely: {wants: certificate}")
    assert [(flaw.file, flaw.kind) for flaw in broken.told()] == [
        (INSURER, "past"),
        (INSURER, "words"),
        (COMMON, "unused"),
    ]


def test_a_flaw_reads_as_text_and_as_json() -> None:
    flaw = Flaw("rules.yaml", 7, "gap", "nobody speaks", "write a rule", "the ordinary person", '{"insurer": "kiyose"}')
    assert str(flaw) == (
        'rules.yaml:7: gap: nobody speaks\n    for example: the ordinary person\n    {"insurer": "kiyose"}\n'
        "    way out: write a rule"
    )
    assert flaw.to_json()["facts"] == {"insurer": "kiyose"}
    assert Flaw("rules.yaml", 7, "gap", "nobody speaks", "write a rule").to_json()["person"] is None
