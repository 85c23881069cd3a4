"""What is known of an insurer's rules in one document, for files that stand alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.cells import Cells
from checker.pages.contacts import contact_blocks
from checker.pages.facility import facility_tables, old_card_lines
from checker.pages.insurer_lists import OTHER
from checker.pages.passage_lists import passage_lists
from checker.pages.passages import passage_numbers
from checker.pages.procedures import procedure_list
from checker.pages.silence import silence_list
from checker.pages.tables import decision_tables

if TYPE_CHECKING:
    from datetime import date

    from checker.authoring import Insurer
    from checker.pages.html import Html
    from checker.pages.wording import Wording

__all__ = ["rule_sections"]


def rule_sections(insurer: Insurer, wording: Wording, today: date) -> dict[str, Html]:
    """Return what is said of an insurer's rules, by section: for every situation, what it leaves open, and why."""
    cells = Cells(wording, passage_numbers(insurer))
    sections = {
        "tables": decision_tables(cells, today),
        "facility": facility_tables(cells, today),
        "old_card": old_card_lines(cells, today),
        "procedures": procedure_list(cells, today),
        "silence": silence_list(cells, today),
        "passages": passage_lists(insurer, wording),
        "contact": contact_blocks(insurer, wording),
    }
    if insurer.id == OTHER:
        del sections["silence"]
    return sections
