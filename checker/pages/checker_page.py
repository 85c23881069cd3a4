"""A checker page as a whole document: its own shell, a strict policy, every address relative."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.pages.checker_part import checker_part
from checker.pages.heading.described import Described
from checker.pages.heading.head import about
from checker.pages.here import Here
from checker.pages.html import el
from checker.pages.inscribe import inscribe
from checker.pages.integrity import sums_of
from checker.pages.packs import listed_languages, terms_of
from checker.pages.shared_data import shared_data
from checker.pages.told import told_parts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.authoring import Insurer
    from checker.pages.assets import SharedFile
    from checker.pages.html import Html
    from checker.pages.making import Making

__all__ = ["POLICY", "UP", "Drawn", "document", "draw", "render"]

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

COPY_POLICY = (
    "default-src 'none'; "
    "script-src 'self' 'wasm-unsafe-eval' blob:; "
    "style-src 'self'; "
    "img-src 'self'; "
    "connect-src 'none'; "
    "worker-src blob:; "
    "base-uri 'none'; "
    "form-action 'none'"
)
"""In a copy for a folder, where Python is unpacked in the page and nothing can be asked of anybody."""

UP = "../../"
"""The way to the root from an insurer's page."""


@dataclass(frozen=True)
class Drawn:
    """An insurer's parts by name and the content between them, made once for all pages that show them.

    `about`: what the page of the site says of itself to machines; `data`: files that its script finds data in.
    """

    parts: Mapping[str, Html]
    content: Html
    about: Html
    data: tuple[SharedFile, ...]


def draw(insurer: Insurer, making: Making, common: Mapping[str, SharedFile], own: Mapping[str, SharedFile]) -> Drawn:
    """Return what an insurer's pages show, as seen from two folders below the root.

    `common` and `own` are the files of the other languages, as `packs` makes them.
    """
    parts = told_parts(insurer, making)
    content = checker_part(insurer, making, parts, listed_languages(UP, common, own))
    told = Described(Here(f"check/{insurer.id}/index.html"), insurer.name, making.library.words["home.description"])
    return Drawn(parts, inscribe(content, terms_of(making.library)), about(told, making), shared_data(insurer, making))


def render(drawn: Drawn, making: Making) -> str:
    """Return the page that stands at `check/<id>/index.html`."""
    return document(drawn.parts, drawn.content, making, UP, ("checker",), drawn.about, data=drawn.data)


def document(  # noqa: PLR0913 - a page is made of as many things
    parts: Mapping[str, Html],
    content: Html,
    making: Making,
    up: str,
    scripts: Sequence[str],
    *more: Html,
    data: Sequence[SharedFile] = (),
) -> str:
    """Return a page `up` below the root.

    `parts` stand around its content, which is inscribed already; `scripts` are run in this order, after the quick
    exit's and those that hold `data`; `more` stands in the head. Browsers hold what the page loads against its sum, as
    far as the site has sums; not in a widget, to which its host may have given an origin of its own, where they would
    refuse all of it.
    """
    assets = making.assets
    known = {} if "widget" in scripts else assets.integrity
    if known:
        known = {**known, **sums_of(data)}
    terms = terms_of(making.library)
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=COPY_POLICY if assets.copy else POLICY),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        parts["title"],
        el("link", rel="stylesheet", href=up + assets.style, integrity=known.get(assets.style)),
        el("link", rel="icon", href=up + "icon.svg"),
        *(
            el("script", src=up + address, integrity=known.get(address), defer=True)
            for address in (
                assets.scripts["quick_exit"],
                *(file.address for file in data),
                *(assets.scripts[script] for script in scripts),
            )
        ),
        *more,
    )
    main = el("main", parts.get("languages"), content)
    body = el("body", inscribe(parts["bar"], terms), main, inscribe(parts["foot"], terms))
    return f"<!doctype html>\n{el('html', head, body, lang='ja')}\n"
