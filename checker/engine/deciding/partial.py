"""Answers for partial knowledge: what is still open, what would settle it, and what leads to each answer.

An answer is a pair: the document, and what to show. A question is needed only if it can still change that pair.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from checker.engine.compiling.space import DAY, ChoiceVariable, DateVariable, MemberVariable
from checker.engine.deciding.counted import with_days
from checker.engine.diagrams.supposing import suppose

if TYPE_CHECKING:
    from collections.abc import Hashable

    from checker.engine.compiling.space import Variable
    from checker.engine.deciding.situation import Situation
    from checker.engine.diagrams.supposing import Rest

__all__ = ["MOST", "OUT", "bands", "found_answers", "needs", "open_answers", "possible", "real_answers"]

MOST = 8
"""Answers that are listed before they are merged by document."""

OUT = "out_of_scope"
NEVER = "never"
"""Stands in a diagram of answers where nobody can be."""


def open_answers(situation: Situation) -> int:
    """The diagram of the answers that are still open: pairs of document and ways, or out of scope."""
    d, book = situation.book.diagrams, situation.book
    pairs = d.apply(
        lambda document, show: (document, show),
        situation.restrict(book.answers["document"]),
        situation.restrict(book.answers["show"]),
    )
    scope = situation.restrict(book.sets["scope"])
    return d.apply(lambda out, pair: pair if out == () else OUT, scope, pairs)


def real_answers(situation: Situation, answers: int) -> int:
    """The same, with `NEVER` where facts contradict each other."""
    impossible = situation.restrict(situation.impossible())
    return situation.book.diagrams.apply(lambda names, answer: answer if names == () else NEVER, impossible, answers)


def found_answers(situation: Situation, real: int) -> list[Hashable]:
    """The answers to which something leads that can be true."""
    return [value for value in situation.book.diagrams.outcomes(real) if value != NEVER]


def needs(situation: Situation, answers: int, real: int) -> list[str]:
    """The facts that can still change the answer, the most telling first (it leaves the fewest answers on average)."""
    d, variables = situation.book.diagrams, situation.book.space.variables
    left: dict[str, float] = {}
    supposed = suppose(d, real, situation.cells)
    everything = len(found_answers(situation, real))
    for number in d.support(answers):
        rests = {rest.branches: len(rest.values - {NEVER}) for rest in supposed.get(number, {}).values()}
        mean = sum(rests.values()) / len(rests) if rests else everything
        fact = _asked(variables[number].fact, situation)
        left[fact] = min(mean, left.get(fact, mean))
    return sorted(left, key=lambda fact: round(left[fact], 6))


def _asked(fact: str, situation: Situation) -> str:
    return "age" if fact == "birth_date" and situation.person.by_age else fact


def possible(situation: Situation, answers: int) -> list[dict[str, Any]]:
    """The answers that are still open, disjoint and together complete, each with the values that lead to it.

    ``facts`` names, for each open fact, the values with which the answer is still possible; a fact that is not named
    does not tell this answer from the others.
    """
    merged = answers
    for merge in (_by_document, _by_ids):
        if len(found_answers(situation, merged)) > MOST:
            merged = situation.book.diagrams.map(answers, merge)
    found = found_answers(situation, merged)
    supposed = suppose(situation.book.diagrams, merged, situation.cells)
    return [_entry(situation, supposed, value) for value in sorted(found, key=_text)]


def _text(value: Hashable) -> str:
    """The order in which answers are listed: the same here and in the page, whatever order the cells have."""
    return "~" if value == OUT else json.dumps(value, separators=(",", ":"))


def _by_document(value: Hashable) -> Hashable:
    return value if value in (OUT, NEVER) else (cast("tuple[str, str]", value)[0], None)


def _by_ids(value: Hashable) -> Hashable:
    if value in (OUT, NEVER):
        return value
    document = json.loads(cast("tuple[str, str]", value)[0])
    return (json.dumps([item["id"] for item in document["issued"]]), None)


def _entry(situation: Situation, supposed: dict[int, dict[int, Rest]], value: Hashable) -> dict[str, Any]:
    facts = _leading(situation, supposed, value)
    if value == OUT:
        return {"status": OUT, "document": None, "care": None, "facts": facts}
    first, show = cast("tuple[str, str | None]", value)
    document = json.loads(first)
    if isinstance(document, list):
        document = {"issued": [{"id": name} for name in document]}
    document = with_days(document, situation.person)
    care = None if show is None else {"show": json.loads(show)}
    return {"status": "decided", "document": document, "care": care, "facts": facts}


def _leading(situation: Situation, supposed: dict[int, dict[int, Rest]], value: Hashable) -> dict[str, Any]:
    leading: dict[str, Any] = {}
    for number, rests in supposed.items():
        kept = [cell for cell, rest in rests.items() if value in rest.values]
        if len(kept) < len(rests):
            variable = situation.book.space.variables[number]
            leading.setdefault(variable.fact, []).extend(_said(variable, kept, situation))
    return leading


def _said(variable: Variable, cells: list[int], situation: Situation) -> list[Any]:
    """Cells as values that a person can give; None is "not said"."""
    match variable:
        case ChoiceVariable():
            return [value or None for c in cells for value in variable.groups[c]]
        case MemberVariable(_, members):
            return [{"any" if cells == [1] else "none": list(members)}]
    assert isinstance(variable, DateVariable)  # noqa: S101 - the day asked about is never open
    return [*([None] if 0 in cells else []), *bands(variable, cells, situation)]


def bands(variable: DateVariable, cells: list[int], situation: Situation) -> list[dict[str, str | None]]:
    """The stretches of days that make up these cells, as seen from the day asked about; None is an open end."""
    on_date = situation.person.on_date
    bounds = variable.bounds(on_date)
    starts = [None, *bounds]
    before = bounds[0] - DAY if bounds else on_date
    found: list[dict[str, str | None]] = []
    for start, end in zip(starts, [*bounds, None], strict=True):
        inside = start or before
        if variable.cell_of_date(inside, on_date) not in cells:
            continue
        last = (end - DAY).isoformat() if end else None
        if found and start and found[-1]["until"] == (start - DAY).isoformat():
            found[-1]["until"] = last
        else:
            found.append({"from": start.isoformat() if start else None, "until": last})
    return found
