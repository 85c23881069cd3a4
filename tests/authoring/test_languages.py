"""Other languages say what Japanese says, no less and no more; an insurer's own words may be said in them too."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from authoring.trees import INSURER, WORDS, Tree, small_tree
from rulebooks import ROOT

from checker.authoring import load_library
from checker.authoring.languages import OTHERS
from checker.authoring.ruby import plain
from checker.authoring.source import Block

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import Any

    from checker.authoring import Insurer, Library, Passage

ENGLISH = "docs/text/en.yaml"
EASY = "docs/text/ja-easy.yaml"
READINGS = "docs/text/ruby.yaml"


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(ROOT)


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """Return a project with Japanese and English."""
    tree = small_tree(tmp_path)
    shutil.copy(ROOT / ENGLISH, tmp_path / ENGLISH)
    return tree


def test_the_site_speaks_three_languages(library: Library) -> None:
    assert tuple(library.languages) == ("ja", *OTHERS) == ("ja", "ja-easy", "en")


def test_a_language_without_a_file_is_not_offered(tmp_path: Path) -> None:
    assert list(load_library(small_tree(tmp_path).root).languages) == ["ja"]


def test_words_that_a_language_lacks_or_has_too_much_are_told_all_at_once(tree: Tree) -> None:
    lacking = tree.change(ENGLISH, "  app: Shikaku Navi\n", "")
    tree.change(ENGLISH, "\n  unknown: I don't know\n", "\n  unknow: I don't know\n")
    found = [finding for finding in tree.findings() if finding.file == ENGLISH]
    assert [one.message.split(";")[0] for one in found] == [
        "ui.app is missing",
        "ui.unknown is missing",
        "no such words in ja.yaml: ui.unknow",
    ]
    assert "did you mean 'unknown'?" in found[-1].message
    assert found[0].line == lacking


def test_places_that_nobody_fills_and_places_that_are_lost_are_told(tree: Tree) -> None:
    first = tree.change(WORDS, '  operator: "運営:{operator}"', '  operator: "運営:{operator}{who}"')
    second = tree.change(WORDS, '  change_name: "{name}の答えを変更"', '  change_name: "答えを変更"')
    found = {one.message for one in tree.findings()}
    assert first != second
    assert any(one.startswith("ui.operator lacks {who}") for one in found)
    assert any(one.startswith("ui.change_name has {name}, which nobody fills; allowed: none") for one in found)


def test_an_insurers_words_in_a_language_that_there_is_not(tree: Tree) -> None:
    tree.change(INSURER, "other_languages:\n  en:\n", "other_languages:\n  eo:\n")
    assert "`other_languages` has 'eo'; allowed: ja-easy, en" in tree.only().message


def test_an_insurers_words_for_what_it_does_not_have(tree: Tree) -> None:
    tree.change(INSURER, "\n      kiyose-office: Insurance", "\n      kiyose-offices: Insurance")
    assert "did you mean 'kiyose-office'?" in tree.only().message


def test_an_insurer_speaks_another_language_as_far_as_its_file_does(library: Library) -> None:
    english = library.told_in("en").insurers["kiyose"]
    own, easy = library.insurers["kiyose"], library.told_in("ja-easy").insurers["kiyose"]
    easy_words = library.files.insurers["kiyose"]["other_languages"]["ja-easy"]["passages"]
    assert (own.name.isascii(), english.name.isascii(), easy.name) == (False, True, own.name)
    assert english.rulebook is own.rulebook
    assert english.body == own.body
    assert english.passages["kiyose/old-card"].says != own.passages["kiyose/old-card"].says
    assert plain(easy.passages["kiyose/old-card"].says) == easy_words["old-card"]
    assert "\ufff9" in easy.passages["kiyose/old-card"].says
    assert english.passages["national/N1"].says == library.told_in("en").insurers["other"].passages["national/N1"].says
    assert english.passages["national/N1"].says.isascii()


def test_every_passage_and_own_word_is_said_in_english(library: Library) -> None:
    for insurer in library.insurers.values():
        told = insurer.translations["en"]
        assert set(told.passages) == {one.id.partition("/")[2] for one in own_passages(insurer)}
        assert set(told.words) == set(insurer.words)


def test_whom_to_ask_and_what_was_read_is_said_in_english(library: Library) -> None:
    """Addresses stay as a letter needs them, and titles as a search finds them, if nobody says them in English."""
    for insurer in library.insurers.values():
        texts = {text for contact in insurer.contacts for text in contact.texts()}
        for source in (insurer.source, *(one.source for one in own_passages(insurer))):
            texts |= {source.date, source.note} - {""}
        missing = {text for text in texts if "〒" not in text} - set(insurer.translations["en"].texts)
        assert missing == set(), insurer.id


def test_a_text_that_nobody_says_in_japanese(tree: Tree) -> None:
    line = tree.change(INSURER, "\n      代表: Main number", "\n      代表番号: Main number") + 1
    found = tree.only()
    assert (found.file, found.line) == (INSURER, line)
    assert "did you mean '代表'?" in found.message


def test_no_language_changes_a_number_that_somebody_dials(library: Library) -> None:
    texts = []
    for insurer in library.insurers.values():
        for language in insurer.translations.values():
            texts += [*language.texts.items(), *((insurer.words[id_], text) for id_, text in language.words.items())]
    dialled = re.compile(r"\d+(?:-\d+)+")
    assert [(text, told) for text, told in texts if dialled.findall(text) != dialled.findall(told)] == []
    assert sum(bool(dialled.search(text)) for text, _ in texts) > 4


def test_what_an_answer_or_the_panel_can_show_is_said_in_easy_japanese(library: Library) -> None:
    for insurer in library.insurers.values():
        told = insurer.translations["ja-easy"]
        named = {name for rule in insurer.rulebook.rules for name in rule.passages}
        shown = {one.id.partition("/")[2] for one in own_passages(insurer) if one.id in named}
        assert shown <= set(told.passages), insurer.id
        assert set(told.words) == set(insurer.words), insurer.id


def test_a_reading_that_an_insurers_text_lacks_is_told_with_its_line(tree: Tree) -> None:
    shutil.copy(ROOT / EASY, tree.root / EASY)
    shutil.copy(ROOT / READINGS, tree.root / READINGS)
    own = "      kiyose-office: 清瀬市役所 {}\n      photo_identity_document: 写真の "
    line = tree.change(INSURER, own.format("保険年金課"), own.format("年金課"))
    [found] = [one for one in tree.findings() if one.file == INSURER]
    assert found.line == line
    assert found.message.startswith("kiyose-office: no reading for '年金課'")


def test_readings_of_insurers_texts_count_as_used(tree: Tree) -> None:
    shutil.copy(ROOT / EASY, tree.root / EASY)
    shutil.copy(ROOT / READINGS, tree.root / READINGS)
    told = [one.message for one in tree.findings()]
    assert not any("'清瀬市役所'" in one for one in told)
    assert sum("'蒲郡市役所'" in one and one.endswith("remove the line") for one in told) == 1


def test_readings_stand_in_easy_japanese_alone(library: Library) -> None:
    marked = {name: any("\ufff9" in text for text in _texts(words.tree)) for name, words in library.languages.items()}
    assert marked == {"ja": False, "ja-easy": True, "en": False}


def own_passages(insurer: Insurer) -> list[Passage]:
    """Return the passages of the insurer's own file."""
    mark = "national/" if insurer.id == "other" else f"{insurer.id}/"
    return [one for id_, one in insurer.passages.items() if id_.startswith(mark)]


def _texts(tree: Mapping[str, Any]) -> Iterator[str]:
    for value in tree.values():
        if isinstance(value, Block):
            yield from _texts(value)
        else:
            yield value
