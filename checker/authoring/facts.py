"""The facts that rules.yaml declares, without the conditions under which they have a meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.errors import hint
from checker.authoring.shapes import read_flag, read_rows, read_text, read_texts, refuse_unknown
from checker.engine.rules.facts import Fact

if TYPE_CHECKING:
    from checker.authoring.errors import Report
    from checker.authoring.source import Block

__all__ = ["FACT_KEYS", "KINDS", "read_facts", "read_names"]

KINDS = ("insurer", "day", "choice", "list", "date", "age")
FACT_KEYS = (
    "kind", "of", "default", "unknown", "ordinary", "null_as", "sensitive", "everyone", "single", "part_of", "applies",
)  # fmt: skip
_FLAG = ("true", "false")
_NOT_SAID = "not_said"
"""The default of a list that, left out, says nothing at all."""


def read_facts(block: Block, report: Report) -> dict[str, Fact]:
    """The facts by their ids; problems are reported."""
    rows = dict(read_rows(block, "facts", report))
    facts = {name: _fact(name, raw, report) for name, raw in rows.items()}
    lists = [name for name, fact in facts.items() if fact.kind == "list"]
    for name, fact in facts.items():
        if fact.part_of and fact.part_of not in lists:
            message = f"fact {name!r} is part of {fact.part_of!r}, which is no list; {hint(fact.part_of, lists)}"
            report.wrong(rows[name], "part_of", message)
    return facts


def read_names(block: Block, key: str, facts: dict[str, Fact], report: Report) -> tuple[str, ...]:
    """The list of facts under a key."""
    names = read_texts(block, key, report)
    for name in names:
        if name not in facts:
            report.wrong(block, key, f"no fact is called {name!r}; {hint(name, facts)}")
    return tuple(name for name in names if name in facts)


def _fact(name: str, raw: Block, report: Report) -> Fact:
    refuse_unknown(raw, FACT_KEYS, f"fact {name!r}", report)
    kind = raw.get("kind")
    if kind not in KINDS:
        report.wrong(raw, "kind", f"fact {name!r} has kind {kind!r}; {hint(kind, KINDS)}")
    values = _FLAG if raw.get("of") == "flag" else read_texts(raw, "of", report)
    if kind in ("choice", "list") and raw.get("of", []) == []:
        report.wrong(raw, "of", f"fact {name!r} needs `of`: a list of its values, or `flag` for true and false")
    return Fact(
        id=name,
        kind=str(kind),
        values=values,
        default=_default(name, raw, values, report),
        unknown=read_flag(raw, "unknown", report),
        ordinary=_ordinary(name, raw, values, report),
        same_as_null=read_texts(raw, "null_as", report),
        sensitive=read_flag(raw, "sensitive", report),
        everyone=read_flag(raw, "everyone", report),
        single=read_flag(raw, "single", report),
        part_of=read_text(raw, "part_of", report),
    )


def _default(name: str, raw: Block, values: tuple[str, ...], report: Report) -> str:
    given = raw.get("default", "")
    default = str(given).lower() if isinstance(given, bool) else read_text(raw, "default", report)
    allowed = (_NOT_SAID,) if raw.get("kind") == "list" else values
    if default and default not in allowed:
        report.wrong(raw, "default", f"fact {name!r} cannot be {default!r} when left out; {hint(default, allowed)}")
    return default


def _ordinary(name: str, raw: Block, values: tuple[str, ...], report: Report) -> str:
    """What most people say where something must be said; nothing else has an ordinary value but its default."""
    ordinary = read_text(raw, "ordinary", report)
    if (raw.get("unknown") is True) != ("ordinary" in raw):
        message = f"fact {name!r}: a fact that is `unknown` when left out needs `ordinary`, and no other has it"
        report.wrong(raw, "ordinary", f"{message}; examples start from it")
    elif ordinary and ordinary not in values:
        report.wrong(raw, "ordinary", f"fact {name!r} is ordinarily {ordinary!r}; {hint(ordinary, values)}")
    return ordinary
