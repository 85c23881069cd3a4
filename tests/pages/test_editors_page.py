"""The page for web editors as it is written: its snippets keep the contract, and it can be read without JavaScript."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape
from typing import TYPE_CHECKING

import pytest
from rulebooks import INSURERS, ROOT, library

from checker.pages.assets import Assets
from checker.pages.editors_form import COLOURS
from checker.pages.editors_page import editors_page
from checker.pages.html import Html
from checker.pages.making import Making
from checker.pages.shell import Shells
from checker.pages.snippets import SANDBOX, snippets

if TYPE_CHECKING:
    from checker.pages.article import Article

BARE = Assets({}, "", "", "", "", None, "", "", ())
SITE = "https://navi.example/"


def _page(assets: Assets = BARE, language: str = "ja") -> Article:
    return editors_page(Making(library(), assets, date(2026, 11, 22)).told_in(language), Html(""))


def _area(page: Article, name: str) -> str:
    return unescape(page.body.split(f'<textarea id="{name}"')[1].split(">", 1)[1].split("</textarea>")[0])


def test_the_snippets_keep_the_contract() -> None:
    code = snippets(SITE, "kiyose", "ja", "案内", "資格ナビ")
    link = '<a href="https://navi.example/v1/kiyose/index.html">案内</a>'
    assert code["link"] == f"<p>{link}</p>"
    assert code["script"] == (
        f'<p>{link}</p>\n<script src="https://navi.example/v1/embed.js" data-insurer="kiyose" async></script>'
    )
    assert code["frame"] == (
        f'<p>{link}</p>\n<iframe src="https://navi.example/v1/kiyose/index.html" title="資格ナビ" width="100%"'
        ' height="640" style="border: 0"></iframe>'
    )
    assert code["policy"] == "script-src https://navi.example;\nframe-src https://navi.example;"
    spoken = snippets("https://navi.example/city/", "kiyose", "en", "Find out", "Shikaku Navi")
    assert 'href="https://navi.example/city/v1/kiyose/index.html?lang=en"' in spoken["link"]
    assert 'data-insurer="kiyose" data-lang="en" async' in spoken["script"]
    assert spoken["policy"] == code["policy"], "an origin has no path"


@pytest.mark.parametrize("language", ["ja", "ja-easy", "en"])
def test_without_a_script_three_snippets_stand_there_with_what_to_replace(language: str) -> None:
    page, words = _page(language=language), library().languages[language]
    insurer = next(iter(library().insurers))
    placeholder = words["editors.placeholder"]
    for name in ("script", "frame", "link"):
        assert f"{placeholder}v1/{insurer}/index.html" in _area(page, f"snippet-{name}")
    without = page.body.split("<noscript>")[1].split("</noscript>")[0]
    assert insurer in without
    assert placeholder in page.body.split("data-placeholder")[1].split("</p>")[0]
    form = re.search(r"<form[^>]*>", page.body)
    assert form
    assert " hidden" in form[0]


def test_a_site_that_knows_its_address_has_it_in_the_snippets() -> None:
    page = _page(replace(BARE, site_url=SITE, operator="運営の会"))
    insurer = next(iter(library().insurers))
    assert f'src="{SITE}v1/embed.js"' in _area(page, "snippet-script")
    assert _area(page, "snippet-policy").splitlines()[1] == "frame-src https://navi.example;"
    assert f"{SITE}v1/{insurer}/index.html" in _area(page, "snippet-link")
    assert "data-placeholder" not in page.body
    assert "運営:運営の会" in page.body
    assert "(https://navi.example)" in _area(page, "privacy-text")


def test_every_insurer_can_be_chosen_and_every_feed_is_linked() -> None:
    page = _page()
    assert re.findall(r'name="insurer" value="([\w-]+)"', page.body) == [
        *(name for name, insurer in library().insurers.items() if not insurer.example),
        *(name for name, insurer in library().insurers.items() if insurer.example),
    ]
    for insurer in INSURERS:
        assert f'href="../v1/{insurer}/changes.json"' in page.body
    assert 'href="../v1/changes.json"' in page.body
    assert re.findall(r'<option value="(\w*)"', page.body) == ["", *library().words.tree["errands"]]


def test_only_this_page_shows_others_in_a_frame() -> None:
    page = _page()
    assert (page.script, page.frames) == ("editors", True)
    shell = (ROOT / "overrides" / "main.html").read_text(encoding="utf-8")
    assert "img-src 'self' data:;{{ marks.frames }} base-uri 'none'" in shell
    making = Making(library(), replace(BARE, scripts={"editors": ""}), date(2026, 11, 22))
    shells = Shells(making, "", lambda shell: shell.marks["frames"])
    assert [shells.filled(replace(page, frames=frames)) for frames in (True, False)] == [" frame-src 'self';", ""]


def test_the_sandbox_and_the_colours_are_those_of_the_widget() -> None:
    assert SANDBOX in _page().body
    own = (ROOT / "checker" / "browser" / "widget_colours.js").read_text(encoding="utf-8")
    for name, value in COLOURS.items():
        assert f"{name}: '{value[1:]}'" in own
