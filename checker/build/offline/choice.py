"""The offline file's first question: which insurer. It has the look of all others, and opens a part of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.html import Html, el
from checker.pages.insurer_lists import OTHER, named_insurers, unnamed_insurers
from checker.pages.panel import panel
from checker.pages.standing import standing_line
from checker.pages.stuck import stuck_notice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from checker.authoring import Library, Words

__all__ = ["insurer_choice"]

_ELSEWHERE = ("employees", "late_elderly", OTHER)


def insurer_choice(library: Library, today: date) -> Html:
    """Return the question, the standing line, and the panel of those who have not chosen yet."""
    words = library.words
    form = el(
        "form",
        _question(library),
        el("div", el("button", words["ui.next"], type="submit", data_next=True, class_="main"), class_="buttons"),
        method="dialog",
        autocomplete="off",
        novalidate=True,
    )
    aside = el(
        "div",
        standing_line(words, OTHER),
        panel(library.insurers[OTHER], library, today),
        data_checker_page=True,
    )
    return el(
        "div",
        el("div", form, data_checker=True, data_state="question", data_engine="table"),
        stuck_notice(words),
        aside,
        data_choice=True,
    )


def _question(library: Library) -> Html:
    words = library.words
    return el(
        "fieldset",
        el("legend", el("h1", words["facts.insurer.question"], tabindex="-1")),
        el("p", words["facts.insurer.hint"], words["pages.choose_national"], class_="hint", id="choice-hint"),
        el("p", words["ui.nothing_chosen"], class_="problem", role="alert", hidden=True),
        el("div", *_options(library, words), class_="options"),
        data_question="insurer",
        aria_describedby="choice-hint",
    )


def _options(library: Library, words: Words) -> Iterator[Html]:
    for insurer in named_insurers(library):
        yield _option(insurer.id, insurer.id, insurer.name)
    for value in _ELSEWHERE:
        yield _option(value, OTHER, words[f"pages.choose_{value}"])
    for insurer in unnamed_insurers(library):
        yield _option(insurer.id, insurer.id, insurer.name)
    yield _option("unknown", OTHER, words["ui.unknown"])


def _option(value: str, opens: str, label: str) -> Html:
    return el(
        "label",
        el("input", type="radio", name="answer", value=value, data_opens=opens),
        el("span", label, class_="label"),
        class_="option",
    )
