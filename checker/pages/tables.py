"""An insurer's decision tables: every situation of the card, and what the engine decides for it.

The same tables stand on the insurer's page and, for visitors without JavaScript, on its checker page, from the day of
the build on.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from checker.pages import rows
from checker.pages.ages import ages
from checker.pages.alike import written_once
from checker.pages.bands import in_bands
from checker.pages.html import Html, el
from checker.pages.naming import row_name
from checker.pages.notes import Notes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from checker.pages.cells import Cells
    from checker.pages.decisions import Desk
    from checker.pages.rows import Row

    Rows = Callable[[Desk], Iterable[Row]]

__all__ = ["decision_tables"]

_PARTS: tuple[tuple[str, Rows], ...] = (
    ("cards", rows.cards),
    ("care_needs", rows.care_needs),
    ("special", rows.special),
    ("ages", ages),
)
_COLUMNS = ("situation", "document", "works", "otherwise")


def decision_tables(cells: Cells, from_day: date) -> Html:
    """Return the tables for `from_day`, and those that are others from a later day on, and the notes to all of them."""

    def write() -> Html:
        notes = Notes(cells.wording.words)
        noting = replace(cells, notes=notes)
        parts = [partial(_table, key, make, noting) for key, make in _PARTS]
        bands = in_bands(parts, from_day, cells.wording)
        return el("div", bands, notes.listed(), class_="sn-tables")

    return written_once("tables", cells, from_day, write)


def _table(key: str, make: Rows, cells: Cells, desk: Desk) -> Html:
    wording = cells.wording
    heads = [wording.page(f"column_{name}") for name in _COLUMNS]
    caption = el("caption", wording.page(f"table_{key}"))
    head = el("thead", el("tr", *(el("th", text, scope="col") for text in heads)))
    body = el("tbody", *(_row(row, cells, heads) for row in make(desk)))
    return el("table", caption, head, body, class_="sn-table")


def _row(row: Row, cells: Cells, heads: list[str]) -> Html:
    """Return a row; what to show stands once where it is the same whether the reader works or not."""
    works, otherwise = cells.at_reader(row.answer), cells.without_reader(row.answer)
    if works == otherwise:
        shown = [el("td", works, colspan="2", data_label=cells.wording.page("column_always"))]
    else:
        shown = [el("td", works, data_label=heads[2]), el("td", otherwise, data_label=heads[3])]
    name = el("th", row_name(row, cells.wording), scope="row")
    return el("tr", name, el("td", cells.documents(row.answer.ordinary)), *shown)
