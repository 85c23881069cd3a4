"""Every day that matters with one insurer: the old card's end, when other documents came, and days in its document.

Answers are compared on the days on which rules begin or end, so no day stands here on which nothing changes.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from checker.pages.alike import written_once
from checker.pages.decisions import open_desk
from checker.pages.facility import old_card_lines
from checker.pages.guides.case_name import case_names
from checker.pages.guides.plan import Case
from checker.pages.html import Html, el, join
from checker.pages.insurer.case_tables import USUAL
from checker.pages.insurer.outcome import proof_of
from checker.pages.passages import listed_passages
from checker.pages.proof import NATIONAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.pages.cells import Cells
    from checker.pages.decisions import Decision, Desk, Facts
    from checker.pages.wording import Wording

__all__ = ["FIRST_DAY", "changes_by_day", "dated_sentences", "dates"]

FIRST_DAY = date(2024, 7, 1)
"""Before it no rule is known (`scope` in rules.yaml)."""

_SENTENCE = re.compile(r"[^。]+。|.+?\.(?=\s|$)\s*|.+$")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_DAY = timedelta(days=1)


def dates(cells: Cells, day: date) -> Html:
    """Return the days from which on other documents come, and what the insurer's own document says of days."""
    wording = cells.wording
    changes = written_once("dates", cells, day, lambda: _changes(cells))
    told = [el("li", text, " ", cells.link(passage)) for passage, text in dated_sentences(cells)]
    return join(
        el(
            "section",
            el("h3", wording.page("section_old_card")),
            old_card_lines(cells, day, only_one=True),
            id="old-card",
        ),
        el("h3", wording.words["insurer_pages.dates_changes"]),
        changes,
        el("h3", wording.words["insurer_pages.dates_told"]) if told else None,
        el("ul", *told) if told else None,
    )


def dated_sentences(cells: Cells) -> Iterator[tuple[str, str]]:
    """Yield each sentence of the insurer's own passages that names a year, and its passage."""
    for passage in listed_passages(cells.wording.insurer):
        if not passage.id.startswith(NATIONAL):
            for found in _SENTENCE.finditer(passage.says):
                if _YEAR.search(found[0]):
                    yield passage.id, found[0].strip()


def changes_by_day(cells: Cells) -> Iterator[tuple[date, Facts, Decision]]:
    """Yield the days from which on another document comes in a usual situation than the day before, and which."""
    insurer = cells.wording.insurer
    for day in sorted(open_desk(insurer, FIRST_DAY).days_to_come()):
        before, after = open_desk(insurer, day - _DAY), open_desk(insurer, day)
        for facts in USUAL:
            if _seen(before, facts) != _seen(after, facts):
                yield day, facts, after.decide(facts)


def _seen(desk: Desk, facts: Facts) -> object:
    document = desk.decide(facts)["document"]
    return [[one["id"], one["route"]] for one in document["issued"]] if document else []


def _changes(cells: Cells) -> Html:
    wording = cells.wording
    days: dict[date, dict[tuple[Html, str], tuple[list[Case], list[str]]]] = {}
    for changed, facts, decision in changes_by_day(cells):
        key = _documents(decision, wording), decision["document"]["basis"]
        cases, proof = days.setdefault(changed, {}).setdefault(key, ([], []))
        cases.append(Case(facts))
        proof += proof_of(decision, open_desk(wording.insurer, changed))
    rows = [
        el(
            "li",
            el("p", el("b", wording.words["insurer_pages.from_day"].format(day=wording.day(changed)))),
            *(
                join(el("div", case_names(cases, wording)), text, cells.basis(basis, proof))
                for (text, basis), (cases, proof) in told.items()
            ),
        )
        for changed, told in days.items()
    ]
    return el("ul", *rows) if rows else el("p", wording.words["insurer_pages.dates_none"])


def _documents(decision: Decision, wording: Wording) -> Html:
    """Return what comes and how, without what held only then."""
    issued = decision["document"]["issued"]
    lines = (
        el("p", el("strong", wording.issued(one)), el("br"), wording.name("routes", one["route"])) for one in issued
    )
    return join(*lines) if issued else el("p", wording.ui("documents_none"))
