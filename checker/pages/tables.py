"""An insurer's decision tables: every situation of the card, and what the engine decides for it.

The same tables stand on the insurer's page and, for visitors without JavaScript, on its checker page. One set of
tables for each run of days with the same answers, from the day of the build on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.pages import rows
from checker.pages.cells import Cells
from checker.pages.decisions import open_desk
from checker.pages.html import Html, el
from checker.pages.naming import row_name
from checker.pages.passages import passage_numbers
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from checker.authoring import Insurer, Library
    from checker.pages.decisions import Desk
    from checker.pages.rows import Row

__all__ = ["decision_tables"]

_PARTS: tuple[tuple[str, Callable[[Desk], Iterable[Row]]], ...] = (
    ("cards", rows.cards),
    ("care_needs", rows.care_needs),
    ("special", rows.special),
    ("ages", rows.ages),
)


@dataclass(frozen=True)
class _Part:
    key: str
    rows: tuple[Row, ...]

    @property
    def seen(self) -> tuple[str, ...]:
        return tuple(f"{row.fixed}{row.values}{row.answer.seen}" for row in self.rows)


def decision_tables(
    insurer: Insurer,
    library: Library,
    from_day: date,
    passages_at: str | None = None,
) -> Html:
    """Return the tables for `from_day` and for every later day on which an answer changes.

    `passages_at` is the address of the page where the passages stand: by default the insurer's page, as seen from a
    page two folders below the root; "" where the tables stand on it themselves.
    """
    at = f"../../insurers/{insurer.id}/index.html" if passages_at is None else passages_at
    wording = Wording(insurer, library.words)
    cells = Cells(wording, passage_numbers(insurer), at)
    bands = list(_bands(insurer, from_day))
    written = []
    for (day, parts), later in zip(bands, [*bands[1:], None], strict=True):
        days = wording.page("from_day", day=wording.day(day))
        if later:
            days = wording.page("from_day_until", day=wording.day(day), until=wording.day(later[0]))
        written += [el("p", days, class_="sn-days"), *(_table(part, wording, cells) for part in parts)]
    return el("div", *written, class_="sn-tables")


def _bands(insurer: Insurer, from_day: date) -> Iterator[tuple[date, list[_Part]]]:
    """Yield the days from which on other answers hold, with those answers."""
    before: list[tuple[str, ...]] = []
    for day in [from_day, *open_desk(insurer, from_day).days_to_come()]:
        desk = open_desk(insurer, day)
        parts = [_Part(key, tuple(make(desk))) for key, make in _PARTS]
        seen = [part.seen for part in parts]
        if seen != before:
            yield day, parts
        before = seen


def _table(part: _Part, wording: Wording, cells: Cells) -> Html:
    heads = [wording.page(f"column_{name}") for name in ("situation", "document", "works", "otherwise")]
    caption = el("caption", wording.page(f"table_{part.key}"))
    head = el("thead", el("tr", *(el("th", text, scope="col") for text in heads)))
    body = el("tbody", *(_row(row, wording, cells, heads) for row in part.rows))
    return el("table", caption, head, body, class_="sn-table")


def _row(row: Row, wording: Wording, cells: Cells, heads: list[str]) -> Html:
    values = (
        cells.documents(row.answer.ordinary),
        cells.at_reader(row.answer),
        cells.without_reader(row.answer),
    )
    written = (el("td", value, data_label=head) for value, head in zip(values, heads[1:], strict=True))
    return el("tr", el("th", row_name(row, wording), scope="row"), *written)
