"""What stands first on each page of an insurer, and how its sections are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.html import Html, el, join
from checker.pages.standing import standing_of
from checker.pages.superseded import newer_documents
from checker.pages.taken_back import source_told

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from checker.authoring import Insurer
    from checker.pages.wording import Wording

__all__ = ["contents", "head", "section"]


def head(title: str, insurer: Insurer, wording: Wording, today: date) -> Html:
    """Return the title, whose text the answers rest on and of which time, and the standing line."""
    note = insurer.source.note
    return join(
        el("h1", title),
        el("p", wording.ui("not_official"), class_="sn-note"),
        el("p", source_told(insurer, wording), class_="sn-note"),
        el("p", note, class_="sn-note") if note else None,
        *newer_documents(insurer, wording),
        el("p", wording.page("unnamed_note"), class_="sn-note") if insurer.example else None,
        el("p", wording.ui("withdrawn"), class_="sn-alert") if insurer.status == "withdrawn" else None,
        _overdue(insurer, wording, today),
        standing_of(insurer, wording.words),
    )


def contents(sections: Mapping[str, Html], wording: Wording) -> Html:
    """Return the way to each section of the page."""
    links = (el("li", el("a", wording.page(f"section_{key}"), href=f"#{_anchor(key)}")) for key in sections)
    return el("nav", el("ul", *links), class_="sn-contents", aria_label=wording.page("contents"))


def section(key: str, content: Html, wording: Wording) -> Html:
    """Return a section under its heading, with the anchor that its name gives it."""
    return el("section", el("h2", wording.page(f"section_{key}")), content, id=_anchor(key))


def _anchor(key: str) -> str:
    return key.replace("_", "-")


def _overdue(insurer: Insurer, wording: Wording, today: date) -> Html | None:
    """Return the notice of a review that is overdue; hidden until that day, on which the page's script shows it."""
    if insurer.review_by is None or insurer.status == "withdrawn":
        return None
    soon, day = insurer.review_by >= today, insurer.review_by.isoformat()
    return el("p", wording.ui("review_needed"), class_="sn-alert", data_review_by=day, hidden=soon)
