"""What stands around the questions of an insurer's checker, by name.

The page is built of these parts, and a switch of language puts those of another language in their places. Each part is
one element that carries its name as `data-told`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.languages import FIRST
from checker.authoring.ruby import plain
from checker.pages.contacts import contact_blocks
from checker.pages.here import FOLDERS
from checker.pages.html import Html, el, join
from checker.pages.insurer.places import overview
from checker.pages.insurer_lists import OTHER
from checker.pages.panel import panel
from checker.pages.standing import standing_of
from checker.pages.taken_back import national_way, source_told
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from checker.authoring import Insurer, Library
    from checker.pages.making import Making

__all__ = ["NEUTRAL_ADDRESS", "NOWHERE", "bar", "language_bar", "speaker_lines", "told_parts"]

NEUTRAL_ADDRESS = "https://www.jma.go.jp/"
"""Where the quick exit leads: the weather, of which nobody asks why."""

NOWHERE = "about:blank"
"""Where the quick exit leads when there is no network."""

_UP = "../../"
_SHORT = 7

_ENDS_AT_75 = frozenset({"nhi", "employees"})
"""Schemes that nobody stays in beyond the 75th birthday."""


def told_parts(insurer: Insurer, making: Making) -> Mapping[str, Html]:
    """Return the parts in the language that the library speaks; those that this insurer does not have are missing."""
    library, today = making.library, making.today
    wording, told = Wording(insurer, library.words), insurer.status == "published"
    parts = {
        "title": el("title", f"{insurer.name}|{wording.ui('app')}", data_told="title"),
        "bar": bar(making),
        "languages": language_bar(library) if told else _language_ways(insurer, making),
        "insurer": el("p" if told else "h1", insurer.name, class_="insurer", data_told="insurer"),
        "notice": _notice(insurer, library, today),
        "standing": standing_of(insurer, library.words),
        "elsewhere": _elsewhere(insurer, wording),
        "contact_heading": el("h2", wording.ui("contact_heading"), data_told="contact_heading"),
        "contact": el("div", contact_blocks(insurer, wording), data_contact=True, data_told="contact"),
        "panel": el("div", panel(insurer, library, today), data_told="panel"),
        "error": _error(wording),
        "foot": _foot(insurer, wording, making),
    }
    if not making.alone:
        parts["widget_bar"] = _bar(el("span", library.words["ui.app"], class_="home"), making, "widget_bar")
        parts["widget_foot"] = _widget_foot(insurer, wording, making)
    return {name: part for name, part in parts.items() if part is not None}


def language_bar(library: Library) -> Html | None:
    """Return the buttons that change the language of the page; none where there is but one."""
    if len(library.languages) == 1:
        return None
    spoken = library.words.language
    buttons = (
        el(
            "button",
            plain(words["ui.language"]),
            type="button",
            lang=name.partition("-")[0],
            data_language=name,
            aria_current="true" if name == spoken else None,
        )
        for name, words in library.languages.items()
    )
    return el("nav", *buttons, class_="languages", aria_label=library.words["ui.languages"], data_told="languages")


def _language_ways(insurer: Insurer, making: Making) -> Html | None:
    """Return the ways to the insurer's page in each language: where nothing is answered, no script changes this one."""
    ways = (
        el("a", plain(words["ui.language"]), href=f"{_UP}{FOLDERS[name]}{overview(insurer.id)}", lang=tag, hreflang=tag)
        for name, words in making.library.languages.items()
        for tag in (name.partition("-")[0],)
    )
    label = making.library.words["ui.languages"]
    return None if making.alone else el("nav", *ways, class_="languages-there", aria_label=label, data_told="languages")


def bar(making: Making, up: str = _UP) -> Html:
    """Return the bar on top: the way home, and the quick exit in the place where it is on every page."""
    app = making.library.words["ui.app"]
    address = f"{up}{FOLDERS[making.language]}index.html"
    home = el("span", app, class_="home") if making.alone else el("a", app, href=address, class_="home")
    return _bar(home, making, "bar")


def _bar(home: Html, making: Making, told: str) -> Html:
    return el("header", home, _leave(making), class_="bar", data_told=told)


