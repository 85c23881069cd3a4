"""Mappings that are made when somebody looks into them, and forgotten when others are looked into.

Thousands of insurers are held at once, few of them are looked at: most of what they say waits, packed.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import ItemsView, Iterator, ValuesView

__all__ = ["Kept", "packed"]

V = TypeVar("V")

_NOTHING: Mapping[str, Any] = {}

_OPEN = 128
"""So many stay open: what is written of an insurer is written in one go."""

_MODELS = 64
_WINDOW = 2**15
"""How far back a pack can refer."""

_models: dict[tuple[str, ...], bytes] = {}
"""How mappings are written that others have the keys of."""


class Kept(Mapping[str, V], Generic[V]):
    """The mapping that ``make`` returns, each time the same."""

    __slots__ = ("make",)

    def __init__(self, make: Callable[[], Mapping[str, V]]) -> None:
        """Nothing is made yet."""
        self.make = make

    def __getitem__(self, key: str) -> V:
        made: Mapping[str, V] = _opened(self)
        return made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(_opened(self))

    def __len__(self) -> int:
        return len(_opened(self))

    def __contains__(self, key: object) -> bool:
        return key in _opened(self)

    def items(self) -> ItemsView[str, V]:
        """What the mapping itself gives, without a look at each key."""
        return _opened(self).items()

    def values(self) -> ValuesView[V]:
        """What the mapping itself gives, without a look at each key."""
        return _opened(self).values()

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Mapping) and dict(self.items()) == dict(other.items()))

    def __repr__(self) -> str:
        return f"Kept({dict(self.items())!r})"


@lru_cache(maxsize=_OPEN)
def _opened(kept: Kept[V]) -> Mapping[str, V]:
    return kept.make()


def packed(own: Mapping[str, V], common: Mapping[str, V] = _NOTHING) -> Kept[V]:
    """The values of ``own``, which are packed, and then those of ``common``, which others hold anyway."""
    plain = pickle.dumps(dict(own), pickle.HIGHEST_PROTOCOL)
    alike = _alike(own, plain)
    packing = zlib.compressobj(zdict=alike)
    pack = packing.compress(plain) + packing.flush()

    def make() -> Mapping[str, V]:
        opened: dict[str, V] = pickle.loads(zlib.decompressobj(zdict=alike).decompress(pack))  # noqa: S301 - packed by ourselves, never stored
        return {**opened, **common}

    return Kept(make)


def _alike(own: Mapping[str, object], plain: bytes) -> bytes:
    """What the same keys hold in the mapping that had them first: a pack need not say again what is said there."""
    keys = tuple(key.partition("/")[2] or key for key in own)
    if keys not in _models and len(_models) < _MODELS:
        _models[keys] = plain[-_WINDOW:]
    return _models.get(keys, b"")
