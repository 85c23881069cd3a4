"""What the decision says of each topic, as text that is equal exactly where nobody would be told anything else.

Rules and passages behind an answer are left away, and what is a set has one order. The last day of an old card and the
day on which a procedure is complete are compared as they are counted, since the dates of a person are not known here.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Hashable

    from checker.engine import Compiled

__all__ = ["DECIDED", "proofs", "said", "status"]

_SETS = ("show", "actions", "where", "bring", "medium", "last_day", "issued", "refused")
_PROOF = ("rules", "passages")

DECIDED = '{"status":"decided"}'
"""The status of a situation that the rules of the insurer decide."""


def said(book: Compiled) -> dict[str, int]:
    """The diagrams of what is said, by topic, each procedure and each warning being one.

    ``held:ID`` says whether a document counts as in hand, on which it rests what can be shown today.
    """
    d, found = book.diagrams, {}
    for topic, diagram in book.full.items():
        found[topic] = d.map(diagram, _bare)
    found["old_card"] = d.apply(_with_usable, book.usable, found["old_card"])
    for kind, diagrams in (("warnings", book.warnings), ("held", book.held)):
        for name, diagram in diagrams.items():
            found[f"{kind}:{name}"] = d.map(diagram, lambda value: _text(value is True))
    return found


def unsaid(topic: str) -> str:
    """What a rulebook says that knows nothing of a topic."""
    return _text(False if topic.startswith(("warnings:", "held:")) else None)


def proofs(book: Compiled) -> dict[str, int]:
    """The diagrams of the rules and passages behind what is said, by topic, for topics that have them."""
    return {topic: book.diagrams.map(diagram, _proof) for topic, diagram in book.full.items()}


def status(book: Compiled, unread: int) -> int:
    """Whether a situation is decided at all; ``unread``: yes where a version cannot read what is said."""
    d, rulebook = book.diagrams, book.rulebook
    impossible = {row.id: row for row in rulebook.impossible}
    scope = {row.id: row for row in rulebook.scope}

    def contradiction(names: Hashable, below: Hashable) -> Hashable:
        facts = sorted({tuple(impossible[name].facts) for name in cast("tuple[str, ...]", names)})
        return _text({"status": "contradiction", "facts": facts}) if facts else below

    def out(names: Hashable) -> Hashable:
        rows = [scope[name] for name in cast("tuple[str, ...]", names)]
        if not rows:
            return DECIDED
        facts, procedures = {row.facts for row in rows}, {row.procedure for row in rows}
        return _text({"status": "out_of_scope", "facts": sorted(facts), "procedures": sorted(procedures)})

    result = d.apply(contradiction, book.sets["impossible"], d.map(book.sets["scope"], out))
    return d.apply(lambda wrong, below: _text({"status": "invalid"}) if wrong is True else below, unread, result)


def _bare(value: Hashable) -> Hashable:
    return _text(_without_proof(json.loads(cast("str", value))))


def _proof(value: Hashable) -> Hashable:
    found: dict[str, set[str]] = {key: set() for key in _PROOF}
    _gather(json.loads(cast("str", value)), found)
    return _text({key: sorted(names) for key, names in found.items()})


def _gather(value: Any, found: dict[str, set[str]]) -> None:  # noqa: ANN401 - whatever JSON has
    if isinstance(value, dict):
        for key, item in value.items():
            if key in found:
                found[key].update(item)
            else:
                _gather(item, found)
    elif isinstance(value, list):
        for item in value:
            _gather(item, found)


def _with_usable(usable: Hashable, value: Hashable) -> Hashable:
    return _text({"usable": {"yes": True, "no": False}.get(cast("str", usable)), **json.loads(cast("str", value))})


def _without_proof(value: Any) -> Any:  # noqa: ANN401 - whatever JSON has
    if isinstance(value, list):
        return [_without_proof(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _without_proof(item) for key, item in value.items() if key not in _PROOF}
    for key in _SETS:
        if isinstance(kept.get(key), list):
            ordered = [sorted(way) for way in kept[key]] if key == "show" else kept[key]
            kept[key] = sorted({_text(item): item for item in ordered}.values(), key=_text)
    return kept


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
