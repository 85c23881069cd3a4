"""The queries that people would type, and whether a result is where the answer stands."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Query", "Shown", "read_queries"]

FILE = Path(__file__).with_name("queries.yaml")
_ASIDE = 3


@dataclass(frozen=True)
class Shown:
    """One result: the headings that lead to it, and where its links lead, as `page#anchor`."""

    headings: Sequence[str]
    places: Sequence[str]


@dataclass(frozen=True)
class Query:
    """What is typed, and the places of the answer; `aside`: nothing was made with a look at how it fares."""

    typed: str
    at: Sequence[str]
    insurer: str | None
    aside: bool

    def answered_by(self, results: Iterable[Shown]) -> bool:
        """Whether one of the results is a place of the answer."""
        return any(self._is_at(place, result) for result in results for place in self.at)

    def _is_at(self, place: str, result: Shown) -> bool:
        wanted, _, heading = place.partition(" > ")
        page, _, anchor = wanted.partition("#")
        if heading and not any(heading in one for one in result.headings):
            return False
        return any(self._leads_to(page, anchor, link) for link in result.places)

    def _leads_to(self, page: str, anchor: str, link: str) -> bool:
        address, _, there = link.partition("#")
        own = self.insurer is None or self.insurer in address.split("/")
        return own and fnmatchcase(address, page) and (not anchor or anchor == there)


def read_queries() -> list[Query]:
    """Return the queries in the order of their file; every third was kept aside."""
    told: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    places = told["places"]
    return [
        Query(
            one["query"], [place for name in one["at"] for place in places[name]], one.get("insurer"), _is_aside(turn)
        )
        for turn, one in enumerate(told["queries"])
    ]


def _is_aside(turn: int) -> bool:
    return turn % _ASIDE == _ASIDE - 1
