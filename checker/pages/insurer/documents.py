"""Each document that an insurer issues: what it is, how it comes, how long it holds, what it costs, and a lost one.

Read off the engine's answers in all situations of the tables. What nobody says is said to be unknown; where the insurer
says nothing of expiry and cost, the national layer's passage stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.pages import rows
from checker.pages.ages import ages
from checker.pages.alike import written_once
from checker.pages.decisions import ORDINARY, open_desk
from checker.pages.guides.plan import NO_CARD
from checker.pages.html import Html, el, join
from checker.pages.insurer.outcome import outcome
from checker.pages.passages import ABOUT_DOCUMENTS
from checker.pages.procedures import procedure_link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from checker.pages.cells import Cells
    from checker.pages.decisions import Decision, Desk, Facts

__all__ = ["documents"]

_LOST: Mapping[str, Facts] = {
    "eligibility_certificate": {**NO_CARD, "event": ["lost_certificate"]},
    "eligibility_notice": {**ORDINARY, "event": ["lost_notice"]},
}
_CHANGED: tuple[Facts, ...] = (
    {**NO_CARD, "event": ["data_changed"]},
    {**ORDINARY, "event": ["data_changed"]},
    {**NO_CARD, "has": ["eligibility_certificate"]},
)
_SIDES = ("route", "when", "delivery", "until", "renewal")
_RARE = ("variant", "later", "lasts")
"""What few insurers say; of others it is not said to be unknown."""


def documents(cells: Cells, day: date) -> Html:
    """Return every document that some situation brings, in the order in which documents are named."""
    return written_once("documents", cells, day, lambda: _documents(open_desk(cells.wording.insurer, day), cells))


def _documents(desk: Desk, cells: Cells) -> Html:
    found: dict[str, list[Mapping[str, Any]]] = {}
    for decision in _decisions(desk):
        for item in (decision["document"] or {"issued": []})["issued"]:
            found.setdefault(item["id"], []).append(item)
    names = [name for name in cells.wording.words.tree["documents"] if name in found]
    return join(*(_document(name, found[name], desk, cells) for name in names))


def _decisions(desk: Desk) -> Iterator[Decision]:
    for row in (*rows.cards(desk), *rows.care_needs(desk), *rows.special(desk), *ages(desk)):
        yield row.answer.ordinary
    yield from (desk.decide(facts) for facts in _CHANGED)


def _document(name: str, items: list[Mapping[str, Any]], desk: Desk, cells: Cells) -> Html:
    wording = cells.wording
    said = {key: _told(key, name, items, cells) for key in (*_SIDES, *_RARE, "fee")}
    said = {key: told for key, told in said.items() if told or key not in _RARE}
    if name in _LOST:
        said["lost"] = _after_losing(desk.decide(_LOST[name]), desk, cells)
    unsaid = [wording.words[f"insurer_pages.document_{key}"] for key, told in said.items() if told is None]
    rows = [(wording.words[f"insurer_pages.document_{key}"], told) for key, told in said.items() if told]
    if unsaid:
        rows.append((wording.words["insurer_pages.not_said"], Html(wording.page("list_comma").join(unsaid))))
    return el(
        "section",
        el("h3", wording.name("documents", name)),
        el("p", wording.name("document_notes", name)),
        el("dl", *(el("div", el("dt", term), el("dd", told)) for term, told in rows), class_="sn-named"),
        id=f"document-{name.replace('_', '-')}",
    )


def _told(key: str, name: str, items: list[Mapping[str, Any]], cells: Cells) -> Html | None:
    """Return what is said of one side of a document, each thing once with the passages of all who say it.

    Where it comes in several ways, that depends on the ground, and each is told there.
    """
    said: dict[tuple[str, str], list[str]] = {}
    for item in items:
        if item.get(key):
            said.setdefault((_said(key, item, cells), item["basis"]), []).extend(item["passages"])
    if key == "route" and len({text for text, _ in said}) > 1:
        wording = cells.wording
        return el("p", wording.words["insurer_pages.by_ground"], " ", _to_grounds(cells))
    if said:
        return join(*(join(el("p", text), cells.basis(basis, proof)) for (text, basis), proof in said.items()))
    if (name, key) in ABOUT_DOCUMENTS:
        passage = cells.wording.insurer.passages[ABOUT_DOCUMENTS[name, key]]
        return join(el("p", passage.says), cells.basis("national", [passage.id]))
    return None


def _to_grounds(cells: Cells) -> Html:
    return el("a", cells.wording.page("section_grounds"), href="#grounds")


def _said(key: str, item: Mapping[str, Any], cells: Cells) -> str:
    wording = cells.wording
    match key:
        case "route":
            return wording.name("routes", item[key])
        case "variant":
            return wording.issued(item)
        case "lasts":
            return wording.name("durations", item[key])
        case "delivery":
            return cells.delivery(item[key])
        case "renewal":
            return wording.name("renewals", item[key])
    return wording.day(item[key])


def _after_losing(decision: Decision, desk: Desk, cells: Cells) -> Html:
    """Return what comes then, and the way to what is to be done for it."""
    links = [el("li", procedure_link(one["id"], desk, cells)) for one in decision["procedures"]]
    return join(outcome(decision, desk, cells), el("ul", *links) if links else None)
