"""Every statement of a document has a home in the project, and the check says so when one has lost it."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from authoring.trees import INSURER, Tree, small_tree
from rulebooks import ROOT, library

from checker.authoring import AuthoringError, load_library
from checker.authoring.statements import FOLDER, load_statements

if TYPE_CHECKING:
    from pathlib import Path

FILE = f"{FOLDER}/kiyose.yaml"
BENEFIT = "{gist: right data, passages: [benefits]}"


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    made = small_tree(tmp_path)
    (tmp_path / FOLDER).mkdir(parents=True)
    shutil.copy(ROOT / FILE, tmp_path / FILE)
    return made


def _findings(tree: Tree) -> list[str]:
    """Return what the check says, none if every statement has its home."""
    try:
        load_statements(tree.root, load_library(tree.root))
    except AuthoringError as error:
        return list(map(str, error.findings))
    return []


def _only(tree: Tree) -> str:
    findings = _findings(tree)
    assert len(findings) == 1, "\n".join(findings)
    return findings[0]


def test_all_statements_of_the_five_documents_have_a_home_or_a_reason() -> None:
    found = load_statements(ROOT, library())
    counts = {"namerikawa": 35, "kiyose": 42, "designated-city": 42, "health-society": 31, "gamagori": 42}
    assert {name: len(found[name]) for name in counts} == counts
    for rows in found.values():
        for one in rows:
            assert bool(one.homes) is not bool(one.omitted), one.id
            assert all(one.locators), one.id
            assert one.gist, one.id


def test_what_is_known_to_be_stale_or_contradictory_is_settled_in_words() -> None:
    settled = {one.id for rows in load_statements(ROOT, library()).values() for one in rows if one.settled}
    assert settled >= {
        "000-05",
        "001-17",
        "001-26",
        "001-31",
        "001-35",
        "002-09",
        "002-16",
        "002-32",
        "003-04",
        "003-18",
    }
    assert settled >= {"002-35", "002-36", "004-30", "004-37", "004-38"}


def test_the_copy_is_sound(tree: Tree) -> None:
    assert _findings(tree) == []


def test_a_statement_that_loses_its_home_fails(tree: Tree) -> None:
    head = tree.text(FILE).split("statements:")[0].count("\n") + 1
    line = tree.change(
        FILE, "  001-07: {gist: what the registered card is, passages: [card-what]}", "  001-07: {gist: what it is}"
    )
    first, *rest = _findings(tree)
    assert first.startswith(f"{FILE}:{head}: the passage 'card-what' of kiyose serves no statement")
    assert rest[0].startswith(
        f"{FILE}:{line}: statement '001-07' has no home; name its home (rules, scope, procedures, "
    )
    assert "'001-07' needs `locator`" in rest[1]
    assert len(rest) == 2


def test_a_passage_that_is_taken_out_fails_each_statement_that_stood_there(tree: Tree) -> None:
    text = tree.text(INSURER)
    start, end = text.index("  card-not-taken:"), text.index("  number-not-used:")
    tree.write(INSURER, re.sub(r"\n +card-not-taken: .*", "", text[:start] + text[end:]))
    said = _only(tree)
    assert said.startswith(f"{FILE}:")
    assert "statement '001-38' has its home in passages 'card-not-taken', which is not among the insurer's own" in said
    assert "allowed: " in said


def test_a_rule_that_is_renamed_is_named_with_what_was_meant(tree: Tree) -> None:
    tree.change(INSURER, "  old-card-of-a-stay:\n", "  old-card-of-the-stay:\n")
    said = _only(tree)
    assert "'001-06' has its home in rules 'old-card-of-a-stay'" in said
    assert said.endswith("did you mean 'old-card-of-the-stay'?")


def test_what_only_the_national_layer_says_is_no_home(tree: Tree) -> None:
    tree.change(FILE, BENEFIT, BENEFIT.replace("passages", "rules: [notice-for-registered], passages"))
    assert "rules 'notice-for-registered', which is not among the insurer's own" in _only(tree)


def test_a_national_rule_that_the_insurer_drops_is_a_home(tree: Tree) -> None:
    tree.change(INSURER, "change:\n", "drop:\n  reader-fails-declare: {passages: [benefits]}\nchange:\n")
    tree.change(FILE, "{gist: right data, ", "{gist: right data, rules: [reader-fails-declare], ")
    assert _findings(tree) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("contacts: [清瀬市 保険年金課 国保係]", "contacts: [清瀬市 国保係]", "contacts '清瀬市 国保係'"),
        ("words: [letter_of_proxy]", "words: [seal]", "words 'seal'"),
        ("procedures: [tell_new_insurer]", "procedures: [reissue_notice]", "procedures 'reissue_notice'"),
        ("warnings: [card_blocked_by_filing]", "warnings: [keep_notice]", "warnings 'keep_notice'"),
        ('scope: ["nhi:from-75"]', 'scope: ["employees:from-75"]', "scope 'employees:from-75'"),
    ],
)
def test_every_kind_of_home_has_to_be_there(tree: Tree, old: str, new: str, said: str) -> None:
    line = tree.change(FILE, old, new)
    found = _only(tree)
    assert said in found
    assert int(found.split(":")[1]) == line


def test_a_rule_has_to_rest_on_one_of_the_passages_beside_it(tree: Tree) -> None:
    tree.change(
        FILE, "{gist: short-term cards, rules: [old-card-short-term]", "{gist: short, rules: [old-card-of-a-stay]"
    )
    assert "'001-04': the rule 'old-card-of-a-stay' rests on old-card-stay, not on old-card-short" in _only(tree)


def test_ids_are_whole_and_in_the_documents_own_numbers(tree: Tree) -> None:
    tree.change(FILE, "  001-27:", "  001-47:")
    missing, strange = _findings(tree)
    assert "statement '001-27' is missing; `count` says that there are 42" in missing
    assert "no statement is called '001-47'; they run from 001-01 to 001-42" in strange


def test_an_id_that_stands_twice(tree: Tree) -> None:
    tree.change(FILE, "  001-27:", "  001-26:")
    assert any("duplicate key '001-26'" in said for said in _findings(tree))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("count: 42", "count: 0", "`count` is the number 0; write how many statements the document has"),
        ("count: 42", "count: true", "`count` is `true`"),
        ("count: 42\n", "", "`count` is empty"),
        ('document: "001"\n', "", "`document` is missing"),
        ("    omitted: it speaks of", "    omited: it speaks of", "has no key 'omited'"),
        ("{gist: no card, rules:", "{jist: no card, rules:", "needs gist"),
        (
            BENEFIT,
            "{gist: right data, passages: [benefits], omitted: no}",
            "`omitted` is",
        ),
        (
            BENEFIT,
            "{gist: right data, passages: benefits}",
            "write it as [benefits]",
        ),
        (
            BENEFIT,
            "{gist: right data, rules: [register]}",
            "'001-09' needs `locator`",
        ),
        (
            BENEFIT,
            "{gist: right data, passages: [benefits], omitted: why}",
            "'001-09' has a home and is left out; say what is left out in `settled`",
        ),
    ],
)
def test_mistakes_of_form_are_told_where_they_stand(tree: Tree, old: str, new: str, said: str) -> None:
    tree.change(FILE, old, new)
    findings = _findings(tree)
    assert any(said in one and one.startswith(f"{FILE}:") for one in findings), findings


def test_an_insurer_without_the_file(tree: Tree) -> None:
    (tree.root / FILE).unlink()
    assert _only(tree).startswith(f"{FILE}: the file is missing")
