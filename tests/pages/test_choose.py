"""The question which insurer, as it stands in its page before any script runs."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest
from rulebooks import INSURERS, ROOT, library

from checker.pages.assets import collect_assets
from checker.pages.choose_page import choose_files
from checker.pages.insurer_lists import names_of
from checker.pages.making import Making

if TYPE_CHECKING:
    from checker.authoring import Insurer, Library

TODAY = date(2026, 11, 22)
NAMED = [name for name, one in library().insurers.items() if not one.example and name != "other"]
UNNAMED = [name for name, one in library().insurers.items() if one.example]
WAYS = ["employees", "late_elderly", "other", "unknown"]


def files(asked: Library | None = None) -> dict[str, str]:
    """Return what is written, by address."""
    making = Making(asked or library(), collect_assets(ROOT), TODAY)
    written = {}
    for file in choose_files(making):
        assert isinstance(file.content, bytes)
        written[file.address] = file.content.decode()
    return written


@pytest.fixture(scope="module")
def page() -> str:
    return files()["check/index.html"]


def pack(language: str) -> dict[str, Any]:
    """Return what the page fetches for a language."""
    [script] = [text for address, text in files().items() if address.startswith(f"check/words.{language}.")]
    found: dict[str, Any] = json.loads(script[script.index("{detail:") + len("{detail:") : script.rindex("}));")])
    return found


def choices(markup: str) -> list[dict[str, str]]:
    """Return the attributes of the choices, in order."""
    inputs = re.findall(r'<input type="radio"([^>]*)>', markup)
    return [{name: unescape(value) for name, value in re.findall(r'([\w-]+)="([^"]*)"', one)} for one in inputs]


def with_insurers(**changed: Insurer) -> Library:
    return replace(library(), insurers={**library().insurers, **changed})


def test_names_come_first_then_documents_without_a_name_then_the_ways_for_everyone_else(page: str) -> None:
    values = [one["value"] for one in choices(page)]
    assert values == [*NAMED, *UNNAMED, *WAYS]
    assert page.count('<fieldset data-question="insurer"') == 1
    assert "checked" not in page
    apart = page.index(library().words["pages.unnamed"])
    assert page.index('value="namerikawa"') < apart < page.index('value="designated-city"')


def test_a_choice_opens_the_insurer_and_every_other_way_the_national_answer(page: str) -> None:
    for one in choices(page):
        assert one["data-opens"] == (one["value"] if one["value"] in INSURERS else "other")


def test_an_insurer_is_found_by_all_its_names_in_every_language(page: str) -> None:
    names = {one["value"]: one.get("data-names", "").split("|") for one in choices(page)}
    assert {"清瀬市国保", "きよせし", "とうきょうと", "Kiyose City NHI"} < set(names["kiyose"])
    assert {name for name in names if names[name] != [""]} == {*NAMED, *UNNAMED}


def test_the_field_speaks_of_numbers_only_where_an_insurer_has_one(page: str) -> None:
    words = library().words
    assert f">{words['choose.field']}<" in page
    kiyose = replace(library().insurers["kiyose"], number="00000000")
    assert names_of(kiyose).count("00000000") == 1
    numbered = files(with_insurers(kiyose=kiyose))["check/index.html"]
    assert f">{words['choose.field_number']}<" in numbered
    assert f">{words['choose.field']}<" not in numbered


@pytest.mark.parametrize(("language", "note"), [("en", "清瀬市 国民健康保険(東京都)"), ("ja-easy", "きよせし")])
def test_another_language_shows_the_name_on_papers_or_how_it_is_read(language: str, note: str, page: str) -> None:
    told = pack(language)
    form = json.dumps(told["parts"]["choice"], ensure_ascii=False)
    assert f'"small", {{"id": "choose-note-kiyose"}}, "{note}"' in form
    assert "choose-note-kiyose" not in page
    assert "data-names" not in form
    assert set(told["common"]["choose"]) == {"found", "more", "none"}


def test_many_insurers_scroll_in_a_frame_of_their_own(page: str) -> None:
    kiyose = library().insurers["kiyose"]
    towns = {f"town-{number}": replace(kiyose, id=f"town-{number}") for number in range(20)}
    assert 'class="options many"' in files(with_insurers(**towns))["check/index.html"]
    assert 'class="options many"' not in page


def test_without_scripts_every_insurer_is_a_link(page: str) -> None:
    inside = page[page.index("<noscript>") : page.index("</noscript>")]
    assert re.findall(r'href="([^"#]+)"', inside) == [f"{name}/index.html" for name in (*NAMED, "other", *UNNAMED)]


def test_names_from_files_cannot_become_markup() -> None:
    kiyose = replace(library().insurers["kiyose"], name='"><img>', kana="</script>")
    markup = files(with_insurers(kiyose=kiyose))["check/index.html"]
    assert "<img>" not in markup
    assert "</script>|" not in markup
