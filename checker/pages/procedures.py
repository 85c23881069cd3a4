"""The procedures of an insurer: collected from the engine's answers, with who goes and what to bring.

Each occasion is asked for each person who may go; entries with the same content stand once.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from checker.pages.alike import written_once
from checker.pages.decisions import ORDINARY, open_desk
from checker.pages.html import Html, el, esc, join
from checker.pages.rows import CARDS, known_needs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from checker.pages.cells import Cells
    from checker.pages.decisions import Desk, Facts

__all__ = ["SAID", "procedure_anchor", "procedure_details", "procedure_link", "procedure_list", "unstated"]

_EVENTS = (
    "cancel_registration",
    "lost_notice",
    "lost_certificate",
    "lost_old_card",
    "data_changed",
    "moved_insurer",
    "joined_insurer",
    "left_insurer",
    "online_check_failed",
    "turned_70",
)
_NAMED = ("my_number_card", "registration", "e_certificate")
"""Facts whose values are not clear without the fact's name."""

_BY_PHONE = frozenset({"suspend_card"})
"""Done by a call: nothing is brought to it."""

_ELSEWHERE = "ask_other_insurer"
"""Its name is a whole sentence."""

SAID = ("where", "medium", "bring", "takes", "delivery", "who", "medium_refused", "fee", "duty")
"""What is told of a procedure, as far as it is stated."""


@dataclass
class _Variant:
    """One content of a procedure, and for whom and when it came up."""

    entry: Mapping[str, Any]
    applicants: dict[str, None] = field(default_factory=dict)
    occasions: dict[str, None] = field(default_factory=dict)


def _applicants(cells: Cells) -> Sequence[str]:
    """Who may go, as far as this insurer tells them apart."""
    return cells.wording.insurer.rulebook.by_fact["applicant"].values


def procedure_anchor(name: str) -> str:
    """Return the id under which a procedure stands on the insurer's page."""
    return "procedure-" + name.replace("_", "-")


def procedure_link(name: str, desk: Desk, cells: Cells) -> Html:
    """Return what a procedure is called, leading to where it stands on the insurer's page, if it stands there."""
    called = cells.wording.name("procedures", name)
    stands = any(
        entry["id"] == name
        for _, _, facts in _occasions(desk)
        for entry in desk.decide({**facts, "applicant": _applicants(cells)[0]})["procedures"]
    )
    return el("a", called, href=f"#{procedure_anchor(name)}") if stands else esc(called)


def procedure_list(cells: Cells, day: date) -> Html:
    """Return every procedure that comes up in some situation, with where to go and what to bring."""
    return written_once("procedures", cells, day, lambda: _procedures(open_desk(cells.wording.insurer, day), cells))


def unstated(desk: Desk, cells: Cells) -> dict[str, list[str]]:
    """Return the procedures of which the insurer says nowhere where they are done or what to bring, and which of it."""
    found: dict[str, list[str]] = {}
    for name, variants in _collected(desk, cells).items():
        for key in ("where", "bring"):
            said = any(variant.entry[key] is not None for variant in variants.values())
            if not said and not name.startswith("ask_") and name not in _BY_PHONE:
                found.setdefault(name, []).append(key)
    return found


def _procedures(desk: Desk, cells: Cells) -> Html:
    found = _collected(desk, cells)
    return join(*(_procedure(name, list(variants.values()), cells) for name, variants in found.items()))


def _collected(desk: Desk, cells: Cells) -> dict[str, dict[str, _Variant]]:
    found: dict[str, dict[str, _Variant]] = {}
    for fact, value, facts in _occasions(desk):
        occasion = _occasion(fact, value, cells)
        for applicant in _applicants(cells):
            for entry in desk.decide({**facts, "applicant": applicant})["procedures"]:
                said = json.dumps([entry.get(key) for key in SAID])
                variant = found.setdefault(entry["id"], {}).setdefault(said, _Variant(entry))
                variant.applicants[applicant] = None
                variant.occasions[occasion] = None
    return found


def _occasions(desk: Desk) -> Iterable[tuple[str, str, Facts]]:
    for event in _EVENTS:
        yield "event", event, {**ORDINARY, "event": [event]}
    yield "event", "lost_certificate", {"my_number_card": "none", "event": ["lost_certificate"]}
    for card in CARDS[1:]:
        registered = {} if card == "none" else {"registration": "registered"}
        yield "my_number_card", card, {"my_number_card": card, **registered}
    for registration in ("not_registered", "cancellation_pending", "cancelled"):
        yield "registration", registration, {**ORDINARY, "registration": registration}
    for need in known_needs(desk):
        yield "care_needs", need, {**ORDINARY, "care_needs": [need]}
    yield "e_certificate", "expired", {**ORDINARY, "e_certificate": "expired"}


def _occasion(fact: str, value: str, cells: Cells) -> str:
    wording = cells.wording
    told = wording.value(fact, value)
    return wording.page("occasion", fact=wording.words[f"facts.{fact}.name"], value=told) if fact in _NAMED else told


