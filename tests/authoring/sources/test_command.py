"""`python -m checker sources`: what it prints, how it ends, and that it changes no file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from rulebooks import INSURERS, ROOT

from checker.cli import main

if TYPE_CHECKING:
    from pathlib import Path


def files() -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted((ROOT / "docs").rglob("*.yaml"))}


def test_a_folder_without_documents_fails_for_each_insurer_and_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files()
    assert main(["sources", "check", "--from", str(tmp_path)]) == 1
    assert main(["sources", "fingerprint", "--from", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert said.out.count(": no file ") == said.err.count(": no file ") == len(INSURERS) - 1
    assert "# other: `source` names no document" in said.out
    assert list(tmp_path.iterdir()) == []
    assert files() == before


def test_a_document_about_something_else_in_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "002_a88e555d52c92a7e"
    (tmp_path / f"{name}.html").write_text("<h1>ごみの出し方</h1><p>月曜日</p>", encoding="utf-8")
    assert main(["sources", "check", "--json", "--from", str(tmp_path), "--insurer", "designated-city"]) == 1
    said = json.loads(capsys.readouterr().out)
    (row,) = said["insurers"]
    assert (row["insurer"], row["document"], row["file"], row["problem"]) == (
        *("designated-city", name, f"{name}.html", None),
    )
    assert {one["state"] for one in row["passages"]} == {"gone"}
    assert said["counts"] == {"same": 0, "moved": 0, "changed": 0, "gone": len(row["passages"])}
    assert any(one["rules"] for one in row["passages"])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--from", "no-such-folder"], ["no-such-folder is no folder", "name the one"]),
        (["--from", str(ROOT), "--insurer", "kyoto"], ["--insurer kyoto: allowed: ", "kiyose"]),
    ],
)
def test_what_cannot_be_meant_is_told_with_what_is_allowed(
    arguments: list[str], words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sources", "check", *arguments]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert [word for word in words if word not in said.err] == []
