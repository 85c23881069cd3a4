"""Rules with mistakes: every mistake is told at once, with its place, what is allowed, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from authoring.trees import COMMON, INSURER, NATIONAL, WORDS, Tree, small_tree

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return small_tree(tmp_path)


def test_the_small_tree_has_no_mistake(tree: Tree) -> None:
    assert tree.findings() == []


def test_five_mistakes_are_told_at_once_each_with_its_line(tree: Tree) -> None:
    expected = [
        (
            tree.change(COMMON, "when: {my_number_card: lost}", "when: {my_number_card: lots}"),
            ["my_number_card has no value 'lots'", "allowed: none, held, lost", "did you mean 'lost'?"],
        ),
        (
            tree.change(
                COMMON, "    when: {all: [{event: lost_certificate}", "    when: {all: [{events: lost_certificate}"
            ),
            ["no fact or word is called 'events'", "did you mean 'event'?"],
        ),
        (
            tree.change(
                COMMON,
                "show: [[old_insurance_card]]}\n    passages: [N1, N2]",
                "show: [[old_card]]}\n    passages: [N1, N2]",
            ),
            ["'old_card' is none of the items", "did you mean 'old_insurance_card'?"],
        ),
        (
            tree.change(COMMON, "    when: left\n    then: {ended: true}", "    when: gone\n    then: {ended: true}"),
            ["no term is called 'gone'", "needs-help"],
        ),
        (
            tree.change(
                COMMON,
                "    valid: {from: 2026-08-01}\n    passages: [N5, N13]",
                "    valid: {from: soon}\n    passages: [N5, N13]",
            ),
            ["valid.from: 'soon' is no day", "write it as 2024-12-02"],
        ),
    ]
    found = {finding.line: finding for finding in tree.findings()}
    assert sorted(found) == sorted(line for line, _ in expected), "\n".join(map(str, found.values()))
    for line, words in expected:
        assert found[line].file == COMMON
        assert [word for word in words if word not in found[line].message] == [], str(found[line])
        assert str(found[line]).startswith(f"{COMMON}:{line}: ")


def test_a_key_that_stands_twice(tree: Tree) -> None:
    second = tree.after(INSURER, "  old-card-short-term:", "    topic: old_card")
    found = tree.only()
    assert (found.file, found.line) == (INSURER, second + 1)
    assert f"duplicate key 'topic', first used in line {second}" in found.message


def test_a_change_of_a_rule_that_is_not_there(tree: Tree) -> None:
    line = tree.change(INSURER, "  certificate-card-lost: {passages", "  certificate-card-lots: {passages")
    found = tree.only()
    assert (found.file, found.line) == (INSURER, line)
    assert "changes 'certificate-card-lots', which no national rule is called" in found.message
    assert "did you mean 'certificate-card-lost'?" in found.message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("passages: [certificate, automatic-own-data]", "passages: [certificate, automatic-own-date]"),
        ("  certificate-card-lost: {passages: [application]}", "  certificate-card-lost: {passages: [aplication]}"),
    ],
    ids=["in a rule of its own", "in a change"],
)
def test_a_passage_that_is_not_there(tree: Tree, old: str, new: str) -> None:
    line = tree.change(INSURER, old, new)
    found = tree.only()
    assert "which is not there" in found.message
    assert "did you mean 'kiyose/a" in found.message
    assert found.file == INSURER
    assert line - 5 <= found.line <= line, "the rule or the line"


def test_a_national_passage_that_is_not_there_is_told_where_the_rule_stands(tree: Tree) -> None:
    line = tree.change(
        COMMON,
        "    when: left\n    then: {ended: true}\n    passages: [N2]",
        "    when: left\n    then: {ended: true}\n    passages: [N222]",
    )
    found = tree.only()
    assert "'national/N222', which is not there" in found.message
    assert found.file == COMMON
    assert line - 2 <= found.line <= line + 2


def test_a_value_that_a_fact_does_not_have(tree: Tree) -> None:
    line = tree.change(INSURER, "when: {data_protection: insurer_filing}", "when: {data_protection: insurers_filing}")
    found = tree.only()
    assert (found.file, found.line) == (INSURER, line)
    assert "data_protection has no value 'insurers_filing'; allowed: support_measures, insurer_filing" in found.message
    assert "did you mean 'insurer_filing'?" in found.message


@pytest.mark.parametrize("file", [INSURER, COMMON])
def test_an_exception_to_a_rule_that_is_not_there(tree: Tree, file: str) -> None:
    old, new, meant = {
        INSURER: ("exception_to: certificate-under-protection", "exception_to: under-protection", "certificate-under"),
        COMMON: ("exception_to: show-certificate\n", "exception_to: show-certificates\n", "show-certificate'"),
    }[file]
    line = tree.change(file, old, new)
    found = tree.only()
    assert "which no rule is called" in found.message
    assert f"did you mean '{meant}" in found.message
    assert found.file == file
    assert line - 4 <= found.line <= line, "the rule or the line"


@pytest.mark.parametrize("over", ["old-cards-ended", "{every: [old_card]}"])
def test_an_exception_to_what_is_decided_before(tree: Tree, over: str) -> None:
    line = tree.change(COMMON, "exception_to: show-certificate\n", f"exception_to: [show-certificate, {over}]\n")
    found = tree.only()
    assert (found.file, found.line) == (COMMON, line)
    assert "is of care and overrides rules of old_card, which is decided before" in found.message
    assert "write an exception of old_card itself" in found.message


def test_a_sensitive_fact_that_would_be_asked(tree: Tree) -> None:
    line = tree.change(COMMON, "questions:\n  reader:", "questions:\n  data_protection: {}\n  reader:") + 1
    found = tree.only()
    assert (found.file, found.line) == (COMMON, line)
    assert "'data_protection' is sensitive and is never asked; take it out of `questions`" in found.message


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("ordinary: held", "ordinary: hold", "is ordinarily 'hold'; allowed: none, held"),
        ("    ordinary: held\n", "", "a fact that is `unknown` when left out needs `ordinary`"),
        ("reader: {kind: choice,", "reader: {kind: choice, ordinary: works,", "and no other has it"),
    ],
    ids=["no such value", "left out", "where nothing has to be said"],
)
def test_an_ordinary_value_that_cannot_be(tree: Tree, old: str, new: str, told: str) -> None:
    line = tree.change(COMMON, old, new)
    found = tree.only()
    assert told in found.message
    assert found.file == COMMON
    assert line - 4 <= found.line <= line, "the fact or the line"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[certificate, automatic-own-data]", "[certificate、automatic-own-data]", "stands a common comma and a space"),
        (
            "  certificate-card-lost: {passages: [application]}",
            "  certificate-card-lost: {passages：[application]}",
            "wide",
        ),
        ("passages: [certificate, automatic-own-data]", "passages: ［certificate］", "write it as [certificate]"),
        (
            "when: {data_protection: insurer_filing}",
            "when: {data_protection: 届出}",
            "another is declared under `facts`",
        ),
        ("when: {data_protection: insurer_filing}", "when: {filed: true}", "another is declared under `facts`"),
        ("medium: [in_person, mail]", "medium: [telephone]", "another is declared under `ids`, in `media`"),
        ("{until: 2025-09-29}", "{until: 令和7年9月29日}", "is no day; write it as 2025-09-29"),
        ("status: published", "status: 公開  # TODO", "status is '公開'; allowed: published, withdrawn, draft"),
    ],
)
def test_what_somebody_writes_who_writes_japanese_is_told_with_the_way_out(
    tree: Tree, old: str, new: str, told: str
) -> None:
    """Also where the file has marks: those are nobody's mistake as long as it does not say what it is."""
    tree.change(INSURER, old, new)
    (found,) = [one for one in tree.findings() if "is no id" not in one.message]
    assert told in found.message


@pytest.mark.parametrize("file", [COMMON, WORDS, NATIONAL])
def test_of_a_common_file_that_cannot_be_read_nothing_but_that_is_told(tree: Tree, file: str) -> None:
    (tree.root / file).write_text(f"a：1\n{tree.text(file)}", encoding="utf-8")
    assert (tree.only().file, tree.only().line) == (file, 1)
