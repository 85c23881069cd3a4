"""One insurer's page: what its document comes to, for every situation, and what it leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.article import Article
from checker.pages.cells import Cells
from checker.pages.contacts import contact_blocks
from checker.pages.facility import facility_tables, old_card_lines
from checker.pages.feeds import feed_address
from checker.pages.here import Here
from checker.pages.html import Html, el, join
from checker.pages.insurer_lists import OTHER
from checker.pages.panel import panel
from checker.pages.passages import passage_lists, passage_numbers
from checker.pages.procedures import procedure_list
from checker.pages.record_list import record_list
from checker.pages.silence import silence_list
from checker.pages.standing import standing_line
from checker.pages.tables import decision_tables
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from datetime import date

    from checker.authoring import Insurer
    from checker.pages.making import Making

__all__ = ["insurer_page", "rule_sections"]


def insurer_page(insurer: Insurer, making: Making) -> Article:
    """Return the page that stands at `insurers/<id>/index.html`, in the language that the library speaks."""
    library, today = making.library, making.today
    wording, here = Wording(insurer, library.words), Here(f"insurers/{insurer.id}/index.html", making.language)
    changes = record_list(insurer, making, wording, here)
    if insurer.status == "withdrawn":
        sections = {"contact": contact_blocks(insurer, wording), "changes": changes}
        body = join(_head(insurer, wording, today), el("p", wording.ui("withdrawn"), class_="sn-alert"))
    else:
        sections = {**rule_sections(insurer, wording, today), "changes": changes}
        body = join(
            _head(insurer, wording, today),
            _way_to_checker(here.to_checker(insurer.id), wording),
            _contents(sections, wording),
        )
    written = (_section(key, content, wording) for key, content in sections.items())
    title = wording.page("insurer_title", insurer=insurer.name)
    description = wording.page("insurer_description", insurer=insurer.name)
    about = panel(insurer, library, today)
    return Article(here, title, description, join(body, *written), about, feed=feed_address(insurer.id))


def rule_sections(insurer: Insurer, wording: Wording, today: date) -> dict[str, Html]:
    """Return what a page says of an insurer's rules, by section: for every situation, what it leaves open, and why."""
    cells = Cells(wording, passage_numbers(insurer))
    sections = {
        "tables": decision_tables(cells, today),
        "facility": facility_tables(cells, today),
        "old_card": old_card_lines(cells, today),
        "procedures": procedure_list(cells, today),
        "silence": silence_list(cells, today),
        "passages": passage_lists(insurer, wording),
        "contact": contact_blocks(insurer, wording),
    }
    if insurer.id == OTHER:
        del sections["silence"]
    return sections


def _head(insurer: Insurer, wording: Wording, today: date) -> Html:
    source = wording.ui("source_line", title=insurer.source.title, date=insurer.source.date)
    note = insurer.source.note
    return join(
        el("h1", insurer.name),
        el("p", wording.ui("not_official"), class_="sn-note"),
        el("p", source, class_="sn-note"),
        el("p", note, class_="sn-note") if note else None,
        el("p", wording.page("unnamed_note"), class_="sn-note") if insurer.example else None,
        _overdue(insurer, wording, today),
        standing_line(wording.words, insurer.id),
    )


def _overdue(insurer: Insurer, wording: Wording, today: date) -> Html | None:
    """Return the notice of a review that is overdue; hidden until that day, on which the page's script shows it."""
    if insurer.review_by is None:
        return None
    soon, day = insurer.review_by >= today, insurer.review_by.isoformat()
    return el("p", wording.ui("review_needed"), class_="sn-alert", data_review_by=day, hidden=soon)


def _way_to_checker(address: str, wording: Wording) -> Html:
    return el("p", el("a", wording.page("to_checker"), class_="sn-button", href=address))


def _contents(sections: dict[str, Html], wording: Wording) -> Html:
    links = (el("li", el("a", wording.page(f"section_{key}"), href=f"#{_anchor(key)}")) for key in sections)
    return el("nav", el("ul", *links), class_="sn-contents", aria_label=wording.page("contents"))


def _section(key: str, content: Html, wording: Wording) -> Html:
    return el("section", el("h2", wording.page(f"section_{key}")), content, id=_anchor(key))


def _anchor(key: str) -> str:
    return key.replace("_", "-")
