"""One insurer at a glance: everything that its document, the rules and our record say of it, each thing once.

Every situation stands in the tables on a page of its own, every passage on that of its source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.article import Article
from checker.pages.cells import Cells
from checker.pages.contacts import contact_blocks
from checker.pages.facility import facility_tables
from checker.pages.feeds import feed_address
from checker.pages.here import Here
from checker.pages.html import Html, el, join
from checker.pages.insurer.case_tables import arrives, grounds
from checker.pages.insurer.dates import dates
from checker.pages.insurer.documents import documents
from checker.pages.insurer.faq import answers
from checker.pages.insurer.head import contents, head, section
from checker.pages.insurer.places import overview, tables
from checker.pages.insurer.source_list import other_sayings, source_list
from checker.pages.insurer_lists import OTHER
from checker.pages.panel import panel
from checker.pages.passages import passage_numbers
from checker.pages.pictures.page import pictures_at
from checker.pages.procedures import procedure_list
from checker.pages.record_list import record_list
from checker.pages.silence import silence_list
from checker.pages.taken_back import national_way
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from checker.authoring import Insurer
    from checker.pages.making import Making

__all__ = ["insurer_page"]


def insurer_page(insurer: Insurer, making: Making) -> Article:
    """Return the page that stands at `insurers/<id>/index.html`, in the language that the library speaks."""
    library, today = making.library, making.today
    wording, here = Wording(insurer, library.words), Here(overview(insurer.id), making.language)
    withdrawn = insurer.status == "withdrawn"
    sections = {
        **({} if withdrawn else _rules(insurer, wording, making, here)),
        "contact": contact_blocks(insurer, wording),
        **({} if withdrawn else {"source": source_list(insurer, making, wording, here)}),
        "changes": record_list(insurer, making, wording, here),
    }
    body = join(
        head(insurer.name, insurer, wording, today),
        el("p", national_way(here.to_checker(OTHER), wording)) if withdrawn else _ways_on(here, insurer, wording),
        None if withdrawn else contents(sections, wording),
        *(section(key, content, wording) for key, content in sections.items()),
    )
    title = wording.page("insurer_title", insurer=insurer.name)
    told = wording.page("insurer_description", insurer=insurer.name)
    description = wording.ui("withdrawn") if withdrawn else told
    about = panel(insurer, library, today)
    return Article(here, title, description, body, about, feed=feed_address(insurer.id))


def _rules(insurer: Insurer, wording: Wording, making: Making, here: Here) -> dict[str, Html]:
    cells, today = Cells(wording, passage_numbers(insurer), here.sources), making.today
    places = (("to_tables", tables(insurer.id)), ("to_pictures", pictures_at(insurer.id)))
    every = join(*(el("p", el("a", wording.page(key), class_="sn-way", href=here.to(at))) for key, at in places))
    sections = {
        "arrives": join(arrives(cells, today), every),
        "documents": documents(cells, today),
        "grounds": grounds(cells, today),
        "facility": facility_tables(cells, today, only_one=True),
        "procedures": procedure_list(cells, today),
        "dates": dates(cells, today),
        "faq": answers(cells, today, here.to_checker(insurer.id)),
        "more": other_sayings(cells),
        "silence": None if insurer.id == OTHER else silence_list(cells, today),
    }
    return {key: content for key, content in sections.items() if content is not None}


def _ways_on(here: Here, insurer: Insurer, wording: Wording) -> Html:
    return el("p", el("a", wording.page("to_checker"), class_="sn-button", href=here.to_checker(insurer.id)))
