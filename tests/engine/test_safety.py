"""What no answer may say, in any situation of any insurer: by walking whole diagrams, never a sample."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from case_promises import broken
from engine.walks import ANYBODY, outcomes, pairs
from rulebooks import INSURERS, book

from checker.engine import decide
from checker.engine.space import MemberVariable
from checker.engine.witness import telling_days
from checker.engine.witnesses import witnesses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.walks import Cells, Json

    from checker.engine import Compiled

PROTECTION = "data_protection"
TELLS_WHERE_SOMEONE_IS = {"my_number_card", "mynaportal_screen"}

all_insurers = pytest.mark.parametrize("insurer", INSURERS)


def _protected(compiled: Compiled) -> list[Cells]:
    """Return the cells of everybody under data protection: for each kind of it, whatever else is true."""
    variables = compiled.space.variables
    kinds = {n: v for n, v in enumerate(variables) if isinstance(v, MemberVariable) and v.fact == PROTECTION}
    told_apart = sorted(member for variable in kinds.values() for member in variable.members)
    assert told_apart == sorted(compiled.rulebook.by_fact[PROTECTION].values)
    return [{number: [1]} for number in kinds]


def _care(compiled: Compiled, cells: Cells) -> list[Json]:
    found = outcomes(compiled, compiled.full["care"], cells)
    assert found
    return found


@all_insurers
def test_nobody_under_protection_is_shown_a_way_that_tells_where_they_are(insurer: str) -> None:
    for cells in _protected(book(insurer)):
        for care in _care(book(insurer), cells):
            assert TELLS_WHERE_SOMEONE_IS.isdisjoint(item for way in care["show"] for item in way), care
            assert "register_at_reader" not in care["actions"], care


@all_insurers
def test_nobody_under_protection_is_sent_to_register_or_to_look_at_their_data(insurer: str) -> None:
    compiled = book(insurer)
    for cells in _protected(compiled):
        for name in ("register_card", "check_insurance_data"):
            top = compiled.full.get(f"procedures:{name}", compiled.diagrams.terminal("null"))
            assert outcomes(compiled, top, cells) == [None], name


@all_insurers
def test_everybody_under_protection_is_told_to_settle_the_delivery_first(insurer: str) -> None:
    compiled = book(insurer)
    for cells in _protected(compiled):
        assert outcomes(compiled, compiled.warnings["settle_delivery_first"], cells) == [True]


@all_insurers
def test_the_notice_alone_is_never_a_way(insurer: str) -> None:
    assert not any(["eligibility_notice"] in care["show"] for care in _care(book(insurer), ANYBODY))


@all_insurers
def test_nothing_to_show_never_stands_alone(insurer: str) -> None:
    compiled = book(insurer)
    warned = compiled.diagrams.no
    for warning in compiled.warnings.values():
        warned = compiled.diagrams.either(warned, warning)
    for text, told in pairs(compiled, compiled.full["care"], warned, ANYBODY):
        care = json.loads(text)
        assert care["show"] or care["actions"] or told, care


def _somebody_for_every_care(compiled: Compiled) -> Iterator[dict[str, Any]]:
    none_of = [compiled.sets["impossible"], compiled.sets["scope"]]
    days = telling_days(compiled.space, date(2024, 7, 1))
    for _, facts in witnesses(compiled, compiled.full["care"], days, ANYBODY, ruled_out=none_of):
        yield facts


@all_insurers
def test_nothing_to_show_today_never_stands_alone(insurer: str) -> None:
    everybody = list(_somebody_for_every_care(book(insurer)))
    assert len(everybody) > 10
    for facts in everybody:
        for brings in ([], ["smartphone"], ["eligibility_notice"]):
            asked = {**facts, "brings": brings}
            decision = decide(book(insurer), asked)
            assert broken(asked, decision) == []
            assert decision["care"]["now"] is not None, asked
