"""The offline file in real Chromium: opened from a folder, the network off, nothing asked of anybody."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browser.accessibility import accessibility_faults
from browser.visitor import ORDINARY, Visitor
from browser.watch import Watch, wait_until

from checker.authoring import load_library
from checker.engine import compile_rulebook, decide

if TYPE_CHECKING:
    from browser.conftest import OpenPage
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = load_library(ROOT)

NO_WORKERS = "globalThis.Worker = class { constructor() { throw new Error('no workers here'); } };"
NO_PYTHON = "delete globalThis.DecompressionStream; " + NO_WORKERS


@pytest.fixture
def offline_page(open_page: OpenPage, offline_file: Path) -> Page:
    page = open_page(offline=True)
    page.goto(offline_file.as_uri())
    return page


def chosen(page: Page, insurer: str) -> Visitor:
    """Return a visitor who has chosen their insurer."""
    visitor = Visitor(page, "")
    assert visitor.question == "insurer"
    visitor.answer(insurer)
    assert visitor.question == "errand"
    return visitor


@pytest.mark.parametrize("insurer", LIBRARY.insurers)
def test_python_answers_with_no_network_and_no_request(
    insurer: str, offline_page: Page, offline_file: Path, watch: Watch
) -> None:
    visitor = chosen(offline_page, insurer)
    asked = visitor.walk({"errand": "which_document", **ORDINARY})
    visitor.wait_for_python()
    facts: dict[str, Any] = {
        "insurer": insurer,
        "on_date": datetime.now(UTC).astimezone(timezone(timedelta(hours=9))).date().isoformat(),
        "my_number_card": "held",
        "registration": "registered",
        "has": [],
        "birth_date": "1990-01-01",
    }
    if "enrolled_on" in asked:
        facts["enrolled_on"] = None
    expected = decide(compile_rulebook(LIBRARY.insurers[insurer].rulebook), facts)
    for part in ("status", "document", "care", "procedures", "warnings"):
        assert visitor.decision[part] == expected[part], part
    assert [one["rule"] for one in visitor.decision["why"]] == [one["rule"] for one in expected["why"]]
    wait_until(offline_page, "document.querySelector('[data-beside]') !== null", 60)
    assert (expected["status"] == "decided") == (offline_page.locator("[data-changes]").count() > 0)
    assert watch.requests == [offline_file.as_uri()]


def test_without_workers_python_runs_in_the_page(open_page: OpenPage, offline_file: Path) -> None:
    page = open_page(offline=True)
    page.add_init_script(NO_WORKERS)
    page.goto(offline_file.as_uri())
    visitor = chosen(page, "kiyose")
    visitor.walk({"errand": "which_document", **ORDINARY})
    visitor.wait_for_python()
    assert visitor.decision["why"]
    wait_until(page, "document.querySelectorAll('[data-changes]').length > 0", 60)


def test_without_python_the_table_s_answer_stands(open_page: OpenPage, offline_file: Path) -> None:
    page = open_page(offline=True)
    page.add_init_script(NO_PYTHON)
    page.goto(offline_file.as_uri())
    visitor = chosen(page, "kiyose")
    visitor.walk({"errand": "which_document", **ORDINARY})
    told = LIBRARY.words["ui.python_unavailable"]
    wait_until(page, f"document.querySelector('[data-opinion]').textContent.includes('{told}')")
    assert visitor.state == "result"


def test_another_insurer_starts_empty_and_asks_the_same_python(offline_page: Page) -> None:
    visitor = chosen(offline_page, "kiyose")
    visitor.walk({"errand": "which_document", **ORDINARY})
    visitor.wait_for_python()
    offline_page.click("[data-choose-again]")
    chosen(offline_page, "namerikawa").walk({"errand": "which_document", **ORDINARY})
    visitor.wait_for_python()
    assert offline_page.get_attribute("[data-checker]", "data-insurer") == "namerikawa"
    offline_page.click("[data-choose-again]")
    assert chosen(offline_page, "kiyose").state == "question"


def test_nothing_chosen_is_said_and_stays(offline_page: Page) -> None:
    offline_page.click("[data-next]")
    assert offline_page.inner_text("[role=alert]") == LIBRARY.words["ui.nothing_chosen"]
    assert Visitor(offline_page, "").question == "insurer"


def test_axe_finds_nothing(offline_page: Page) -> None:
    found = accessibility_faults(offline_page)
    visitor = chosen(offline_page, "gamagori")
    found += accessibility_faults(offline_page)
    visitor.walk({"errand": "which_document", **ORDINARY})
    visitor.wait_for_python()
    assert found + accessibility_faults(offline_page) == []


def test_leaving_shows_an_empty_page(offline_page: Page) -> None:
    chosen(offline_page, "kiyose")
    offline_page.click("[data-leave]")
    wait_until(offline_page, "location.href === 'about:blank'")


def test_without_scripts_every_insurer_s_contact_is_there(open_page: OpenPage, offline_file: Path) -> None:
    page = open_page(offline=True, java_script_enabled=False)
    page.goto(offline_file.as_uri())
    for insurer in LIBRARY.insurers.values():
        for contact in insurer.contacts:
            assert contact.name in page.inner_text(f"[data-part-of={insurer.id}] [data-contact]")


def test_it_names_nothing_to_load(offline_file: Path) -> None:
    whole = offline_file.read_text("utf-8")
    text = unescape(re.sub(r"<script[^>]*>.*?</script>", "", whole, flags=re.DOTALL))
    assert "connect-src 'none'" in text
    assert not re.findall(r"""<(?:img|iframe|object|embed|source)\b|\bsrc=|url\(""", text)
    loads = re.findall(r"<link[^>]*href=\"([^\"]*)\"", text)
    assert loads == ["data:,"]