def _leave(making: Making) -> Html:
    away = NOWHERE if making.alone else NEUTRAL_ADDRESS
    return el("a", making.library.words["ui.leave"], href=away, class_="leave", data_leave=away, rel="noreferrer")


def _notice(insurer: Insurer, library: Library, today: date) -> Html | None:
    """Return what is to be known first; that nothing is answered, in English too, whichever language it is asked in."""
    words = library.words
    if insurer.status != "published":
        others = (one for name, one in library.languages.items() if not name.startswith(FIRST))
        told = (el("span", one["ui.withdrawn"], lang=one.language) for one in others if one is not words)
        return el(
            "p", words["ui.withdrawn"], *(join(el("br"), one) for one in told), class_="notice", data_told="notice"
        )
    if insurer.review_by is None or insurer.review_by >= today:
        return None
    return el("p", words["ui.review_needed"], class_="notice", data_told="notice")


def _elsewhere(insurer: Insurer, wording: Wording) -> Html | None:
    """Return the way on where nothing is answered, or for people of 75, where this insurer's scheme ends then."""
    if insurer.status != "published":
        return el(
            "p", national_way(f"../{OTHER}/index.html", wording, OTHER), class_="elsewhere", data_told="elsewhere"
        )
    if insurer.rulebook.scheme not in _ENDS_AT_75:
        return None
    link = el("a", wording.ui("elsewhere"), href=f"../{OTHER}/index.html", data_opens=OTHER)
    return el("p", link, class_="elsewhere", data_elsewhere=True, data_told="elsewhere")


def _error(wording: Wording) -> Html:
    return el(
        "template",
        el("h1", wording.name("acts", "error"), tabindex="-1"),
        el("p", wording.ui("error_text")),
        data_error=True,
        data_told="error",
    )


def speaker_lines(making: Making) -> list[Html]:
    """Return who speaks on every page, how to report an error, and how to leave."""
    words, assets = making.library.words, making.assets
    operator = words["ui.operator"].format(operator=assets.operator) if assets.operator else words["ui.operator_unset"]
    report = el("a", words["ui.report"], href=assets.report) if assets.report and not making.alone else None
    return [
        el("p", words["ui.not_official"]),
        el("p", join(operator, " ", report), data_operator=True),
        el("p", words["ui.leave_hint"], class_="leave-hint"),
    ]


def _foot(insurer: Insurer, wording: Wording, making: Making) -> Html:
    """Return who speaks here, and from which document."""
    pages = _UP + FOLDERS[making.language]
    about = el("a", wording.ui("accessibility"), href=f"{pages}accessibility/index.html")
    rules = el("a", wording.ui("insurer_page"), href=f"{pages}insurers/{insurer.id}/index.html")
    others = el("a", wording.page("other_insurance"), href="../index.html", data_opens=True)
    told = insurer.status == "published"
    counter = el("button", wording.name("counter", "open"), type="button", class_="link", data_open_counter=True)
    return el(
        "footer",
        el("p", source_told(insurer, wording)),
        *speaker_lines(making),
        el("p", rules) if told and not making.alone else None,
        None if making.alone else el("p", others),
        None if making.alone else el("p", about),
        el("p", counter, class_="leave-hint") if told else None,
        data_told="foot",
    )


def _widget_foot(insurer: Insurer, wording: Wording, making: Making) -> Html:
    """Return the same for a page of somebody else: whose decision this is not, which rules it knows, the whole page.

    Its bar does not stay in sight, so the way out stands here again.
    """
    language = making.library.words.language
    query = "" if language == FIRST else f"?lang={language}"
    page = el("a", wording.words["embed.full_page"], href=f"{_UP}check/{insurer.id}/index.html{query}")
    version = wording.name("sheet", "version").format(version=insurer.rulebook.version[:_SHORT])
    return el(
        "footer",
        el("p", wording.words["embed.no_decision"]),
        *speaker_lines(making),
        el("p", join(source_told(insurer, wording), " ", version)),
        el("p", page, class_="full-page"),
        el("p", _leave(making)),
        data_told="widget_foot",
    )
