"""What would have to be otherwise: for each other answer of a person the smallest change of facts that leads there.

The answers are told part by part: what is issued (``document``) and what to show (``care``); that another insurer
answers is one of either. A change counts the facts that it changes; one without a meaning for the changed person does
not count, and is left out. What is not known may turn out in any way and costs nothing: so of a person who is not quite
known those answers are told that are not open yet, and ``settled`` says whether the change alone is enough for one. The
day and sensitive facts stay as they are. Only what can be true counts.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from checker.engine.deciding.decision import read
from checker.engine.deciding.partial import OUT
from checker.engine.deciding.reasons import said
from checker.engine.otherwise.ways import PARTS, Ways, of_part, open_pairs
from checker.engine.people.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.engine.compiling.compiled import Compiled
    from checker.engine.otherwise.ways import Other

__all__ = ["MOST", "nearest"]

MOST = 8
"""Other answers that are listed for each part; the rest is counted."""


def nearest(book: Compiled, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The nearest other answers of a person, those that change the fewest facts first.

    ``nearest``: each with the ``parts`` for which it is the nearest, the ``changes`` of facts (None: nothing said), the
    values ``from`` which, what is ``left_out`` with them, and the answer: ``status``, ``document`` and ``care``, null
    where it is open. ``more``: how many other answers of each part are not listed. ``status`` and ``problems`` are
    those of the person's own decision.
    """
    person = read(book, facts)
    if not isinstance(person, Person):
        return {"status": person["status"], "problems": person["problems"], "nearest": [], "more": {}}
    with book.diagrams.scratch():
        own = open_pairs(book, person)
        ways = Ways(book, facts, person)
        found, more = {}, {}
        for part in PARTS:
            found[part], more[part] = ways.others(part, {of_part(answer, part) for answer in own}, MOST)
        listed = _listed(other for others in found.values() for other in others)
        status = "needs_facts" if len(own) > 1 else OUT if own == [OUT] else "decided"
        return {
            "status": status,
            "problems": [],
            "nearest": [_entry(book, person, rows) for rows in listed],
            "more": more,
        }


def _listed(others: Iterable[Other]) -> list[list[Other]]:
    """Other answers, the nearest first; those of two parts to which one change leads stand together."""
    together: dict[object, list[Other]] = {}
    for other in sorted(others, key=lambda other: (other.path, list(PARTS).index(other.part))):
        alone = () if _is_settled(other) else (other.part, other.value)
        together.setdefault((json.dumps(other.change.said), *alone), []).append(other)
    return list(together.values())


def _is_settled(other: Other) -> bool:
    return {of_part(answer, other.part) for answer in other.answers} == {other.value}


def _entry(book: Compiled, before: Person, rows: list[Other]) -> dict[str, Any]:
    change, facts = rows[0].change, book.rulebook.by_fact
    told = {part: {of_part(answer, part) for answer in rows[0].answers} for part in PARTS}
    told |= {row.part: {row.value} for row in rows}
    document, show = [cast("str", found.pop()) if len(found) == 1 else None for found in told.values()]
    out = OUT in (document, show)
    return {
        "parts": [row.part for row in rows],
        "changes": change.said,
        "from": {fact: said(facts[fact], before.values[fact]) for fact in change.said},
        "left_out": list(change.left_out),
        "settled": all(map(_is_settled, rows)),
        "status": OUT if out else "decided",
        "document": None if out or document is None else json.loads(document),
        "care": None if out or show is None else {"show": json.loads(show)},
    }
