"""Which rulebooks are alike: they say the same of everybody, each by passages of its own.

Some 3,300 insurers have far fewer kinds of rules, so that what follows from rules alone is worked out once for a kind.
"""

from __future__ import annotations

from collections import OrderedDict
from copy import copy
from hashlib import sha256
from sys import intern
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from checker.engine.rules.rulebook import Rule, Rulebook

__all__ = ["model_of", "shape_of", "sharing"]

V = TypeVar("V")

_MOST = 8192
_NOBODY = "@"
"""Stands for an insurer's id where two rulebooks are compared."""

_shapes: OrderedDict[int, tuple[str, Rulebook]] = OrderedDict()
"""By the identity of a rulebook, which stays as long as the rulebook does: the hash, and the rulebook."""

_models: OrderedDict[str, Rulebook] = OrderedDict()
"""The first rulebook of each shape."""


def shape_of(rulebook: Rulebook) -> str:
    """A hash that rulebooks share which say the same of everybody, each by passages of its own."""
    known = _shapes.get(id(rulebook))
    if known is None:
        own = rulebook.insurer
        text = rulebook.to_json().replace(f'"{own}/', f'"{_NOBODY}/').replace(f'"insurer":"{own}"', "")
        known = _note(rulebook, sha256(text.encode()).hexdigest())
    return known[0]


def model_of(rulebook: Rulebook) -> Rulebook:
    """The first rulebook of the same shape: what follows from rules alone is worked out for that one."""
    shape = shape_of(rulebook)
    model = _models.setdefault(shape, rulebook)
    _models.move_to_end(shape)
    if len(_models) > _MOST:
        _models.popitem(last=False)
    return model


def sharing(rulebook: Rulebook) -> Rulebook:
    """The same rulebook, holding as its own only what its model does not hold: the names of its passages."""
    model = model_of(rulebook)
    if model is rulebook or model.insurer == rulebook.insurer:
        return rulebook
    pairs = zip(model.rules, rulebook.rules, strict=True)
    rules = tuple(_sharing(rule, own) for rule, own in pairs)
    scope = model.scope if model.scope == rulebook.scope else rulebook.scope
    shared = _but(model, insurer=rulebook.insurer, rules=rules, scope=scope, _version=rulebook.version)
    _note(shared, shape_of(rulebook))
    del _shapes[id(rulebook)]
    return shared


def _sharing(model: Rule, own: Rule) -> Rule:
    return model if model.passages == own.passages else _but(model, passages=tuple(map(intern, own.passages)))


def _but(value: V, **changed: object) -> V:
    """The same, but for some fields; unlike `replace`, with the very mappings that the value holds, not frozen anew."""
    copied = copy(value)
    for name, other in changed.items():
        object.__setattr__(copied, name, other)
    return copied


def _note(rulebook: Rulebook, shape: str) -> tuple[str, Rulebook]:
    known = _shapes[id(rulebook)] = shape, rulebook
    if len(_shapes) > _MOST:
        _shapes.popitem(last=False)
    return known
