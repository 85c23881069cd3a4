"""What an insurer's members show at a facility, and until when the old card counts; in bands of days, as the tables."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from checker.pages.alike import written_once
from checker.pages.bands import in_bands
from checker.pages.decisions import ORDINARY, alike
from checker.pages.html import Html, el, join

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from checker.pages.cells import Cells
    from checker.pages.decisions import Answer, Decision, Desk
    from checker.pages.wording import Wording

__all__ = ["facility_tables", "old_card_lines", "old_card_text"]


def facility_tables(cells: Cells, from_day: date, *, only_one: bool = False) -> Html:
    """Return what to show at each state of the reader, with a registered card and without any card.

    `only_one`: as for `in_bands`.
    """

    def write() -> Html:
        bands = in_bands([partial(_table, cells)], from_day, cells.wording, only_one=only_one)
        return el("div", bands, class_="sn-tables")

    return written_once(f"facility-{only_one}", cells, from_day, write)


def old_card_lines(cells: Cells, from_day: date, *, only_one: bool = False) -> Html:
    """Return until when the card counts that the insurer last issued; `only_one`: as for `in_bands`."""

    def write() -> Html:
        return in_bands([partial(_old_card, cells)], from_day, cells.wording, only_one=only_one)

    return written_once(f"old_card-{only_one}", cells, from_day, write)


def _table(cells: Cells, desk: Desk) -> Html:
    wording = cells.wording
    people = {
        wording.page("card_registered"): desk.answer(ORDINARY),
        wording.page("card_none"): desk.answer({"my_number_card": "none"}),
    }
    heads = [wording.words["facts.reader.name"], *people]
    head = el("thead", el("tr", *(el("th", text, scope="col") for text in heads)))
    body = el("tbody", *(_at_readers(readers, people, cells) for readers in alike(*people.values())))
    return el("table", el("caption", wording.page("table_facility")), head, body, class_="sn-table")


def _at_readers(readers: Sequence[str], people: Mapping[str, Answer], cells: Cells) -> Html:
    told = (el("td", cells.ways(answer, readers), data_label=name) for name, answer in people.items())
    names = [cells.reader_names([reader]) for reader in readers]
    head = names[0] if len(names) == 1 else el("ul", *(el("li", name) for name in names))
    return el("tr", el("th", head, scope="row"), *told)


def old_card_text(card: Decision, wording: Wording) -> str:
    """Return what is decided of the old card, in one sentence."""
    if card["usable"] is None:
        return wording.ui("old_card_unknown")
    if card["last_day"] is None:
        return wording.ui("old_card_ended")
    key = "old_card_usable" if card["usable"] else "old_card_ended_on"
    return wording.ui(key, date=wording.day(card["last_day"]))


def _old_card(cells: Cells, desk: Desk) -> Html:
    decision = desk.decide({"my_number_card": "none"})
    card = decision["old_card"]
    text = old_card_text(card, cells.wording)
    return join(el("p", text), cells.basis(card["basis"], desk.passages(decision, "old_card")))
