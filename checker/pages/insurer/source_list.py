"""What the insurer's answers rest on, of which time that is, and when it was and will be looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.html import Html, el
from checker.pages.passages import listed_passages
from checker.pages.proof import NATIONAL

if TYPE_CHECKING:
    from checker.authoring import Insurer
    from checker.pages.cells import Cells
    from checker.pages.here import Here
    from checker.pages.making import Making
    from checker.pages.wording import Wording

__all__ = ["other_sayings", "source_list"]

_SHORT = 7
"""Digits of a version, as all pages show it."""


def source_list(insurer: Insurer, making: Making, wording: Wording, here: Here) -> Html:
    """Return the document with its date, its passages and statements, and the days of our own work on it."""
    source, record = insurer.source, making.library.changes.get(insurer.id, ())
    page = here.to(f"sources/{insurer.id}/index.html")
    listed = listed_passages(insurer)
    own = [one for one in listed if not one.id.startswith(NATIONAL)]
    counted = wording.page("passages_counted", number=str(len(own or listed)))
    rows = {
        "title": source.title,
        "date": source.date,
        "passages": el("a", counted, href=f"{page}#passages"),
        "read_on": wording.day(record[-1].on) if record else None,
        "changed_on": wording.day(record[0].on) if record else None,
        "review_by": wording.day(insurer.review_by) if insurer.review_by else wording.words["insurer_pages.no_review"],
        "version": insurer.rulebook.version[:_SHORT],
        "made_on": wording.day(making.today),
    }
    terms = (
        el("div", el("dt", wording.words[f"insurer_pages.source_{key}"]), el("dd", told))
        for key, told in rows.items()
        if told is not None
    )
    return el("dl", *terms, class_="sn-named")


def other_sayings(cells: Cells) -> Html | None:
    """Return what the document says beside all that answers rest on: each in our words, with its place."""
    insurer = cells.wording.insurer
    behind = {name for rule in insurer.rulebook.rules for name in rule.passages}
    behind |= {name for one in insurer.contacts for name in one.passages}
    left = [one for one in listed_passages(insurer) if not one.id.startswith(NATIONAL) and one.id not in behind]
    return el("ul", *(el("li", one.says, " ", cells.link(one.id)) for one in left)) if left else None
