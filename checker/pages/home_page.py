"""The home page: the checker's first question and the one after it, each a tap away, and what has changed.

Where there are many insurers, the first question is a way to where they are looked for by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.about_copy import about_copy, overdue_notices
from checker.pages.article import Article
from checker.pages.here import Here
from checker.pages.html import Html, el, join
from checker.pages.insurer_lists import MANY, OTHER, named_choices, named_insurers, other_choice, unnamed_choices
from checker.pages.standing import standing_line

if TYPE_CHECKING:
    from checker.pages.making import Making

__all__ = ["home_page"]


def home_page(making: Making, panel: Html) -> Article:
    """Return the page that stands at the site's root."""
    here, words = Here("index.html", making.language), making.library.words
    body = join(
        el("div", _insurer(making, here), class_="sn-hero"),
        standing_line(words, OTHER),
        _errand(making, here),
        _changed(making, here),
        _unnamed(making, here),
        _about(making, here),
    )
    return Article(here, words["ui.app"], words["home.description"], body, panel)


def _insurer(making: Making, here: Here) -> Html:
    library = making.library
    words = library.words
    if len(named_insurers(library)) > MANY:
        name, how = words["choose.title"], words["choose.field"]
        first = el("p", el("a", el("b", name), el("span", how), class_="sn-pick", href=here.to_checker()))
    else:
        first = named_choices(library, here.to_checker)
    return join(
        el("h1", words["home.heading"]),
        el("p", words["home.lead"], class_="sn-lead"),
        el("h2", words["home.choose"], id="choose"),
        first,
        other_choice(library, here.to_checker),
    )


def _errand(making: Making, here: Here) -> Html:
    """Return the second question, for whoever has something on their mind: the insurer is asked for afterwards."""
    words = making.library.words
    links = (
        el("li", el("a", text, href=here.to_checker(errand=name), class_="sn-errand"))
        for name, text in words.tree["errands"].items()
    )
    return el(
        "section", el("h2", words["questions.errand.question"]), el("ul", *links, class_="sn-errands"), id="errand"
    )


def _changed(making: Making, here: Here) -> Html:
    words = making.library.words
    sources = el("a", words["home.sources"], href=here.to("sources/index.html"), class_="sn-way")
    return join(
        el("h2", words["home.changed_heading"], id="changed"),
        el("ol", *(el("li", told) for told in words.tree["home"]["changed"].values()), class_="sn-changed"),
        el("p", words["home.depends"], class_="sn-after-list"),
        el("p", sources),
    )


def _unnamed(making: Making, here: Here) -> Html:
    words = making.library.words
    return el(
        "section",
        el("h2", words["pages.unnamed"]),
        el("p", words["pages.unnamed_note"]),
        unnamed_choices(making.library, here.to_checker),
        id="unnamed",
    )


def _about(making: Making, here: Here) -> Html | None:
    """Return what a copy for a folder says of itself."""
    copy, insurers = making.assets.copy, list(making.library.insurers.values())
    if copy is None:
        return None
    notices = el("p", el("a", making.library.words["offline.notices_beside"], href=f"{here.up}NOTICES.txt"))
    return join(overdue_notices(making, insurers), about_copy(making, insurers, copy.version, notices=notices))
