"""Of very many insurers no page holds all: their names stand in one file, and in lists by the first sound."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from pages.many_insurers import with_copies
from rulebooks import ROOT, library

from checker.authoring.ruby import plain
from checker.pages.assets import collect_assets
from checker.pages.choose_page import choose_files
from checker.pages.editors_page import editors_page
from checker.pages.html import Html
from checker.pages.insurer_index import insurer_index
from checker.pages.insurer_lists import LISTED, names_of
from checker.pages.insurer_names import names_file
from checker.pages.integrity import with_sum
from checker.pages.making import Making

ALONE = Making(library(), collect_assets(ROOT), date(2026, 11, 22))
MANY = with_copies(ALONE, LISTED)
LANGUAGES = ["ja", "ja-easy", "en"]


@cache
def chosen(count: int = LISTED) -> dict[str, str]:
    """Return what is written for the question with so many more insurers, by address without hashes."""
    files = {file.address: file.content for file in choose_files(with_copies(ALONE, count))}
    return {re.sub(r"\.[0-9a-f]{12}", "", name): bytes(file).decode() for name, file in files.items()}


def names() -> dict[str, Any]:
    script = chosen()["assets/insurers.js"]
    found: dict[str, Any] = json.loads(script[script.index("{detail:") + len("{detail:") : script.rindex("}));")])
    return found


def test_few_insurers_stand_in_the_page_and_very_many_in_a_file_of_their_own() -> None:
    assert names_file(ALONE) is None
    assert names_file(replace(MANY, alone=True)) is None, "a page without others beside it holds them itself"
    page = chosen()["check/index.html"]
    assert "copy-1" not in page
    assert re.search(r' data-insurers="\.\./assets/insurers\.[0-9a-f]{12}\.js#sha256-', page)
    assert re.findall(r'<input type="radio"[^>]* value="(\w+)"', page) == [
        "employees",
        "late_elderly",
        "other",
        "unknown",
    ]


def test_the_file_has_every_insurer_once_with_all_that_it_is_found_by() -> None:
    told = names()
    listed = [*told["named"], *told["unnamed"]]
    insurers = {name: one for name, one in MANY.library.insurers.items() if name != "other"}
    assert Counter(one[0] for one in listed) == Counter(list(insurers))
    assert {one[0] for one in told["unnamed"]} == {name for name, one in insurers.items() if one.example}
    for name, called, kana, others, more in listed:
        own = insurers[name]
        assert (called, kana) == (own.called, own.kana)
        found_by = {called, kana, *map(plain, others), *more.split("|")} - {""}
        assert found_by == set(map(plain, names_of(own)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_every_insurer_is_reached_by_the_first_sound_of_its_name(language: str) -> None:
    told = MANY.told_in(language)
    index, *pages = insurer_index(told, Html())
    noscript = re.search(r"<noscript>.*?</noscript>", chosen()["check/index.html"], re.DOTALL)
    assert noscript
    assert '"../insurers/index.html"' in noscript[0]
    assert re.findall(r'href="([^"]+)" class="sn-way"', index.body) == [
        "../" * index.address.count("/") + page.address for page in pages
    ]
    reached = Counter(name for page in pages for name in re.findall(r'/insurers/([\w-]+)/index.html"', page.body))
    reached.update(re.findall(r'/insurers/(other)/index.html"', index.body))
    assert reached == Counter(list(told.library.insurers))
    kana = {page.here.page.split("/")[2]: page.body for page in pages}
    assert "gamagori" in kana["ka"], "が is listed beside か"
    assert "kiyose" in kana["ki"]
    assert "copy-1/" in kana["ma"]


def test_no_page_grows_with_the_number_of_insurers() -> None:
    few, more = chosen(), chosen(3 * LISTED)
    assert {name: len(text) for name, text in few.items() if name != "assets/insurers.js"} == {
        name: len(text) for name, text in more.items() if name != "assets/insurers.js"
    }
    makings = MANY, with_copies(ALONE, 3 * LISTED)
    for language in LANGUAGES:
        before, after = (editors_page(making.told_in(language), Html()).body for making in makings)
        assert len(before) == len(after)
        file = names_file(makings[1])
        assert file
        assert f'data-insurers="{"../" * (1 + (language != "ja"))}{with_sum(file)}"' in after
        assert re.findall(r'name="insurer" value="([\w-]+)"', after) == ["gamagori", "other"]


def test_a_reading_that_begins_otherwise_is_listed_last() -> None:
    insurers = dict(MANY.library.insurers)
    insurers["copy-7"] = replace(insurers["copy-7"], kana="Town 7")
    insurers["copy-8"] = replace(insurers["copy-8"], kana="ヴォー")
    insurers["copy-9"] = replace(insurers["copy-9"], kana="っぽ")
    _, *pages = insurer_index(replace(MANY, library=replace(MANY.library, insurers=insurers)), Html())
    listed = {page.here.page.split("/")[2]: re.findall(r"/(copy-[789])/", page.body) for page in pages}
    assert {sound: found for sound, found in listed.items() if found} == {
        "others": ["copy-7"],
        "u": ["copy-8"],
        "tsu": ["copy-9"],
    }
    assert list(listed)[-1] == "others"
