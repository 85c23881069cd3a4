"""What else a page must do in every engine: leave at once, speak without scripts, change its language, satisfy axe."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from browser.visitor import ORDINARY

from checker.build.serve import serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from browser.engines.reader import Reader

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
_AXE = """
    const done = arguments[arguments.length - 1];
    const options = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } };
    axe.run(document, options).then(
      ({ violations }) => done(violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target)].join(' '))),
      (error) => done(['axe failed: ' + error]),
    );
"""


def axe_faults(reader: Reader) -> list[str]:
    """Return what axe finds on the page from its top."""
    reader.look("scrollTo(0, 0) ?? null")
    found: list[str] = reader.wire.send("ExecuteAsyncScript", script=AXE + _AXE, args=[])
    return found


def test_leaving_empties_the_page_and_goes(reader: Reader, http_site: str) -> None:
    """Without a network, so that nobody is asked for the neutral page."""
    reader.open(f"{http_site}/check/kiyose/index.html")
    reader.walk({"errand": "lost", "lost_item": "my_number_card"})
    reader.look("Object.defineProperty(navigator, 'onLine', { value: false }) && 1")
    reader.click("[data-leave]")
    reader.wait("location.href === 'about:blank'")
    assert reader.look("document.body?.textContent ?? ''") == ""


def test_another_language_keeps_the_answer(reader: Reader, http_site: str) -> None:
    reader.open(f"{http_site}/check/kiyose/index.html")
    reader.walk({"errand": "which_document", **ORDINARY})
    before = reader.decision["document"]
    reader.look("scrollTo(0, 0) ?? null")
    reader.click('[data-language="en"]')
    reader.wait("document.documentElement.lang === 'en'")
    assert reader.decision["document"] == before
    assert reader.look("document.querySelector('[data-restart]').textContent.match(/[A-Za-z]/) !== null")


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_a_question_and_an_answer(reader: Reader, http_site: str, width: int) -> None:
    reader.wire.send("SetWindowRect", width=width, height=900)
    reader.open(f"{http_site}/check/kiyose/index.html")
    found = axe_faults(reader)
    reader.walk({"errand": "which_document", **ORDINARY})
    assert found + axe_faults(reader) == []


@pytest.fixture
def page_without_scripts(site_dir: Path, tmp_path: Path) -> Iterator[str]:
    """Return a page whose frame shows a checker and may run nothing, as if scripts were off."""
    for item in site_dir.iterdir():
        (tmp_path / item.name).symlink_to(item)
    frame = '<iframe src="check/kiyose/index.html" sandbox="allow-same-origin" width="360" height="900"></iframe>'
    (tmp_path / "host.html").write_text(f"<!doctype html><title>host</title>{frame}", encoding="utf-8")
    with serving(tmp_path) as address:
        yield f"{address}/host.html"


def test_without_scripts_tables_and_the_contact_stand_there(reader: Reader, page_without_scripts: str) -> None:
    reader.open(page_without_scripts)
    inner = "document.querySelector('iframe').contentDocument"
    reader.wait(f"{inner}.readyState === 'complete'")
    shown = f"(one) => {inner}.defaultView.getComputedStyle(one).display !== 'none' && one.getClientRects().length > 0"
    assert reader.look(f"[...{inner}.querySelectorAll('noscript table')].filter({shown}).length") > 0
    assert reader.look(f"[...{inner}.querySelectorAll('[data-contact]')].filter({shown}).length") == 1
    assert reader.look(f"[...{inner}.querySelectorAll('[data-checker] form')].filter({shown}).length") == 0
    assert reader.look(f"{inner}.documentElement.scrollWidth <= 360")
