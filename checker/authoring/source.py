"""YAML files as values that know their lines: mappings, lists, texts, numbers, days, yes and no, and nothing else.

What makes a small file large, or one value stand for another, is an error: aliases, anchors, merge keys, tags, a second
document, deep nesting, a key that stands twice or is no id. Values are put together from YAML's events one after the
other, so that no nesting exhausts the stack.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml
from yaml.constructor import SafeConstructor
from yaml.resolver import Resolver

from checker.authoring.characters import key_problem
from checker.authoring.slips import Stuck, slips
from checker.authoring.text_files import read_text_file, tell_odd

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from checker.authoring.errors import Report

__all__ = ["LOADER", "Block", "Items", "Place", "read_yaml", "read_yaml_list"]

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""PyYAML's safe loader, the one made in C where it is there."""

_DEEPEST = 24
"""Twice what the rules need."""

_LONGEST = 2**15
"""Characters of one text."""

_LONGEST_VALUE = 60
"""Characters of a number, a day, yes or no. YAML counts 1:59:59 in sixties: more of them are endless numbers."""

_TEXT = "tag:yaml.org,2002:str"
_MERGE = "tag:yaml.org,2002:merge"
_RESOLVER = Resolver()


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
    whole = _whole(path, report, Block, "a mapping was expected (lines of the form `key: value`)")
    return whole if isinstance(whole, Block) else Block(path, 1)


def read_yaml_list(path: Path, report: Report) -> Items:
    """The list that a file holds; what cannot be read is reported, and an empty list stands for it."""
    whole = _whole(path, report, Items, "a list was expected (lines that begin with `- `)")
    return whole if isinstance(whole, Items) else Items()


def _whole(path: Path, report: Report, form: type, otherwise: str) -> Any:  # noqa: ANN401 - whatever YAML has
    """What a file holds, if it has this form; else None, and nothing more is told of the file."""
    text = read_text_file(path, report)
    builder = _Builder(path, report)
    if text is not None:
        try:
            if all(builder.take(event) for event in yaml.parse(text, Loader=LOADER)):
                if isinstance(builder.whole, form):
                    return builder.whole
                report.add(path, 1, otherwise)
        except yaml.YAMLError as error:
            for line, told in slips(text, _stuck(error)):
                report.add(path, line, f"not YAML: {told}")
    report.unread(path)
    return None


def _stuck(error: yaml.YAMLError) -> Stuck:
    """What the parser says, whichever of its errors this is."""
    mark, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    return Stuck(
        line=mark.line + 1 if mark else 1,
        problem=getattr(error, "problem", None) or str(error),
        within=getattr(error, "context", None) or "",
        began=began.line + 1 if began else 0,
    )


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not come; ``key``: of the value that comes next, and its line."""

    node: Block | Items
    line: int
    key: str | None = None
    places: list[Place] = field(default_factory=list)


class _Builder:
    """Puts a file's value together from the events of YAML's parser."""

    def __init__(self, path: Path, report: Report) -> None:
        self.whole: Any = None
        self._path, self._report = path, report
        self._open: list[_Open] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> bool:
        """Take what comes next; False if the file is not to be read any further."""
        line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._tell(line, "a second document begins here; a file holds one; take out the `---`")
                return False
        elif isinstance(event, yaml.AliasEvent):
            self._tell(line, f"`*{event.anchor}` stands for what is written elsewhere; write it out")
            self._put(None, line)
        elif isinstance(event, yaml.ScalarEvent):
            self._mark(event, line)
            self._put(self._scalar(event, line), line)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._mark(event, line)
            if len(self._open) == _DEEPEST:
                self._tell(line, f"more than {_DEEPEST} mappings and lists inside each other; write it flatter")
                return False
            node = Block(self._path, line) if isinstance(event, yaml.MappingStartEvent) else Items()
            self._open.append(_Open(node, line))
        elif isinstance(event, yaml.CollectionEndEvent):
            ended = self._open.pop()
            if isinstance(ended.node, Items):
                ended.node.places = tuple(ended.places)
            self._put(ended.node, ended.line)
        return True

    def _tell(self, line: int, message: str) -> None:
        self._report.add(self._path, line, message)

    def _mark(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, line: int) -> None:
        """What stands in front of a value may not change what it is."""
        if event.anchor is not None:
            self._tell(line, f"`&{event.anchor}` gives a value a name; nothing may stand for another; take it out")
        if event.tag is not None:
            self._tell(line, f"the tag {event.tag!r} is not read; take it out")

    def _put(self, value: Any, line: int) -> None:  # noqa: ANN401 - whatever YAML has
        """Put a value where it belongs: the whole, the next item, a key, or the value of the key before it."""
        if not self._open:
            self.whole = value
            return
        around = self._open[-1]
        if isinstance(around.node, Items):
            around.node.append(value)
            around.places.append(Place(self._path, line))
        elif around.key is None:
            around.key = self._key(around.node, value, line)
        else:
            around.node[around.key] = value
            around.key = None

    def _key(self, block: Block, value: Any, line: int) -> str:  # noqa: ANN401 - whatever YAML has
        if not isinstance(value, str):
            shown = None if isinstance(value, (dict, list)) else value
            self._tell(line, f"the key {shown!r} is no text; put it in quotes")
        elif problem := key_problem(value):
            self._tell(line, problem)
        key = str(value)
        if key in block.lines:
            self._tell(line, f"duplicate key {key!r}, first used in line {block.at(key)}; rename or remove one")
        block.lines[key] = line
        return key

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> Any:  # noqa: ANN401 - whatever YAML has
        text: str = event.value
        if len(text) > _LONGEST:
            self._tell(line, f"a text of {len(text)} characters; allowed: {_LONGEST}; is a quotation mark missing?")
            return ""
        if event.style == '"':  # only there can characters be written that the file itself does not hold
            tell_odd(text, self._path, line, self._report)
        tag = _RESOLVER.resolve(yaml.ScalarNode, text, event.implicit)  # type: ignore[no-untyped-call]  # PyYAML has no types for it
        if tag == _MERGE:
            self._tell(line, "`<<` takes keys from elsewhere; write them out")
            tag = _TEXT
        return text if tag == _TEXT or len(text) > _LONGEST_VALUE else self._special(tag, text, line)

    def _special(self, tag: str, text: str, line: int) -> Any:  # noqa: ANN401 - whatever YAML has
        """A number, a day, yes, no or nothing."""
        try:
            return SafeConstructor().construct_object(yaml.ScalarNode(tag, text))
        except (ValueError, OverflowError):  # a day such as 2025-02-30: its reader can say what is wrong with the text
            return text
        except yaml.YAMLError:
            self._tell(line, f"{text!r} has a special meaning in YAML; put it in quotes")
            return text
