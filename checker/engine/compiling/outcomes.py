"""What a set of applying rules comes to: pure functions from rules to the parts of a decision.

Who speaks first is settled here: in the topic ``document`` and for each procedure an insurer's rules silence the
national ones; in ``care`` the national ways follow the insurer's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.engine.rules.rulebook import Rule

__all__ = [
    "BASES",
    "NOT_STATED",
    "care_outcome",
    "document_outcome",
    "effective",
    "issuing",
    "old_card_outcome",
    "procedure_outcome",
    "weakest",
]

BASES = ("insurer", "national", "silent")
"""Who says so, from the nearest to the farthest."""

NOT_STATED = "not_stated"
"""The route of a document that is issued, where the source does not say how it comes."""

_ITEM: dict[str, Any] = {"when": None, "until": None, "renewal": None, "delivery": None}
_DAYS = ("complete_on", "due_on")
"""What of a procedure is a day, so that it is one value and no list."""

_PROCEDURE: dict[str, Any] = {"where": None, "bring": None, "medium": None, "takes": None, "complete_on": None}


def effective(rules: Iterable[Rule], key: str) -> list[Rule]:
    """The rules that speak of ``key``, of the nearest layer that does."""
    return _nearest([rule for rule in rules if key in rule.then])


def _nearest(rules: Sequence[Rule]) -> list[Rule]:
    for basis in BASES:
        nearest = [rule for rule in rules if rule.layer == basis]
        if nearest:
            return nearest
    return []


def issuing(rules: Iterable[Rule]) -> list[Rule]:
    """The rules that issue documents: where an insurer refuses one, the national layer adds none.

    Rules that name no route only add to those that do: they speak for nobody.
    """
    speaking = [rule for rule in rules if {"issued", "refused"} & rule.then.keys()]
    nearest = _nearest([rule for rule in speaking if not _only_adds(rule)])
    layers = {rule.layer for rule in nearest}
    return [rule for rule in speaking if rule.layer in layers and "issued" in rule.then]


def _only_adds(rule: Rule) -> bool:
    rows = rule.then.get("issued", {}).values()
    return bool(rows) and not any("route" in row for row in rows)


def weakest(bases: Iterable[str]) -> str:
    """The basis that can be claimed for all of them."""
    return max(bases, key=BASES.index, default="silent")


def document_outcome(rules: Sequence[Rule], held: frozenset[str], order: Sequence[str]) -> dict[str, Any]:
    """``document`` of a decision; a document that is ``held`` is not due, unless its rule says that it comes again."""
    speaking, refusing = issuing(rules), effective(rules, "refused")
    basis = next((rule.layer for rule in (*speaking, *refusing)), "silent")
    issued = [_issued(name, speaking, held=name in held) for name in order]
    refused = [_joined({"id": name, "instead": None}, name, "refused", refusing) for name in order]
    return {"basis": basis, "issued": [i for i in issued if i], "refused": [r for r in refused if r]}


def _issued(name: str, rules: Sequence[Rule], *, held: bool) -> dict[str, Any] | None:
    due = [r for r in rules if name in r.then["issued"] and not (held and not r.then["issued"][name].get("again"))]
    return _joined({"id": name, "route": NOT_STATED, **_ITEM}, name, "issued", due)


def _joined(start: dict[str, Any], name: str, key: str, rules: Sequence[Rule]) -> dict[str, Any] | None:
    """One item from all rules that speak of it; they agree, or verification has said so.

    Rules that name no route only add to rules that do.
    """
    own = [rule for rule in rules if name in rule.then[key]]
    if not own or not any({"route", "instead"} & rule.then[key][name].keys() for rule in own):
        return None
    for rule in own:
        start |= {k: v for k, v in rule.then[key][name].items() if k != "again"}
    return start | _proof(own)


def _proof(rules: Sequence[Rule]) -> dict[str, Any]:
    passages = dict.fromkeys(passage for rule in rules for passage in rule.passages)
    return {"basis": rules[0].layer, "rules": [rule.id for rule in rules], "passages": list(passages)}


def care_outcome(rules: Sequence[Rule], fallback: str) -> dict[str, Any]:
    """``care`` of a decision without ``now``, and the passages that it rests on; the insurer's ways come first."""
    ordered = sorted((r for r in rules if "show" in r.then or "actions" in r.then), key=lambda r: BASES.index(r.layer))
    ways: dict[tuple[str, ...], None] = {}
    actions: dict[str, None] = {}
    for rule in ordered:
        ways |= dict.fromkeys(tuple(way) for way in rule.then.get("show", ()))
        actions |= dict.fromkeys(rule.then.get("actions", ()))
    showing = [rule for rule in ordered if rule.then.get("show")] or ordered
    if not ways and not actions:
        actions = {fallback: None}
    return {
        "basis": showing[0].layer if showing else "silent",
        "show": [list(way) for way in ways],
        "actions": list(actions),
        "passages": list(dict.fromkeys(passage for rule in ordered for passage in rule.passages)),
    }


def old_card_outcome(rules: Sequence[Rule]) -> dict[str, Any]:
    """How the last day of the old card is counted: the earliest of ``last_day``, where all of it is known."""
    sure = not any(rule.then.get("unsure") or rule.then.get("never") for rule in rules)
    counting = effective(rules, "last_day") if sure else []
    spoken = counting or list(rules)
    return {
        "last_day": [rule.then["last_day"] for rule in counting],
        "basis": min((rule.layer for rule in spoken), key=BASES.index, default="silent"),
        "passages": list(dict.fromkeys(passage for rule in spoken for passage in rule.passages)),
    }


def procedure_outcome(name: str, rules: Sequence[Rule]) -> dict[str, Any] | None:
    """One entry of ``procedures``, or None where it does not come up; rules of one layer add to each other."""
    own = effective(rules, "procedure")
    if not own:
        return None
    entry = {"id": name, **_PROCEDURE}
    for rule in own:
        for key, value in rule.then.items():
            if key in ("procedure", "warnings"):
                continue
            before = entry.get(key)
            if isinstance(before, tuple) and isinstance(value, tuple) and key not in _DAYS:
                entry[key] = before + tuple(item for item in value if item not in before)
            else:
                entry[key] = value
    return entry | _proof(own)
