"""The rules in force for one insurer: the national ones, with what its file changes, drops and adds.

A rule that the file changes is the insurer's own from then on: its own text says so, and the passage is named. What the
change does not mention stays as the national rule has it. Where a change says when it holds (``when``, ``valid``), the
national rule stays beside it as ``NAME@national``, for the situations of which the insurer's text does not speak; what
overrides NAME overrides both.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.authoring.errors import hint
from checker.authoring.shapes import found, read_mapping, refuse_unknown
from checker.authoring.source import Block
from checker.engine.rules.rulebook import BESIDE, TOPICS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from checker.authoring.rules import RuleReader
    from checker.engine.rules.rulebook import Rule

__all__ = ["effective_rules", "national_rules"]


def national_rules(common: Block, reader: RuleReader) -> dict[str, Rule | None]:
    """The rules of rules.yaml by their ids, in its order; None for one that cannot be read, which is reported."""
    raw = read_mapping(common, "rules", reader.report)
    rules = {name: reader.read(raw, name) for name in raw}
    known = {name: rule.topic if rule else "" for name, rule in rules.items()}
    _check_exceptions([rule for rule in rules.values() if rule], raw, known, reader)
    return rules


def effective_rules(national: Mapping[str, Rule | None], block: Block, reader: RuleReader) -> list[Rule]:
    """The national rules with the overlay of one file; problems are reported."""
    change = _overlay(block, "change", national, reader)
    drop = _overlay(block, "drop", national, reader)
    add = read_mapping(block, "rules", reader.report)
    rules: list[Rule] = []
    changed: list[Rule] = []
    for name, rule in national.items():
        if rule and name in change:
            changed.append(reader.change(change[name], rule))
            rules.append(changed[-1])
            if {"when", "valid"} & change[name].keys():
                rules.append(replace(rule, id=name + BESIDE))
        elif rule and name not in drop:
            rules.append(rule)
    for name in drop:
        refuse_unknown(drop[name], ("passages",), f"drop of {name!r}", reader.report)
        reader.named(name, drop[name])
    own: list[Rule] = []
    for name in add:
        if name in national:
            message = f"adds {name!r}, which a national rule is called already; use `change`, or another id"
            reader.report.wrong(add, name, message)
        else:
            rule = reader.read(add, name)
            own += [rule] if rule else []
    rules += own
    unread = [*add, *(name for name, rule in national.items() if rule is None)]
    known = dict.fromkeys(unread, "") | {rule.id: rule.topic for rule in rules}
    _check_exceptions(own, add, known, reader)
    _check_exceptions([rule for rule in changed if "exception_to" in change[rule.id]], change, known, reader)
    return rules


def _overlay(block: Block, key: str, national: Collection[str], reader: RuleReader) -> dict[str, Block]:
    """The mappings under `change` or `drop` that name a national rule."""
    rows = read_mapping(block, key, reader.report)
    named = {}
    for name, row in rows.items():
        if name not in national:
            message = f"{key}s {name!r}, which no national rule is called; {hint(name, national)}"
            reader.report.wrong(rows, name, message)
        elif not isinstance(row, Block):
            message = f"{key} of {name!r} is {found(row)}; it needs a mapping with `passages`"
            reader.report.wrong(rows, name, message)
        else:
            named[name] = row
    return named


def _check_exceptions(
    rules: Collection[Rule], raw: Mapping[str, Block], known: Mapping[str, str], reader: RuleReader
) -> None:
    """Tell of each rule that overrides one that is not there, or that was decided before, at its `exception_to`.

    ``known``: the topics of the rules that may be named, "" where a rule cannot be read.
    """
    for rule in rules:
        for name in rule.exception_to:
            if name not in known:
                message = f"rule {rule.id!r} overrides {name!r}, which no rule is called; {hint(name, sorted(known))}"
                reader.report.wrong(raw[rule.id], "exception_to", message)
        before = TOPICS[: TOPICS.index(rule.topic)] if rule.topic in TOPICS else ()
        over = [*(known.get(name, "") for name in rule.exception_to), *rule.every]
        for topic in dict.fromkeys(topic for topic in over if topic in before):
            message = f"rule {rule.id!r} is of {rule.topic} and overrides rules of {topic}, which is decided before"
            way_out = f"write an exception of {topic} itself"
            reader.report.wrong(raw[rule.id], "exception_to", f"{message}; {way_out}")
