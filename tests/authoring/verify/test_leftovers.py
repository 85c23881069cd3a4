"""What nothing uses, what is past, and words without ids are told where they stand, with the way out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from authoring.trees import COMMON, INSURER, WORDS
from authoring.verify.broken import is_at

from checker.authoring.verify import Flaw

if TYPE_CHECKING:
    from authoring.verify.broken import Broken


def test_a_fact_that_nothing_looks_at(broken: Broken) -> None:
    line = broken.tree.after(COMMON, "facts:", "  pets: {kind: choice, of: flag, default: false}")
    told = broken.told()
    assert [flaw.kind for flaw in told] == ["words", "unused"]
    is_at(told[1], COMMON, line, "unused")
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
    is_at(unused, COMMON, unused.line, "unused")
    assert unused.message == "no rule uses 'unlock_pin' of the actions"
    assert "`spare`" in unused.way_out
    is_at(spared, COMMON, line, "unused")
    assert spared.message == "`spare` has 'call_insurer' of the actions, which is used"


def test_a_rule_that_has_ended_and_left_somebody_without_an_answer(broken: Broken) -> None:
    rule = "    valid: {from: 2024-12-02}\n    passages: [N3, N16]"
    line = broken.tree.change(COMMON, rule, rule.replace("2024-12-02}", "2024-12-02, until: 2026-10-31}"))
    past = next(flaw for flaw in broken.told() if flaw.kind == "past")
    is_at(past, COMMON, line, "past")
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
    is_at(past, INSURER, line, "past")
    assert "still issues a document until 2026-03-31, which is over on 2026-11-22" in past.message


def test_an_insurer_that_nobody_has_looked_at_again(broken: Broken) -> None:
    line = broken.tree.change(INSURER, "review_by: 2027-03-31", "review_by: 2026-11-21")
    past = broken.only()
    is_at(past, INSURER, line, "past")
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
    is_at(past, INSURER, line, "passage")
    assert "is marked `for: page`, and a rule rests on it" in past.message


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (WORDS, "  post: 郵便\n", "", "'post' of delivery has no words"),
        (WORDS, "ui:\n", "ui:\n  forlorn: だれも読まない\n", "nothing reads the words 'forlorn' of ui"),
        (WORDS, "delivery:\n", "delivery:\n  pigeon: 伝書鳩\n", "the words 'pigeon' of delivery have no id"),
        (
            WORDS,
            "      card_unreadable: 機械は",
            "      card_unread: 機械は",
            "'card_unreadable' of reader has no words",
        ),
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
