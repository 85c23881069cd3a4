"""The schema of rules.yaml. It declares the names that it uses, so any may be right; forms and keys are checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.schema.conditions import condition_definitions
from checker.authoring.schema.declared import declared, fact_forms, out_of_scope, row, rows
from checker.authoring.schema.names import NAME, Names, list_of, ref
from checker.authoring.schema.rules import rule_definitions
from checker.authoring.schema.sharing import shared
from checker.authoring.vocabulary import IDS, RULES_KEYS, RULES_NEEDED

if TYPE_CHECKING:
    from checker.authoring.library import Library
    from checker.authoring.schema.names import Json

__all__ = ["rules_schema"]


def rules_schema(library: Library) -> Json:
    """The schema, the same for the same rules.yaml, words and loader."""
    names = Names(library, grows=True, terms=True)
    made = {**names.definitions(), **condition_definitions(names), **rule_definitions(names), "file": _file()}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Facts, terms, ids and the national rules",
        "description": "Made by `python -m checker schema`; CONTRIBUTING.md tells the forms.",
        "$ref": "#/definitions/rules.yaml: file",
        "definitions": shared({"rules.yaml": made}, "file"),
    }


def _file() -> Json:
    facts = fact_forms()
    kinds = {kind: list_of(NAME) for kind in IDS}
    errand = {"sets": {"type": "object"}, "first": list_of(NAME), "last": list_of(NAME)}
    fallback = {"show": ref("actions"), "now": ref("actions")}
    ways = {"covers": rows(list_of(NAME)), "fallback": row(fallback, fallback, tuple(fallback))}
    forms: Json = {
        **declared(),
        "facts": rows(row(facts, facts, ("kind",))),
        "errands": rows(row(errand, errand)),
        "ids": {**row(IDS, kinds), "description": "Ids by kind; their words stand in docs/text."},
        "spare": {**row(IDS, kinds), "description": "Ids that have words, and that no rule uses so far."},
        "ways": row(ways, ways),
        "terms": {**rows(ref("condition")), "description": "Conditions by name; a later one may name earlier ones."},
        "scope": out_of_scope(),
        "rules": {**_beside("rules"), "description": "The national layer; files of insurers change and drop them."},
    }
    assert forms.keys() == set(RULES_KEYS)  # noqa: S101 - so that a new key is not forgotten here
    return row(RULES_KEYS, forms, RULES_NEEDED)


def _beside(name: str) -> Json:
    """A reference that may have more beside it: what stands beside a bare one is not read."""
    return {"allOf": [ref(name)]}
