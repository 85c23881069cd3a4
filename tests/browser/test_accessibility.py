"""That `accessibility_faults` sees faults, under a strict policy too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser.accessibility import accessibility_faults

from checker.build.serve import serving

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

GOOD = (
    "<!doctype html><html lang=ja><meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">"
    "<title>題</title><main><h1>題</h1>{}</main>"
)
BAD = "<p><button></button><input name=x>"


def test_finds_nothing_on_a_good_page_and_something_on_a_bad_one(page: Page, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(GOOD.format("<p>文"), encoding="utf-8")
    (tmp_path / "bad.html").write_text(GOOD.format(BAD), encoding="utf-8")
    with serving(tmp_path) as address:
        page.goto(f"{address}/index.html")
        assert accessibility_faults(page) == []
        page.goto(f"{address}/bad.html")
        faults = accessibility_faults(page)
    assert {fault.split(" ")[0] for fault in faults} == {"button-name", "label", "target-size"}
    assert any("button" in fault for fault in faults)
