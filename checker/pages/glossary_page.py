"""The glossary: terms with their readings, what they mean, their English, and the sources in which they occur.

The reading is the one above the term in the easy text, so that it is written down once.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.authoring.languages import EASY, FIRST
from checker.authoring.ruby import BASE, END, READING
from checker.pages.article import Article
from checker.pages.here import Here
from checker.pages.html import Html, el, join
from checker.pages.insurer_lists import OTHER
from checker.pages.passages import listed_passages
from checker.pages.proof import passage_anchor
from checker.pages.standing import standing_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.authoring import Library
    from checker.pages.making import Making

__all__ = ["glossary_page", "reading_of"]

_ADDRESS = "glossary/index.html"

_MORE = {
    "certificate": "documents/eligibility-certificate/index.html",
    "notice": "documents/eligibility-notice/index.html",
    "my_number_card": "documents/my-number-card/index.html",
    "registered_card": "documents/my-number-card/index.html",
    "old_card": "documents/old-insurance-card/index.html",
    "declaration": "documents/eligibility-declaration/index.html",
    "reader": "facility/index.html",
    "insurer": "insurers/index.html",
}
"""The pages that say more of a term."""

_OCCURRENCES = 6
"""How many sources are named in which a term occurs."""

_MARKED = re.compile(f"{BASE}[^{READING}]*{READING}([^{END}]*){END}")


def glossary_page(making: Making, panel: Html) -> Article:
    """Return the page that stands at `glossary/index.html`."""
    here, words = Here(_ADDRESS, making.language), making.library.words
    terms = words.tree["glossary"]["terms"]
    readings = {name: reading_of(making.library, name) for name in terms}
    writer = _Writer(making, here)
    entries = (writer.entry(name, terms[name], readings[name]) for name in sorted(terms, key=readings.__getitem__))
    body = join(
        el("h1", words["glossary.title"]),
        el("p", words["glossary.intro"]),
        standing_line(words, OTHER),
        *entries,
    )
    return Article(here, words["glossary.title"], words["glossary.description"], body, panel)


def reading_of(library: Library, term: str) -> str:
    """Return a term in hiragana, as far as it is not written in kana already."""
    marked = library.languages[EASY][f"glossary.terms.{term}.term"]
    return _MARKED.sub(r"\1", marked)


@lru_cache(maxsize=1)
def _occurrences(library: Library) -> Mapping[str, Mapping[str, str]]:
    """Return for each term where it occurs: the first insurers whose passages have it, each with the first of these."""
    terms = library.words.tree["glossary"]["terms"]
    wanted = {name: told["term"] for name, told in terms.items()}
    found: dict[str, dict[str, str]] = {name: {} for name in wanted}
    for insurer in library.insurers.values():
        if insurer.status != "published" or not wanted:
            continue
        prefix = "national/" if insurer.id == OTHER else f"{insurer.id}/"
        own = [one for one in listed_passages(insurer) if one.id.startswith(prefix)]
        for name, term in list(wanted.items()):
            if first := next((one for one in own if term in one.says), None):
                found[name][insurer.id] = first.id
                if len(found[name]) == _OCCURRENCES:
                    del wanted[name]
    return found


class _Writer:
    def __init__(self, making: Making, here: Here) -> None:
        self._here, self._library = here, making.library
        self._words = making.library.words

    def entry(self, name: str, told: Mapping[str, str], reading: str) -> Html:
        """Return one term under an address of its own."""
        rows = [("reading", reading), ("english", told["english"])]
        more = _MORE.get(name)
        return el(
            "section",
            el("h2", told["term"]),
            el("p", told["meaning"]),
            el("dl", *(self._row(key, text) for key, text in rows), self._occurs(name)),
            el("p", el("a", self._words["glossary.more"], href=self._here.to(more))) if more else None,
            id=f"term-{name.replace('_', '-')}",
            class_="sn-term",
        )

    def _row(self, key: str, text: str) -> Html:
        return el("div", el("dt", self._words[f"glossary.{key}"]), el("dd", text))

    def _occurs(self, term: str) -> Html | None:
        """Return the sources whose passages have the term, each leading to the first of these."""
        found = _occurrences(self._library.told_in(FIRST))[term]
        if not found:
            return None
        links = (
            el(
                "a",
                self._library.insurers[insurer].short,
                href=self._here.to(f"sources/{insurer}/index.html", passage_anchor(passage)),
            )
            for insurer, passage in found.items()
        )
        listed = el("ul", *(el("li", link) for link in links))
        return el("div", el("dt", self._words["glossary.occurs"]), el("dd", listed))
