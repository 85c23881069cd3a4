"""What rules.yaml declares: the facts, and the ids that rules may use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.authoring.conditions import Place, Reader
from checker.authoring.errors import hint
from checker.authoring.source import Block
from checker.engine.rulebook import Fact, Impossibility, Scope

if TYPE_CHECKING:
    from checker.authoring.errors import Report
    from checker.engine.conditions import Condition

__all__ = ["IDS", "Vocabulary", "read_vocabulary"]

IDS = ("documents", "routes", "items", "actions", "procedures", "warnings", "delivery", "media", "when", "durations")
"""Kinds of ids that rules.yaml lists; places and papers may be an insurer's own, so they are found among its words."""

_KINDS = ("insurer", "day", "choice", "list", "date", "age")
_FACT_KEYS = {"kind", "of", "default", "unknown", "null_as", "sensitive", "everyone", "single", "part_of", "applies"}


@dataclass(slots=True)
class Vocabulary:
    """Facts, ids by kind, what is impossible, what is out of scope, and the conditions of documents in hand."""

    facts: dict[str, Fact]
    ids: dict[str, tuple[str, ...]]
    reader: Reader
    held: dict[str, Condition]
    covers: dict[str, tuple[str, ...]]
    fallback: dict[str, str]
    questions: tuple[str, ...]
    impossible: tuple[Impossibility, ...]
    scope: tuple[Scope, ...]


def read_vocabulary(block: Block, report: Report) -> Vocabulary:
    """Everything in rules.yaml but the rules; problems are reported."""
    facts = {name: _fact(name, raw, report) for name, raw in _blocks(block, "facts", report)}
    ids = {kind: tuple(block.get("ids", {}).get(kind, ())) for kind in IDS}
    for kind in IDS:
        if not ids[kind]:
            report.add(block.file, block.at("ids"), f"`ids` has no {kind}; list them")
    reader = Reader(facts, ids, report)
    for name, raw in block.get("terms", {}).items():
        reader.terms[name] = reader.read(raw, _at(block["terms"], name))
    for name, raw in _blocks(block, "facts", report):
        if "applies" in raw:
            applies = reader.read(raw["applies"], _at(raw, "applies"))
            facts[name] = _with(facts[name], applies)
    documents = dict(_blocks(block, "documents", report))
    ways = block.get("ways", Block(block.file, block.line))
    return Vocabulary(
        facts=facts,
        ids=ids,
        reader=reader,
        held={name: reader.read(raw.get("held"), _at(raw, "held")) for name, raw in documents.items()},
        covers={name: tuple(items) for name, items in ways.get("covers", {}).items()},
        fallback=dict(ways.get("fallback", {})),
        questions=_questions(block, facts, report),
        impossible=tuple(
            Impossibility(name, reader.read(raw["when"], _at(raw, "when")), tuple(raw["facts"]), raw["message"])
            for name, raw in _blocks(block, "impossible", report, {"when", "facts", "message"})
        ),
        scope=tuple(
            Scope(
                name, reader.read(raw["when"], _at(raw, "when")), tuple(raw["facts"]), raw["message"], raw["procedure"]
            )
            for name, raw in _blocks(block, "scope", report, {"when", "facts", "message", "procedure"})
        ),
    )


def _questions(block: Block, facts: dict[str, Fact], report: Report) -> tuple[str, ...]:
    """The facts that visitors are asked; a sensitive one is refused."""
    names = tuple(block.get("questions", ()))
    for name in names:
        if name not in facts:
            report.add(block.file, block.at("questions"), f"no fact is called {name!r}; {hint(name, facts)}")
        elif facts[name].sensitive:
            message = f"{name!r} is sensitive and is never asked; take it out of `questions`"
            report.add(block.file, block.at("questions"), message)
    return names


def _blocks(block: Block, key: str, report: Report, required: set[str] | None = None) -> list[tuple[str, Block]]:
    """The mappings under a key that are mappings and have what is required."""
    found = []
    for name, raw in block.get(key, {}).items():
        missing = (required or set()) - set(raw if isinstance(raw, Block) else ())
        if not isinstance(raw, Block) or missing:
            need = ", ".join(sorted(missing)) or "a mapping"
            report.add(block.file, block[key].at(name), f"{key}: {name!r} needs {need}")
        else:
            found.append((name, raw))
    return found


def _fact(name: str, raw: Block, report: Report) -> Fact:
    for key in raw:
        if key not in _FACT_KEYS:
            report.add(raw.file, raw.at(key), f"fact {name!r} has no key {key!r}; {hint(key, sorted(_FACT_KEYS))}")
    kind = raw.get("kind")
    if kind not in _KINDS:
        report.add(raw.file, raw.at("kind"), f"fact {name!r} has kind {kind!r}; {hint(kind, _KINDS)}")
    of = raw.get("of", ())
    values = ("true", "false") if of == "flag" else tuple(of)
    default = raw.get("default", "")
    return Fact(
        id=name,
        kind=str(kind),
        values=values,
        default={True: "true", False: "false"}.get(default, "") if isinstance(default, bool) else default,
        unknown=raw.get("unknown", False),
        same_as_null=tuple(raw.get("null_as", ())),
        sensitive=raw.get("sensitive", False),
        everyone=raw.get("everyone", False),
        single=raw.get("single", False),
        part_of=raw.get("part_of", ""),
    )


def _with(fact: Fact, applies: Condition) -> Fact:
    data: dict[str, Any] = {name: getattr(fact, name) for name in fact.__slots__}
    return Fact(**{**data, "applies": applies})


def _at(block: Block, key: str) -> Place:
    return Place(block.file, block.at(key))
