"""The schema of an insurer's whole file: three in one, since a file that declares names of its own may use more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from checker.authoring.declarations import FIXED, OWN_KEYS
from checker.authoring.facts import FACT_KEYS, KINDS
from checker.authoring.head import INSURER_KEYS, SCHEMES, STATUSES
from checker.authoring.languages import OTHERS, TRANSLATION_KEYS
from checker.authoring.particulars import CONTACT_KEYS
from checker.authoring.passages import FOR, PASSAGE_KEYS, SOURCE_KEYS
from checker.authoring.passages import STATUSES as READ
from checker.authoring.schema.conditions import condition_definitions
from checker.authoring.schema.names import DAY, NAME, TEXT, Names, list_of, ref
from checker.authoring.schema.rules import rule_definitions
from checker.authoring.schema.sharing import shared
from checker.authoring.vocabulary import IDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.authoring.library import Library
    from checker.authoring.schema.names import Json

__all__ = ["insurer_schema"]

_ANY: Final[Json] = {"type": "string"}
_FLAG: Final[Json] = {"type": "boolean"}
_TEXTS: Final[Json] = {"type": "object", "additionalProperties": _ANY}
_PATH: Final[Json] = {"anyOf": [TEXT, list_of(TEXT, 1)]}


def insurer_schema(library: Library) -> Json:
    """The schema, the same for the same rules.yaml, words and loader."""
    kinds = {
        "plain": Names(library, grows=False, terms=False),
        "with terms": Names(library, grows=False, terms=True),
        "with its own": Names(library, grows=True, terms=True),
    }
    made = {
        kind: {**one.definitions(), **condition_definitions(one), **rule_definitions(one), **_file()}
        for kind, one in kinds.items()
    }
    declares = {"anyOf": [{"type": "object", "required": [key]} for key in OWN_KEYS]}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "An insurer, as its document says it",
        "description": "Made by `python -m checker schema`; CONTRIBUTING.md tells the forms.",
        "if": declares,
        "then": ref("with its own: file"),
        "else": {
            "if": {"type": "object", "required": ["terms"]},
            "then": ref("with terms: file"),
            "else": ref("plain: file"),
        },
        "definitions": shared(made, "file"),
    }


def _file() -> Json:
    forms: Json = {
        "id": {**NAME, "description": "The file's name without its ending; it stands in addresses for ever."},
        "name": {
            **TEXT,
            "description": "The whole name, in Japanese; up to its first space it is who runs the insurance.",
        },
        "short": {**TEXT, "description": "The name on buttons and in lists."},
        "kana": {**TEXT, "description": "The reading by which residents look for it, in hiragana."},
        "number": {
            "type": "string",
            "pattern": r"^\d{6}(\d\d)?$",
            "description": "保険者番号, in quotes, where a document states it.",
        },
        "found_by": {
            **list_of(TEXT),
            "description": "What else residents look for it by: its prefecture's reading, everyday names.",
        },
        "scheme": {"enum": [*SCHEMES, None], "description": "null where the document does not say which it is."},
        "status": {
            "enum": list(STATUSES),
            "description": "A draft is checked and not published; of one withdrawn, contact and source are left.",
        },
        "example": {**_FLAG, "description": "The document does not name its insurer, so it is shown apart."},
        "review_by": {**DAY, "description": "By this day somebody reads the document again."},
        "source": _row(
            SOURCE_KEYS,
            dict.fromkeys(SOURCE_KEYS, _ANY) | {"headings": list_of(_PATH)},
            SOURCE_KEYS[:3],
            "The document that was read.",
        ),
        "passages": {"type": "object", "propertyNames": NAME, "additionalProperties": _passage()},
        "change": ref("change"),
        "drop": ref("drop"),
        "rules": ref("rules"),
        "terms": {
            "type": "object",
            "additionalProperties": ref("condition"),
            "description": "Conditions by name, for this file.",
        },
        "contacts": list_of(_contact()),
        "words": {**_TEXTS, "description": "Words of this insurer's own, by id: places, papers, and what it declares."},
        "other_languages": _row(OTHERS, dict.fromkeys(OTHERS, _translation())),
        **_declared(),
    }
    assert forms.keys() == set(INSURER_KEYS)  # noqa: S101 - so that a new key is not forgotten here
    return {"file": _row(INSURER_KEYS, forms, ("id", "name", "short", "kana", "source"))}


def _passage() -> Json:
    forms: Json = dict.fromkeys((*PASSAGE_KEYS, "locator", "says"), _ANY)
    forms |= {
        "locator": {
            **_PATH,
            "description": "The heading as it stands in the document, 問3, or a list from the outermost heading on.",
        },
        "says": {**TEXT, "description": "What it says, in our own short words, in Japanese."},
        "part": {**_ANY, "description": "Which part of a long section is meant."},
        "fingerprint": {
            "type": "string",
            "pattern": "^[0-9a-f]{64}$",
            "description": "Printed by `python -m checker sources fingerprint`.",
        },
        "for": {"enum": list(FOR), "description": "Only to be read; no rule rests on it."},
        "status": {"enum": list(READ)},
        "supersedes": list_of(NAME),
    }
    return _row(forms, forms, ("locator", "says"))


def _contact() -> Json:
    forms: Json = {
        "name": TEXT,
        "lines": list_of(TEXT),
        "phone": _TEXTS,
        "hours": _ANY,
        "passages": list_of(ref("passage")),
    }
    return _row(CONTACT_KEYS, forms, ("name",))


def _translation() -> Json:
    return _row(TRANSLATION_KEYS, {key: _ANY if key in ("name", "short") else _TEXTS for key in TRANSLATION_KEYS})


def _declared() -> Json:
    """What a file may declare of its own."""
    fact: Json = dict.fromkeys(FACT_KEYS, _FLAG) | {
        "kind": {"enum": list(KINDS)},
        "of": {"anyOf": [{"const": "flag"}, list_of(NAME, 1)]},
        "default": {"type": ["string", "boolean"]},
        "ordinary": _ANY,
        "null_as": list_of(NAME),
        "part_of": NAME,
        "applies": ref("condition"),
        "more": list_of(NAME, 1),
    }
    need = {"anyOf": [{"type": "object", "required": [key]} for key in ("kind", "more")]}
    row = {"type": "object"}
    held = _row(("held",), {"held": ref("condition")}, ("held",))
    told: Json = {"when": ref("condition"), "facts": list_of(NAME), "message": TEXT}
    gate = told | {"procedure": ref("procedures"), "passages": list_of(ref("passage"), 1)}
    counted: Json = {"when": ref("condition"), "passages": list_of(ref("passage"), 1)}
    return {
        "facts": {"type": "object", "additionalProperties": {**_row(fact, fact), **need}},
        "ids": _row(IDS, {kind: list_of(NAME) for kind in IDS if kind not in FIXED}),
        "documents": {"type": "object", "additionalProperties": held},
        "ways": _row(("covers",), {"covers": {"type": "object", "additionalProperties": list_of(NAME)}}),
        "gate": list_of({"type": "string", "pattern": "^[^=]+=[^=]+$"}),
        "choices": {"type": "object", "additionalProperties": {"type": "object", "additionalProperties": row}},
        "questions": {
            "type": "object",
            "additionalProperties": _row(("after", "shares"), {"after": row, "shares": row}),
        },
        "impossible": {"type": "object", "additionalProperties": _row(told, told, tuple(told))},
        "scope": {"type": "object", "additionalProperties": _row(gate, gate, tuple(gate))},
        "change_terms": {"type": "object", "additionalProperties": _row(counted, counted, tuple(counted))},
    }


def _row(keys: Mapping[str, Any] | tuple[str, ...], forms: Json, needed: tuple[str, ...] = (), told: str = "") -> Json:
    """A mapping with these keys and no others."""
    row: Json = {
        "type": "object",
        "properties": {key: forms[key] for key in keys if key in forms},
        "additionalProperties": False,
    }
    return row | ({"required": list(needed)} if needed else {}) | ({"description": told} if told else {})
