"""The rules in force for one insurer: the national ones, with what its file changes, drops and adds.

A rule that the file changes is the insurer's own from then on: its own text says so, and the passage is named. What the
change does not mention stays as the national rule has it. Where a change says when it holds (``when``, ``valid``), the
national rule stays beside it as ``NAME@national``, for the situations of which the insurer's text does not speak; what
overrides NAME overrides both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.errors import hint
from checker.authoring.rules import RULE_KEYS, RuleReader, read_rule
from checker.authoring.source import Block
from checker.engine.rulebook import BESIDE

if TYPE_CHECKING:
    from checker.engine.rulebook import Rule

__all__ = ["effective_rules", "national_rules"]


def national_rules(block: Block, reader: RuleReader) -> list[Rule]:
    """The rules of rules.yaml, in its order."""
    raw = block.get("rules", Block(block.file, block.line))
    read = (read_rule(reader, raw, name, "national", "national") for name in raw)
    rules = [rule for rule in read if rule is not None]
    _check_exceptions(rules, raw, reader)
    return rules


def effective_rules(national: Block, block: Block, reader: RuleReader, insurer: str) -> list[Rule]:
    """The national rules with the overlay of one file; problems are reported."""
    base: Block = national.get("rules", Block(national.file, national.line))
    change, drop, add = (block.get(key) or Block(block.file, block.line) for key in ("change", "drop", "rules"))
    _check_overlay(change, "changes", base, reader)
    _check_overlay(drop, "drops", base, reader)
    rules: list[Rule] = []
    for name in base:
        if name in change and isinstance(change[name], Block):
            rules.append(reader.read(name, _merged(base[name], change[name]), "insurer", insurer))
            if {"when", "valid"} & change[name].keys():
                rules.append(reader.read(name + BESIDE, base[name], "national", "national"))
        elif name not in drop and isinstance(base[name], Block):
            rules.append(reader.read(name, base[name], "national", "national"))
    for name in add:
        if name in base:
            message = f"adds {name!r}, which a national rule is called already; use `change`, or another id"
            reader.report.add(add.file, add.at(name), message)
        else:
            rule = read_rule(reader, add, name, "insurer", insurer)
            rules += [rule] if rule else []
    _check_exceptions(rules, add, reader)
    return rules


def _check_overlay(overlay: Block, word: str, base: Block, reader: RuleReader) -> None:
    for name in overlay:
        if name not in base:
            message = f"{word} {name!r}, which no national rule is called; {hint(name, base)}"
            reader.report.add(overlay.file, overlay.at(name), message)
        elif not (overlay[name] or {}).get("passages"):
            reader.report.add(overlay.file, overlay.at(name), f"{word} {name!r} without `passages`; name the place")


def _merged(base: Block, change: Block) -> Block:
    merged = Block(change.file, change.line)
    for key in RULE_KEYS:
        owner = change if key in change else base
        if key in owner and not (key == "silent" and owner is base):
            merged[key] = owner[key]
            merged.lines[key] = owner.at(key) if owner is change else change.line
    for key in change:
        if key not in RULE_KEYS:
            merged[key] = change[key]
            merged.lines[key] = change.at(key)
    return merged


def _check_exceptions(rules: list[Rule], raw: Block, reader: RuleReader) -> None:
    known = {rule.id for rule in rules}
    for rule in rules:
        for name in rule.exception_to:
            if name not in known and rule.id in raw:
                message = f"rule {rule.id!r} overrides {name!r}, which no rule is called; {hint(name, sorted(known))}"
                reader.report.add(raw.file, raw.at(rule.id), message)
