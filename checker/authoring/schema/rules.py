"""The schema of rules: those of an insurer's own, and those that it changes or drops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.rules import RULE_KEYS
from checker.authoring.schema.conditions import dated
from checker.authoring.schema.names import DAY, NAME, list_of, ref
from checker.authoring.starting.inherited import rule_lines
from checker.authoring.starting.topics import TOPICS as TOLD
from checker.authoring.then import ID_KINDS, ISSUED_KEYS, RENEWALS, THEN_KEYS
from checker.engine.rules.rulebook import TOPICS

if TYPE_CHECKING:
    from checker.authoring.schema.names import Json, Names

__all__ = ["rule_definitions"]

_FLAG: Json = {"type": "boolean"}


def rule_definitions(names: Names) -> Json:
    """`rules`, `change` and `drop`, and what they are made of."""
    passages = {**list_of(ref("passage"), 1), "description": "The places that say so; of the file's own, their ids."}
    forms: Json = {
        "topic": {"oneOf": [{"const": one.topic, "description": one.about} for one in TOLD]},
        "when": {"allOf": [ref("condition")], "description": "For whom it holds; without it, for everybody."},
        "then": {"type": "object", "description": "What holds then."},
        "exception_to": ref("exceptions"),
        "valid": ref("valid"),
        "silent": {**_FLAG, "description": "Nobody we read says anything here, and that is written down."},
        "passages": passages,
    }
    assert forms.keys() == set(RULE_KEYS)  # noqa: S101 - so that a new key is not forgotten here
    by_topic = [
        {
            "if": {"type": "object", "properties": {"topic": {"const": topic}}, "required": ["topic"]},
            "then": _then(topic),
        }
        for topic in TOPICS
    ]
    sure = {
        "anyOf": [
            {"type": "object", "required": ["passages"]},
            {"type": "object", "properties": {"silent": {"const": True}}, "required": ["silent"]},
        ]
    }
    rule = {"type": "object", "properties": forms, "additionalProperties": False}
    return {
        "rule": {**rule, "required": ["topic", "then"], "allOf": [*by_topic, sure]},
        "changed": {**rule, "allOf": [*by_topic, sure]},
        "dropped": {
            "type": "object",
            "properties": {"passages": passages},
            "required": ["passages"],
            "additionalProperties": False,
        },
        "valid": {
            "type": "object",
            "properties": {"from": DAY, "until": DAY},
            "additionalProperties": False,
            "description": "The days from and until which it holds, both included.",
        },
        "exceptions": _exceptions(names),
        "issued": _issued(names),
        "refused": _by_document({"instead": {"anyOf": [{"type": "null"}, ref("procedures")]}}),
        "last day": dated(names),
        **{f"then of {topic}": _then_of(topic) for topic in TOPICS},
        "rules": {"type": "object", "propertyNames": NAME, "additionalProperties": ref("rule")},
        "change": _national(names, "changed"),
        "drop": _national(names, "dropped"),
        **_told(names),
    }


def _then(topic: str) -> Json:
    return {"type": "object", "properties": {"then": ref(f"then of {topic}")}}


def _then_of(topic: str) -> Json:
    forms = {key: _VALUES.get(key, _FLAG) for key in THEN_KEYS[topic]}
    needed = ["procedure"] if topic == "procedures" else []
    return {
        "type": "object",
        "minProperties": 1,
        "properties": forms,
        "required": needed,
        "additionalProperties": False,
    }


_OWN: Json = {"anyOf": [{"type": "null"}, list_of(ref("words"))]}
_VALUES: Json = {
    "issued": ref("issued"),
    "refused": ref("refused"),
    "last_day": ref("last day"),
    "complete_on": ref("last day"),
    "due_on": ref("last day"),
    "show": {
        **list_of(list_of(ref("items"), 1)),
        "description": "The ways to be treated, each a list of what is shown together: [[my_number_card]].",
    },
    "actions": list_of(ref("actions")),
    "warnings": list_of(ref("warnings")),
    "procedure": ref("procedures"),
    "where": {**_OWN, "description": "Places, common ones or those in `words`; null where the text names none."},
    "bring": {**_OWN, "description": "Papers; [] where none is needed, null where the text does not say."},
    "medium": list_of(ref("media")),
    "medium_refused": list_of(ref("media")),
    "takes": ref("durations"),
    "who": list_of(ref("values of applicant")),
    "fee": {"type": "integer", "minimum": 0, "description": "Whole yen; 0 where it is free of charge."},
}


def _issued(names: Names) -> Json:
    forms: Json = {key: ref(ID_KINDS.get(key, key)) for key in ISSUED_KEYS if key not in _DETAILS}
    until = {"anyOf": [DAY, ref("last day"), list_of(dated(names), 1)]}
    return _by_document(forms | _DETAILS | {"until": until})


_DETAILS: Json = {
    "until": {},
    "renewal": {"enum": list(RENEWALS)},
    "again": _FLAG,
    "delivery": {
        "type": "object",
        "properties": {"by": ref("delivery"), "to": ref("delivery")},
        "additionalProperties": False,
    },
}


def _by_document(forms: Json) -> Json:
    row = {"type": "object", "properties": forms, "additionalProperties": False}
    return {"type": "object", "propertyNames": ref("documents"), "additionalProperties": row}


def _exceptions(names: Names) -> Json:
    topic = {"enum": list(TOPICS)}
    every = {
        "type": "object",
        "properties": {"every": {"anyOf": [topic, list_of(topic)]}},
        "required": ["every"],
        "additionalProperties": False,
    }
    one = {"anyOf": [{"enum": list(names.rules["rules"])}, NAME, every]}
    return {"anyOf": [one, list_of(one)], "description": "The rules that this one overrides, or {every: TOPIC}."}


def _national(names: Names, form: str) -> Json:
    """A row for each national rule that a file may name."""
    rows = {
        name: {"allOf": [ref(form), ref(f"the rule {name}"), *_keeping(row, form)]}
        for name, row in names.rules["rules"].items()
    }
    return {"type": "object", "properties": rows, "additionalProperties": False}


def _told(names: Names) -> Json:
    """What each national rule says, as rules.yaml has it."""
    return {
        f"the rule {name}": {"description": "\n".join([f"topic: {row['topic']}", *rule_lines(row)])}
        for name, row in names.rules["rules"].items()
    }


def _keeping(row: Json, form: str) -> list[Json]:
    """What a change says is of the national rule's topic, unless it names another."""
    if form == "dropped":
        return []
    return [{"if": {"not": {"type": "object", "required": ["topic"]}}, "then": _then(str(row["topic"]))}]
