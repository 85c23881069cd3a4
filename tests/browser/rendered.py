"""The result views of the checker in a blank page: many people at once, with an insurer's words, table and contact."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.pages.assets import Assets
from checker.pages.checker_part import checker_part
from checker.pages.making import Making
from checker.pages.shared_data import common_data, table_head, table_text
from checker.pages.told import told_parts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from playwright.sync_api import Page, Route

    from checker.authoring import Insurer, Library

__all__ = ["part_of", "results"]

Result = dict[str, Any]

_ADDRESS = "http://results.test"
_HERE = Path(__file__).parent
_MODULES = _HERE.parents[1] / "checker" / "browser"
_ASSETS = Assets(
    scripts={},
    style="",
    widget_style="",
    site_style="",
    loader="",
    runtime=None,
    operator="",
    report="",
    shared=(),
)
_RENDER = """async (people) => {
  const { resultsOf } = await import('/results.js');
  return resultsOf(document.querySelector('[data-checker-page]'), people);
}"""


def part_of(insurer: Insurer, library: Library, today: date) -> str:
    """Return the insurer's part of its checker page as the script finds it: words, table, panel and contact."""
    making = Making(library, _ASSETS, today)
    part = str(checker_part(insurer, making, told_parts(insurer, making)))
    head = json.dumps(table_head(insurer), separators=(",", ":"))
    assert part.count(f">{head}<") == part.count('data-words>{"language":') == 1
    table, common = table_text(insurer, making).replace("<", "\\u003c"), json.dumps(common_data(making))
    part = part.replace(f">{head}<", f">{head[:-1]},{table[1:]}<")
    return part.replace("data-words>{", 'data-words>{"common":' + common.replace("<", "\\u003c") + ",")


def results(page: Page, part: str, people: Sequence[Result]) -> list[Result]:
    """Return what stands in the result of each of these people: texts and ways by part, and the decisions behind them.

    A person has ``facts`` and an ``errand``; and ``python``, what it says of them, if that is to be seen too.
    """
    page.route(f"{_ADDRESS}/**", lambda route: _answer(route, part))
    page.goto(f"{_ADDRESS}/")
    found: list[Result] = page.evaluate(_RENDER, list(people))
    page.unroute(f"{_ADDRESS}/**")
    return found


def _answer(route: Route, part: str) -> None:
    path = route.request.url.removeprefix(_ADDRESS)
    if path == "/":
        body = f"<!doctype html><html lang=ja><meta charset=utf-8><link rel=icon href=data:,><body>{part}"
        route.fulfill(body=body, content_type="text/html")
    else:
        file = _MODULES / Path(path).name if path.startswith("/browser/") else _HERE / Path(path).name
        route.fulfill(path=file, content_type="text/javascript")
