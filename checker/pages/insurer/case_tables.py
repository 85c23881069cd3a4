"""Short tables on an insurer's overview: which document comes to whom, and on which grounds there is a certificate.

Each row is asked of the engine; rows in which everything is the same are one, with the passages of them all.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from checker.pages.alike import written_once
from checker.pages.bands import in_bands
from checker.pages.decisions import ORDINARY, open_desk
from checker.pages.guides.case_name import case_names
from checker.pages.guides.parts import Bare
from checker.pages.guides.plan import NO_CARD, NOT_REGISTERED, Case
from checker.pages.html import Html, el, join
from checker.pages.insurer.outcome import proof_of
from checker.pages.insurer_lists import OTHER
from checker.pages.procedures import procedure_link
from checker.pages.rows import known_needs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from checker.pages.cells import Cells
    from checker.pages.decisions import Decision, Desk, Facts

__all__ = ["GROUNDS", "USUAL", "WISHES", "arrives", "grounds", "hard_to_use"]

USUAL: tuple[Facts, ...] = (ORDINARY, NOT_REGISTERED, NO_CARD)
"""Where nothing else is special; of whom we know no insurer, age comes in as well."""

_FROM_75: Facts = {**ORDINARY, "age": 75}

GROUNDS: tuple[Facts, ...] = (
    NO_CARD,
    NOT_REGISTERED,
    {"my_number_card": "held", "registration": "cancelled"},
    {**ORDINARY, "event": ["cancel_registration"]},
    *({"my_number_card": card} for card in ("lost", "renewing", "return_pending", "returned", "expired")),
    {**ORDINARY, "e_certificate": "expired"},
)
"""Why somebody may need a certificate, beside what makes it hard to use the card."""

WISHES: tuple[Facts, ...] = tuple({**ORDINARY, "wants": wish} for wish in ("just_in_case", "not_to_use_card"))
"""What alone is no ground everywhere."""

_CERTIFICATE = "eligibility_certificate"
_FILED = ("apply_certificate", "cancel_registration", "ask_insurer", "ask_other_insurer")
"""What is handed in for a certificate, or has to be asked first."""


@dataclass
class _Row:
    """Cases that share a row, and the passages behind them."""

    cases: list[Case] = field(default_factory=list)
    proof: list[str] = field(default_factory=list)


def arrives(cells: Cells, from_day: date) -> Html:
    """Return the table of the usual situations, and those of later days on which it is another one."""
    usual = (*USUAL, _FROM_75) if cells.wording.insurer.id == OTHER else USUAL
    return _table("arrives", usual, cells, from_day)


def grounds(cells: Cells, from_day: date) -> Html:
    """Return the table of the grounds: how the certificate comes, and where that is handed in."""
    asked = (*GROUNDS, *hard_to_use(open_desk(cells.wording.insurer, from_day)), *WISHES)
    return _table("grounds", asked, cells, from_day)


def hard_to_use(desk: Desk) -> list[Facts]:
    """Return people with a registered card that is hard to use, for each reason that the insurer knows."""
    return [{**ORDINARY, "care_needs": [need]} for need in known_needs(desk)]


def _table(name: str, asked: Sequence[Facts], cells: Cells, from_day: date) -> Html:
    def write() -> Html:
        parts = [partial(_written, name, asked, cells)]
        return el("div", in_bands(parts, from_day, cells.wording, only_one=True), class_="sn-tables")

    return written_once(name, cells, from_day, write)


def _written(name: str, asked: Sequence[Facts], cells: Cells, desk: Desk) -> Html:
    wording, bare = cells.wording, Bare(cells.wording, {})
    rows: dict[tuple[Html, Html | None, str, bool], _Row] = {}
    for facts in asked:
        decision = desk.decide(facts)
        where = _where(decision, desk, cells) if name == "grounds" else None
        basis = (decision["document"] or {"basis": ""})["basis"]
        row = rows.setdefault((bare.documents(decision), where, basis, "care_needs" in facts), _Row())
        row.cases.append(Case(facts))
        row.proof += proof_of(decision, desk)
    columns = ("situation", "document") if name == "arrives" else ("ground", "route", "where")
    heads = (el("th", wording.words[f"insurer_pages.column_{key}"], scope="col") for key in columns)
    body = (
        el(
            "tr",
            el("th", case_names(row.cases, wording), scope="row"),
            el("td", outcome, cells.basis(basis, row.proof) if basis else None),
            None if where is None else el("td", where),
        )
        for (outcome, where, basis, _), row in rows.items()
    )
    caption = el("caption", wording.words[f"insurer_pages.table_{name}"])
    return el("table", caption, el("thead", el("tr", *heads)), el("tbody", *body), class_="sn-table")


def _where(decision: Decision, desk: Desk, cells: Cells) -> Html:
    """Return where it is handed in: each procedure that leads to the certificate, with its places and ways."""
    issued = (decision["document"] or {"issued": []})["issued"]
    if any(one["id"] == _CERTIFICATE and one["route"] == "automatic" for one in issued):
        filed = [one for one in decision["procedures"] if one["id"] == "cancel_registration"]
    else:
        filed = [one for one in decision["procedures"] or [] if one["id"] in _FILED]
    if not filed:
        return el("p", cells.wording.words["insurer_pages.no_filing"])
    return join(*(_filed(one, desk, cells) for one in filed))


def _filed(entry: Mapping[str, Any], desk: Desk, cells: Cells) -> Html:
    wording, name = cells.wording, entry["id"]
    link = procedure_link(name, desk, cells)
    if name.startswith("ask_"):
        return el("p", link)
    told = [wording.name("places", one) for one in entry["where"] or ()]
    told += [wording.name("media", one) for one in entry["medium"] or ()]
    return join(el("p", link), el("p", wording.page("list_comma").join(told) or wording.ui("where_not_stated")))
