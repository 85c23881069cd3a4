"""What must never be said, each as a walk over whole diagrams: every situation of an insurer, and never a sample.

A promise yields in words what breaks it, and nothing where it is kept. It looks at ids alone; what stands on a page is
looked at in `tests/browser/sayings.py`.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from engine.walks import days_from, outcomes, pairs

from checker.engine.compiling.space import ChoiceVariable, DateVariable, MemberVariable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from engine.walks import Cells, Json

    from checker.engine import Compiled

    Promise = Callable[[Compiled], Iterator[str]]

__all__ = ["PROMISES"]

PROTECTION = "data_protection"
SAFE_ITEMS = {"eligibility_certificate", "old_insurance_card"}
"""What tells nobody where a person under protection is; the card and whatever is read with it may."""

SAFE_ACTIONS = {"call_insurer"}
UNSAFE_PROCEDURES = ("register_card", "check_registration", "check_insurance_data", "cancel_registration")
"""Each of them puts a card into a machine or opens Mynaportal, or takes away what a filing has set."""

NEEDS_CARD = {"eligibility_notice", "mynaportal_screen", "downloaded_information", "eligibility_declaration"}
"""What is shown beside the card and never by itself."""

PANEL_ONLY = {
    *("designated-city/q6-filing", "designated-city/q10-filing"),
    *("gamagori/filing", "gamagori/filed", "gamagori/proxy"),
    *("kiyose/automatic-own-data", "kiyose/filed", "national/N30", "national/N31"),
}
"""Passages on data that are hidden, 002-36 and 004-38 among them: behind no answer to anybody else."""

NO_OLD_CARD_FROM = date(2025, 12, 2)


def cells_under_protection(compiled: Compiled) -> list[Cells]:
    """Return the cells of everybody under data protection: for each kind of it, whatever else is true."""
    variables = compiled.space.variables
    kinds = {n: v for n, v in enumerate(variables) if isinstance(v, MemberVariable) and v.fact == PROTECTION}
    told_apart = sorted(member for variable in kinds.values() for member in variable.members)
    assert told_apart == sorted(compiled.rulebook.by_fact[PROTECTION].values)
    return [{number: [1]} for number in kinds]


def cells_of(compiled: Compiled, fact: str, *wanted: str) -> Cells:
    """Return the cells of those who say one of these of a choice, or none of these of a list."""
    cells: Cells = {}
    for number, variable in enumerate(compiled.space.variables):
        if isinstance(variable, ChoiceVariable) and variable.fact == fact:
            cells[number] = [n for n, group in enumerate(variable.groups) if set(group) & set(wanted)]
        elif isinstance(variable, MemberVariable) and variable.fact == fact and set(variable.members) & set(wanted):
            cells[number] = [0]
    return cells


def _procedures(compiled: Compiled, cells: Cells) -> Iterator[Json]:
    for name, top in compiled.full.items():
        if name.startswith("procedures:"):
            yield from (found for found in outcomes(compiled, top, cells) if found)


def _documents(document: Json) -> list[Json]:
    return [*document["issued"], *document["refused"]]


def only_safe_things_are_shown(compiled: Compiled) -> Iterator[str]:
    """To a person under protection: show or register the card, show what Mynaportal says."""
    for cells in cells_under_protection(compiled):
        for care in outcomes(compiled, compiled.full["care"], cells):
            if unsafe := {item for way in care["show"] for item in way} - SAFE_ITEMS:
                yield f"shows {sorted(unsafe)} under protection"
            if unsafe := set(care["actions"]) - SAFE_ACTIONS:
                yield f"asks to {sorted(unsafe)} under protection"


def nothing_is_looked_up(compiled: Compiled) -> Iterator[str]:
    """To a person under protection: check or register on Mynaportal, on any device, or cancel before it is settled."""
    for cells in cells_under_protection(compiled):
        for procedure in _procedures(compiled, cells):
            if procedure["id"] in UNSAFE_PROCEDURES:
                yield f"sends to {procedure['id']} under protection"
        for document in outcomes(compiled, compiled.full["document"], cells):
            for refused in document["refused"]:
                if refused["instead"] in UNSAFE_PROCEDURES:
                    yield f"offers {refused['instead']} instead under protection"


def delivery_is_settled_first(compiled: Compiled) -> Iterator[str]:
    """To a person under protection: it goes to the head of the household, without a word on a safe delivery."""
    settling = compiled.full["procedures:settle_delivery"]
    warned = compiled.warnings["settle_delivery_first"]
    for cells in cells_under_protection(compiled):
        if outcomes(compiled, warned, cells) != [True]:
            yield "somebody under protection is not warned to settle the delivery"
        if None in outcomes(compiled, settling, cells):
            yield "somebody under protection is not told to settle the delivery"
        for procedure in _procedures(compiled, cells):
            if procedure.get("delivery"):
                yield f"{procedure['id']} says under protection where something goes"


def filings_stay_in_the_panel(compiled: Compiled) -> Iterator[str]:
    """To anybody who files nothing: what a source says of those who do; it would give them away."""
    nobody: Cells = {number: [0] for cells in cells_under_protection(compiled) for number in cells}
    for top in compiled.full.values():
        for found in outcomes(compiled, top, nobody):
            if named := _passages(found) & PANEL_ONLY:
                yield f"{sorted(named)} behind an answer to somebody who files nothing"


def _passages(found: Json) -> set[str]:
    if isinstance(found, dict):
        own = set(found.get("passages") or [])
        return own.union(*(_passages(value) for value in found.values()))
    return set().union(*(_passages(value) for value in found)) if isinstance(found, list) else set()


def no_old_card_after_its_end(compiled: Compiled) -> Iterator[str]:
    """To anybody: an old card that has ended, or whose end is not known."""
    for care, usable in pairs(compiled, compiled.full["care"], compiled.usable, {}):
        if usable != "yes" and any("old_insurance_card" in way for way in json.loads(care)["show"]):
            yield f"an old card is shown that is usable: {usable}"
    late = days_from(compiled, NO_OLD_CARD_FROM)
    if outcomes(compiled, compiled.usable, late) != ["no"]:
        yield "an old card is usable after the last day of all"
    for document in outcomes(compiled, compiled.full["document"], late):
        if any("old_card" in (one.get("when") or "") for one in document["issued"]):
            yield "a document comes before the end of a card that has ended"


def nothing_stands_for_the_card(compiled: Compiled) -> Iterator[str]:
    """To anybody: that the notice alone suffices, or a screen, a saved file or a declaration without the card."""
    for care in outcomes(compiled, compiled.full["care"], {}):
        for way in care["show"]:
            if set(way) & NEEDS_CARD and "my_number_card" not in way:
                yield f"{way} without the card"


def failing_readers_cost_nothing(compiled: Compiled) -> Iterator[str]:
    """To anybody: all to pay because a reader fails; only who has left is told so, whatever the reader does."""
    full = compiled.warnings["pay_in_full_if_left"]
    stayed = {**cells_of(compiled, "event", "left_insurer", "moved_insurer"), **_never_left(compiled)}
    if outcomes(compiled, full, stayed) != [False]:
        yield "somebody who has not left is told of paying in full"
    reader = next(n for n, v in enumerate(compiled.space.variables) if v.fact == "reader")
    if reader in compiled.diagrams.support(full):
        yield "paying in full turns on the reader"
    calm = compiled.warnings.get("reader_failure_is_not_full_charge", compiled.diagrams.no)
    failing = {**stayed, **cells_of(compiled, "reader", "none", "fault", "card_unreadable")}
    for care, told in pairs(compiled, compiled.full["care"], calm, failing):
        if not told and any("my_number_card" in way for way in json.loads(care)["show"]):
            yield "a reader fails, and nothing is said of what is to be paid"


def _never_left(compiled: Compiled) -> Cells:
    variables = compiled.space.variables
    return {n: [0] for n, v in enumerate(variables) if isinstance(v, DateVariable) and v.fact == "left_on"}


def only_the_own_text_speaks(compiled: Compiled) -> Iterator[str]:
    """To anybody: from another insurer's text; and what is said in the insurer's name rests on its text."""
    own, national = f"{compiled.rulebook.insurer}/", "national/"
    for rule in compiled.rulebook.rules:
        if strange := [name for name in rule.passages if not name.startswith((own, national))]:
            yield f"{rule.id} rests on {strange}"
    for top in compiled.full.values():
        for found in outcomes(compiled, top, {}):
            if strange := sorted(name for name in _passages(found) if not name.startswith((own, national))):
                yield f"{strange} behind an answer"
    answers = [one for found in outcomes(compiled, compiled.full["document"], {}) for one in _documents(found)]
    for one in [*answers, *_procedures(compiled, {})]:
        if one["basis"] == "insurer" and not any(name.startswith(own) for name in one["passages"]):
            yield f"{one['id']} is said in the insurer's name, and its text does not say it"
        if one["basis"] == "national" and not all(name.startswith(national) for name in one["passages"]):
            yield f"{one['id']} is said to be national, and rests on {one['passages']}"


def what_is_offered_instead_is_open(compiled: Compiled) -> Iterator[str]:
    """To anybody: another way, and then not that way."""
    document = compiled.full["document"]
    ways = {one["instead"] for found in outcomes(compiled, document, {}) for one in found["refused"] if one["instead"]}
    for way in sorted(ways):
        top = compiled.full.get(f"procedures:{way}", compiled.diagrams.terminal("null"))
        for found, procedure in pairs(compiled, document, top, {}):
            offered = {one["instead"] for one in json.loads(found)["refused"]}
            if way in offered and procedure in ("null", None):
                yield f"{way} is offered to somebody who cannot go that way"


def papers_and_places_are_stated(compiled: Compiled) -> Iterator[str]:
    """To anybody: a paper or a place that no source states; the national layer names neither."""
    for procedure in _procedures(compiled, {}):
        if not procedure["passages"]:
            yield f"{procedure['id']} rests on nothing"
        if procedure["bring"] and procedure["basis"] != "insurer":
            yield f"{procedure['id']} asks for papers that no insurer's text names"
        if "fee" in json.dumps(procedure):
            yield f"{procedure['id']} speaks of a fee"


PROMISES: tuple[Promise, ...] = (
    only_safe_things_are_shown,
    nothing_is_looked_up,
    delivery_is_settled_first,
    filings_stay_in_the_panel,
    no_old_card_after_its_end,
    nothing_stands_for_the_card,
    failing_readers_cost_nothing,
    only_the_own_text_speaks,
    what_is_offered_instead_is_open,
    papers_and_places_are_stated,
)
