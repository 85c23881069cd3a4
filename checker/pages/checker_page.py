"""A checker page as a whole document: its own shell, a strict policy, every address relative."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.checker_part import checker_part
from checker.pages.html import el
from checker.pages.inscribe import inscribe
from checker.pages.packs import listed_languages, terms_of
from checker.pages.told import told_parts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.authoring import Insurer
    from checker.pages.assets import SharedFile
    from checker.pages.html import Html
    from checker.pages.making import Making

__all__ = ["POLICY", "render", "shell"]

POLICY = (
    "default-src 'none'; "
    "script-src 'self' 'wasm-unsafe-eval'; "
    "style-src 'self'; "
    "img-src 'self'; "
    "connect-src 'self'; "
    "worker-src 'self'; "
    "base-uri 'none'; "
    "form-action 'none'"
)

_UP = "../../"


def render(insurer: Insurer, making: Making, common: Mapping[str, SharedFile], own: Mapping[str, SharedFile]) -> str:
    """Return the page that stands at `check/<id>/index.html`.

    `common` and `own` are the files of the other languages, as `packs` makes them.
    """
    parts = told_parts(insurer, making)
    languages = listed_languages(_UP, common, own)
    return shell(parts, checker_part(insurer, making, parts, languages), making, _UP, making.assets.scripts["checker"])


def shell(parts: Mapping[str, Html], content: Html, making: Making, up: str, script: str) -> str:
    """Return a page `up` below the root as a document; `parts` are those around its content, `script` is its script."""
    assets = making.assets
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=POLICY),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        parts["title"],
        el("link", rel="stylesheet", href=up + assets.style),
        el("link", rel="icon", href=up + "assets/icon.svg"),
        el("script", src=up + assets.scripts["quick_exit"], defer=True),
        el("script", src=up + script, defer=True),
    )
    main = el("main", parts.get("languages"), content)
    body = inscribe(el("body", parts["bar"], main, parts["foot"]), terms_of(making.library))
    return f"<!doctype html>\n{el('html', head, body, lang='ja')}\n"
