"""One insurer's checker: the first question as HTML, and beside it what the script reads.

Everything of an insurer stands in one element, so that one page may hold several insurers' parts.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from checker.build.table import make_table
from checker.pages.assets import rulebook_name
from checker.pages.contacts import contact_blocks
from checker.pages.decisions import open_desk
from checker.pages.html import Html, el, join
from checker.pages.insurer_lists import OTHER
from checker.pages.panel import panel
from checker.pages.standing import standing_line
from checker.pages.tables import decision_tables
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from checker.authoring import Insurer, Library
    from checker.pages.assets import Assets

__all__ = ["checker_part"]

_UNKNOWN = "unknown"

_ENDS_AT_75 = frozenset({"nhi", "employees"})
"""Schemes that nobody stays in beyond the 75th birthday."""

_UNSHIPPED = frozenset({"panel", "pages"})
"""Kinds of words that the script never asks for."""

_UNASKED = frozenset({"data_protection", "insurer", "scheme", "wants"})
"""Facts without a page, whose words stay away from the script; the first of them on purpose."""


def checker_part(insurer: Insurer, library: Library, assets: Assets, today: date) -> Html:
    """Return the insurer's part of a checker page; addresses in it are as seen from two folders below the root."""
    wording = Wording(insurer, library.words)
    answers = insurer.status == "published"
    return el(
        "article",
        el("p", insurer.name, class_="insurer"),
        _notice(insurer, wording, today),
        _root(insurer, wording) if answers else standing_line(library.words, insurer.id),
        el("noscript", _without_script(insurer, library, wording, today)) if answers else None,
        el(
            "section",
            el("h2", wording.ui("contact_heading")),
            el("div", contact_blocks(insurer, wording), data_contact=True),
            class_="ask",
        ),
        panel(insurer, library, today),
        *([_error(wording), *_data(insurer, library, assets, today)] if answers else []),
        data_checker_page=True,
    )


def _notice(insurer: Insurer, wording: Wording, today: date) -> Html | None:
    if insurer.status != "published":
        return el("p", wording.ui("withdrawn"), class_="notice")
    overdue = insurer.review_by is not None and insurer.review_by < today
    return el("p", wording.ui("review_needed"), class_="notice") if overdue else None


def _root(insurer: Insurer, wording: Wording) -> Html:
    return el(
        "div",
        _first_question(insurer, wording),
        _elsewhere(insurer, wording),
        data_checker=True,
        data_state="question",
        data_engine="table",
        data_insurer=insurer.id,
    )


def _elsewhere(insurer: Insurer, wording: Wording) -> Html | None:
    """Return the way on for people of 75, where this insurer's scheme ends at that age."""
    if insurer.rulebook.scheme not in _ENDS_AT_75:
        return None
    link = el("a", wording.ui("elsewhere"), href=f"../{OTHER}/index.html", data_opens=OTHER)
    return el("p", link, class_="elsewhere", data_elsewhere=True)


def _first_question(insurer: Insurer, wording: Wording) -> Html:
    """Return the errand page, in the same elements that the script makes for later questions."""
    words = wording.words
    options = [
        *((value, str(label), None) for value, label in words.tree["errands"].items()),
        (_UNKNOWN, wording.ui("unknown"), words["questions.errand.find_out"]),
    ]
    return el(
        "form",
        el(
            "fieldset",
            el("legend", el("h1", words["questions.errand.question"], tabindex="-1")),
            standing_line(words, insurer.id),
            el("p", class_="problem", id="question-problem", role="alert"),
            el("div", *(_option(*option) for option in options), class_="options"),
            data_question="errand",
        ),
        el(
            "div",
            el("button", wording.ui("next"), type="submit", data_next=True, class_="main"),
            class_="buttons",
        ),
        method="dialog",
        autocomplete="off",
        novalidate=True,
    )


def _option(value: str, label: str, note: str | None) -> Html:
    if note is None:
        choice, told = el("input", type="radio", name="answer", value=value), el("span", label, class_="label")
    else:
        named, noted = f"label-{value}", f"note-{value}"
        choice = el("input", type="radio", name="answer", value=value, aria_labelledby=named, aria_describedby=noted)
        told = join(el("span", label, class_="label", id=named), el("small", note, id=noted))
    return el("label", choice, el("span", told), class_="option")


def _without_script(insurer: Insurer, library: Library, wording: Wording, today: date) -> Html:
    return join(
        standing_line(library.words, insurer.id),
        el("p", wording.ui("without_script")),
        decision_tables(insurer, library, today),
    )


def _error(wording: Wording) -> Html:
    return el(
        "template",
        el("h1", wording.name("acts", "error"), tabindex="-1"),
        el("p", wording.ui("error_text")),
        data_error=True,
    )


def _data(insurer: Insurer, library: Library, assets: Assets, today: date) -> list[Html]:
    runtime = assets.runtime
    python = runtime and {
        "base": f"../../{runtime.base}",
        "files": dict(runtime.files),
        "rulebook": rulebook_name(insurer.rulebook),
    }
    table = make_table(open_desk(insurer, today).book, today)
    return [
        _json(table, data_table=True),
        _json(_words(insurer, library), data_words=True),
        _json(python, data_runtime=True),
    ]


def _words(insurer: Insurer, library: Library) -> Mapping[str, Any]:
    tree = library.words.tree
    return {
        "common": {
            kind: {key: text for key, text in words.items() if kind != "facts" or key not in _UNASKED}
            for kind, words in tree.items()
            if kind not in _UNSHIPPED
        },
        "own": insurer.words,
        "passages": {
            passage.id: {"says": passage.says, "title": passage.source.title, "year": passage.source.year}
            for passage in insurer.passages.values()
        },
    }


def _json(value: object, **attributes: bool) -> Html:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return el("script", Html(text), type="application/json", **attributes)
