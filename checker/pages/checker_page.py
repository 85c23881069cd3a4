"""An insurer's checker page as a whole document: its own shell, a strict policy, every address relative."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.checker_part import checker_part
from checker.pages.html import Html, el, join
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from datetime import date

    from checker.authoring import Insurer, Library
    from checker.pages.assets import Assets

__all__ = ["NEUTRAL_ADDRESS", "POLICY", "render"]

NEUTRAL_ADDRESS = "https://www.jma.go.jp/"
"""Where the quick exit leads: the weather, of which nobody asks why."""

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


def render(insurer: Insurer, library: Library, assets: Assets, today: date) -> str:
    """Return the page that stands at `check/<id>/index.html`."""
    wording = Wording(insurer, library.words)
    title = f"{insurer.name}|{wording.ui('app')}"
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=POLICY),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("title", title),
        el("link", rel="stylesheet", href=_UP + assets.style),
        el("link", rel="icon", href=_UP + "assets/icon.svg"),
        el("script", src=_UP + assets.quick_exit, defer=True),
        el("script", src=_UP + assets.script, defer=True),
    )
    body = el(
        "body",
        page_bar(wording),
        el("main", checker_part(insurer, library, assets, today)),
        page_foot(insurer, wording, assets),
    )
    return f"<!doctype html>\n{el('html', head, body, lang='ja')}\n"


def page_bar(wording: Wording) -> Html:
    """Return the bar on top: the way home, and the quick exit in the place where it is on every page."""
    return el(
        "header",
        el("a", wording.ui("app"), href=f"{_UP}index.html", class_="home"),
        el(
            "a", wording.ui("leave"), href=NEUTRAL_ADDRESS, class_="leave", data_leave=NEUTRAL_ADDRESS, rel="noreferrer"
        ),
        class_="bar",
    )


def page_foot(insurer: Insurer, wording: Wording, assets: Assets) -> Html:
    """Return who speaks here, from which document, and how to report an error."""
    source = insurer.source
    operator = wording.ui("operator", operator=assets.operator) if assets.operator else wording.ui("operator_unset")
    return el(
        "footer",
        el("p", wording.ui("source_line", title=source.title, date=source.date)),
        el("p", wording.ui("not_official")),
        el("p", join(operator, " ", _report(wording, assets))),
        el("p", wording.ui("leave_hint"), class_="leave-hint"),
        el("p", el("a", wording.ui("insurer_page"), href=f"{_UP}insurers/{insurer.id}/index.html")),
    )


def _report(wording: Wording, assets: Assets) -> Html | None:
    return el("a", wording.ui("report"), href=assets.report) if assets.report else None
