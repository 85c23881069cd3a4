"""The search page: a field that looks in place, and without a script the ways to the pages in which to look.

What is typed goes nowhere: the form has no address, and its script writes none.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from checker.pages.article import Article
from checker.pages.here import FOLDERS, Here
from checker.pages.html import Html, el, join
from checker.pages.insurer_lists import OTHER
from checker.pages.packs import terms_of
from checker.pages.standing import standing_line

if TYPE_CHECKING:
    from checker.pages.making import Making

__all__ = ["INDEX", "PAGE", "search_page"]

PAGE = "search/index.html"
INDEX = "search-index-of-this-language"
"""What stands for the address of the index, whose name is not known before all pages are made."""

_SHOWN = (
    "found",
    "none",
    "failed",
    "everybody",
    "same",
    "only",
    "between",
    "more_rows",
    "insurer_page",
    "to_checker",
    "to_rules",
    "heading",
)


def search_page(making: Making, panel: Html) -> Article:
    """Return the page that stands at `search/index.html`."""
    here, words = Here(PAGE, making.language), making.library.words
    body = join(
        el("h1", words["search.title"]),
        el("p", words["search.without_script"], class_="sn-note sn-without-script"),
        _looking(making, here),
        el("h2", words["search.elsewhere"], id="elsewhere"),
        el(
            "ul",
            _way(here.to_checker(), words["search.way_check"]),
            _way(here.to("insurers/index.html"), words["search.way_insurers"]),
            _way(here.to("sources/index.html"), words["search.way_sources"]),
            class_="sn-ways-on",
        ),
        standing_line(words, OTHER),
    )
    return Article(here, words["search.title"], words["search.description"], body, panel, script="search")


def _way(address: str, text: str) -> Html:
    return el("li", el("a", text, href=address))


def _looking(making: Making, here: Here) -> Html:
    words = making.library.words
    return el(
        "div",
        el("p", words["search.intro"]),
        el(
            "form",
            el("label", words["search.field"], for_="search-for"),
            el(
                "input",
                type="search",
                id="search-for",
                autocomplete="off",
                autocapitalize="none",
                spellcheck="false",
                enterkeyhint="search",
                maxlength="100",
                aria_describedby="search-kept",
            ),
            el("p", words["search.kept"], class_="sn-note", id="search-kept"),
            el("label", words["search.whose"], for_="search-whose"),
            el("select", el("option", words["search.anybodys"], value=""), id="search-whose", autocomplete="off"),
            method="dialog",
            role="search",
            autocomplete="off",
        ),
        el("p", role="status", class_="sn-told"),
        el("p", class_="sn-only", data_only=True),
        el("p", words["search.none_way"], data_nothing=True, hidden=True),
        el("h2", words["search.heading"], data_results_heading=True, hidden=True),
        el("ul", class_="sn-founds", data_results=True),
        el("button", words["search.more"], type="button", class_="sn-more", data_more=True, hidden=True),
        el("script", _told(making, here), type="application/json", data_search_words=True),
        data_search=True,
        hidden=True,
    )


def _told(making: Making, here: Here) -> Html:
    """Return what the script needs to know: its words, and the way from this page to others."""
    language = making.language
    told = {
        "language": language,
        "index": INDEX,
        "up": here.up,
        "folder": FOLDERS[language],
        "query": here.query,
        "terms": terms_of(making.library),
        "words": {key: making.library.words[f"search.{key}"] for key in _SHOWN},
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return Html(text.replace("<", "\\u003c"))
