"""Nothing changes silently: an insurer that changed without a record is named, by the project's own files too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from authoring.diff.towns import RULES, TOWN
from authoring.record.whole_towns import whole_towns
from rulebooks import INSURERS, ROOT, library

from checker.authoring import load_library
from checker.authoring.record.entries import FOLDER
from checker.authoring.record.unrecorded import unrecorded
from checker.authoring.verify import verify
from checker.cli import main
from checker.commands.project import today

if TYPE_CHECKING:
    from pathlib import Path

    from authoring.trees import Tree

FILE = f"{FOLDER}/town.yaml"
CHANGE = ("when: {card: lost}", "when: {card: held}")
SAYS = ["--says", "紙が届く人が変わりました。", "--says-en", "Other people get a paper."]


@pytest.fixture
def tree(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Tree:
    """Return a project whose insurers are all recorded, below ``new``, and the same again, below ``old``."""
    made = whole_towns(tmp_path / "new")
    assert _run(made, "record", "--says", "はじめて載せました。") == 0
    whole_towns(tmp_path / "old")
    capsys.readouterr()
    return made


def _run(tree: Tree, *arguments: str) -> int:
    return main(["changes", "--root", str(tree.root), *arguments])


def test_every_change_of_this_project_is_recorded() -> None:
    """If this fails: `python -m checker changes` says what to type."""
    behind = unrecorded(library(), ROOT)
    assert not behind, "\n".join(f"{one.message}\n    {one.command}" for one in behind)
    assert set(library().changes) == set(INSURERS)


def test_first_entries_name_the_source_s_date_and_count_nothing() -> None:
    for name, entries in library().changes.items():
        source, first = library().insurers[name].source, entries[-1]
        assert source.year in first.says["ja"], name
        assert set(first.says) == {"ja", "ja-easy", "en"}
        assert first.situations == {}


def test_an_insurer_that_changed_is_listed_with_the_command(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(tree) == 0
    assert capsys.readouterr().out == "all is recorded\n"
    tree.change(TOWN, "name: 町", "name: 新しい町")
    assert _run(tree) == 1
    told = capsys.readouterr().out
    assert f"{FILE}:4: town has changed, what its pages say beside the rules: the newest entry has version " in told
    assert 'python -m checker changes record --insurer town --since REVISION --says "…" --says-en "…"' in told
    assert told.endswith("1 to record\n")


def test_verification_names_it_where_a_record_is_kept(tree: Tree) -> None:
    tree.change(RULES, *CHANGE)
    kept = load_library(tree.root)
    found = [flaw for flaw in verify(kept, tree.root, today()) if flaw.kind == "unrecorded"]
    assert [(flaw.file, flaw.line) for flaw in found] == [(f"{FOLDER}/other.yaml", 4), (FILE, 4)]
    assert all("its rules: the newest entry has version" in flaw.message for flaw in found)
    assert "python -m checker changes record --insurer other --since" in found[0].way_out
    elsewhere = tree.root.parent / "old"
    assert all(flaw.kind != "unrecorded" for flaw in verify(load_library(elsewhere), elsewhere, today()))


def test_recording_counts_as_diff_does_and_keeps_the_rest_of_the_file(
    tree: Tree, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tree.change(FILE, "  - date:", "  # the first one\r\n  - date:")
    tree.write(FILE, tree.text(FILE).replace("\n", "\r\n").replace("\r\r", "\r"))
    before = (tree.root / FILE).read_bytes()
    tree.change(RULES, *CHANGE)
    options = ["--insurer", "town", "--since", str(tmp_path / "old"), "--on", "2030-01-01", *SAYS]
    assert _run(tree, "record", *options) == 0
    assert f"{FILE}: recorded version " in capsys.readouterr().out
    after = (tree.root / FILE).read_bytes()
    head = before.index(b"changes:\r\n") + len(b"changes:\r\n")
    assert after.startswith(before[:head])
    assert after.endswith(before[head:])
    assert b"\n" not in after.replace(b"\r\n", b"")
    newest, oldest = load_library(tree.root).changes["town"]
    assert newest.says == {"ja": SAYS[1], "en": SAYS[3]}
    assert newest.situations["all"] == (32, 40)
    assert newest.situations["document"] == (4, 6)
    assert newest.on.year == 2030
    assert oldest.situations == {}
    assert _run(tree) == 1
    assert "1 to record" in capsys.readouterr().out


def test_without_a_name_all_that_changed_are_recorded(tree: Tree, tmp_path: Path) -> None:
    tree.change(RULES, *CHANGE)
    assert _run(tree, "record", "--since", str(tmp_path / "old"), "--on", "2030-01-01", *SAYS) == 0
    assert _run(tree) == 0
    assert {name: len(entries) for name, entries in load_library(tree.root).changes.items()} == {"town": 2, "other": 2}


def test_what_cannot_be_counted_and_another_start_are_told(
    tree: Tree, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "old" / TOWN).write_text(tree.text(TOWN).replace("name: 町", "name: 古い町"), encoding="utf-8")
    tree.change(RULES, "covers: {card: [card]}", "covers: {card: [card, paper]}")
    assert _run(tree, "record", "--insurer", "town", "--since", str(tmp_path / "old"), *SAYS) == 0
    told = capsys.readouterr().out
    assert "not counted, may change answers: what covers card is another" in told
    assert "the entry before has version" in told


REFUSED = {
    "nobody": (["--insurer", "twon", "--since", "HEAD"], "no insurer is called so; allowed: town, other; did you mean"),
    "nothing to record": (["--insurer", "other", "--since", "HEAD"], "--insurer other: its newest entry speaks of the"),
    "since when": (["--insurer", "town"], "--since is missing; name the revision that the newest entry speaks of"),
}


@pytest.mark.parametrize(("arguments", "message"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(arguments: list[str], message: str, tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    tree.change(TOWN, "name: 町", "name: 新しい町")
    before = (tree.root / FILE).read_bytes()
    assert _run(tree, "record", *arguments, *SAYS) == 1
    assert message in capsys.readouterr().err
    assert (tree.root / FILE).read_bytes() == before


def test_a_revision_that_is_not_there_ends_with_2(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    tree.change(TOWN, "name: 町", "name: 新しい町")
    assert _run(tree, "record", "--since", "nowhere", *SAYS) == 2
    assert "nowhere: no folder with rules, and no revision that git knows" in capsys.readouterr().err


@pytest.mark.parametrize("day", ["2000-01-01", "tomorrow"])
def test_an_entry_that_does_not_fit_leaves_the_file_as_it_was(
    day: str, tree: Tree, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tree.change(TOWN, "name: 町", "name: 新しい町")
    before = (tree.root / FILE).read_bytes()
    options = ["record", "--since", str(tmp_path / "old"), "--on", day, *SAYS]
    if day == "tomorrow":
        with pytest.raises(SystemExit):
            _run(tree, *options)
        assert "'tomorrow' is no day; write it as 2024-12-02" in capsys.readouterr().err
    else:
        assert _run(tree, *options) == 1
        assert "stands below 2000-01-01; the newest entry comes first" in capsys.readouterr().err
    assert (tree.root / FILE).read_bytes() == before


def test_a_list_on_one_line_is_not_written_into(tree: Tree, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    day, stamp = today(), load_library(tree.root).changes["town"][0].stamp
    row = f"{{date: {day}, version: '{stamp.version}', text: '{stamp.text}', says: {{ja: はじめて。}}}}"
    tree.write(FILE, f"changes: [{row}]\n")
    tree.change(TOWN, "name: 町", "name: 新しい町")
    assert _run(tree, "record", "--since", str(tmp_path / "old"), *SAYS) == 1
    assert "no line says `changes:` alone, with the entries below it" in capsys.readouterr().err
    assert tree.text(FILE) == f"changes: [{row}]\n"
