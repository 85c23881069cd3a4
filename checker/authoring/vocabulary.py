"""What rules.yaml declares: the facts, the ids that rules may use, the terms, and where no rule is asked at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.authoring.conditions import Reader
from checker.authoring.errors import hint
from checker.authoring.facts import read_facts, read_names
from checker.authoring.questions import read_questions
from checker.authoring.shapes import read_mapping, read_rows, read_text, read_texts, refuse_unknown
from checker.engine.rules.rulebook import Impossibility, Scope

if TYPE_CHECKING:
    from checker.authoring.errors import Report
    from checker.authoring.source import Block
    from checker.engine.rules.conditions import Condition
    from checker.engine.rules.facts import Fact
    from checker.engine.rules.questions import Questions

__all__ = ["IDS", "RULES_KEYS", "RULES_NEEDED", "SCOPE_KEYS", "Vocabulary", "read_vocabulary"]

_EMPTY = ("variants",)
"""Kinds of ids of which rules.yaml may list none: so far only insurers have some."""

IDS = (
    "documents", "routes", "items", "actions", "procedures", "warnings", "delivery", "media", "when", "durations",
    *_EMPTY,
)  # fmt: skip
"""Kinds of ids that rules.yaml lists; places and papers may be an insurer's own, so they are found among its words."""

RULES_NEEDED = ("facts", "ids", "rules")
RULES_KEYS = (
    *RULES_NEEDED, "spare", "questions", "choices", "errands", "gate", "documents", "ways", "terms", "impossible",
    "scope",
)  # fmt: skip
"""Keys of rules.yaml, and those that it cannot do without."""

_FALLBACK = ("show", "now")

SCOPE_KEYS = ("when", "facts", "message", "procedure")
"""What a row of the scope says; an insurer's own names its passages too."""


@dataclass(slots=True)
class Vocabulary:
    """Facts, ids by kind, what is impossible, what is out of scope, and the conditions of documents in hand."""

    facts: dict[str, Fact]
    ids: dict[str, tuple[str, ...]]
    reader: Reader
    held: dict[str, Condition]
    covers: dict[str, tuple[str, ...]]
    fallback: dict[str, str]
    questions: Questions
    impossible: tuple[Impossibility, ...]
    scope: tuple[Scope, ...]


def read_vocabulary(block: Block, report: Report) -> Vocabulary:
    """Everything in rules.yaml but the rules; problems are reported."""
    refuse_unknown(block, RULES_KEYS, "rules.yaml", report)
    for key in RULES_NEEDED:
        if key not in block:
            report.add(block.file, block.line, f"`{key}` is missing; rules.yaml needs {', '.join(RULES_NEEDED)}")
    facts = read_facts(block, report)
    ids = _ids(block, report)
    reader = Reader(facts, ids, report)
    terms = read_mapping(block, "terms", report)
    for name, raw in terms.items():
        reader.terms[name] = reader.read(raw, terms.place(name))
    for name, row in read_rows(block, "facts", report):
        if "applies" in row:
            facts[name] = replace(facts[name], applies=reader.read(row["applies"], row.place("applies")))
    covers, fallback = _ways(block, ids, report)
    return Vocabulary(
        facts=facts,
        ids=ids,
        reader=reader,
        held=_held(block, reader, report),
        covers=covers,
        fallback=fallback,
        questions=read_questions(block, facts, report),
        impossible=tuple(_impossible(block, reader, report)),
        scope=tuple(_scope(block, reader, report)),
    )


def _ids(block: Block, report: Report) -> dict[str, tuple[str, ...]]:
    raw = read_mapping(block, "ids", report)
    refuse_unknown(raw, IDS, "`ids`", report)
    for kind in IDS[: -len(_EMPTY)]:
        if raw.get(kind, []) == [] and block.get("ids"):
            report.wrong(raw, kind, f"`ids` has no {kind}; list them")
    ids = {kind: read_texts(raw, kind, report) for kind in IDS}
    spare = read_mapping(block, "spare", report)
    refuse_unknown(spare, IDS, "`spare`", report)
    for kind in spare.keys() & ids.keys():
        for name in read_texts(spare, kind, report):
            if name not in ids[kind]:
                report.wrong(spare, kind, f"{name!r} is none of the {kind}; {hint(name, ids[kind])}")
    return ids


def _held(block: Block, reader: Reader, report: Report) -> dict[str, Condition]:
    held = {}
    for name, row in read_rows(block, "documents", report, ("held",), ()):
        if name not in reader.vocabulary["documents"]:
            message = f"{name!r} is none of the documents; {hint(name, reader.vocabulary['documents'])}"
            report.wrong(block["documents"], name, message)
        held[name] = reader.read(row["held"], row.place("held"))
    return held


def _ways(
    block: Block, ids: dict[str, tuple[str, ...]], report: Report
) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """What covers an item, and the actions where no way is left."""
    ways = read_mapping(block, "ways", report)
    refuse_unknown(ways, ("covers", "fallback"), "`ways`", report)
    covers = read_mapping(ways, "covers", report)
    refuse_unknown(covers, ids["items"], "`covers`", report)
    fallback = read_mapping(ways, "fallback", report)
    refuse_unknown(fallback, _FALLBACK, "`fallback`", report)
    actions = {key: read_text(fallback, key, report) for key in _FALLBACK}
    for key, action in actions.items():
        if action not in ids["actions"] and isinstance(fallback.get(key, ""), str):
            report.wrong(fallback, key, f"`fallback`: {key} is {action!r}; {hint(action, ids['actions'])}")
    return {name: read_texts(covers, name, report) for name in covers}, actions


def _impossible(block: Block, reader: Reader, report: Report) -> list[Impossibility]:
    return [
        Impossibility(
            name,
            reader.read(row["when"], row.place("when")),
            read_names(row, "facts", dict(reader.facts), report),
            read_text(row, "message", report),
        )
        for name, row in read_rows(block, "impossible", report, ("when", "facts", "message"), ())
    ]


def _scope(block: Block, reader: Reader, report: Report) -> list[Scope]:
    rows = []
    for name, row in read_rows(block, "scope", report, SCOPE_KEYS, ("passages",)):
        procedure, known = row["procedure"], reader.vocabulary["procedures"]
        if procedure not in known:
            report.wrong(row, "procedure", f"{procedure!r} is none of the procedures; {hint(procedure, known)}")
        condition = reader.read(row["when"], row.place("when"))
        facts = read_names(row, "facts", dict(reader.facts), report)
        rows.append(Scope(name, condition, facts, read_text(row, "message", report), str(procedure)))
    return rows
