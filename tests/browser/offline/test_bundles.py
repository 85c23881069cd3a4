"""The files that open without a server, under odd paths, with the network off: their answers are the engine's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browser.accessibility import accessibility_faults
from browser.offline.situations import KEEP_WORKER, by_python, by_table, first_day, situations
from browser.visitor import ORDINARY, Visitor
from browser.watch import wait_until
from page_engine.shipped_tables import common
from rulebooks import INSURERS, book, library

from checker.engine import decide

if TYPE_CHECKING:
    from pathlib import Path

    from browser.conftest import OpenPage
    from browser.watch import Watch

SITUATIONS = 200
TOLD = {"errand": "which_document", **ORDINARY}
SAID_TWICE = {"birth_date", "age"}


@pytest.mark.parametrize("insurer", INSURERS)
def test_an_insurer_s_file_answers_200_situations_as_the_engine_does(
    insurer: str, open_page: OpenPage, odd_place: Path, watch: Watch
) -> None:
    """It opens at that insurer's first question, and asks nobody for anything."""
    page = open_page(offline=True)
    page.add_init_script(KEEP_WORKER)
    file = odd_place / f"shikaku-navi.{insurer}.html"
    page.goto(file.as_uri())
    asked = situations(insurer, first_day(page, insurer), SITUATIONS)
    expected = [decide(book(insurer), facts) for facts in asked]
    visitor = Visitor(page, "")
    assert visitor.question == "errand"
    visitor.rush(TOLD)
    visitor.wait_for_python()
    assert by_python(page, asked) == expected
    for facts, table, python in zip(asked, by_table(page, insurer, asked), expected, strict=True):
        named = [set(problem["facts"]) for problem in python["problems"]]
        if python["status"] != "contradiction" or SAID_TWICE not in named:
            assert common(table) == common(python), facts
    assert watch.requests == [file.as_uri()]


def test_what_the_file_of_all_holds_of_an_insurer_is_what_its_own_file_holds(offline_dir: Path) -> None:
    """So what is seen of one is true of the other."""
    whole = (offline_dir / "shikaku-navi.html").read_text("utf-8")
    for insurer in INSURERS:
        page = (offline_dir / f"shikaku-navi.{insurer}.html").read_text("utf-8")
        part = page[page.index(f'<div data-part-of="{insurer}"') : page.index("</main>")]
        assert part.split('<div data-part-of="other"')[0 if insurer != "other" else 1] in whole
        for name in ("wasm", "asm", "stdlib", "app", "pyodide", "worker", "lock"):
            block = page.split(f'data-packed="{name}">')[1].split("<")[0]
            assert f'data-packed="{name}">{block}<' in whole


def test_people_of_75_are_led_on_and_back(open_page: OpenPage, odd_place: Path) -> None:
    page = open_page(offline=True)
    page.goto((odd_place / "shikaku-navi.kiyose.html").as_uri())
    assert not page.is_visible("[data-again]")
    page.click("a[data-opens=other]")
    assert page.get_attribute("[data-checker]", "data-insurer") == "other"
    page.click("[data-choose-again]")
    assert page.get_attribute("[data-checker]", "data-insurer") == "kiyose"
    assert not page.is_visible("[data-again]")


def test_a_clerk_starts_at_the_clerk_s_screen(open_page: OpenPage, odd_place: Path) -> None:
    page = open_page(offline=True, viewport={"width": 1280, "height": 800})
    page.goto(f"{(odd_place / 'shikaku-navi.kiyose.html').as_uri()}#counter")
    assert page.is_visible(".counter")
    assert not page.is_visible("[data-about-copy]")
    page.check('.counter [value="which_document"]')
    wait_until(page, "document.querySelector('[data-checker]').dataset.engine === 'python'", 60)


def test_the_rules_are_in_the_file_folded_up_and_in_the_language_of_now(open_page: OpenPage, odd_place: Path) -> None:
    page = open_page(offline=True)
    page.goto((odd_place / "shikaku-navi.kiyose.html").as_uri())
    assert page.locator("[data-rules] table >> visible=true").count() == 0
    page.click("[data-rules] summary")
    assert page.locator("[data-rules] table >> visible=true").count() > 3
    page.click('[data-rules] nav a[href="#passages-kiyose"]')
    assert page.locator("[data-rules] a[href^='#passage-']").count() > 10
    broken = page.evaluate("""[...document.querySelectorAll('main a[href^="#"]')]
        .map((link) => link.getAttribute('href').slice(1)).filter((id) => !document.getElementById(id))""")
    assert broken == []
    page.locator(".copy summary").evaluate_all("(all) => all.forEach((one) => one.click())")
    assert accessibility_faults(page) == []
    page.click('[data-language="en"]')
    page.wait_for_selector(f"text={library().languages['en']['offline.rules']}")
    assert page.inner_text("[data-rules] h2 >> nth=0") == library().languages["en"]["pages.section_tables"]
    assert page.inner_text("[data-about-copy] h2") == library().languages["en"]["offline.about"]


def test_every_id_of_the_file_of_all_is_there_once(open_page: OpenPage, odd_place: Path) -> None:
    page = open_page(offline=True, java_script_enabled=False)
    page.goto((odd_place / "shikaku-navi.html").as_uri())
    ids = page.locator("[id]:not([data-checker] *)").evaluate_all("(all) => all.map(({ id }) => id)")
    assert len(ids) == len(set(ids)) > 250, "the questions, which nobody sees here, stand there once for each insurer"
    assert page.locator("[data-rules] table >> visible=true").count() >= 5 * len(INSURERS)
    assert not page.is_visible("body > [data-stuck]")


def test_a_review_that_is_past_is_told_where_the_insurer_is_chosen(open_page: OpenPage, odd_place: Path) -> None:
    by = library().insurers["kiyose"].review_by
    assert by is not None
    page = open_page(offline=True)
    page.goto((odd_place / "shikaku-navi.html").as_uri())
    notice = page.locator("[data-told=overdue] [data-review-by]")
    assert notice.count() >= 5
    assert not notice.first.is_visible()
    page.clock.set_fixed_time(f"{by.year + 1}-{by.month:02}-{by.day:02}T03:00:00Z")
    page.reload()
    assert notice.first.is_visible()
    page.click('[data-language="en"]')
    wait_until(page, "document.documentElement.lang === 'en'")
    wait_until(page, "document.querySelector('[data-told=overdue]').textContent.includes('Please check')")
    assert notice.first.is_visible()
