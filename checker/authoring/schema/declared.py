"""The schema of what is declared beside rules: facts, questions, documents in hand, what is impossible or out of scope.

rules.yaml declares it for all insurers, an insurer's file for that one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from checker.authoring.facts import FACT_KEYS, KINDS
from checker.authoring.schema.names import NAME, TEXT, list_of, ref

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.authoring.schema.names import Json

__all__ = ["ANY", "FLAG", "declared", "fact_forms", "out_of_scope", "row", "rows"]

ANY: Final[Json] = {"type": "string"}
FLAG: Final[Json] = {"type": "boolean"}
_OPEN: Final[Json] = {"type": "object"}
_ROW: Final = "^[^=]+=[^=]+$"


def declared() -> Json:
    """The keys whose rows have one form in both files."""
    held = row(("held",), {"held": ref("condition")}, ("held",))
    told = _told()
    return {
        "documents": rows(held),
        "gate": list_of({"type": "string", "pattern": _ROW}),
        "choices": rows(rows(_OPEN)),
        "questions": rows(row(("after", "shares"), {"after": _OPEN, "shares": _OPEN})),
        "impossible": rows(row(told, told, tuple(told))),
    }


def fact_forms() -> Json:
    """What may be said of a fact."""
    return dict.fromkeys(FACT_KEYS, FLAG) | {
        "kind": {"enum": list(KINDS)},
        "of": {"anyOf": [{"const": "flag"}, list_of(NAME, 1)]},
        "default": {"type": ["string", "boolean"]},
        "ordinary": ANY,
        "null_as": list_of(NAME),
        "part_of": NAME,
        "applies": ref("condition"),
    }


def out_of_scope(**more: Json) -> Json:
    """The rows that say whom another answers, with what else each of them says."""
    forms = _told() | {"procedure": ref("procedures")} | more
    return rows(row(forms, forms, tuple(forms)))


def rows(form: Json) -> Json:
    """A mapping whose values all have one form."""
    return {"type": "object", "additionalProperties": form}


def row(keys: Mapping[str, Any] | tuple[str, ...], forms: Json, needed: tuple[str, ...] = (), told: str = "") -> Json:
    """A mapping with these keys and no others."""
    made: Json = {
        "type": "object",
        "properties": {key: forms[key] for key in keys if key in forms},
        "additionalProperties": False,
    }
    return made | ({"required": list(needed)} if needed else {}) | ({"description": told} if told else {})


def _told() -> Json:
    return {"when": ref("condition"), "facts": list_of(NAME), "message": TEXT}
