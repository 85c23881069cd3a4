"""The question which insurer: one part of a page, the same on the general page and in the offline file.

A question in the form of all others, so that hosts and tests find it where they look; in front of its choices stands a
field that looks for a name. Insurers whose documents name nobody stand apart, and the ways for everybody else stand
below, whatever is looked for. Knows no addresses: where a choice leads, the page's script decides.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from checker.authoring.languages import FIRST
from checker.pages.html import Html, el, join
from checker.pages.insurer_lists import OTHER, named_insurers, names_of, unnamed_insurers
from checker.pages.packs import parts_pack, terms_of
from checker.pages.panel import panel
from checker.pages.standing import standing_line
from checker.pages.stuck import stuck_notice
from checker.pages.told import language_bar, speaker_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.authoring import Insurer, Library, Words
    from checker.pages.making import Making

__all__ = ["NAME", "choosing_pack", "choosing_part", "choosing_parts"]

NAME = "choose"
"""What the part is called where an insurer's is called by the insurer's id."""

_WAYS = ("employees", "late_elderly", OTHER)
"""Choices that lead to the national answer, before that of not knowing."""

_MANY = 12
"""More insurers than these scroll in a frame of their own, so that the ways below them stay in reach."""


def choosing_parts(making: Making, *links: Html, browse: Html | None = None) -> Mapping[str, Html]:
    """Return the parts by name, in the language that the library speaks; `links` stand in the foot.

    `browse`: the way to a list of all insurers, where they are too many for the page to hold.
    """
    library = making.library
    words = library.words
    parts = {
        "title": el("title", f"{words['choose.title']}|{words['ui.app']}", data_told="title"),
        "languages": language_bar(library),
        "choice": _form(library, browse),
        "panel": el("div", panel(library.insurers[OTHER], library, making.today), data_told="panel"),
        "foot": el("footer", *speaker_lines(making), *(el("p", link) for link in links), data_told="foot"),
    }
    return {name: part for name, part in parts.items() if part is not None}


def choosing_part(
    making: Making,
    parts: Mapping[str, Html],
    languages: Sequence[Mapping[str, Any]],
    links: Html,
    names: str | None = None,
) -> Html:
    """Return the part. `links` lead to all insurers without a script; `languages` lists the others and their files.

    `names`: the address of the file that has the insurers, where the page does not hold them.
    """
    words = making.library.words
    heading = el("h1", words["facts.insurer.question"])
    return el(
        "article",
        el(
            "div",
            parts["choice"],
            stuck_notice(words, links),
            data_checker=True,
            data_state="question",
            data_engine="table",
        ),
        el("noscript", el("div", heading, standing_line(words, OTHER), links, class_="no-script")),
        parts["panel"],
        _json({**_words(making.library), "terms": terms_of(making.library)}, data_words=True),
        _json(languages, data_languages=True),
        data_checker_page=NAME,
        data_choice=True,
        data_insurers=names,
        data_errands=" ".join(words.tree["errands"]),
    )


def choosing_pack(making: Making, parts: Mapping[str, Html]) -> Mapping[str, Any]:
    """Return what the part needs in the language that the library speaks."""
    return {**_words(making.library), **parts_pack(NAME, parts)}


def _words(library: Library) -> dict[str, Any]:
    words = library.words
    common = {
        "ui": {"language_failed": words["ui.language_failed"]},
        "choose": {key: words[f"choose.{key}"] for key in ("found", "more", "none")},
    }
    return {"language": words.language, "common": common, "own": {}, "passages": {}}


def _form(library: Library, browse: Html | None) -> Html:
    words = library.words
    named, unnamed = ([], []) if browse else (named_insurers(library), unnamed_insurers(library))
    return el(
        "form",
        el(
            "fieldset",
            el("legend", el("h1", words["facts.insurer.question"], tabindex="-1")),
            standing_line(words, OTHER),
            el("p", words["facts.insurer.hint"], class_="hint", id="question-hint"),
            el("p", words["ui.nothing_chosen"], class_="problem", id="question-problem", role="alert", hidden=True),
            _field(library),
            _browsing(browse, words) if browse else None,
            _group(named, library),
            _group(unnamed, library, words["pages.unnamed"], words["pages.unnamed_note"]),
            _ways(library),
            data_question="insurer",
            aria_describedby="question-hint",
        ),
        el("div", el("button", words["ui.next"], type="submit", data_next=True, class_="main"), class_="buttons"),
        method="dialog",
        autocomplete="off",
        novalidate=True,
        data_told="choice",
    )


def _field(library: Library) -> Html:
    """Return the field; it speaks of numbers only where some insurer has one."""
    numbered = any(insurer.number for insurer in library.insurers.values())
    return el(
        "div",
        el("label", library.words["choose.field_number" if numbered else "choose.field"], for_="find-insurer"),
        el("input", type="search", id="find-insurer", autocomplete="off", spellcheck="false", enterkeyhint="search"),
        el("p", role="status", class_="found", data_found=True),
        class_="find",
    )


def _browsing(way: Html, words: Words) -> Html:
    """Return the way to a list of all, and what is said where names cannot be had."""
    return join(el("p", words["compare.failed"], class_="problem", data_failed=True, hidden=True), el("p", way))


def _insurers(insurers: Sequence[Insurer], library: Library) -> Html:
    many = len(insurers) > _MANY
    return el("div", *(_insurer(one, library) for one in insurers), class_="options many" if many else "options")


def _insurer(insurer: Insurer, library: Library) -> Html:
    """Return a choice; papers name an insurer in Japanese, so other languages show that name, or how it is read.

    The names by which it is found are of all languages, and stand in the page as it arrives.
    """
    if library.words.language == FIRST:
        return _option(insurer.id, insurer.id, insurer.name, names=names_of(insurer))
    on_paper = insurer.kana if insurer.name == insurer.called else insurer.called
    return _option(insurer.id, insurer.id, insurer.name, None if insurer.example else on_paper)


def _group(insurers: Sequence[Insurer], library: Library, heading: str | None = None, note: str | None = None) -> Html:
    """Return choices; a group without any does not show until the script puts some into it."""
    options, empty = _insurers(insurers, library), not insurers
    if heading is None:
        return el("div", options, data_group=True, hidden=empty)
    told = join(el("h2", heading), el("p", note, class_="hint"))
    return el("section", told, options, class_="group", data_group=True, hidden=empty)


def _ways(library: Library) -> Html:
    words = library.words
    ways = [_option(value, OTHER, words[f"choose.{value}"]) for value in _WAYS]
    unknown = _option("unknown", OTHER, words["ui.unknown"], words["facts.insurer.find_out"])
    return el(
        "section",
        el("h2", words["choose.ways"]),
        el("p", words["choose.ways_note"], class_="hint"),
        el("div", *ways, unknown, class_="options"),
        class_="group",
    )


def _option(value: str, opens: str, label: str, note: str | None = None, *, names: Iterable[str] = ()) -> Html:
    """Return a choice that opens an insurer's checker, with the names by which it is found."""
    named, noted = (f"choose-{value}", f"choose-note-{value}") if note else (None, None)
    choice = el(
        "input",
        type="radio",
        name="answer",
        value=value,
        data_opens=opens,
        data_names="|".join(names) or None,
        aria_labelledby=named,
        aria_describedby=noted,
    )
    told = join(el("span", label, class_="label", id=named), el("small", note, id=noted) if note else None)
    return el("label", choice, el("span", told), class_="option")


def _json(value: object, **attributes: bool) -> Html:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return el("script", Html(text), type="application/json", **attributes)
