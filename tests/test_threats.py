"""The page on threats: each claim names a test or a module that is there."""

from __future__ import annotations

import re

import pytest
from rulebooks import ROOT

PAGE = (ROOT / "docs" / "maintainers" / "threats.md").read_text(encoding="utf-8")
SECTIONS = re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:-1]
NAMED = re.findall(r"`((?:tests|checker)/[^`]*)`", PAGE)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.partition("\n")[0])
def test_every_claim_names_what_shows_it_and_what_is_left_is_said(section: str) -> None:
    rows = [line for line in section.splitlines() if line.startswith("| ")][1:]
    assert rows
    for row in rows:
        assert re.search(r"`(?:tests|checker)/[^`]*`", row.rpartition("|")[0].rpartition(" | ")[2]), row
    assert "\n**Left.** " in section


@pytest.mark.parametrize("named", sorted(set(NAMED)))
def test_what_is_named_is_there(named: str) -> None:
    file, _, test = named.partition("::")
    path = ROOT / file
    assert path.exists(), file
    assert not test or re.search(rf"^def {re.escape(test)}\(", path.read_text(encoding="utf-8"), re.MULTILINE), named


def test_everybody_is_there() -> None:
    heads = " ".join(section.partition("\n")[0] for section in SECTIONS)
    for one in ("visitor", "beside", "widget", "YAML", "link", "host", "network", "counter"):
        assert one in heads
