"""Pages of plain text: sections of sentences and lists, as docs/text has them, in its order.

A section has a `heading`; every other text of it is a paragraph. A mapping of texts is a list; one whose entries are
mappings of a `name` and a `text` is a list of names, each with what is said of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.pages.html import Html, el, join

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["sections"]


def sections(
    told: Mapping[str, Mapping[str, Any]], fill: Callable[[str], str] = str, more: Mapping[str, Html] | None = None
) -> list[Html]:
    """Return every section under its heading.

    `fill` puts into a text what only the page knows; `more` stands at the end of the section so named.
    """
    return [_section(name, one, fill, (more or {}).get(name)) for name, one in told.items()]


def _section(name: str, told: Mapping[str, Any], fill: Callable[[str], str], more: Html | None) -> Html:
    parts = (_part(value, fill) for key, value in told.items() if key != "heading")
    return el("section", el("h2", fill(told["heading"])), *parts, more, id=name.replace("_", "-"))


def _part(told: Any, fill: Callable[[str], str]) -> Html:  # noqa: ANN401 - a text, or what holds texts
    if isinstance(told, str):
        return el("p", fill(told))
    if all(isinstance(one, str) for one in told.values()):
        return el("ul", *(el("li", fill(one)) for one in told.values()))
    rows = (join(el("dt", fill(one["name"])), el("dd", fill(one["text"]))) for one in told.values())
    return el("dl", *(el("div", row) for row in rows), class_="sn-named")
