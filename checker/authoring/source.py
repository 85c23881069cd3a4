"""YAML files as values that know their lines. Duplicate keys, and keys that are no text, are errors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml
from yaml.constructor import SafeConstructor

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from checker.authoring.errors import Report

__all__ = ["LOADER", "Block", "Items", "Place", "read_yaml"]

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""PyYAML's safe loader, the one made in C where it is there."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands."""

    file: Path
    line: int


class Block(dict[str, Any]):
    """A mapping; ``line`` is where it begins, ``lines`` where each of its keys stands."""

    def __init__(self, file: Path, line: int) -> None:
        """An empty mapping at a place."""
        super().__init__()
        self.file = file
        self.line = line
        self.lines: dict[str, int] = {}

    def at(self, key: str) -> int:
        """The line of a key, or of the mapping if it has no such key."""
        return self.lines.get(key, self.line)

    def place(self, key: str) -> Place:
        """Where a key stands, or the mapping if it has no such key."""
        return Place(self.file, self.at(key))


class Items(list[Any]):
    """A list; ``places`` is where each of its items begins."""

    def __init__(self, items: Iterable[Any] = (), places: Iterable[Place] = ()) -> None:
        """The items with their places."""
        super().__init__(items)
        self.places = tuple(places)


def read_yaml(path: Path, report: Report) -> Block:
    """The mapping that a file holds; what cannot be read is reported, and an empty mapping stands for it."""
    empty = Block(path, 1)
    try:
        node = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=LOADER)
    except FileNotFoundError:
        report.add(path, 0, "the file is missing; put it there, or take its name out where it is listed")
        return empty
    except UnicodeDecodeError as error:
        report.add(path, 0, f"not UTF-8 (byte {error.start}); save the file as UTF-8")
        return empty
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        report.add(path, mark.line + 1 if mark else 0, f"not YAML: {problem}")
        return empty
    if not isinstance(node, yaml.MappingNode):
        report.add(path, 1, "a mapping was expected (lines of the form `key: value`)")
        return empty
    value = _value(node, path, report, ())
    assert isinstance(value, Block)  # noqa: S101 - a mapping node gives a block
    return value


def _value(node: yaml.Node, path: Path, report: Report, around: tuple[yaml.Node, ...]) -> Any:  # noqa: ANN401 - whatever YAML has
    """The value of a node; ``around`` are the nodes that it stands in, among which an alias must not name one."""
    line = node.start_mark.line + 1
    if node in around:
        report.add(path, line, "this contains itself by an alias; write it out")
        return None
    inside = (*around, node)
    if isinstance(node, yaml.MappingNode):
        block = Block(path, line)
        for key_node, value_node in node.value:
            at = key_node.start_mark.line + 1
            key = _scalar(key_node, path, report) if isinstance(key_node, yaml.ScalarNode) else None
            if not isinstance(key, str):
                report.add(path, at, f"the key {key!r} is no text; put it in quotes")
                key = str(key)
            if key in block:
                report.add(path, at, f"duplicate key {key!r}, first used in line {block.at(key)}; rename or remove one")
            block.lines[key] = at
            block[key] = _value(value_node, path, report, inside)
        return block
    if isinstance(node, yaml.SequenceNode):
        places = [Place(path, child.start_mark.line + 1) for child in node.value]
        return Items([_value(child, path, report, inside) for child in node.value], places)
    return _scalar(node, path, report)


def _scalar(node: yaml.Node, path: Path, report: Report) -> Any:  # noqa: ANN401 - whatever YAML has
    try:
        return SafeConstructor().construct_object(node)
    except ValueError:  # a day such as 2025-02-30: keep the text, so that its reader can say what is wrong
        return node.value
    except yaml.YAMLError:
        report.add(path, node.start_mark.line + 1, f"{node.value!r} has a special meaning in YAML; put it in quotes")
        return node.value
