"""The schema of an insurer's whole file: three in one, since a file that declares names of its own may use more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checker.authoring.declarations import FIXED, OWN_KEYS
from checker.authoring.head import INSURER_KEYS, SCHEMES, STATUSES
from checker.authoring.languages import OTHERS, TRANSLATION_KEYS
from checker.authoring.particulars import CONTACT_KEYS
from checker.authoring.passages import FOR, PASSAGE_KEYS, SOURCE_KEYS
from checker.authoring.passages import STATUSES as READ
from checker.authoring.schema.conditions import condition_definitions
from checker.authoring.schema.declared import ANY, FLAG, declared, fact_forms, out_of_scope, row, rows
from checker.authoring.schema.names import DAY, NAME, TEXT, Names, list_of, ref
from checker.authoring.schema.rules import rule_definitions
from checker.authoring.schema.sharing import shared
from checker.authoring.vocabulary import IDS

if TYPE_CHECKING:
    from checker.authoring.library import Library
    from checker.authoring.schema.names import Json

__all__ = ["insurer_schema"]

_TEXTS: Final[Json] = {"type": "object", "additionalProperties": ANY}
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
        "example": {**FLAG, "description": "The document does not name its insurer, so it is shown apart."},
        "review_by": {**DAY, "description": "By this day somebody reads the document again."},
        "source": row(
            SOURCE_KEYS,
            dict.fromkeys(SOURCE_KEYS, ANY) | {"headings": list_of(_PATH)},
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
        "other_languages": row(OTHERS, dict.fromkeys(OTHERS, _translation())),
        **_declared(),
    }
    assert forms.keys() == set(INSURER_KEYS)  # noqa: S101 - so that a new key is not forgotten here
    return {"file": row(INSURER_KEYS, forms, ("id", "name", "short", "kana", "source"))}


def _passage() -> Json:
    forms: Json = dict.fromkeys((*PASSAGE_KEYS, "locator", "says"), ANY)
    forms |= {
        "locator": {
            **_PATH,
            "description": "The heading as it stands in the document, 問3, or a list from the outermost heading on.",
        },
        "says": {**TEXT, "description": "What it says, in our own short words, in Japanese."},
        "part": {**ANY, "description": "Which part of a long section is meant."},
        "fingerprint": {
            "type": "string",
            "pattern": "^[0-9a-f]{64}$",
            "description": "Printed by `python -m checker sources fingerprint`.",
        },
        "for": {"enum": list(FOR), "description": "Only to be read; no rule rests on it."},
        "status": {"enum": list(READ)},
        "supersedes": list_of(NAME),
    }
    return row(forms, forms, ("locator", "says"))


def _contact() -> Json:
    forms: Json = {
        "name": TEXT,
        "lines": list_of(TEXT),
        "phone": _TEXTS,
        "hours": ANY,
        "passages": list_of(ref("passage")),
    }
    return row(CONTACT_KEYS, forms, ("name",))


def _translation() -> Json:
    return row(TRANSLATION_KEYS, {key: ANY if key in ("name", "short") else _TEXTS for key in TRANSLATION_KEYS})


def _declared() -> Json:
    """What a file may declare of its own."""
    fact = fact_forms() | {"more": list_of(NAME, 1)}
    need = {"anyOf": [{"type": "object", "required": [key]} for key in ("kind", "more")]}
    passages = list_of(ref("passage"), 1)
    counted: Json = {"when": ref("condition"), "passages": passages}
    return {
        **declared(),
        "facts": rows({**row(fact, fact), **need}),
        "ids": row(IDS, {kind: list_of(NAME) for kind in IDS if kind not in FIXED}),
        "ways": row(("covers",), {"covers": rows(list_of(NAME))}),
        "scope": out_of_scope(passages=passages),
        "change_terms": rows(row(counted, counted, tuple(counted))),
    }
