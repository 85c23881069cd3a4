"""The files of insurers as they stand, each read when somebody asks for it: thousands need not be held at once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.authoring.source import Block

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["InsurersFiles"]

_LAST = 16
"""So many are kept as they were read last."""


class InsurersFiles(Mapping[str, Block]):
    """The files by the insurers' ids; ``read`` reads one, after it was found to be without mistakes."""

    def __init__(self, paths: Mapping[str, Path], read: Callable[[Path], Block]) -> None:
        self._paths = paths
        self._read = lru_cache(maxsize=_LAST)(read)

    def __getitem__(self, name: str) -> Block:
        return self._read(self._paths[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)
