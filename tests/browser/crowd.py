"""People at one insurer for whom a result is rendered: one for each value of each diagram, and what may come on top."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from checker.engine.compiling.witness import telling_days
from checker.engine.surveying.witnesses import witnesses

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from checker.engine import Compiled

__all__ = ["crowd"]

Facts = dict[str, Any]

READERS = ("works", "none", "fault", "card_unreadable")
BROUGHT: tuple[list[str], ...] = (
    [],
    ["my_number_card"],
    ["eligibility_notice"],
    ["old_insurance_card", "eligibility_certificate"],
    ["my_number_card", "eligibility_notice", "smartphone"],
)
UNKNOWN = ("my_number_card", "registration", "has")
WITHOUT_CARD = ("none", "not_at_hand")


def crowd(compiled: Compiled, today: date) -> list[dict[str, Any]]:
    """Return facts, each with an errand; nobody says anything of what is never asked."""
    found: dict[str, dict[str, Any]] = {}
    for turn, facts in enumerate(_of_every_value(compiled, today)):
        for errand, more in _visits(facts, turn):
            person = {"facts": {**facts, **more}, "errand": errand}
            found.setdefault(json.dumps(person, sort_keys=True), person)
    return list(found.values())


def _of_every_value(compiled: Compiled, today: date) -> Iterator[Facts]:
    """Yield a person for each value of each diagram, as the page asks: without the reader, and what was brought."""
    days = telling_days(compiled.space, today)
    ordinary = {n: [0] for n, variable in enumerate(compiled.space.variables) if variable.fact == "data_protection"}
    none_of = [compiled.sets["impossible"]]
    for top in (compiled.usable, *compiled.full.values(), *compiled.warnings.values()):
        for _, facts in witnesses(compiled, top, days, ordinary, ruled_out=none_of):
            yield {name: value for name, value in facts.items() if name not in ("reader", "brings")}


def _visits(facts: Facts, turn: int) -> Iterator[tuple[str, Facts]]:
    """Yield why this person comes, with what more there is to say; what was brought and is not known takes turns."""
    yield "which_document", {}
    yield "cancel", {"event": "cancel_registration"}
    for place, reader in enumerate(READERS):
        brings = BROUGHT[(turn + place) % len(BROUGHT)]
        if "my_number_card" not in brings or facts["my_number_card"] not in WITHOUT_CARD:
            yield "at_desk", {"reader": reader, "brings": brings}
    unknown = UNKNOWN[turn % len(UNKNOWN)]
    yield "which_document", {unknown: None}
    yield "at_desk", {unknown: None, "reader": "fault", "brings": []}
