"""One insurer's checker: the first question as HTML, and beside it what the script reads.

Everything of an insurer stands in one element, so that one page may hold several insurers' parts.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from checker.pages.html import Html, el, join
from checker.pages.integrity import with_sum
from checker.pages.packs import own_words, terms_of
from checker.pages.rulebook_file import rulebook_file, rulebook_name
from checker.pages.shared_data import table_head, table_text
from checker.pages.stuck import stuck_notice
from checker.pages.without_script import contact_anchor, without_script
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.authoring import Insurer
    from checker.pages.making import Making

__all__ = ["checker_part"]

_UNKNOWN = "unknown"


def checker_part(
    insurer: Insurer,
    making: Making,
    parts: Mapping[str, Html],
    languages: Sequence[Mapping[str, Any]] = (),
) -> Html:
    """Return the insurer's part of a checker page; addresses in it are as seen from two folders below the root.

    `parts` are those of `told_parts`; `languages` lists what the page can be changed to, and from which files.
    """
    wording = Wording(insurer, making.library.words)
    answers = insurer.status == "published"
    return el(
        "article",
        parts["insurer"],
        parts.get("notice"),
        _root(insurer, making, wording, parts) if answers else join(parts["standing"], parts.get("elsewhere")),
        el("noscript", without_script(insurer, making)) if answers else None,
        el("section", parts["contact_heading"], parts["contact"], class_="ask", id=contact_anchor(insurer)),
        parts["panel"],
        *([parts["error"], *_data(insurer, making)] if answers else []),
        _json(languages, data_languages=True) if answers else None,
        data_checker_page=insurer.id,
        data_review_by=insurer.review_by.isoformat() if insurer.review_by and "notice" not in parts else None,
    )


def _root(insurer: Insurer, making: Making, wording: Wording, parts: Mapping[str, Html]) -> Html:
    return el(
        "div",
        _first_question(wording, parts["standing"]),
        _stuck(insurer, making, wording),
        parts.get("elsewhere"),
        data_checker=True,
        data_state="question",
        data_engine="table",
        data_insurer=insurer.id,
    )


def _stuck(insurer: Insurer, making: Making, wording: Wording) -> Html:
    table = el("a", wording.ui("insurer_page"), href=f"../../insurers/{insurer.id}/index.html")
    link = None if making.alone else el("p", table)
    return stuck_notice(making.library.words, link, el("p", wording.ui("error_text")))


def _first_question(wording: Wording, standing: Html) -> Html:
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
            standing,
            el("p", class_="problem", id="question-problem", role="alert"),
            el("div", *(_option(*option) for option in options), class_="options"),
            data_question="errand",
        ),
        _for_other(wording),
        el(
            "div",
            el("button", wording.ui("next"), type="submit", data_next=True, class_="main"),
            class_="buttons",
        ),
        method="dialog",
        autocomplete="off",
        novalidate=True,
    )


def _for_other(wording: Wording) -> Html:
    """Return the box that changes the wording of the questions, and nothing else."""
    box = el("input", type="checkbox", name="for_other")
    return el("label", box, el("span", wording.ui("for_other"), class_="label"), class_="for-other")


def _option(value: str, label: str, note: str | None) -> Html:
    if note is None:
        choice, told = el("input", type="radio", name="answer", value=value), el("span", label, class_="label")
    else:
        named, noted = f"label-{value}", f"note-{value}"
        choice = el("input", type="radio", name="answer", value=value, aria_labelledby=named, aria_describedby=noted)
        told = join(el("span", label, class_="label", id=named), el("small", note, id=noted))
    return el("label", choice, el("span", told), class_="option")


def _data(insurer: Insurer, making: Making) -> list[Html]:
    runtime, words = making.assets.runtime, making.library.words
    python = runtime and {
        "base": f"../../{runtime.base}",
        "files": dict(runtime.files),
        "rulebook": _rulebook(insurer, making),
    }
    return [
        el("script", Html(_table(insurer, making).replace("<", "\\u003c")), type="application/json", data_table=True),
        _json({"language": words.language, "terms": terms_of(making.library), **own_words(insurer)}, data_words=True),
        _json(python, data_runtime=True),
    ]


def _rulebook(insurer: Insurer, making: Making) -> str:
    """Return the way to the rulebook, with its sum; a copy for a folder has it inside another file."""
    if making.alone:
        return rulebook_name(insurer.rulebook)
    file = rulebook_file(insurer)
    return "../../" + (file.address if making.assets.copy else with_sum(file))


def _table(insurer: Insurer, making: Making) -> str:
    """Return the decision table: all of it where the page stands alone, else what a shared script adds the rest to."""
    head = _compact(table_head(insurer))
    return f"{head[:-1]},{table_text(insurer, making)[1:]}" if making.alone else head


def _json(value: object, **attributes: bool) -> Html:
    text = _compact(value).replace("<", "\\u003c")
    return el("script", Html(text), type="application/json", **attributes)


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
