"""What there is of each insurer, counted: rules, exceptions, passages, statements, cases, cells and nodes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from checker.authoring.source import LOADER
from checker.authoring.statements import load_statements
from checker.engine.compiling.sizes import sizes
from checker.engine.compiling.topics import compile_rulebook

if TYPE_CHECKING:
    from pathlib import Path

    from checker.authoring.insurer import Insurer
    from checker.authoring.library import Library
    from checker.authoring.statements import Statement

__all__ = ["Summary", "summaries"]

CASES = "tests/cases"
"""Where the written cases stand, below the root; a copy without them has none to count."""

EVERYBODY = "everybody"
"""The file of cases that are run at every insurer, or at those that they name."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of one insurer.

    ``rules`` are in force for it, ``own`` of these rest on its own text; ``exceptions``: how many times a rule names
    what it overrides. ``statements``: of its document, ``left_out`` of these with a reason. ``cells``: the classes of
    all facts; ``nodes``: of the diagrams of all topics.
    """

    insurer: str
    rules: int
    own: int
    exceptions: int
    passages: int
    statements: int
    left_out: int
    cases: int
    cells: int
    nodes: int


def summaries(root: Path, library: Library) -> list[Summary]:
    """Count every insurer; the national layer, which answers for all others, is the last."""
    statements = load_statements(root, library)
    cases = _cases(root, list(library.insurers))
    return [_summary(one, statements.get(one.id, ()), cases[one.id]) for one in library.insurers.values()]


def _summary(insurer: Insurer, statements: tuple[Statement, ...], cases: int) -> Summary:
    compiled = compile_rulebook(insurer.rulebook)
    rules = insurer.rulebook.rules
    prefix = "national/" if insurer.id == "other" else f"{insurer.id}/"
    return Summary(
        insurer=insurer.id,
        rules=len(rules),
        own=sum(rule.layer == "insurer" for rule in rules),
        exceptions=sum(len(rule.exception_to) + len(rule.every) for rule in rules),
        passages=sum(name.startswith(prefix) for name in insurer.passages),
        statements=len(statements),
        left_out=sum(bool(one.omitted) for one in statements),
        cases=cases,
        cells=sum(compiled.space.sizes),
        nodes=sum(topic.nodes for topic in sizes(compiled).topics),
    )


def _cases(root: Path, insurers: list[str]) -> dict[str, int]:
    """How many written cases are run at each insurer."""
    common = _read(root, EVERYBODY)
    return {
        name: len(_read(root, name))
        + sum(name in case.get("insurers", insurers) and name not in case.get("unless", ()) for case in common)
        for name in insurers
    }


def _read(root: Path, name: str) -> list[dict[str, Any]]:
    path = root / CASES / f"{name}.yaml"
    if not path.exists():
        return []
    return list(yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER))  # noqa: S506 - a safe loader, made in C