def _procedure(name: str, variants: Sequence[_Variant], cells: Cells) -> Html:
    """Return one procedure; what comes up on the same occasions stands together, and these are told once."""
    by_occasions: dict[tuple[str, ...], list[_Variant]] = {}
    for variant in variants:
        by_occasions.setdefault(tuple(variant.occasions), []).append(variant)
    heading = cells.wording.name("procedures", name)
    told: Html | None = None
    if name == _ELSEWHERE:
        heading, told = cells.wording.words["insurer_pages.ask_other"], el("p", heading)
    return el(
        "section",
        el("h3", heading),
        *(join(_when(occasions, cells), told, _variants(some, cells)) for occasions, some in by_occasions.items()),
        class_="sn-procedure",
        id=procedure_anchor(name),
    )


def _when(occasions: Iterable[str], cells: Cells) -> Html:
    wording = cells.wording
    told = wording.page("list_comma").join(occasions)
    return el("p", el("span", wording.page("occasions"), class_="sn-label"), told)


def _variants(variants: Sequence[_Variant], cells: Cells) -> Html:
    """Return what holds whoever goes, and then what differs for each who may go."""
    told = [_Told(one, cells) for one in variants]
    common = [row for row in told[0].rows if all(row in one.rows for one in told)] if len(told) > 1 else []
    basis = told[0].basis if all(one.basis == told[0].basis for one in told) else None
    written = (
        el(
            "div",
            one.who,
            el("dl", *(row for row in one.rows if row not in common)) if one.rows else one.unstated,
            one.basis if basis is None else None,
            class_="sn-variant",
        )
        for one in told
    )
    return join(el("dl", *common) if common else None, *written, basis)


class _Told:
    """One content of a procedure in words: for whom, its rows, or that nothing is stated, and who says so."""

    def __init__(self, variant: _Variant, cells: Cells) -> None:
        wording, entry = cells.wording, variant.entry
        self.who: Html | None = None
        if len(variant.applicants) < len(_applicants(cells)):
            names = wording.page("list_comma").join(wording.value("applicant", name) for name in variant.applicants)
            self.who = el("h4", wording.page("applicant", who=names))
        self.rows = _rows(entry, cells) if _states(entry) else []
        self.unstated = None if self.rows else _nothing_stated(entry, cells)
        self.basis = cells.basis(entry["basis"], entry.get("passages", ()))


def _states(entry: Mapping[str, Any]) -> bool:
    return any(entry.get(key) is not None for key in SAID)


def procedure_details(entry: Mapping[str, Any], cells: Cells) -> Html:
    """Return where to go, what to bring and how it is done, as far as that is stated."""
    return el("dl", *_rows(entry, cells))


def _rows(entry: Mapping[str, Any], cells: Cells) -> list[Html]:
    wording = cells.wording
    who = [wording.value("applicant", one) for one in entry.get("who") or ()]
    rows = [
        *([_said("who", wording.page("list_or").join(who), cells)] if who else []),
        _said("where", _names(entry["where"], "places", "where_not_stated", cells), cells),
    ]
    if entry["bring"] or entry["id"] not in _BY_PHONE:
        rows.append(_said("bring", _names(entry["bring"], "papers", "bring_not_stated", cells), cells))
    if entry.get("medium"):
        rows.append(_said("medium", _names(entry["medium"], "media", "bring_nothing", cells), cells))
    if entry.get("medium_refused"):
        refused = _names(entry["medium_refused"], "media", "bring_nothing", cells)
        rows.append(_said("medium_refused", refused, cells))
    if (fee := entry.get("fee")) is not None:
        rows.append(_said("fee", wording.ui("fee_yen", yen=str(fee)) if fee else wording.ui("fee_none"), cells))
    if entry.get("duty"):
        rows.append(_said("due", wording.ui("duty"), cells))
    if entry.get("takes"):
        rows.append(_said("takes", wording.name("durations", entry["takes"]), cells))
    if entry.get("delivery"):
        rows.append(_said("delivery", cells.delivery(entry["delivery"]), cells))
    return rows


def _nothing_stated(entry: Mapping[str, Any], cells: Cells) -> Html | None:
    """Return the way to ask, where the text says neither place nor papers; another insurer is not ours to name."""
    if entry["id"] == _ELSEWHERE:
        return None
    to_contact = el("a", cells.wording.page("section_contact"), href="#contact")
    unknown = None if entry["id"] == "ask_insurer" else cells.wording.ui("where_not_stated")
    return el("p", unknown, to_contact)


def _said(label: str, value: str, cells: Cells) -> Html:
    return el("div", el("dt", cells.wording.ui(label)), el("dd", value))


def _names(ids: Sequence[str] | None, kind: str, missing: str, cells: Cells) -> str:
    wording = cells.wording
    if ids is None:
        return wording.ui(missing)
    if not ids:
        return wording.ui("bring_nothing")
    return el("ul", *(el("li", wording.name(kind, name)) for name in ids))
