"""Each example of the authors' guide to features can be read as part of an insurer's file; no feature is left out."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from made_up import FEATURES, common_files
from rulebooks import ROOT

from checker.authoring import load_library
from checker.engine import compile_rulebook
from checker.engine.surveying.conflicts import conflicts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _pytest.mark import ParameterSet

GUIDE = (ROOT / "docs" / "maintainers" / "features.md").read_text(encoding="utf-8")
SECTIONS = re.split(r"^## (.*)\n", GUIDE, flags=re.MULTILINE)[1:]
EXAMPLE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)

HEAD = """id: example
name: 例
short: 例
kana: れい
example: true
source: {title: 作り物の文書, date: 2026年4月, year: "2026", note: 試験のための作り物です。}
"""
PASSAGES = "passages: {text: {locator: 第1, says: 作り物の文。}}\n"


def _examples() -> Iterator[ParameterSet]:
    """Yield the example of each section as a parameter named after its heading."""
    for heading, text in zip(SECTIONS[::2], SECTIONS[1::2], strict=True):
        for example in EXAMPLE.findall(text):
            yield pytest.param(example, id=heading)


@pytest.mark.parametrize("example", list(_examples()))
def test_an_example_can_be_read_and_its_rules_agree(example: str) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        common_files(root)
        (root / "docs" / "insurers").mkdir()
        text = HEAD + ("" if "\npassages:" in f"\n{example}" else PASSAGES) + example
        (root / "docs" / "insurers" / "example.yaml").write_text(text, encoding="utf-8")
        rulebook = load_library(root, draft=True).insurers["example"].rulebook
    assert [str(one) for one in conflicts(compile_rulebook(rulebook))] == []


def test_every_section_has_an_example_and_names_its_made_up_insurers() -> None:
    named: set[str] = {"everything"}
    for heading, text in zip(SECTIONS[::2], SECTIONS[1::2], strict=True):
        insurers = set(re.findall(r"`([a-z-]+)`", text.lstrip().partition(". ")[0]))
        assert insurers, f"{heading} names no made-up insurer"
        assert insurers <= set(FEATURES), f"{heading}: {sorted(insurers - set(FEATURES))} are not in tests/features"
        assert len(EXAMPLE.findall(text)) == 1, heading
        named |= insurers
    assert named == set(FEATURES)


def test_every_section_is_found_by_what_a_document_says() -> None:
    table = GUIDE.partition("\n## ")[0]
    found = re.findall(r"\[([^\]]+)\]\(#([^)]+)\)", table)
    assert {heading for heading, _ in found} == set(SECTIONS[::2])
    assert [anchor for _, anchor in found] == [
        re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-") for heading, _ in found
    ]
