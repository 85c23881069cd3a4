"""The national rules that a new insurer inherits, as lines of comment made from rules.yaml and docs/national.yaml."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

import yaml

from checker.authoring.head import OTHER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.authoring.library import Library
    from checker.authoring.source import Block

__all__ = ["Inherited", "rule_lines"]

_WIDTH = 112
_TOLD = ("when", "then", "valid", "exception_to")


class Inherited:
    """Tells the national rules topic by topic; what a passage says is told where it is first named."""

    def __init__(self, library: Library) -> None:
        self._rules: Block = library.files.rules["rules"]
        self._passages = library.insurers[OTHER].passages
        self._told: set[str] = set()

    def lines(self, topic: str) -> Iterator[str]:
        """The rules of one topic, without the sign of a comment."""
        for name, row in self._rules.items():
            if row["topic"] == topic:
                yield f"{name}:{'   # silent: nobody we read says it' if row.get('silent') else ''}"
                for told in rule_lines(row):
                    yield from _wrapped(told)
                yield from self._sources(row.get("passages", ()))

    def _sources(self, names: list[str]) -> Iterator[str]:
        known = [f"national/{name}" for name in names if name in self._told]
        for name in names:
            if name not in self._told:
                self._told.add(name)
                yield f"  national/{name}: {self._passages[f'national/{name}'].says}"
        if known:
            yield f"  {', '.join(known)}: above"


def rule_lines(row: Block) -> Iterator[str]:
    """A rule as it could be written in a file, a line for each of its keys; one without `when` always holds."""
    for key in _TOLD:
        if key in row:
            value = _plain(row[key])
            told = yaml.safe_dump([value], default_flow_style=True, sort_keys=False, width=100_000).strip()
            yield f"{key}: {told[1:-1]}"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent="  ", subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
    )


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever YAML has
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list) else value
