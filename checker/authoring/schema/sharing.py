"""Definitions of several kinds of files in one schema: what is the same for two kinds stands there once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from checker.authoring.schema.names import ref

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.authoring.schema.names import Json

__all__ = ["shared"]


def shared(made: Mapping[str, Json], root: str) -> Json:
    """The definitions of all kinds, named `KIND: NAME` after the first kind that has them so.

    Each kind's `root` is there, and whatever it leads to.
    """
    names = _representatives(made)
    found: Json = {}
    left = [(kind, root) for kind in made]
    while left:
        kind, name = left.pop(0)
        called = f"{kind}: {root}" if name == root else names[kind][name]
        if called not in found:
            found[called] = _led(made[kind][name], names[kind])
            left += [(kind, target) for target in _targets(made[kind][name])]
    return found


def _representatives(made: Mapping[str, Json]) -> dict[str, dict[str, str]]:
    """By kind and name of a definition, what the first of those is called that say the same, also in all they lead to.

    Definitions of one name are taken for the same until what they say, or lead to, is found to differ.
    """
    same = {kind: {name: name for name in rows} for kind, rows in made.items()}
    while True:
        first: dict[str, str] = {}
        found = {
            kind: {
                name: first.setdefault(json.dumps([name, same[kind][name], _led(row, same[kind])]), f"{kind}: {name}")
                for name, row in rows.items()
            }
            for kind, rows in made.items()
        }
        if found == same:
            return same
        same = found


def _led(value: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 - whatever JSON has
    """The same, its references led to what their targets are called now."""
    if isinstance(value, dict):
        if "$ref" in value:
            return ref(names[_target(value)])
        return {key: _led(one, names) for key, one in value.items()}
    return [_led(one, names) for one in value] if isinstance(value, list) else value


def _targets(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if "$ref" in value:
            yield _target(value)
        for one in value.values():
            yield from _targets(one)
    elif isinstance(value, list):
        for one in value:
            yield from _targets(one)


def _target(value: Json) -> str:
    return str(value["$ref"]).rpartition("/")[2]
