"""The two sides of a comparison, from real repositories and from folders."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest
from authoring.diff.towns import RULES, TOWN, towns

from checker.authoring.diff import revisions
from checker.authoring.diff.revisions import SideError, read_sides

if TYPE_CHECKING:
    from pathlib import Path

    from authoring.trees import Tree

NOBODY = {
    "GIT_AUTHOR_NAME": "nobody",
    "GIT_AUTHOR_EMAIL": "",
    "GIT_COMMITTER_NAME": "nobody",
    "GIT_COMMITTER_EMAIL": "",
}


def _git(folder: Path, *arguments: str) -> str:
    environment = {**os.environ, **NOBODY, "GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(["git", "-C", folder, *arguments], check=True, capture_output=True, env=environment)
    return done.stdout.decode().strip()


def _commit(folder: Path, tag: str) -> str:
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--allow-empty", "--message", tag)
    _git(folder, "tag", tag)
    return _git(folder, "rev-parse", "HEAD")


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """Return a project in a repository, below its top, with two revisions: `first` and `second`."""
    project = tmp_path / "project"
    project.mkdir()
    _git(tmp_path, "init", "--quiet", "--initial-branch=main")
    _commit(tmp_path, "empty")
    found = towns(project)
    (project / "image.png").write_bytes(b"not read")
    _commit(tmp_path, "first")
    found.change(RULES, "route: application", "route: automatic")
    _commit(tmp_path, "second")
    return found


def _said(side: revisions.Side) -> str:
    rules = {rule.id: rule for rule in side.library.insurers["town"].rulebook.rules}
    return str(rules["paper-for-help"].then["issued"]["paper"]["route"])


def test_revisions_are_read_past_the_working_tree(tree: Tree) -> None:
    tree.write(RULES, "broken: [")
    before = _git(tree.root, "status", "--porcelain")
    old, new = read_sides("first", "second", tree.root)
    assert (_said(old), _said(new)) == ("application", "automatic")
    assert old.commit == _git(tree.root, "rev-parse", "first")
    assert str(old) == f"first ({old.commit[:9]})"
    assert str(read_sides(old.commit[:12], "second", tree.root)[0]) == old.commit[:12]
    assert _git(tree.root, "status", "--porcelain") == before


def test_the_working_tree_is_the_other_side_if_none_is_named(tree: Tree) -> None:
    tree.change(TOWN, "id: town", "status: withdrawn\nid: town")
    old, new = read_sides("HEAD", None, tree.root)
    assert (str(new), new.commit) == ("the working tree", "")
    assert [side.library.insurers["town"].status for side in (old, new)] == ["published", "withdrawn"]


def test_a_folder_that_holds_rules_is_read_as_it_is(tree: Tree, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    copy = towns(tmp_path / "copy")
    old, new = read_sides(str(copy.root), "second", tree.root)
    assert (_said(old), _said(new)) == ("application", "automatic")
    assert str(old) == str(copy.root)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("nowhere", "nowhere: no folder with rules, and no revision that git knows"),
        ("first..second", "first..second: no folder with rules, and no revision that git knows"),
        ("-x", "-x: no folder with rules, and no revision that git knows"),
        ("empty", "empty: there is no rules.yaml in this revision; name a newer one"),
    ],
)
def test_what_is_no_side_is_told_with_the_way_out(given: str, told: str, tree: Tree) -> None:
    with pytest.raises(SideError) as raised:
        read_sides("first", given, tree.root)
    assert str(raised.value).startswith(told)
    assert "; name a" in str(raised.value)


def test_a_folder_without_rules_is_told_so(tree: Tree, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    with pytest.raises(SideError, match=r"bare: a folder without rules\.yaml; name a folder that holds"):
        read_sides(str(tmp_path / "bare"), "first", tree.root)


def test_mistakes_of_both_sides_are_told_at_once_with_side_file_and_line(tree: Tree) -> None:
    line = tree.change(RULES, "when: {card: none}\n    then", "when: {card: nine}\n    then")
    _commit(tree.root, "third")
    tree.change(RULES, "when: {card: nine}", "when: {cart: none}")
    with pytest.raises(SideError) as raised:
        read_sides("third", None, tree.root)
    told = str(raised.value).splitlines()
    assert [row.partition(": ")[0] for row in told] == ["third", "third", "the working tree", "the working tree"]
    assert told[0].startswith(f"third: rules.yaml:{line}: ")
    assert "'nine'" in told[0]
    assert told[2].startswith(f"the working tree: rules.yaml:{line}: ")
    assert told[1].endswith("mend them, or name a newer revision")


def test_files_of_older_forms_are_read(tree: Tree) -> None:
    tree.change(RULES, ", unknown: true, ordinary: held}", ", unknown: true}\n  plain: {kind: list, of: [x]}")
    tree.change(RULES, "ids:", "questions: [card, needs]\nids:")
    tree.change(TOWN, ", document: none", "")
    old, new = read_sides("first", None, tree.root)
    assert new.library.insurers["town"].rulebook.by_fact["card"].ordinary == "held"
    assert old.library.insurers["town"].rulebook.rules != new.library.insurers["town"].rulebook.rules


def test_a_file_outside_of_the_project_is_never_written(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = _packed("../outside.yaml")
    really = revisions._git  # noqa: SLF001 - no git makes such an archive

    def git(project: Path, *arguments: str) -> bytes | None:
        return packed if arguments[0] == "archive" else really(project, *arguments)

    monkeypatch.setattr(revisions, "_git", git)
    with pytest.raises(SideError, match=r"first: there is no rules\.yaml"):
        read_sides("first", None, tree.root)


def _packed(name: str) -> bytes:
    import io  # noqa: PLC0415 - for this archive only
    import tarfile  # noqa: PLC0415 - the same

    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        member = tarfile.TarInfo(name)
        member.size = 1
        archive.addfile(member, io.BytesIO(b"x"))
    return file.getvalue()


def test_without_git_folders_can_still_be_compared(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert read_sides(str(tree.root), None, tree.root)[0].commit == ""
    with pytest.raises(SideError, match="git is not installed, so no revision can be read; name two folders"):
        read_sides("first", None, tree.root)
