"""The schema of a file of written cases: facts about somebody, and what must come out.

Cases of an insurer that declares names of its own may use more; so may those of an insurer that is not known yet, and
whoever shows that a name is refused.
`tests/cases/README.md` tells what each expectation means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from checker.authoring.declarations import OWN_KEYS
from checker.authoring.schema.declared import row
from checker.authoring.schema.names import DAY, NAME, TEXT, Names, list_of, ref
from checker.authoring.schema.sharing import shared
from checker.engine.compiling.outcomes import BASES

if TYPE_CHECKING:
    from checker.authoring.library import Library
    from checker.authoring.schema.names import Json

__all__ = ["EXPECTED", "STATUSES", "case_schema"]

STATUSES = ("decided", "needs_facts", "contradiction", "out_of_scope", "invalid")
"""What may become of a line of facts."""

_NULL: Final[Json] = {"type": "null"}
_WAYS: Final[Json] = list_of(list_of(ref("items"), 1))
_FACTS: Final[Json] = list_of(ref("fact"))
_BASIS: Final[Json] = {"enum": list(BASES)}
_ENDED: Final[Json] = {"anyOf": [DAY, _NULL]}
_PART: Final[Json] = {"type": ["object", "null"]}


_THING: Final[Json] = {"anyOf": [ref("items"), ref("values of brings")]}


def _ids(kind: str) -> Json:
    return list_of(ref(kind))


def _parts(kind: str) -> Json:
    return {"type": "object", "propertyNames": ref(kind), "additionalProperties": _PART}


EXPECTED: Final[Json] = {
    "status": {"enum": list(STATUSES)},
    "facts_named": _FACTS, "needs": _FACTS, "needs_never": _FACTS,
    "basis": _BASIS, "basis_not": _BASIS, "care_basis": _BASIS, "care_basis_not": _BASIS,
    "issued": _ids("documents"), "issued_never": _ids("documents"), "refused_never": _ids("documents"),
    "documents": _parts("documents"), "refused": _parts("documents"), "procedures": _parts("procedures"),
    "route": {"anyOf": [ref("routes"), {"const": "not_eligible"}, _NULL]},
    "delivery": _PART,
    "old_card_usable": {"type": ["boolean", "null"]}, "old_card_last_day": _ENDED, "complete_on": _ENDED,
    "show": _WAYS, "now": {"anyOf": [_WAYS, _NULL]}, "show_never_way": _WAYS, "show_never_item": list_of(_THING),
    "actions": _ids("actions"), "actions_never": _ids("actions"),
    "procedures_exactly": _ids("procedures"), "procedures_never": _ids("procedures"),
    "warnings": _ids("warnings"), "warnings_exactly": _ids("warnings"), "warnings_never": _ids("warnings"),
}  # fmt: skip
"""What a case may expect, by its key."""


def case_schema(library: Library) -> Json:
    """The schema, the same for the same rules.yaml, words and insurers."""
    kinds = {"plain": Names(library, grows=False, terms=False), "with its own": Names(library, grows=True, terms=True)}
    made = {kind: {**names.definitions(), **_case(names)} for kind, names in kinds.items()}
    plain = [name for name, block in library.files.insurers.items() if block.keys().isdisjoint(OWN_KEYS)]
    facts = {"type": "object", "properties": {"insurer": {"enum": plain}}}
    read = {"type": "object", "properties": {"status": {"not": {"const": "invalid"}}}}
    of_plain = {"type": "object", "properties": {"facts": facts, "expect": read}}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "The written cases of one insurer",
        "description": "Made by `python -m checker schema`; tests/cases/README.md tells the form.",
        "type": "array",
        "items": {"if": of_plain, "then": ref("plain: case"), "else": ref("with its own: case")},
        "definitions": shared(made, "case"),
    }


def _case(names: Names) -> Json:
    facts = {fact: {**_said(fact, one), "description": names.fact_told(fact)} for fact, one in names.facts.items()}
    some = {"type": "array", "items": NAME, "minItems": 1, "uniqueItems": True}
    forms: Json = {
        "id": {"type": "string", "pattern": "^[A-Z]+[0-9]+[a-z]?$"},
        "locator": {
            **TEXT,
            "description": "The place in the source that says so; CONTRACT (…), or N14 of the national layer.",
        },
        "why": {**TEXT, "description": "In short, in our own words."},
        "insurers": {**some, "description": "Of everybody's cases: run at these alone."},
        "unless": {**some, "description": "Of everybody's cases: run at all but these, whose documents say otherwise."},
        "facts": {**row(facts, facts, ("on_date",)), "additionalProperties": names.grows},
        "expect": {**row(EXPECTED, EXPECTED), "minProperties": 1},
        "accept": {
            "type": "object",
            "propertyNames": {"enum": list(EXPECTED)},
            "additionalProperties": {"type": "array", "minItems": 1},
            "description": "For a key of `expect`: a list of other values that are as right.",
        },
    }
    return {
        "fact": {"anyOf": [{"enum": list(names.facts)}, NAME]} if names.grows else {"enum": list(names.facts)},
        "case": row(forms, forms, ("id", "locator", "why", "facts", "expect")),
    }


def _said(fact: str, declared: Any) -> Json:  # noqa: ANN401 - a row of YAML
    """What may be said of a fact; null is that it is not known."""
    match declared["kind"]:
        case "insurer":
            return NAME
        case "day":
            return DAY
        case "date":
            return {"anyOf": [DAY, _NULL]}
        case "age":
            return {"type": ["integer", "null"]}
    one: Json = ref(f"values of {fact}")
    many = list_of(one) if declared["kind"] == "list" else None
    unknown = [{"enum": [None, *declared.get("null_as", ())]}]
    alone = [one] if many is None or declared.get("single") else []
    return {"anyOf": [*alone, *([many] if many else []), *unknown]}
