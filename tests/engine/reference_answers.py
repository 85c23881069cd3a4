"""What applying rules come to, written from the contract: rules as JSON in, parts of a decision out.

Nothing of the engine is used here. What the contract says of layers: the nearest layer that speaks of a document or of
a procedure silences the others; in care the national ways follow the insurer's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

__all__ = ["care", "document", "heard", "procedure"]

Rule = dict[str, Any]

NEAREST_FIRST = ("insurer", "national", "silent")


def nearest(rules: Iterable[Rule]) -> list[Rule]:
    """Return the rules of the nearest layer that has any."""
    rules = list(rules)
    layer = min((NEAREST_FIRST.index(rule["layer"]) for rule in rules), default=0)
    return [rule for rule in rules if rule["layer"] == NEAREST_FIRST[layer]]


def _issuing(rules: Iterable[Rule]) -> list[Rule]:
    """Where an insurer refuses a document, nobody else issues one; what only adds to others speaks for nobody."""
    speaking = [rule for rule in rules if "issued" in rule["then"] or "refused" in rule["then"]]
    layer = {rule["layer"] for rule in nearest(rule for rule in speaking if not _adds(rule))}
    return [rule for rule in speaking if rule["layer"] in layer and "issued" in rule["then"]]


def _adds(rule: Rule) -> bool:
    rows = list(rule["then"].get("issued", {}).values())
    return rows != [] and all("route" not in row for row in rows)


def _refusing(rules: Iterable[Rule]) -> list[Rule]:
    return nearest(rule for rule in rules if "refused" in rule["then"])


def _proof(rules: Sequence[Rule]) -> dict[str, Any]:
    passages = {passage: None for rule in rules for passage in rule.get("passages", [])}
    return {"basis": rules[0]["layer"], "rules": [rule["id"] for rule in rules], "passages": list(passages)}


def document(rules: Sequence[Rule], held: Collection[str], documents: Sequence[str]) -> dict[str, Any]:
    """Return ``document``: what will newly be issued and what is refused; what is held is not due."""
    issuing, refusing = _issuing(rules), _refusing(rules)
    issued, refused = [], []
    for name in documents:
        due = [r for r in issuing if name in r["then"]["issued"]]
        due = [r for r in due if name not in held or r["then"]["issued"][name].get("again")]
        if any("route" in r["then"]["issued"][name] for r in due):
            item: dict[str, Any] = {"id": name, "when": None, "until": None, "renewal": None, "delivery": None}
            for rule in due:
                item.update({key: value for key, value in rule["then"]["issued"][name].items() if key != "again"})
            issued.append({**item, **_proof(due)})
        against = [r for r in refusing if name in r["then"]["refused"]]
        if against:
            instead = [r["then"]["refused"][name].get("instead") for r in against]
            refused.append({"id": name, "instead": instead[-1], **_proof(against)})
    speaking = issuing or refusing
    return {"basis": speaking[0]["layer"] if speaking else "silent", "issued": issued, "refused": refused}


def care(
    rules: Sequence[Rule], fallback: dict[str, str], covers: dict[str, list[str]], brings: object
) -> dict[str, Any]:
    """Return ``care``: every way that is accepted, those of them that can be gone today, and what helps at once."""
    speaking = [
        r for layer in NEAREST_FIRST for r in rules if r["layer"] == layer and {"show", "actions"} & set(r["then"])
    ]
    show: list[list[str]] = []
    actions: list[str] = []
    for rule in speaking:
        show += [way for way in rule["then"].get("show", []) if way not in show]
        actions += [action for action in rule["then"].get("actions", []) if action not in actions]
    if not show and not actions:
        actions = [fallback["show"]]
    now = None
    if isinstance(brings, set):
        now = [way for way in show if all(thing in brings for item in way for thing in covers.get(item, [item]))]
        if now == [] and not actions:
            actions = [fallback["now"]]
    showing = [rule for rule in speaking if rule["then"].get("show")] or speaking
    return {"basis": showing[0]["layer"] if showing else "silent", "show": show, "now": now, "actions": actions}


def procedure(name: str, rules: Sequence[Rule]) -> dict[str, Any] | None:
    """Return one of ``procedures``, or None: the rules of the nearest layer, each adding to those before it."""
    own = nearest(rule for rule in rules if rule["then"].get("procedure") == name)
    if not own:
        return None
    entry: dict[str, Any] = dict.fromkeys(("where", "bring", "medium", "takes", "complete_on"))
    for rule in own:
        said = {key: value for key, value in rule["then"].items() if key not in ("procedure", "warnings")}
        for key, value in said.items():
            if not key.endswith("_on") and isinstance(value, list) and isinstance(entry.get(key), list):
                entry[key] = entry[key] + [item for item in value if item not in entry[key]]
            else:
                entry[key] = value
    return {"id": name, **entry, **_proof(own)}


def heard(rule: Rule, documents: Sequence[Rule]) -> bool:
    """Return whether a rule that applies may warn: one of ``document`` only if no nearer rule silences it."""
    if rule["topic"] != "document":
        return True
    if "issued" in rule["then"]:
        return rule in _issuing(documents)
    return "refused" not in rule["then"] or rule in _refusing(documents)
