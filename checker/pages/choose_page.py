"""The general checker page: asks for the insurer, and leads to that insurer's checker.

A question in the form of all others, so that hosts and tests find it where they look; without JavaScript the
same choices stand as links. The choice goes nowhere but into the address of the next page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.article import Article
from checker.pages.html import Html, el, join
from checker.pages.insurer_lists import OTHER, choices, named_insurers, unnamed_insurers
from checker.pages.standing import standing_line
from checker.pages.stuck import stuck_notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.authoring import Library, Words

__all__ = ["choose_page"]

_ELSEWHERE = ("employees", "late_elderly", OTHER)


def choose_page(library: Library, script: str, panel: Html) -> Article:
    """Return the page that stands at `check/index.html`; `script` is its script's address from the root."""
    words = library.words
    title = words["pages.choose_title"]
    form = el(
        "form",
        _question(library),
        el("div", el("button", words["ui.next"], type="submit", class_="sn-button", data_next=True)),
        method="dialog",
        autocomplete="off",
        novalidate=True,
    )
    body = join(
        el("div", form, data_checker=True, data_state="question", data_engine="table", class_="sn-choose"),
        standing_line(words, OTHER),
        stuck_notice(words, choices(library, "")),
        el("noscript", choices(library, "")),
    )
    return Article("check/index.html", title, words["pages.choose_explained"], body, panel, (script,))


def _question(library: Library) -> Html:
    words = library.words
    return el(
        "fieldset",
        el("legend", el("h1", words["facts.insurer.question"], tabindex="-1")),
        el("p", words["facts.insurer.hint"], words["pages.choose_national"], class_="sn-hint", id="question-hint"),
        el("p", words["ui.nothing_chosen"], class_="sn-problem", id="question-problem", role="alert", hidden=True),
        *_options(library, words),
        data_question="insurer",
        aria_describedby="question-hint",
    )


def _options(library: Library, words: Words) -> Iterator[Html]:
    for insurer in named_insurers(library):
        yield _option(insurer.id, insurer.name, insurer.id)
    for value in _ELSEWHERE:
        yield _option(value, words[f"pages.choose_{value}"], OTHER)
    for insurer in unnamed_insurers(library):
        yield _option(insurer.id, insurer.name, insurer.id)
    yield _option("unknown", words["ui.unknown"], OTHER)


def _option(value: str, label: str, insurer: str) -> Html:
    return el(
        "label",
        el("input", type="radio", name="answer", value=value, data_page=f"{insurer}/index.html"),
        el("span", label),
        class_="sn-option",
    )
