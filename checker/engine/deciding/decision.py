"""The decision: facts in, ids out. The one function behind the command line, the pages and the browser."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from checker.engine.compiling.outcomes import weakest
from checker.engine.deciding.counted import counted, with_days
from checker.engine.deciding.partial import OUT, found_answers, needs, open_answers, possible, real_answers
from checker.engine.deciding.reasons import why
from checker.engine.deciding.situation import Situation, situate
from checker.engine.people.person import Person, Problem, contradictions, read_person

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from checker.engine.compiling.compiled import Compiled

__all__ = ["answered", "decide", "invalid", "read"]

STANDING = "standing_line"
"""The warning of an answer for which a sensitive fact was given as unknown."""

_COUNTED = {"complete_on", "due_on"}
"""What of a procedure is a day that is counted."""

_NOT_UP = "null"
"""The outcome of a procedure that does not come up, as text."""


def decide(book: Compiled, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The decision for one person at the insurer of the rulebook; never raises for what a caller may write.

    ``facts`` and the result are as the contract of the command line has them; ``on_date`` must be there, since the
    engine has no clock.
    """
    person = read(book, facts)
    if isinstance(person, Person):
        with book.diagrams.scratch():
            return _decide(situate(book, person))
    return person


def read(book: Compiled, facts: Mapping[str, Any]) -> Person | dict[str, Any]:
    """The person, or the decision that says why nothing can be decided about them."""
    insurer = facts.get("insurer")
    if insurer != book.rulebook.insurer:
        message = f"insurer: {insurer!r} is not allowed; allowed here: {book.rulebook.insurer}"
        return invalid(Problem("unknown_value", ("insurer",), message))
    person = read_person(book.rulebook, facts)
    if isinstance(person, list):
        wrong = [problem for problem in person if problem.code != "contradiction"]
        return invalid(*wrong) if wrong else _empty("contradiction", person)
    found = contradictions(book.rulebook, person)
    return _empty("contradiction", found) if found else person


def invalid(*problems: Problem) -> dict[str, Any]:
    """The decision for facts that cannot be read."""
    return {"status": "invalid", "problems": [problem.to_json() for problem in problems]}


def _empty(status: str, problems: list[Problem]) -> dict[str, Any]:
    return {
        "status": status,
        "problems": [problem.to_json() for problem in problems],
        "needs": [],
        "possible": [],
        "document": None,
        "old_card": None,
        "care": None,
        "procedures": [],
        "warnings": [],
        "why": [],
    }


def _decide(situation: Situation) -> dict[str, Any]:
    decision = answered(situation)
    if decision["status"] != OUT:
        settled = situation.settled()
        decision["procedures"] = _procedures(settled)
        decision["warnings"] = _warnings(settled)
        decision["why"] = why(situation)
    return decision


def answered(situation: Situation) -> dict[str, Any]:
    """The decision without procedures, warnings and reasons, unless another insurer answers; it leaves diagrams."""
    book = situation.book
    scopes = situation.values(book.sets["scope"])
    decision = _empty("decided", [])
    decision["old_card"] = _old_card(situation)
    if all(scopes):
        return decision | _out_of_scope(situation, cast("list[tuple[str, ...]]", scopes))
    if situation.only is not None:
        decision["document"] = with_days(_found(situation, book.full["document"])[0], situation.person)
        decision["care"] = _care(situation)
    else:
        answers = open_answers(situation)
        real = real_answers(situation, answers)
        found = found_answers(situation, real)
        if len(found) > 1:
            decision |= {"status": "needs_facts", "needs": needs(situation, answers, real)}
            decision["possible"] = possible(situation, real)
        pairs = [cast("tuple[str, str]", value) for value in found if value != OUT]
        if len(pairs) == len(found) and len({document for document, _ in pairs}) == 1:
            decision["document"] = _document(situation)
        if len(pairs) == len(found) and len({show for _, show in pairs}) == 1:
            decision["care"] = _care(situation)
    return decision


