"""What a record's two hashes cover, and what they leave out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from authoring.trees import COMMON, INSURER, NATIONAL, WORDS, Tree, small_tree
from rulebooks import library

from checker.authoring import load_library
from checker.authoring.record.stamps import DIGITS, Stamp, stamp_of

KIYOSE = library().insurers["kiyose"]
NOW = stamp_of(KIYOSE)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    return small_tree(tmp_path_factory.mktemp("stamps"))


def _changed(tree: Tree, file: str, old: str, new: str) -> Stamp:
    before = tree.text(file)
    tree.change(file, old, new)
    try:
        return stamp_of(load_library(tree.root).insurers["kiyose"])
    finally:
        tree.write(file, before)


RULES = {
    "a day": (COMMON, "    valid: {until: 2025-12-01}\n", "    valid: {until: 2025-11-30}\n"),
    "a passage of a rule": (
        INSURER,
        "bring: null\n    passages: [register]",
        "bring: null\n    passages: [register, cancel-time]",
    ),
    "a question": (COMMON, "e_certificate: {shares: {valid: 94, expired: 6}}", "e_certificate: {}"),
}
TEXT = {
    "a passage": (INSURER, "マイナ保険証といいます。", "マイナ保険証と呼びます。"),
    "a national passage that rules rest on": (NATIONAL, "おそくとも2025年12月1日に", "2025年12月1日までに"),
    "the source": (INSURER, '  year: "2024"', '  year: "2023"'),
    "the day of review": (INSURER, "review_by: 2027-03-31", "review_by: 2027-04-30"),
    "its status": (INSURER, "status: published", "status: withdrawn"),
    "a phone number": (INSURER, "代表: 042-492-5111", "代表: 042-492-5112"),
    "a place": (INSURER, "\n  kiyose-office: 清瀬市役所 保険年金課", "\n  kiyose-office: 清瀬市役所2階 保険年金課"),
}
NEITHER = {
    "words of all": (WORDS, "  app: 資格ナビ\n", "  app: 資格のナビ\n"),
    "a translation": (INSURER, "short: Kiyose City NHI", "short: Kiyose NHI"),
    "how it is found": (INSURER, "found_by: [とうきょうと, ", "found_by: ["),
}


@pytest.mark.parametrize("change", RULES.values(), ids=RULES)
def test_what_decides_has_a_version(tree: Tree, change: tuple[str, str, str]) -> None:
    stamp = _changed(tree, *change)
    assert stamp.version != NOW.version


@pytest.mark.parametrize("change", TEXT.values(), ids=TEXT)
def test_what_else_an_insurer_s_pages_tell_has_a_hash_of_its_own(tree: Tree, change: tuple[str, str, str]) -> None:
    stamp = _changed(tree, *change)
    assert (stamp.version, stamp.text != NOW.text) == (NOW.version, True)


@pytest.mark.parametrize("change", NEITHER.values(), ids=NEITHER)
def test_wording_that_is_nobody_s_own_and_translations_change_nothing(tree: Tree, change: tuple[str, str, str]) -> None:
    assert _changed(tree, *change) == NOW


def test_the_version_is_the_one_that_pages_show() -> None:
    assert KIYOSE.rulebook.version.startswith(NOW.version)
    assert len(NOW.version) == len(NOW.text) == DIGITS


def test_a_passage_that_nothing_of_this_insurer_rests_on_does_not_count() -> None:
    unused = next(name for name in KIYOSE.passages if name.startswith("national/") and name not in _named())
    passages = {**KIYOSE.passages, unused: replace(KIYOSE.passages[unused], says="another")}
    assert stamp_of(replace(KIYOSE, passages=passages)) == NOW


def _named() -> set[str]:
    rules = {name for rule in KIYOSE.rulebook.rules for name in rule.passages}
    return rules | {name for contact in KIYOSE.contacts for name in contact.passages}
