"""What pictures there are: which facts each of them asks, and what of a decision it shows. Knows ids, no words.

Whatever is not asked is as it is for somebody who leaves it out; so nobody is asked for a sensitive fact.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from checker.engine import Compiled

__all__ = ["CERTIFICATE", "DESK_ACTIONS", "ELSEWHERE", "TOPICS", "Papers", "Seen", "Shown", "Topic"]

CERTIFICATE = "eligibility_certificate"

ELSEWHERE = ("out_of_scope_general", "out_of_scope_age")
"""What is seen of somebody for whom another insurer answers: for some reason, or because of the age."""

DESK_ACTIONS = ("register_at_reader", "ask_facility_first")
"""What helps at the desk itself, of all that a decision may tell somebody to do."""

_CARRIED = frozenset({"eligibility_notice", "smartphone", "downloaded_information"})
"""What the picture of the desk leaves to its reader: who has one of these can use it."""


@dataclass(frozen=True, slots=True)
class Papers:
    """What comes: each document with its route and who says so; what does not, with the way instead and who says so.

    `nothing_by`: who says so where it is neither.
    """

    issued: tuple[tuple[str, str, str], ...]
    refused: tuple[tuple[str, str | None, str], ...]
    nothing_by: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What can be shown at once, in any of these ways; what to do where there is none."""

    ways: tuple[tuple[str, ...], ...]
    actions: tuple[str, ...]


Seen = Papers | Shown | str
"""What a picture tells of a decision; one of `ELSEWHERE` where another insurer answers."""


@dataclass(frozen=True)
class Topic:
    """One picture.

    `asked`: the facts that it asks, the first of them first where that makes no difference to its size; of a list only
    the members in `of_lists`, where it is named there. `split_by`: facts by which it is made into several pictures
    where one would be too large. `parts`: the diagrams that it is made of; `seen`: what it shows, of a value
    of each of them.
    """

    id: str
    asked: tuple[str, ...]
    split_by: tuple[str, ...]
    parts: Callable[[Compiled], list[int]]
    seen: Callable[[Compiled, tuple[Any, ...]], Hashable]
    of_lists: tuple[tuple[str, tuple[str, ...]], ...] = ()


def _papers(_: Compiled, values: tuple[Any, ...]) -> Papers:
    told = json.loads(values[0])
    issued = tuple((one["id"], one["route"], one["basis"]) for one in told["issued"])
    refused = tuple((one["id"], one["instead"], one["basis"]) for one in told["refused"])
    return Papers(issued, refused, "" if issued or refused else told["basis"])


def _desk_parts(book: Compiled) -> list[int]:
    return [_test(book, "my_number_card", "held"), _test(book, "has", CERTIFICATE), book.full["care"]]


def _test(book: Compiled, fact: str, value: str) -> int:
    """Where a fact has a value, or a list a member; nowhere if no rule asks."""
    d = book.diagrams
    found = d.no
    for number, variable in enumerate(book.space.variables):
        if variable.fact == fact:
            told = frozenset((value,)) if book.rulebook.by_fact[fact].kind == "list" else value
            found = d.either(found, d.test(number, _cells(variable, told)))
    return found


def _cells(variable: Any, value: object) -> list[int]:  # noqa: ANN401 - a variable of a choice or of a list
    cells = cast("list[int]", variable.cells(value, None))
    return [cell for cell in cells if cell] if isinstance(value, frozenset) else cells


def _shown(book: Compiled, values: tuple[Any, ...]) -> Shown:
    """With a certificate in hand it is enough to know that it is accepted alone."""
    card, certificate, care = values[0], values[1], json.loads(values[2])
    carried = _CARRIED | ({"my_number_card"} if card else set()) | ({CERTIFICATE} if certificate else set())
    covers = book.rulebook.covers
    ways = [tuple(way) for way in care["show"] if all(carried.issuperset(covers.get(one, (one,))) for one in way)]
    if (CERTIFICATE,) in ways:
        return Shown(((CERTIFICATE,),), ())
    helping = tuple(action for action in care["actions"] if action in DESK_ACTIONS)
    return Shown(tuple(ways), () if ways else helping or tuple(care["actions"]))


_ANYBODY = ("birth_date", "my_number_card", "e_certificate", "registration", "care_needs", "applied_before", "wants")

TOPICS = (
    Topic(
        "document",
        (*_ANYBODY, "enrolled_on"),
        ("birth_date", "enrolled_on"),
        lambda book: [book.answers["document"]],
        _papers,
    ),
    Topic(
        "desk",
        ("has", *_ANYBODY[:-1], "reader", "enrolled_on"),
        ("birth_date", "enrolled_on", "reader"),
        _desk_parts,
        _shown,
        (("has", (CERTIFICATE, "eligibility_notice")),),
    ),
)
