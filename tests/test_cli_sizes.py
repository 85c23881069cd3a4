"""`python -m checker sizes`, and what every command says of a rulebook that is too large."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from command_line import line
from rulebooks import INSURERS, book

from checker.cli import main
from checker.engine.compiling import sizes

if TYPE_CHECKING:
    from pathlib import Path


def test_one_insurer_is_shown_topic_by_topic(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sizes", "kiyose"]) == 0
    first, head, *rows = capsys.readouterr().out.splitlines()
    assert first.startswith("kiyose: ")
    assert head.split()[:5] == ["topic", "facts", "cells", "situations", "nodes"]
    shown = {row.split()[0]: row.split()[1:5] for row in rows if row.startswith("  ")}
    for topic in sizes.sizes(book("kiyose")).topics:
        numbers = (len(topic.facts), topic.cells, topic.situations, topic.nodes)
        assert shown.pop(topic.topic) == [f"{number:,}" for number in numbers]
    assert not shown


def test_all_insurers_are_given_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sizes", "--json"]) == 0
    found = {one["insurer"]: one for one in json.loads(capsys.readouterr().out)}
    assert sorted(found) == sorted(INSURERS)
    (care,) = (topic for topic in found["other"]["topics"] if topic["topic"] == "care")
    assert sum(fact["nodes"] for fact in care["facts"]) == care["nodes"]
    assert sum(sum(fact["cells"]) for fact in care["facts"]) == care["cells"]


def test_an_insurer_that_is_not_there_is_told_with_those_that_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sizes", "kyose"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("no insurer is called 'kyose'; allowed: ")
    assert "did you mean 'kiyose'?" in said.err


ALLOWED = max(topic.nodes for topic in sizes.sizes(book("other")).topics)
"""The national layer alone, which all others stand on, is the smallest."""


@pytest.fixture
def _little_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sizes, "MOST", ALLOWED)


@pytest.mark.usefixtures("_little_is_allowed")
def test_a_rulebook_that_is_too_large_is_told_without_a_traceback(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "people").write_bytes(line())
    assert main(["decide", str(tmp_path / "people")]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    (told,) = said.err.splitlines()
    insurer, _, rest = told.partition(": the topic ")
    assert insurer in INSURERS
    for part in ("nodes, most of all because of ", " nodes without it)", f"; {ALLOWED:,} are allowed. Way out: "):
        assert part in rest


@pytest.mark.usefixtures("_little_is_allowed")
def test_those_that_are_not_too_large_are_shown_beside_those_that_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sizes"]) == 1
    said = capsys.readouterr()
    assert "other: " in said.out
    refused = {told.partition(":")[0] for told in said.err.splitlines()}
    assert "health-society" in refused
    assert refused == {name for name in INSURERS if f"{name}: " not in said.out}