def _found(situation: Situation, diagram: int) -> list[Any]:
    """The outcomes that a diagram can still have, in an order that does not hang on the cells."""
    return [json.loads(text) for text in sorted(cast("list[str]", situation.values(diagram)))]


def _document(situation: Situation) -> dict[str, Any]:
    """The document, where every open situation gives the same; the proofs of all of them are joined."""
    found = _found(situation, situation.book.full["document"])
    first = found[0]
    for key in ("issued", "refused"):
        for place, item in enumerate(first[key]):
            for proof in ("rules", "passages"):
                joined = dict.fromkeys(name for other in found for name in other[key][place][proof])
                item[proof] = list(joined)
    return with_days(first, situation.person)


def _care(situation: Situation) -> dict[str, Any]:
    """What to show; of the actions those that help in every situation that is still open."""
    full = situation.book.full["care"]
    found = _found(situation.settled(), full)
    show = found[0]["show"]
    actions = [a for a in found[0]["actions"] if all(a in other["actions"] for other in found)]
    now = _now(situation, show)
    if not actions and now == []:
        actions = [situation.book.rulebook.fallback["now"]]
    return {"basis": weakest(other["basis"] for other in found), "show": show, "now": now, "actions": actions}


def _now(situation: Situation, show: list[list[str]]) -> list[list[str]] | None:
    brings = situation.person.values["brings"]
    if not isinstance(brings, frozenset):
        return None
    covers, held, settled = situation.book.rulebook.covers, situation.book.held, situation.settled()
    useful = {item for item in brings if item not in held or all(settled.values(held[item]))}
    return [way for way in show if all(useful.issuperset(covers.get(item, (item,))) for item in way)]


def _old_card(situation: Situation) -> dict[str, Any]:
    usable = situation.values(situation.book.usable)
    found = _found(situation, situation.book.full["old_card"])
    days = {_last_day(outcome["last_day"], situation.person) for outcome in found}
    last_day = days.pop() if len(days) == 1 else None
    state = {"yes": True, "no": False}.get(cast("str", usable[0])) if len(usable) == 1 else None
    return {
        "usable": state,
        "last_day": last_day.isoformat() if last_day else None,
        "basis": weakest(outcome["basis"] for outcome in found),
    }


def _last_day(formulas: list[Any], person: Person) -> date | None:
    days = [counted(formula, person) for formula in formulas]
    return min(filter(None, days), default=None) if all(days) else None


def _procedures(situation: Situation) -> list[dict[str, Any]]:
    """The procedures that come up in every situation that is still open, with what all of these say of them."""
    entries = []
    for name, diagram in situation.book.full.items():
        if not name.startswith("procedures:"):
            continue
        texts = situation.values(diagram)
        if _NOT_UP in texts:
            continue
        found = [json.loads(text) for text in sorted(cast("list[str]", texts))]
        entry = found[0]
        for key in entry:
            if any(other.get(key) != entry[key] for other in found):
                entry[key] = None
        for key in _COUNTED & entry.keys():
            day = counted(entry[key], situation.person) if entry[key] else None
            entry[key] = day.isoformat() if day else None
        entries.append(entry)
    return entries


def _warnings(situation: Situation) -> list[str]:
    own = [name for name, diagram in situation.book.warnings.items() if all(situation.values(diagram))]
    return [*own, STANDING] if situation.person.standing and STANDING not in own else own


def _out_of_scope(situation: Situation, scopes: list[tuple[str, ...]]) -> dict[str, Any]:
    rows = [row for row in situation.book.rulebook.scope if any(row.id in names for names in scopes)]
    problems = [Problem(row.id, row.facts, row.message).to_json() for row in rows]
    procedures = []
    for name in dict.fromkeys(row.procedure for row in rows if row.procedure):
        said = list(dict.fromkeys(one for row in rows if row.procedure == name for one in row.passages))
        own = {"basis": "insurer", "passages": said} if said else {"basis": "national"}
        procedures.append({"id": name, "where": None, "bring": None, **own})
    warnings = [STANDING] if situation.person.standing else []
    return {"status": "out_of_scope", "problems": problems, "procedures": procedures, "warnings": warnings}
