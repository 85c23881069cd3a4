"""Our passages against the documents that they were read from, where those are kept.

`SOURCES` names the folder; without it, one beside the project is looked for.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from authoring.sources.made_up import HELD
from rulebooks import ROOT, library

from checker.authoring.sources.check import check_insurer
from checker.authoring.sources.pasting import fingerprint_lines


@pytest.fixture(scope="module")
def folder() -> Path:
    said = os.environ.get("SOURCES")
    found = Path(said) if said else ROOT.parent / "shared" / "seeds"
    if not said and not found.is_dir():
        pytest.skip(f"the documents are not kept here (no {found}); SOURCES=FOLDER names where they are")
    return found


@pytest.mark.parametrize("name", HELD)
def test_every_passage_stands_in_its_document_as_it_was_read(name: str, folder: Path) -> None:
    found = check_insurer(library().insurers[name], folder)
    assert found.problem == ""
    assert {one.id: verdict.state for one, verdict in found.passages if verdict.state != "same"} == {}
    assert found.fine


@pytest.mark.parametrize("name", HELD)
def test_every_fingerprint_is_the_one_that_an_author_would_paste_today(name: str, folder: Path) -> None:
    head, *differing = fingerprint_lines(library().insurers[name], folder)
    assert library().insurers[name].source.document in head
    assert differing == []


@pytest.mark.parametrize("name", HELD)
@pytest.mark.parametrize("encoding", ["utf-16", "cp932", "euc_jis_2004"])
def test_a_document_in_another_encoding_is_the_same(name: str, encoding: str, folder: Path, tmp_path: Path) -> None:
    insurer = library().insurers[name]
    (path,) = folder.glob(f"{insurer.source.document}.*")
    text = path.read_text(encoding="utf-8").replace("−", "-")
    (tmp_path / path.name).write_bytes(text.encode(encoding))
    assert check_insurer(insurer, tmp_path).fine
