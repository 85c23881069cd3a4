"""The page on accessibility says what is so: versions, sizes, colours, what is tested, and how to report."""

from __future__ import annotations

import calendar
import json
import re
from datetime import date
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest
from browser import test_a11y_states as states
from rulebooks import INSURERS, ROOT, library

from checker.authoring.ruby import plain
from checker.pages.assets import Assets
from checker.pages.clock import build_day
from checker.pages.html import Html
from checker.pages.making import Making
from checker.pages.site_pages import accessibility_page

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = ("ja", "ja-easy", "en")
_TOLD = {name: words.tree["accessibility"] for name, words in library().languages.items()}


def _text(told: Any) -> str:  # noqa: ANN401 - a text, or what holds texts
    return plain(told) if isinstance(told, str) else "\n".join(map(_text, told.values()))


PAGE = {name: _text(told) for name, told in _TOLD.items()}
TESTED = {name: _text(told["sections"]["tested"]) for name, told in _TOLD.items()}
NOT_TESTED = {name: _text(told["sections"]["not_tested"]) for name, told in _TOLD.items()}


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_page_says_it_in_each_language(language: str) -> None:
    making = Making(library(), Assets({}, "", "", "", "", None, "", "", ()), build_day()).told_in(language)
    body = unescape(accessibility_page(making, Html()).body)
    assert all(line in plain(body) for line in TESTED[language].split("\n"))
    assert "{" not in body


def test_versions_are_those_of_the_locks(language: str) -> None:
    node = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    python = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    named = dict(re.findall(r"(axe-playwright-python|html-validate) ([\d.]*\d)", TESTED[language]))
    assert named["html-validate"] == node["html-validate"]
    assert f"axe-playwright-python=={named['axe-playwright-python']} " in python


def test_sizes_are_those_that_tests_look_at(language: str) -> None:
    numbers = set(re.findall(r"\d+", TESTED[language]))
    assert {str(number) for number in (*states.WIDTHS, states.ZOOMED[0], states.TARGET)} <= numbers


def test_sizes_in_japanese_stand_where_they_belong() -> None:
    assert f"幅{states.WIDTHS[0]}と{states.WIDTHS[1]}" in TESTED["ja"]
    assert f"(幅{states.ZOOMED[0]})" in TESTED["ja"]
    assert f"{states.TARGET}ピクセル以上" in TESTED["ja"]


def test_colours_are_those_of_the_style_sheets(language: str) -> None:
    look = (ROOT / "checker" / "browser" / "styles" / "base.css").read_text(encoding="utf-8")
    around = (ROOT / "checker" / "pages" / "site.css").read_text(encoding="utf-8")
    colours = re.findall(r"#[0-9a-f]{6}", TESTED[language])
    assert len(colours) == 3
    assert [colour for colour in colours if colour not in look or colour not in around] == []


def test_the_day_of_the_tests_is_over_and_the_same_in_each_language() -> None:
    [(year, month, day)] = re.findall(r"(\d{4})年(\d+)月(\d+)日", TESTED["ja"])
    assert date(int(year), int(month), int(day)) <= build_day()
    assert f"{year}年{month}月{day}日" in TESTED["ja-easy"]
    assert f"{day} {calendar.month_name[int(month)]} {year}" in TESTED["en"]


def test_no_conformance_is_claimed(language: str) -> None:
    assert [said for said in re.findall("準拠[^。]*。", PAGE["ja"]) if "まだ言いません" not in said] == []
    assert re.findall("conforman[^.]*", PAGE["en"]) == [
        "conformance yet, since no person has gone through the criteria one by one"
    ]
    readers = ("NVDA", "VoiceOver", "TalkBack")
    assert all(name in NOT_TESTED[language] and name not in TESTED[language] for name in readers)
    assert "スクリーンリーダー" not in TESTED["ja"]
    assert "スマートフォン" in NOT_TESTED["ja"]
    assert "スマートフォン" not in TESTED["ja"]


def test_what_is_said_of_who_runs_the_site_is_what_pages_say(language: str) -> None:
    assert "{unset}" in PAGE[language]
    assert "{contact}" in PAGE[language]


@pytest.mark.parametrize("address", ["index.html", "404.html", "sources/index.html", "check/index.html"])
def test_every_page_links_to_it(site_dir: Path, address: str) -> None:
    up = "/" if address == "404.html" else "../" * address.count("/")
    assert f'href="{up}accessibility/index.html"' in (site_dir / address).read_text(encoding="utf-8")


@pytest.mark.parametrize("insurer", INSURERS)
def test_every_insurers_pages_link_to_it(site_dir: Path, insurer: str) -> None:
    for part in ("check", "insurers"):
        page = (site_dir / part / insurer / "index.html").read_text(encoding="utf-8")
        assert 'href="../../accessibility/index.html"' in page
