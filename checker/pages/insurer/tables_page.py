"""Every situation of one insurer's members, in the tables that the engine fills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.article import Article
from checker.pages.cells import Cells
from checker.pages.contacts import contact_blocks
from checker.pages.here import Here
from checker.pages.html import Html, el, join
from checker.pages.insurer.head import contents, head, section
from checker.pages.insurer.places import overview, tables
from checker.pages.panel import panel
from checker.pages.passages import passage_numbers
from checker.pages.pictures.page import pictures_at
from checker.pages.tables import decision_tables
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from checker.authoring import Insurer
    from checker.pages.making import Making

__all__ = ["tables_page"]


def tables_page(insurer: Insurer, making: Making) -> Article:
    """Return the page that stands at `insurers/<id>/tables/index.html`, in the language that the library speaks."""
    library, today = making.library, making.today
    wording, here = Wording(insurer, library.words), Here(tables(insurer.id), making.language)
    title = wording.page("tables_title", insurer=insurer.name)
    back = el("p", el("a", wording.page("to_overview"), href=here.to(overview(insurer.id)), class_="sn-way"))
    drawn = el("p", el("a", wording.page("to_pictures"), href=here.to(pictures_at(insurer.id)), class_="sn-way"))
    withdrawn = insurer.status == "withdrawn"
    sections = {"contact": contact_blocks(insurer, wording)} if withdrawn else _sections(insurer, wording, making, here)
    body = join(
        head(title, insurer, wording, today),
        back,
        None if withdrawn else drawn,
        contents(sections, wording) if len(sections) > 1 else None,
        *(section(key, content, wording) for key, content in sections.items()),
    )
    description = wording.page("tables_description", insurer=insurer.name)
    return Article(here, title, description, body, panel(insurer, library, today))


def _sections(insurer: Insurer, wording: Wording, making: Making, here: Here) -> dict[str, Html]:
    cells = Cells(wording, passage_numbers(insurer), here.sources)
    return {"tables": decision_tables(cells, making.today)}
