"""What a web editor chooses: insurer, language, first question and colours. Shown by the script of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.ruby import plain
from checker.pages.html import Html, el
from checker.pages.insurer_lists import names_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.authoring import Insurer, Library, Words

__all__ = ["COLOURS", "editors_form"]

COLOURS = {"accent": "#0017c1", "paper": "#ffffff", "text": "#1a1a1c"}
"""The widget's own colours, as `browser/widget_colours.js` has them."""


def editors_form(library: Library, shown: Sequence[Insurer], chosen: str) -> Html:
    """Return the form with the insurers that are `shown`, of which the one called `chosen` is chosen."""
    return el(
        "form",
        _insurers(library, shown, chosen),
        _languages(library),
        _errands(library),
        _colours(library),
        method="dialog",
        autocomplete="off",
        data_with_script=True,
        hidden=True,
    )


def _insurers(library: Library, shown: Sequence[Insurer], chosen: str) -> Html:
    words = library.words
    field = el(
        "div",
        el("label", words["choose.field"], for_="find-insurer"),
        el("input", type="search", id="find-insurer", autocomplete="off", spellcheck="false"),
        el("p", role="status", class_="sn-found", data_found=True),
        class_="sn-field",
    )
    named, unnamed = ([one for one in shown if one.example is example] for example in (False, True))
    return el(
        "fieldset",
        el("legend", words["editors.insurer"]),
        field,
        el(
            "div",
            *_rows(named, chosen),
            *(_looked_for(words) if len(shown) < len(library.insurers) else ()),
            *(_unnamed(unnamed, chosen, words) if unnamed else ()),
            class_="sn-rows",
            role="group",
            aria_label=plain(words["editors.insurer"]),
        ),
    )


def _unnamed(insurers: Sequence[Insurer], chosen: str, words: Words) -> tuple[Html, ...]:
    return _unnamed_heading(words), *_rows(insurers, chosen)


def _unnamed_heading(words: Words) -> Html:
    return el("p", el("b", words["pages.unnamed"]), " ", words["pages.unnamed_note"], class_="sn-note")


def _looked_for(words: Words) -> tuple[Html, Html]:
    """Return where the script puts those that are found among very many."""
    unnamed = el("div", _unnamed_heading(words), el("div", data_rows="unnamed"), hidden=True)
    return el("div", data_rows="named"), unnamed


def _rows(insurers: Sequence[Insurer], chosen: str) -> list[Html]:
    return [
        _radio("insurer", one.id, el("span", one.name), checked=one.id == chosen, names="|".join(names_of(one)))
        for one in insurers
    ]


def _radio(name: str, value: str, label: Html, *, checked: bool, names: str | None = None) -> Html:
    choice = el("input", type="radio", name=name, value=value, checked=checked, data_names=names)
    return el("label", choice, label, class_="sn-row")


def _languages(library: Library) -> Html:
    rows = (
        _radio(
            "language",
            name,
            el("span", plain(words["ui.language"]), lang=name.partition("-")[0]),
            checked=name == library.words.language,
        )
        for name, words in library.languages.items()
    )
    note = el("p", library.words["editors.language_note"], class_="sn-note", id="language-note")
    return el(
        "fieldset", el("legend", library.words["editors.language"]), *rows, note, aria_describedby="language-note"
    )


def _errands(library: Library) -> Html:
    words = library.words
    ask = el("option", words["editors.errand_ask"], value="")
    options = (el("option", plain(name), value=errand) for errand, name in words.tree["errands"].items())
    field = el("select", ask, *options, id="errand", name="errand")
    return el("div", el("label", words["editors.errand"], for_="errand"), field, class_="sn-field")


def _colours(library: Library) -> Html:
    words = library.words
    inputs = (
        el(
            "label",
            el("input", type="color", name=name, value=value, aria_describedby="contrast"),
            el("span", words[f"editors.{name}"]),
            class_="sn-row",
        )
        for name, value in COLOURS.items()
    )
    return el(
        "fieldset",
        el("legend", words["editors.colours"]),
        *inputs,
        el("p", role="status", id="contrast", data_contrast=True),
        el("p", el("button", words["editors.own_colours"], type="button", data_own_colours=True)),
        class_="sn-colours",
    )
