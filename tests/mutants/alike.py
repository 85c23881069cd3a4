"""Whether a mutant is no mistake at all: whoever asks, on whatever day, gets the same answer from it."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from checker.engine.compiling.witness import telling_days
from checker.engine.surveying.common import compile_both
from checker.engine.surveying.everybody import everybody
from checker.engine.surveying.witnesses import witnesses

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from checker.engine import Compiled
    from checker.engine.rules.rulebook import Rulebook
    from checker.engine.surveying.common import Common

__all__ = ["difference"]

FROM_DAY = date(2024, 7, 1)
"""Before this day nobody is answered."""

_PROOF = ("rules", "passages")
_SOMEBODY = "somebody, of whom no example was found"


def difference(book: Rulebook, other: Rulebook) -> str | None:
    """Return somebody who gets another answer, with the topic, or None where nobody does.

    Which rules and passages say so is not looked at.
    """
    both = compile_both(book, other)
    d = both.old.diagrams
    days = telling_days(both.old.space, FROM_DAY)
    people = everybody(both.people, days)
    for row in (both.old.sets["impossible"], both.new.sets["impossible"]):
        people = d.both(people, d.map(row, lambda names: names == ()))
    inside = d.both(people, d.map(both.old.sets["scope"], lambda names: names == ()))
    for topic, old, new in _topics(both):
        differs = d.apply(lambda one, two: _said(one) != _said(two), old, new)
        found = d.both(people if topic.startswith("old_card") else inside, differs)
        if found != d.no:
            examples = witnesses(both.people, found, days, {}, ruled_out=[both.people.sets["impossible"]])
            somebody = next((json.dumps(facts) for value, facts in examples if value is True), _SOMEBODY)
            return f"{topic}: {somebody}"
    return None


def _topics(both: Common) -> Iterator[tuple[str, int, int]]:
    old, new = _diagrams(both.old), _diagrams(both.new)
    nothing = {"procedures": both.old.diagrams.terminal("null"), "warnings": both.old.diagrams.no}
    for key in old | new:
        empty = nothing.get(key.partition(":")[0], both.old.diagrams.no)
        yield key, old.get(key, empty), new.get(key, empty)


def _diagrams(book: Compiled) -> dict[str, int]:
    held = {f"held:{name}": diagram for name, diagram in book.held.items()}
    warnings = {f"warnings:{name}": diagram for name, diagram in book.warnings.items()}
    return {**book.full, **held, **warnings, "old_card:usable": book.usable}


def _said(value: Hashable) -> Hashable:
    """What a diagram's value says, without its proof."""
    if not isinstance(value, str) or value in ("yes", "no", "unknown"):
        return value
    return json.dumps(_without_proof(json.loads(value)), sort_keys=True)


def _without_proof(value: Any) -> Any:  # noqa: ANN401 - whatever JSON has
    if isinstance(value, dict):
        return {key: _without_proof(item) for key, item in value.items() if key not in _PROOF}
    return [_without_proof(item) for item in value] if isinstance(value, list) else value
