"""Files that are cut off or have a wrong byte, and browsers that lack something: an answer, or whom to ask."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from browser.visitor import ORDINARY, Visitor
from browser.watch import wait_until
from rulebooks import library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from browser.conftest import OpenPage
    from playwright.sync_api import Page

pytestmark = pytest.mark.faults_expected

TOLD = {"errand": "which_document", **ORDINARY}
PHONE = "042-497-2047"
"""Kiyose's office, as its document states it."""


@pytest.fixture
def text(offline_dir: Path) -> str:
    return (offline_dir / "shikaku-navi.kiyose.html").read_text("utf-8")


@pytest.fixture
def show(open_page: OpenPage, tmp_path: Path) -> Callable[[str], Page]:
    """Return what opens a page of this text, all seconds passed for which a style sheet waits."""
    page = open_page(offline=True)

    def shown(text: str) -> Page:
        file = tmp_path / "navi.html"
        file.write_text(text, encoding="utf-8")
        page.goto(file.as_uri())
        page.evaluate("document.getAnimations().forEach((one) => one.finish())")
        return page

    return shown


def answers_by_the_table(page: Page) -> None:
    """The table's answer stands there, and a quiet line says that Python did not confirm it."""
    visitor = Visitor(page, "")
    visitor.walk(TOLD)
    assert visitor.documents == "eligibility_notice"
    wait_until(page, "document.querySelector('[data-opinion]').textContent", 40)
    assert page.inner_text("[data-opinion]") == library().words["ui.python_unavailable"]


def test_wherever_it_is_cut_off_it_says_so_or_answers(text: str, show: Callable[[str], Page]) -> None:
    """From inside the style sheet to the last block of Python."""
    marks = ("@layer", "</style>", "<form", "data-table", "data-words", "data-rules", "class OfflineEngine", "<pre")
    for mark in marks:
        page = show(text[: text.index(mark) + 200])
        if Visitor(page, "").page.locator("[data-loading]").count():
            assert library().words["offline.cut"] in page.inner_text("body"), mark
        else:
            Visitor(page, "").walk(TOLD)
            assert PHONE in page.inner_text("body"), mark
    for name in ("words.en", "wasm", "app", "rulebooks"):
        answers_by_the_table(show(text[: text.index(f'data-packed="{name}"') + 3000]))


@pytest.mark.parametrize("block", ["data-table", "data-words", "data-common"])
def test_a_wrong_byte_in_what_answers_rest_on_ends_in_whom_to_ask(
    block: str, text: str, show: Callable[[str], Page]
) -> None:
    """A number that became another one would still be a table."""
    start = text.index(f'<script type="application/json" {block}')
    digit = re.compile(r"[1-8](?=[^>]*</script>)" if block == "data-table" else "[ぁ-ん]")
    place = digit.search(text, text.index(">", start) + 2000)
    assert place
    changed = chr(ord(place[0]) + 1)
    page = show(text[: place.start()] + changed + text[place.end() :])
    assert page.get_attribute("[data-checker]", "data-state") == "error"
    assert library().words["ui.error_text"] in page.inner_text("[data-checker]")
    assert PHONE in page.inner_text("[data-contact] >> visible=true")


@pytest.mark.parametrize("name", ["asm", "wasm", "app", "worker", "rulebooks"])
def test_a_wrong_byte_in_python_leaves_the_table_s_answer(name: str, text: str, show: Callable[[str], Page]) -> None:
    start = text.index(f'data-packed="{name}">') + len(f'data-packed="{name}">')
    place = (start + text.index("<", start)) // 2
    changed = "A" if text[place] != "A" else "B"
    answers_by_the_table(show(text[:place] + changed + text[place + 1 :]))


def test_a_wrong_byte_in_the_script_keeps_it_from_running(text: str, show: Callable[[str], Page]) -> None:
    page = show(text.replace("class OfflineEngine", "class OfflineEnginf", 1))
    assert library().words["offline.cut"] in page.inner_text("body")
    assert PHONE in page.inner_text("body")
    assert page.locator("[data-rules] table >> visible=true").count() > 3


def test_a_wrong_byte_in_the_question_for_the_insurer_shows_all_insurers(
    offline_file: Path, show: Callable[[str], Page]
) -> None:
    whole = offline_file.read_text("utf-8")
    start = whole.index("data-words", whole.index("data-choice"))
    place = whole.index('"', whole.index(">", start))
    page = show(whole[:place] + " " + whole[place:])
    assert page.locator("[data-question=errand] >> visible=true").count() == len(library().insurers)


NO_WORKERS = "globalThis.Worker = class { constructor() { throw new Error('no workers here'); } };"
LACKS = {
    "DecompressionStream": "delete globalThis.DecompressionStream",
    "wasm": f"delete globalThis.WebAssembly; {NO_WORKERS}",
}


@pytest.mark.parametrize("what", LACKS)
def test_a_browser_without_it_answers_from_the_table(what: str, open_page: OpenPage, odd_place: Path) -> None:
    page = open_page(offline=True)
    page.add_init_script(LACKS[what])
    page.goto((odd_place / "shikaku-navi.kiyose.html").as_uri())
    answers_by_the_table(page)


def test_a_browser_too_old_for_the_script_shows_rules_and_whom_to_ask(text: str, show: Callable[[str], Page]) -> None:
    """What it cannot read it does not run; a hash that does not fit stands for that."""
    page = show(re.sub(r"sha256-[^&]+(&#x27; &#x27;wasm)", r"sha256-AAAA\1", text, count=1))
    assert library().words["offline.cut"] in page.inner_text("body")
    assert page.locator("[data-rules] table >> visible=true").count() > 3
