"""Files that cannot be used as they are: missing, unreadable, named otherwise, or without the words that pages need."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from authoring.trees import COMMON, INSURER, NATIONAL, WORDS, Tree, small_tree

from checker.authoring import load_library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return small_tree(tmp_path)


@pytest.mark.parametrize(("new", "said"), [("", "None"), ("id: kyose\n", "'kyose'")], ids=["missing", "another"])
def test_an_id_that_is_not_the_files(tree: Tree, new: str, said: str) -> None:
    line = tree.change(INSURER, "id: kiyose\n", new)
    found = tree.only()
    assert (found.file, found.line) == (INSURER, line)
    assert f"the id is {said}, the file says 'kiyose'; they must agree" in found.message


def test_words_that_are_missing(tree: Tree) -> None:
    tree.change(WORDS, "\n  limit_certificate: 限度額適用認定証\n", "\n")
    found = tree.only()
    assert found.file == WORDS
    assert "no words for documents 'limit_certificate'; add them" in found.message


def test_a_place_without_words(tree: Tree) -> None:
    tree.change(INSURER, "      where: [kiyose-window-3]\n", "      where: [kiyose-window-4]\n")
    found = tree.only()
    assert found.file == INSURER
    assert "'kiyose-window-4' has no words" in found.message
    assert "did you mean 'kiyose-window-3'?" in found.message


@pytest.mark.parametrize("file", [COMMON, NATIONAL, WORDS, INSURER])
def test_a_file_that_is_no_yaml(tree: Tree, file: str) -> None:
    lines = tree.text(file).count("\n")
    tree.write(file, tree.text(file) + "broken: [1, 2\n")
    (found,) = [finding for finding in tree.findings() if "not YAML" in finding.message]
    assert found.file == file
    assert lines < found.line <= lines + 2


@pytest.mark.parametrize("file", [COMMON, NATIONAL, WORDS, INSURER])
def test_a_file_that_is_not_utf8(tree: Tree, file: str) -> None:
    tree.write(file, "id: 清瀬市".encode("shift_jis"))
    (found,) = [finding for finding in tree.findings() if "not UTF-8" in finding.message]
    assert str(found) == f"{file}:1: not UTF-8 (byte 4); save the file as UTF-8"


@pytest.mark.parametrize("file", [COMMON, NATIONAL, WORDS])
def test_a_file_that_is_missing(tree: Tree, file: str) -> None:
    (tree.root / file).unlink()
    (found,) = [finding for finding in tree.findings() if "is missing; put it there" in finding.message]
    assert (found.file, found.line) == (file, 0)


def test_an_insurer_s_number_and_what_else_it_is_found_by(tree: Tree) -> None:
    tree.change(INSURER, "id: kiyose\n", 'id: kiyose\nnumber: "00123456"\n')
    insurer = load_library(tree.root).insurers["kiyose"]
    assert insurer.number == "00123456"
    assert "とうきょうと" in insurer.found_by


@pytest.mark.parametrize("number", ['"12345"', '"1234567"', "123456", '"13 1235"'])
def test_what_is_no_insurer_s_number(tree: Tree, number: str) -> None:
    line = tree.after(INSURER, "id: kiyose", f"number: {number}")
    found = {finding.line: finding.message for finding in tree.findings()}
    assert set(found) == {line}
    assert "`number` is" in found[line]
