"""What a row's situation is called: in lines for a table, in one line for a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.ages import AGES
from checker.pages.html import Html, el, join
from checker.pages.rows import REGISTRATIONS

if TYPE_CHECKING:
    from checker.pages.rows import Born, Row
    from checker.pages.wording import Wording

__all__ = ["row_name", "row_text"]

_Line = tuple[str | None, str]
"""A label, or None where the words speak for themselves; and what is said."""


def row_name(row: Row, wording: Wording) -> Html:
    """Return the row's situation as the head of a table row."""
    if row.fact == "care_needs" and len(row.values) > 1:
        return el("ul", *(el("li", wording.value(row.fact, str(value))) for value in row.values))
    lines = (
        el("span", label and el("span", label, class_="sn-label"), text, class_="sn-said")
        for label, text in _lines(row, wording)
    )
    return join(*lines)


def row_text(row: Row, wording: Wording) -> str:
    """Return the row's situation in one line; what makes no difference is left out."""
    told = _lines(row, wording)
    if row.fact == "registration" and len(row.values) == len(REGISTRATIONS):
        told = told[:1]
    lines = (f"{label}:{text}" if label else text for label, text in told)
    return wording.page("list_and").join(lines)


def _lines(row: Row, wording: Wording) -> list[_Line]:
    match row.fact:
        case "registration":
            card = wording.value("my_number_card", str(row.fixed["my_number_card"]))
            said: list[_Line] = [(_fact(wording, "my_number_card"), card)]
            return [*said, (_fact(wording, row.fact), _registrations(row, wording))] if row.values else said
        case "age":
            born = [(None, _born(row.born, wording))] if row.born else []
            return [(None, _ages(row, wording)), *born, (None, _card(row, wording))]
        case "e_certificate":
            return [(_fact(wording, row.fact), _values(row, wording))]
    return [(None, _values(row, wording))]


def _fact(wording: Wording, fact: str) -> str:
    return wording.words[f"facts.{fact}.name"]


def _values(row: Row, wording: Wording) -> str:
    return wording.page("list_or").join(wording.value(row.fact, str(value)) for value in row.values)


def _registrations(row: Row, wording: Wording) -> str:
    if len(row.values) == len(REGISTRATIONS):
        return wording.page("any_registration")
    return _values(row, wording)


def _card(row: Row, wording: Wording) -> str:
    registered = "registration" in row.fixed
    return wording.page("card_registered" if registered else "card_none")


def _ages(row: Row, wording: Wording) -> str:
    first, last = row.values[0], row.values[-1]
    if last == AGES[-1]:
        return wording.ui("age_from", age=str(first))
    if first == last:
        return wording.ui("age_one", age=str(first))
    return wording.ui("age_between", **{"from": str(first), "until": str(last)})


def _born(born: Born, wording: Wording) -> str:
    first, last = (day and wording.day(day) for day in born)
    if first and last:
        days = wording.ui("band_between", **{"from": first, "until": last})
    else:
        days = wording.ui("band_from", **{"from": first}) if first else wording.ui("band_until", until=str(last))
    return wording.ui("born", days=days)
