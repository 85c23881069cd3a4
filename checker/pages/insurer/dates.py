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
from checker.pages.guides.parts import Bare
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

__all__ = ["FIRST_DAY", "changes_by_day", "dated_sentences", "dates"]

FIRST_DAY = date(2024, 7, 1)
"""Before it no rule is known (`scope` in rules.yaml)."""

_SENTENCE = re.compile(r"[^。]+。|.+?\.(?=\s|$)\s*|.+$")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_DAY = timedelta(days=1)
_UNSEEN = frozenset({"basis", "passages", "rules"})


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
    items = [*document["issued"], *document["refused"]] if document else []
    return [{key: value for key, value in item.items() if key not in _UNSEEN} for item in items]


def _changes(cells: Cells) -> Html:
    wording, bare = cells.wording, Bare(cells.wording, {})
    days: dict[date, dict[tuple[Html, str], tuple[list[Case], list[str]]]] = {}
    for changed, facts, decision in changes_by_day(cells):
        key = bare.documents(decision), decision["document"]["basis"]
        cases, proof = days.setdefault(changed, {}).setdefault(key, ([], []))
        cases.append(Case(facts))
        proof += proof_of(decision, open_desk(wording.insurer, changed))
    rows = [
        el(
            "div",
            el("dt", wording.words["insurer_pages.from_day"].format(day=wording.day(changed))),
            *(
                el("dd", el("div", case_names(cases, wording)), text, cells.basis(basis, proof))
                for (text, basis), (cases, proof) in told.items()
            ),
        )
        for changed, told in days.items()
    ]
    if not rows:
        return el("p", wording.words["insurer_pages.dates_none"])
    return el("dl", *rows, class_="sn-named")
