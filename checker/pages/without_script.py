"""What an insurer's checker page shows where no script runs: no question, but every answer, to be looked up.

It stands in the page's `noscript`; the contact and the panel follow it, for everybody alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.cells import Cells
from checker.pages.facility import facility_tables, old_card_lines
from checker.pages.html import Html, el
from checker.pages.passages import passage_numbers
from checker.pages.standing import standing_of
from checker.pages.tables import decision_tables
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from checker.authoring import Insurer
    from checker.pages.making import Making

__all__ = ["contact_anchor", "without_script"]

_SOURCES = "../../sources/"
"""Where all sources are, as seen from a checker page."""


def contact_anchor(insurer: Insurer) -> str:
    """Return the id of the contact on a checker page, which several insurers may share."""
    return _anchor("contact", insurer)


def without_script(insurer: Insurer, making: Making) -> Html:
    """Return the tables for today and later, the ways at a facility first, and the ways on.

    A page that stands alone has the tables once for all readers, below the contact; so here are only the ways.
    """
    library = making.library
    wording = Wording(insurer, library.words)
    cells = Cells(wording, passage_numbers(insurer), _SOURCES)
    sections = {
        "facility": facility_tables(cells, making.today),
        "tables": decision_tables(cells, making.today),
        "old_card": old_card_lines(cells, making.today),
    }
    links = [(wording.page(f"section_{key}"), f"#{_anchor(key, insurer)}") for key in (*sections, "contact")]
    if not making.alone:
        links += [(wording.page("section_procedures"), f"../../insurers/{insurer.id}/index.html#procedures")]
    return el(
        "div",
        el("h1", wording.page("without_script_title")),
        standing_of(insurer, library.words),
        el("p", wording.ui("without_script")),
        el(
            "nav",
            el("ul", *(el("li", el("a", text, href=address)) for text, address in links)),
            class_="sn-contents",
            aria_label=wording.page("contents"),
        ),
        *(
            el("section", el("h2", wording.page(f"section_{key}")), content, id=_anchor(key, insurer))
            for key, content in sections.items()
            if not making.alone
        ),
        class_="no-script",
    )


def _anchor(key: str, insurer: Insurer) -> str:
    return f"{key.replace('_', '-')}-{insurer.id}"
