"""The page on accessibility says what is so: versions, sizes, colours, what is tested, and how to report."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from browser import test_a11y_states as states
from rulebooks import INSURERS, ROOT, library

from checker.pages.clock import build_day

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (ROOT / "docs" / "accessibility" / "index.md").read_text(encoding="utf-8")
TESTED, NOT_TESTED = re.split(r"## まだ試していないこと", PAGE.split("## 試したこと")[1])


def test_versions_are_those_of_the_locks() -> None:
    node = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    python = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    named = dict(re.findall(r"(axe-playwright-python|html-validate) ([\d.]*\d)", TESTED))
    assert named["html-validate"] == node["html-validate"]
    assert f"axe-playwright-python=={named['axe-playwright-python']} " in python


def test_sizes_are_those_that_tests_look_at() -> None:
    assert f"幅{states.WIDTHS[0]}と{states.WIDTHS[1]}" in TESTED
    assert f"(幅{states.ZOOMED[0]})" in TESTED
    assert f"{states.TARGET}ピクセル以上" in TESTED


def test_colours_are_those_of_the_style_sheets() -> None:
    look = (ROOT / "checker" / "browser" / "styles" / "base.css").read_text(encoding="utf-8")
    around = (ROOT / "checker" / "pages" / "site.css").read_text(encoding="utf-8")
    colours = re.findall(r"#[0-9a-f]{6}", TESTED)
    assert len(colours) == 3
    assert [colour for colour in colours if colour not in look or colour not in around] == []


def test_the_day_of_the_tests_is_over_and_no_conformance_is_claimed() -> None:
    [(year, month, day)] = re.findall(r"(\d{4})年(\d+)月(\d+)日", TESTED)
    assert date(int(year), int(month), int(day)) <= build_day()
    assert [said for said in re.findall("準拠[^。]*。", PAGE) if "まだ言いません" not in said] == []
    assert "スクリーンリーダー" not in TESTED
    assert all(
        name in NOT_TESTED and name not in TESTED for name in ("NVDA", "VoiceOver", "TalkBack", "スマートフォン")
    )


def test_what_is_said_of_who_runs_the_site_is_what_pages_say() -> None:
    assert library().words["ui.operator_unset"] in PAGE
    assert library().words["ui.contact_heading"] in PAGE


@pytest.mark.parametrize("address", ["index.html", "404.html", "sources/index.html", "check/index.html"])
def test_every_page_links_to_it(site_dir: Path, address: str) -> None:
    up = "/" if address == "404.html" else "../" * address.count("/")
    assert f'href="{up}accessibility/index.html"' in (site_dir / address).read_text(encoding="utf-8")


@pytest.mark.parametrize("insurer", INSURERS)
def test_every_insurers_pages_link_to_it(site_dir: Path, insurer: str) -> None:
    for part in ("check", "insurers"):
        page = (site_dir / part / insurer / "index.html").read_text(encoding="utf-8")
        assert 'href="../../accessibility/index.html"' in page
