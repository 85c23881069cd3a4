"""Values that never change, out of those that JSON has."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

__all__ = ["freeze"]


def freeze(value: Any) -> Any:  # noqa: ANN401 - whatever JSON has
    """The same value with read-only mappings for dicts and tuples for lists, at any depth.

    ``json.dumps`` writes it with ``default=dict``.
    """
    if isinstance(value, dict | MappingProxyType):
        return MappingProxyType({key: freeze(own) for key, own in value.items()})
    if isinstance(value, list | tuple):
        return tuple(map(freeze, value))
    return value
