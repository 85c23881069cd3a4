"""What is compared when an answer is open: the document and the ways; and the values that are said to lead to it."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

__all__ = ["Answer", "answer_of", "within"]

Answer: TypeAlias = "tuple[str, str] | str"


def bare(document: dict[str, Any]) -> str:
    """Return a document without the rules and passages behind it."""
    items = {key: [dict(item) for item in document[key]] for key in ("issued", "refused")}
    for item in (item for group in items.values() for item in group):
        item.pop("rules", None)
        item.pop("passages", None)
    return json.dumps({"basis": document["basis"], **items}, sort_keys=True)


def answer_of(decision: dict[str, Any]) -> Answer:
    """Return what is compared when an answer is open: the document and the ways, or that another insurer answers."""
    if decision["status"] == "out_of_scope":
        return "out_of_scope"
    return bare(decision["document"]), json.dumps(decision["care"]["show"])


def within(value: object, values: list[Any]) -> bool:
    """Return whether what turned out is among the values that an answer names; null there: not said.

    Stretches of days say nothing of a date that is not stated.
    """
    if isinstance(value, list):
        return all(bool(set(value) & set(test.get("any", test.get("none")))) is ("any" in test) for test in values)
    bands = [(band["from"] or "", band["until"] or "9999") for band in values if isinstance(band, dict)]
    if bands:
        return value is None or any(first <= str(value) <= last for first, last in bands)
    return (str(value).lower() if isinstance(value, bool) else value) in values
