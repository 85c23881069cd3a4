"""The page of an insurer's flow pictures, each with its text beside it; on paper each stands on a sheet of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.article import Article
from checker.pages.here import Here
from checker.pages.html import el, join
from checker.pages.insurer.head import head
from checker.pages.insurer.places import overview, tables
from checker.pages.panel import panel
from checker.pages.pictures.figures import pictures
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from checker.authoring import Insurer
    from checker.pages.making import Making

__all__ = ["pictures_at", "pictures_page"]


def pictures_at(insurer: str) -> str:
    """Return the address of an insurer's pictures, the same in every language."""
    return f"insurers/{insurer}/pictures/index.html"


def pictures_page(insurer: Insurer, making: Making) -> Article:
    """Return the page of an insurer whose answers are published, in the language that the library speaks."""
    library, today = making.library, making.today
    wording, here = Wording(insurer, library.words), Here(pictures_at(insurer.id), making.language)
    ways = (("to_overview", overview(insurer.id)), ("to_tables", tables(insurer.id)))
    body = join(
        head(wording.words["pictures.page_title"].format(insurer=insurer.name), insurer, wording, today),
        *(el("p", el("a", wording.page(key), href=here.to(address), class_="sn-way")) for key, address in ways),
        pictures(wording, here, today),
    )
    title = wording.words["pictures.page_title"].format(insurer=insurer.name)
    description = wording.words["pictures.page_description"].format(insurer=insurer.name)
    return Article(here, title, description, body, panel(insurer, library, today))
