"""The ids that a rulebook uses, by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.engine.compiling.outcomes import NOT_STATED
from checker.engine.deciding.decision import STANDING
from checker.engine.rules.conditions import Held, Issued, Refused, leaves

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.engine.rules.conditions import Condition
    from checker.engine.rules.rulebook import Rulebook

__all__ = ["ids_in", "ids_of_conditions"]

Mention = tuple[str, str]
"""A kind of ids, and one of them; places and papers are kinds too."""

_OF_RULES = {
    "actions": "actions",
    "warnings": "warnings",
    "medium": "media",
    "medium_refused": "media",
    "where": "places",
    "bring": "papers",
}
_ONE = {"procedure": "procedures", "takes": "durations"}
_OF_DOCUMENTS = {
    "route": "routes", "when": "when", "instead": "procedures", "variant": "variants", "later": "when",
    "lasts": "durations",
}  # fmt: skip


def ids_in(book: Rulebook) -> Iterator[Mention]:
    """What the rules say, what the rulebook names beside them, and what the engine says by itself."""
    yield from (("warnings", STANDING), ("routes", NOT_STATED))
    for rule in book.rules:
        yield from _said(rule.then)
    for row in book.scope:
        yield "procedures", row.procedure
    for item, covering in book.covers.items():
        yield from (("items", name) for name in (item, *covering))
    yield from (("actions", name) for name in book.fallback.values())
    yield from (("documents", name) for name in book.held)


def ids_of_conditions(conditions: Iterable[Condition]) -> Iterator[Mention]:
    """What is asked for of other topics."""
    for condition in conditions:
        for leaf in leaves(condition):
            if isinstance(leaf, Held | Issued | Refused):
                yield "documents", leaf.document
            if isinstance(leaf, Issued):
                yield from (("routes", route) for route in leaf.routes)


def _said(then: Mapping[str, Any]) -> Iterator[Mention]:
    for key in ("issued", "refused"):
        for document, row in then.get(key, {}).items():
            yield "documents", document
            yield from ((kind, row[name]) for name, kind in _OF_DOCUMENTS.items() if row.get(name))
            yield from (("delivery", name) for name in (row.get("delivery") or {}).values() if name)
    yield from (("items", item) for way in then.get("show", ()) for item in way)
    yield from ((kind, name) for key, kind in _OF_RULES.items() for name in then.get(key) or ())
    yield from (
        (kind, then[key]) for key, kind in (("procedure", "procedures"), ("takes", "durations")) if then.get(key)
    )
