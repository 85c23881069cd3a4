"""The home page: the checker's first question, and what has changed, in five sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.about_copy import about_copy, overdue_notices
from checker.pages.article import Article
from checker.pages.here import Here
from checker.pages.html import Html, el, join
from checker.pages.insurer_lists import OTHER, choices
from checker.pages.standing import standing_line

if TYPE_CHECKING:
    from checker.pages.making import Making

__all__ = ["home_page"]


def home_page(making: Making, panel: Html) -> Article:
    """Return the page that stands at the site's root."""
    here, library = Here("index.html", making.language), making.library
    words = library.words
    changed = words.tree["home"]["changed"]
    body = join(
        el("h1", words["home.heading"]),
        el("h2", words["home.choose"], id="choose"),
        choices(library, here.to_checker, "h3"),
        standing_line(words, OTHER),
        el("h2", words["home.changed_heading"], id="changed"),
        el("ol", *(el("li", sentence) for sentence in changed.values())),
        el(
            "p",
            words["home.depends"],
            " ",
            el("a", words["home.sources"], href=here.to("sources/index.html")),
            class_="sn-after-list",
        ),
        _about(making, here),
    )
    return Article(here, words["ui.app"], words["home.description"], body, panel)


def _about(making: Making, here: Here) -> Html | None:
    """Return what a copy for a folder says of itself."""
    copy, insurers = making.assets.copy, list(making.library.insurers.values())
    if copy is None:
        return None
    notices = el("p", el("a", making.library.words["offline.notices_beside"], href=f"{here.up}NOTICES.txt"))
    return join(overdue_notices(making, insurers), about_copy(making, insurers, copy.version, notices=notices))
