"""The files of the record: what they say, and what is told of mistakes in them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from authoring.record.whole_towns import whole_towns

from checker.authoring import AuthoringError, load_library
from checker.authoring.record.entries import FOLDER, Entry
from checker.authoring.record.stamps import Stamp
from checker.authoring.record.writing import write_entry

if TYPE_CHECKING:
    from pathlib import Path

    from authoring.trees import Tree

FILE = f"{FOLDER}/town.yaml"

NEWEST = """\
  - date: 2026-12-01
    version: 0123456789ab
    text: ba9876543210
    says: {ja: 紙が届きます。, en: A paper comes.}
    situations: {all: 12 of 3400, "procedures:apply": 1 of 40}
"""
OLDEST = """\
  - date: 2026-11-22
    version: "123456789012"
    text: ba9876543210
    says: {ja: はじめて載せました。}
"""


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    made = whole_towns(tmp_path)
    (tmp_path / FOLDER).mkdir(parents=True)
    made.write(FILE, f"changes:\n{NEWEST}{OLDEST}")
    return made


def test_what_changed_is_read_newest_first(tree: Tree) -> None:
    changes = load_library(tree.root).changes
    assert list(changes) == ["town"]
    newest, oldest = changes["town"]
    assert (newest.on, newest.stamp) == (date(2026, 12, 1), Stamp("0123456789ab", "ba9876543210"))
    assert newest.situations == {"all": (12, 3400), "procedures:apply": (1, 40)}
    assert oldest.situations == {}
    assert newest.told_in("en") == "A paper comes."
    assert oldest.told_in("en") == "はじめて載せました。"


MISTAKES = {
    "no day": ("date: 2026-12-01", "date: soon", 2, "date: 'soon' is no day; write it as 2024-12-02"),
    "no hash": ("0123456789ab", "'012345'", 3, "`version` is '012345'; 12 hexadecimal digits are meant"),
    "a number": ('"123456789012"', "123456789012", 8, "`version` is the number 123456789012; a text is meant"),
    "no key": ("    text: ba9876543210\n    says: {ja: は", "    says: {ja: は", 7, "an entry of `changes` needs text"),
    "a key too many": ("    situations:", "    situation:", 6, "has no key 'situation'"),
    "no Japanese": ("ja: 紙が届きます。, ", "", 5, "`says` lacks ja; say in one sentence"),
    "nothing said": ("紙が届きます。", "…", 5, "'…' says nothing; put in what changed"),
    "another language": ("en: A", "fr: A", 5, "`says` has no key 'fr'; allowed: ja, ja-easy, en"),
    "no count": ("12 of 3400", "12/3400", 6, "all: '12/3400' is no count; write it as `12 of 3400`"),
    "more than all": ("1 of 40", "41 of 40", 6, "procedures:apply: '41 of 40' is no count"),
    "an older one on top": ("date: 2026-12-01", "date: 2026-10-01", 7, "2026-11-22 stands below 2026-10-01"),
    "the same twice": ('"123456789012"', "0123456789ab", 3, "has the version and text of the one below it (line 7)"),
    "no entry": ("  - date: 2026-11-22", "  - none\n  - date: 2026-11-22", 7, "`changes` has 'none' in it"),
}


@pytest.mark.parametrize(("old", "new", "line", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_with_its_line(tree: Tree, old: str, new: str, line: int, message: str) -> None:
    tree.change(FILE, old, new)
    found = tree.only()
    assert (found.file, found.line) == (FILE, line)
    assert message in found.message


def test_all_mistakes_are_told_at_once(tree: Tree) -> None:
    tree.change(FILE, "date: 2026-12-01", "date: soon")
    tree.change(FILE, "{ja: はじめて載せました。}", "nothing")
    tree.write(f"{FOLDER}/village.yaml", "changes: []\n")
    told = "\n".join(map(str, tree.findings()))
    assert f"{FILE}:2: date: 'soon' is no day" in told
    assert f"{FILE}:10: `says` is 'nothing'; a mapping (`name: value`) is meant" in told
    assert f"{FOLDER}/village.yaml: no insurer is called 'village'" in told
    assert "`status: withdrawn`" in told


@pytest.mark.parametrize("text", ["changes: []\n", "{}\n", "entries: 1\n"])
def test_a_file_without_an_entry(tree: Tree, text: str) -> None:
    tree.write(FILE, text)
    assert "`changes` is missing or empty; list one entry at least" in "\n".join(map(str, tree.findings()))


def test_two_entries_of_one_day_that_lead_to_the_same_state(tree: Tree) -> None:
    between = NEWEST.replace("0123456789ab", "aaaaaaaaaaaa")
    tree.write(FILE, f"changes:\n{NEWEST}{between}{NEWEST}{OLDEST}")
    assert "two entries of one day have one version and text" in tree.only().message


def test_an_entry_that_could_not_be_read_aloud_is_not_written(tmp_path: Path) -> None:
    """Else no file of the project could be read until somebody had found out why."""
    (tmp_path / "docs" / "text").mkdir(parents=True)
    (tmp_path / "docs" / "text" / "ja-easy.yaml").write_text("ui: {}\n")
    (tmp_path / "docs" / "text" / "ruby.yaml").write_text("紙: かみ\n", encoding="utf-8")
    stamp = Stamp("0123456789ab", "ba9876543210")
    entry = Entry(date(2026, 12, 1), stamp, {"ja": "紙が届きます。", "ja-easy": "紙が 届きます。"}, {})
    with pytest.raises(AuthoringError, match="no reading for '届'"):
        write_entry(tmp_path, "town", entry)
    assert not (tmp_path / FILE).exists()
    written = write_entry(
        tmp_path, "town", Entry(entry.on, stamp, {"ja": "紙が届きます。", "ja-easy": "紙が きます。"}, {})
    )
    assert "紙が きます。" in written.read_text(encoding="utf-8")
