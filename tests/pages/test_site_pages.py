"""What the site says of itself, and of words, is so, in each language; and every such page can be found."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape
from typing import TYPE_CHECKING

import pytest
from browser.sayings import HIDDEN
from pages.many_insurers import with_copies
from pages.markup import read_markup
from rulebooks import ROOT, library

from checker.authoring.ruby import plain
from checker.pages.assets import Assets
from checker.pages.discretion import is_discreet
from checker.pages.glossary_page import glossary_page, reading_of
from checker.pages.html import Html
from checker.pages.making import Making
from checker.pages.site_pages import about_page, data_page, privacy_page
from checker.pages.sources_page import sources_page
from checker.pages.told import NEUTRAL_ADDRESS

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 22)
NO_FILES = Assets({}, "", "", "", "", None, "", "", ())
LANGUAGES = ("ja", "ja-easy", "en")
FOLDERS = {"ja": "", "ja-easy": "easy/", "en": "en/"}
TERMS = tuple(library().words.tree["glossary"]["terms"])
FOUND = (
    "comparison", "silence", "sources", "contradictions", "glossary", "data", "about", "privacy", "accessibility",
)  # fmt: skip


@pytest.fixture(params=LANGUAGES)
def making(request: pytest.FixtureRequest) -> Making:
    return Making(library(), NO_FILES, TODAY).told_in(str(request.param))


@pytest.mark.parametrize("term", TERMS)
def test_each_term_is_the_same_in_all_languages_and_has_a_reading(term: str) -> None:
    said = {plain(words[f"glossary.terms.{term}.term"]) for words in library().languages.values()}
    assert len(said) == 1
    assert re.fullmatch("[ぁ-んァ-ヶー]+", reading_of(library(), term))


def test_the_glossary_has_each_term_under_its_own_address_in_the_order_of_readings(making: Making) -> None:
    body = read_markup(glossary_page(making, Html()).body)
    entries = [str(one.attributes["id"]) for one in body.all("section")]
    assert sorted(entries) == sorted(f"term-{name.replace('_', '-')}" for name in TERMS)
    readings = [reading_of(library(), one.removeprefix("term-").replace("-", "_")) for one in entries]
    assert readings == sorted(readings)
    assert not HIDDEN.search(body.text)


def test_a_term_occurs_where_the_glossary_says() -> None:
    body = read_markup(glossary_page(Making(library(), NO_FILES, TODAY).told_in("en"), Html()).body)
    found = 0
    for entry in body.all("section"):
        term = next(entry.all("h2")).text
        for link in entry.all("a"):
            way = re.fullmatch(r"\.\./\.\./en/sources/([a-z-]+)/index\.html#passage-(.+)", str(link.attributes["href"]))
            if way:
                insurer = library().insurers[way[1]]
                told = {name.replace("/", "-"): passage for name, passage in insurer.passages.items()}
                assert term in told[way[2]].says
                found += 1
    assert found > len(TERMS)


def test_privacy_says_what_is_so(making: Making) -> None:
    text = plain(unescape(read_markup(privacy_page(making, Html()).body).text))
    assert "jma.go.jp" in NEUTRAL_ADDRESS
    assert ("気象庁" in text) or ("Japan Meteorological Agency" in text)
    [size] = re.findall(r"(\d+) ?MB", making.library.words["ui.python_offer"])
    assert re.search(rf"(?<!\d){size} ?MB", text)
    assert is_discreet(text)
    assert not HIDDEN.search(text)


def test_no_script_knows_a_cookie_or_a_store() -> None:
    told = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "checker" / "browser").glob("*.js"))
    assert not re.findall(r"document\.cookie|(?:local|session)Storage|indexedDB|serviceWorker|sendBeacon", told)


def test_about_names_the_operator_and_counts_what_there_is(making: Making) -> None:
    words = making.library.words
    unset = about_page(making, Html()).body
    assert words["ui.operator_unset"] in unset
    assert words["about.report_unset"] in unset
    run = replace(making, assets=replace(NO_FILES, operator="Somebody", report="https://example.org/report"))
    body = about_page(run, Html()).body
    assert "Somebody" in body
    assert 'href="https://example.org/report"' in body
    assert words["ui.operator_unset"] not in body
    assert "{" not in body
    count = sum(name != "other" for name in making.library.insurers)
    assert re.search(rf"\b{count}\b|{count}の", plain(read_markup(body).text))


def test_the_data_page_leads_to_every_file(making: Making) -> None:
    links = re.findall(r'href="([^"#]+)"', data_page(making, Html()).body)
    up = "../" * (1 if making.language == "ja" else 2)
    for name in library().insurers:
        assert f"{up}data/{name}/tables.json" in links
        assert f"{up}data/{name}/passages.json" in links
    assert sum("/rulebook." in link for link in links) == len(library().insurers) + 1
    assert f"{up}data/index.json" in links


def test_pages_that_name_every_insurer_stay_light_among_thousands(making: Making) -> None:
    many = with_copies(making, 3300)
    sources = sources_page(many, Html()).body
    assert 'insurers/index.html" class="sn-way"' in sources
    assert len(sources.encode()) < 30_000
    data = data_page(many, Html()).body
    assert "data/index.json" in data
    assert len(data.encode()) < 30_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_can_be_found_from_the_first_one(site_dir: Path, language: str) -> None:
    folder = site_dir / FOLDERS[language]
    first = (folder / "index.html").read_text(encoding="utf-8")
    for name in FOUND:
        assert f'"{name}/index.html"' in first or f'"./{name}/index.html"' in first, name
    sources = (folder / "sources" / "index.html").read_text(encoding="utf-8")
    up = "../" * (1 if language == "ja" else 2)
    for insurer in library().insurers:
        assert f'href="{up}{FOLDERS[language]}sources/{insurer}/index.html"' in sources
