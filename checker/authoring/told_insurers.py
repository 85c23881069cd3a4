"""Insurers in another language, each told when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.authoring.insurer import Insurer

__all__ = ["ToldInsurers"]

_LAST = 4096
"""So many are kept as they were told last; what they say at length is told when somebody asks."""


class ToldInsurers(Mapping[str, "Insurer"]):
    """The insurers by id; ``other`` is the one that stands for all others, whose passages all of them have.

    ``first``: the same as they are told first, in Japanese.
    """

    def __init__(self, insurers: Mapping[str, Insurer], other: Insurer, language: str) -> None:
        self.first = insurers
        self._language = language
        self._other = other.told_in(language)
        self._tell = lru_cache(maxsize=_LAST)(self._told)

    def __getitem__(self, name: str) -> Insurer:
        return self._tell(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self.first)

    def __len__(self) -> int:
        return len(self.first)

    def _told(self, name: str) -> Insurer:
        return self._other if name == self._other.id else self.first[name].told_in(self._language, self._other)
