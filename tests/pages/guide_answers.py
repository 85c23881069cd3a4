"""What the engine decides in a case, in the words of an insurer's own page: pages of guides are held against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages.markup import read_markup
from rulebooks import book, library

from checker.engine import decide
from checker.pages.cells import Cells
from checker.pages.decisions import Answer
from checker.pages.facility import old_card_text
from checker.pages.procedures import procedure_details
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from datetime import date

    from checker.pages.decisions import Decision
    from checker.pages.guides.plan import Case

__all__ = ["expected_answer"]


def expected_answer(insurer: str, case: Case, part: str, day: date) -> tuple[str, str]:
    """Return what an insurer answers, without who says so, and whose rule it is ("" where none is told beside it)."""
    decision = decide(book(insurer), {"insurer": insurer, "on_date": day.isoformat(), **case.facts_on(day)})
    cells = Cells(Wording(library().insurers[insurer], library().words), {})
    if part == "procedures":
        return _procedures(decision), ""
    if part == "papers":
        return _papers(decision, cells)
    told = decision[part]
    basis = told["basis"] if told else ""
    if part == "old_card":
        return old_card_text(decision["old_card"], cells.wording), basis
    if part == "document":
        return _bare(cells.documents(decision)), basis
    if case.facts.get("my_number_card") == "not_at_hand":
        return _not_at_hand(decision), basis
    return _bare(cells.ways(Answer({}, {"works": decision}, {"works": []}), ["works"])), basis


def _bare(written: str) -> str:
    return "".join(one.text for one in read_markup(written).children if not one.has("sn-basis"))


def _not_at_hand(decision: Decision) -> str:
    """A card that is away is shown only when it is back."""
    words = library().words
    actions = [words[f"actions.{name}"] for name in decision["care"]["actions"]]
    ways = [words["ui.show_and"].join(words[f"items.{item}"] for item in way) for way in decision["care"]["show"]]
    assert len(ways) == 1
    return "".join([words["ui.show_nothing"], *actions, words["ui.show_back_heading"], *ways])


def _papers(decision: Decision, cells: Cells) -> tuple[str, str]:
    """Return each procedure with what is stated of it, how what is issued comes, and whose rules these are."""
    words, procedures = library().words, decision["procedures"]
    (comes,) = {str(one["delivery"]): one["delivery"] for one in decision["document"]["issued"]}.values()
    said = ""
    for one in procedures:
        stated = any(one[key] is not None for key in ("where", "bring")) or comes
        details = read_markup(procedure_details({**one, "delivery": comes}, cells)).text
        said += words[f"procedures.{one['id']}"] + (details if stated else words["ui.where_not_stated"])
    (basis,) = {one["basis"] for one in procedures}
    return said, basis


def _procedures(decision: Decision) -> str:
    """Return each procedure with whose rule it is, in the order of letters: on a page what all have stands first."""
    words = library().words
    said = sorted(words["procedures." + one["id"]] + one["basis"] for one in decision["procedures"])
    return "".join(said) or words["guides.no_procedure"]
