"""What flow pictures claim, read from their charts, and what the engine says of the same people."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from rulebooks import book

from checker.engine import decide
from checker.engine.compiling.witness import facts_of, ordinary
from checker.pages.pictures.chart import charts_of
from checker.pages.pictures.field import field_of
from checker.pages.pictures.topics import TOPICS, Papers, Shown

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from checker.pages.pictures.chart import Chart
    from checker.pages.pictures.field import Field
    from checker.pages.pictures.topics import Seen

__all__ = ["NOBODY", "TODAY", "Claim", "by_charts", "by_engine", "charts", "claims", "decided", "nobody"]

TODAY = date(2026, 11, 22)
NOBODY = "nobody"
"""Stands where nobody can be."""

_NO_CARD = ("none", "expired")
_CERTIFICATE = "eligibility_certificate"
_CARRIED = {"eligibility_notice", "smartphone", "downloaded_information"}
_AT_THE_DESK = {"register_at_reader", "ask_facility_first"}


@cache
def charts(insurer: str, topic: str) -> tuple[Field, list[Chart]]:
    """Return the charts of a picture, and the field that they cover; both are kept with their nodes."""
    field = field_of(book(insurer), next(one for one in TOPICS if one.id == topic), TODAY)
    return field, charts_of(field)


@dataclass(frozen=True)
class Claim:
    """The cells that lead through a chart to one end, and what is told there."""

    cells: tuple[tuple[int, tuple[int, ...]], ...]
    seen: Seen


def claims(chart: Chart) -> Iterator[Claim]:
    """Yield every path of a chart, from the first question to an end; of several members of a list, the first holds."""
    only = (chart.only,) if chart.only else ()

    def go(place: int, before: tuple[tuple[int, tuple[int, ...]], ...]) -> Iterator[Claim]:
        question = chart.questions[place]
        for branch in question.branches:
            rest = () if branch.cells == (1,) else tuple((one, (0,)) for one in question.variables[1:])
            cells = (*before, (question.variables[0], branch.cells), *rest)
            if isinstance(branch.to, int):
                yield from go(branch.to, cells)
            else:
                yield Claim(cells, branch.to)

    yield from go(0, only)


def by_charts(field: Field, drawn: list[Chart]) -> int:
    """Return the diagram of what the charts tell, together; nobody is found where none of them speaks."""
    d = field.book.diagrams

    def test(variables: tuple[int, ...], cells: tuple[int, ...]) -> int:
        if len(variables) == 1:
            return d.test(variables[0], cells)
        held = d.no
        for variable in variables:
            held = d.either(held, d.test(variable, (1,)))
        return held if cells == (1,) else d.negate(held)

    whole = d.terminal(NOBODY)
    for chart in drawn:
        told: dict[int, int] = {}
        for place, question in reversed(list(enumerate(chart.questions))):
            told[place] = d.terminal(NOBODY)
            for branch in question.branches:
                below = told[branch.to] if isinstance(branch.to, int) else d.terminal(branch.to)
                told[place] = d.choose(test(question.variables, branch.cells), below, told[place])
        whole = d.choose(test((chart.only[0],), chart.only[1]), told[0], whole) if chart.only else told[0]
    return whole


def by_engine(field: Field) -> int:
    """Return the diagram of what the engine says, in the terms of the picture, of everybody whom it covers."""
    d, compiled = field.book.diagrams, field.book
    told = d.apply(lambda document, care: (document, care), compiled.full["document"], compiled.full["care"])
    for fact, value in (("my_number_card", "held"), ("has", _CERTIFICATE)):
        told = d.apply(
            lambda holds, values: (*cast("tuple[Any, ...]", values), holds), _where(field, fact, value), told
        )
    topic = field.topic.id

    def seen(value: Hashable) -> Hashable:
        document, care, card, certificate = cast("tuple[str, str, bool, bool]", value)
        if topic == "document":
            return _papers(json.loads(document))
        return _shown(json.loads(care), card=card, certificate=certificate)

    told = d.map(told, seen)
    return d.apply(lambda rows, one: one if rows == () else "out_of_scope_age", compiled.sets["scope"], told)


def nobody(field: Field) -> int:
    """Return where nobody is: what is impossible, and a certificate that has expired in a card that was never made."""
    d = field.book.diagrams
    no_card, expired = _where(field, "my_number_card", "none"), _where(field, "e_certificate", "expired")
    return d.either(d.both(no_card, expired), d.map(field.book.sets["impossible"], bool))


def _where(field: Field, fact: str, value: str) -> int:
    d = field.book.diagrams
    for number, variable in enumerate(field.book.space.variables):
        if variable.fact == fact:
            groups = getattr(variable, "groups", ((), getattr(variable, "members", ())))
            if any(value in group for group in groups):
                return d.test(number, [cell for cell, group in enumerate(groups) if value in group])
    return d.no


def _papers(document: dict[str, Any]) -> Papers:
    issued = [(one["id"], one["route"], one["basis"]) for one in document["issued"]]
    refused = [(one["id"], one["instead"], one["basis"]) for one in document["refused"]]
    return Papers(tuple(issued), tuple(refused), "" if issued + refused else document["basis"])


def _shown(care: dict[str, Any], *, card: bool, certificate: bool) -> Shown:
    """Return what can be shown at once by somebody who has a notice, a smartphone and what is said."""
    carried = {*_CARRIED, "eligibility_declaration", *(["my_number_card"] if card else [])}
    carried |= {_CERTIFICATE} if certificate else set()
    carried |= {"mynaportal_screen"}
    ways = [tuple(way) for way in care["show"] if carried.issuperset(way)]
    if (_CERTIFICATE,) in ways:
        return Shown(((_CERTIFICATE,),), ())
    return Shown(tuple(ways), () if ways else tuple(one for one in care["actions"] if one in _AT_THE_DESK))


def decided(field: Field, cells: dict[int, int]) -> tuple[dict[str, Any], Seen]:
    """Return the facts of somebody in these cells, and what is decided for them in the terms of the picture."""
    rulebook, space = field.book.rulebook, field.book.space
    facts = facts_of(rulebook, space, ordinary(rulebook, field.day), cells.items())
    decision = decide(field.book, facts)
    if decision["status"] == "out_of_scope":
        assert {fact for one in decision["problems"] for fact in one["facts"]} <= {"birth_date", "age"}
        return facts, "out_of_scope_age"
    if decision["status"] == "contradiction" or (facts["my_number_card"], facts.get("e_certificate")) == _NO_CARD:
        return facts, NOBODY
    if field.topic.id == "document":
        return facts, _papers(decision["document"])
    card, certificate = facts["my_number_card"] == "held", _CERTIFICATE in facts.get("has", ())
    return facts, _shown(decision["care"], card=card, certificate=certificate)
