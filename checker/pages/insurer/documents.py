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
from checker.pages.guides.parts import Bare
from checker.pages.guides.plan import NO_CARD
from checker.pages.html import Html, el, join

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from checker.pages.cells import Cells
    from checker.pages.decisions import Decision, Desk, Facts

__all__ = ["NATIONAL_PROOF", "documents"]

NATIONAL_PROOF: Mapping[tuple[str, str], str] = {
    ("eligibility_certificate", "until"): "national/N9",
    ("eligibility_certificate", "fee"): "national/N10",
    ("eligibility_notice", "until"): "national/N35",
}
"""What the national layer says of a document where the insurer says nothing."""

_LOST: Mapping[str, Facts] = {
    "eligibility_certificate": {**NO_CARD, "event": ["lost_certificate"]},
    "eligibility_notice": {**ORDINARY, "event": ["lost_notice"]},
}
_CHANGED: tuple[Facts, ...] = (
    {**NO_CARD, "event": ["data_changed"]},
    {**ORDINARY, "event": ["data_changed"]},
    {**NO_CARD, "has": ["eligibility_certificate"]},
)
_TOLD = ("route", "when", "delivery", "until", "renewal")


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
    terms = [_term(key, name, items, cells) for key in _TOLD]
    terms += [_term("fee", name, (), cells)]
    if name in _LOST:
        terms += [_row("lost", _after_losing(desk.decide(_LOST[name]), cells), cells)]
    return el(
        "section",
        el("h3", wording.name("documents", name)),
        el("p", wording.name("document_notes", name)),
        el("dl", *terms, class_="sn-named"),
        id=f"document-{name.replace('_', '-')}",
    )


def _term(key: str, name: str, items: list[Mapping[str, Any]] | tuple[()], cells: Cells) -> Html | None:
    """Return what is said of one side of a document: each thing once, with the passages of all who say it."""
    said: dict[tuple[str, str], list[str]] = {}
    for item in items:
        if item[key]:
            said.setdefault((_said(key, item, cells), item["basis"]), []).extend(item["passages"])
    if said:
        lines = (join(el("p", text), cells.basis(basis, proof)) for (text, basis), proof in said.items())
        return _row(key, join(*lines), cells)
    if (name, key) in NATIONAL_PROOF:
        passage = cells.wording.insurer.passages[NATIONAL_PROOF[name, key]]
        return _row(key, join(el("p", passage.says), cells.basis("national", [passage.id])), cells)
    return _row(key, el("p", cells.wording.words["insurer_pages.not_said"]), cells)


def _said(key: str, item: Mapping[str, Any], cells: Cells) -> str:
    wording = cells.wording
    match key:
        case "route":
            return wording.name("routes", item[key])
        case "delivery":
            return cells.delivery(item[key])
        case "renewal":
            return wording.name("renewals", item[key])
    return wording.day(item[key])


def _after_losing(decision: Decision, cells: Cells) -> Html:
    document = decision["document"]
    proof = [name for one in (*document["issued"], *document["refused"]) for name in one["passages"]]
    return join(Bare(cells.wording, {}).documents(decision), cells.basis(document["basis"], proof))


def _row(key: str, content: Html, cells: Cells) -> Html:
    return el("div", el("dt", cells.wording.words[f"insurer_pages.document_{key}"]), el("dd", content))
