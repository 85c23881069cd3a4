"""What an offline file answers in many situations, by its own code: its table's, and its Python's in its own worker."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from browser.crowd import crowd
from browser.watch import wait_until
from people import people
from rulebooks import book

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["KEEP_WORKER", "by_python", "by_table", "first_day", "situations"]

Facts = dict[str, Any]

KEEP_WORKER = """
window.Worker = class extends Worker {
  constructor(...given) {
    super(...given);
    window.engineWorker = this;
  }
};
"""
"""Lets a test ask the worker that the page has started."""

_ASK = """(people) => {
  const told = [];
  window.toldByPython = null;
  window.engineWorker.addEventListener('message', ({ data }) => {
    if (data.type === 'failed') window.toldByPython = [data.reason];
    if (data.type !== 'decision' || !String(data.id).startsWith('test-')) return;
    told.push(JSON.parse(data.decision));
    if (told.length === people.length) window.toldByPython = told;
  });
  for (const [place, facts] of people.entries()) {
    window.engineWorker.postMessage({ type: 'decide', id: `test-${place}`, facts: JSON.stringify(facts) });
  }
}"""
_SCRIPT = """[...document.scripts].map((one) => one.textContent).find((text) => text.includes('function openTable('))"""
_TABLE = """(insurer) =>
  document.querySelector(`[data-checker-page="${insurer}"] script[data-table]`).textContent"""
_END = "})();"


def first_day(page: Page, insurer: str) -> date:
    """Return the first day that the insurer's table in the page knows."""
    return date.fromisoformat(json.loads(page.evaluate(_TABLE, insurer))["from"])


def situations(insurer: str, from_day: date, number: int) -> list[Facts]:
    """Return so many people: half of them stand for the values of all diagrams, half are made up."""
    known = [person["facts"] for person in crowd(book(insurer), from_day)]
    half = number // 2
    told = [known[place * len(known) // half] for place in range(half)]
    return told + people(book(insurer), number - half, 900, from_day=from_day, sensitive=False)


def by_table(page: Page, insurer: str, asked: list[Facts]) -> list[Any]:
    """Return what the file's own script decides from its own table; it runs once more, in front of an empty page."""
    script = page.evaluate(_SCRIPT).strip()
    assert script.endswith(_END)
    opened = f"{script.removesuffix(_END)} return {{ openTable }}; }})()"
    expression = f"""(([shipped, people]) => {{
      const openTable = ((document) => {opened}.openTable)(document.implementation.createHTMLDocument(''));
      const table = openTable(JSON.parse(shipped));
      return people.map((facts) => table.decideAll([facts])[0]);
    }})"""
    found: list[Any] = page.evaluate(expression, [page.evaluate(_TABLE, insurer), asked])
    return found


def by_python(page: Page, asked: list[Facts]) -> list[Any]:
    """Return what the page's own worker decides; it must have started."""
    page.evaluate(_ASK, asked)
    found: list[Any] = wait_until(page, "window.toldByPython", 60)
    return found
