"""Pieces of the page for web editors: a section, an area to copy from, what only a script can serve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.ruby import plain
from checker.pages.html import Html, el, join

if TYPE_CHECKING:
    from checker.authoring import Words

__all__ = ["anchor", "copied_area", "listed", "section", "with_script"]


def anchor(key: str) -> str:
    """Return the id of the section whose heading the key names."""
    return key.removesuffix("_heading")


def section(words: Words, key: str, *content: Html | None) -> Html:
    """Return a section under the heading that the key names."""
    return el("section", el("h2", words[f"editors.{key}"]), *content, id=anchor(key))


def with_script(content: Html) -> Html:
    """Return what stays hidden until the page's script shows it."""
    return el("div", content, data_with_script=True, hidden=True)


def copied_area(words: Words, name: str, heading: str, text: str) -> Html:
    """Return text to copy, named by the element `heading`, with a button and the place that says that it is done."""
    button = el(
        "button",
        words["editors.copy"],
        type="button",
        id=f"{name}-button",
        data_copy=name,
        aria_labelledby=f"{name}-button {heading}",
    )
    rows = str(min(12, 2 + len(text) // 60))
    area = el(
        "textarea", str(plain(text)), id=name, readonly=True, spellcheck="false", rows=rows, aria_labelledby=heading
    )
    status = el("p", role="status", id=f"{name}-copied", data_copied=True)
    return join(area, el("div", button, status, class_="sn-copy", data_with_script=True, hidden=True))


def listed(*items: str) -> Html:
    """Return a list."""
    return el("ul", *(el("li", item) for item in items))
