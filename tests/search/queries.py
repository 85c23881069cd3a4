"""The queries that people would type, and whether a result is where the answer stands."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from checker.pages.here import FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["FILE", "Query", "Shown", "read_blind", "read_queries"]

FILE = Path(__file__).with_name("queries.yaml")
_ASIDE = 3


@dataclass(frozen=True)
class Shown:
    """A place that a result shows: the headings that lead to it, and where its links lead, as `page#anchor`."""

    headings: Sequence[str]
    places: Sequence[str]


@dataclass(frozen=True)
class Query:
    """What is typed, and the places of the answer; `aside`: nothing was made with a look at how it fares."""

    typed: str
    at: tuple[str, ...]
    insurer: str | None = None
    aside: bool = False
    language: str = "ja"

    def rank_in(self, results: Iterable[Iterable[Shown]]) -> int | None:
        """Return which result, from 1, shows a place of the answer; None: none does."""
        right = (rank for rank, shown in enumerate(results, 1) if any(map(self._answers, shown)))
        return next(right, None)

    def _answers(self, shown: Shown) -> bool:
        return any(self._is_at(place, shown) for place in self.at)

    def _is_at(self, place: str, shown: Shown) -> bool:
        wanted, _, heading = place.partition(" > ")
        page, _, anchor = wanted.partition("#")
        if heading and not any(heading in one for one in shown.headings):
            return False
        return any(self._leads_to(page, anchor, link) for link in shown.places)

    def _leads_to(self, page: str, anchor: str, link: str) -> bool:
        address, _, there = link.partition("#")
        own = self.insurer is None or self.insurer in address.split("/")
        return own and fnmatchcase(address, page) and (not anchor or anchor == there)


def read_queries() -> list[Query]:
    """Return our own queries in the order of their file; every third was kept aside."""
    told = _read(FILE)
    places = told["places"]
    return [
        Query(one["query"], _places(one["at"], places), one.get("insurer"), _is_aside(turn))
        for turn, one in enumerate(told["queries"])
    ]


def read_blind(file: Path = FILE) -> list[Query]:
    """Return the queries of a file, a list or what stands in it under `blind`: `{query, language, wanted, insurer}`.

    `wanted` are addresses of pages that answer, as `/situations/lost/` or, in English, `/en/situations/lost/`
    or the same without `/en`; `*` is anything. `language` is `ja` where it is left out; `insurer`: only its own answer.
    """
    told = _read(file)
    some = told if isinstance(told, list) else told["blind"]
    return [_blind(one, one.get("language", "ja")) for one in some]


def _places(names: Iterable[str], places: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(place for name in names for place in places[name])


def _blind(one: Mapping[str, Any], language: str) -> Query:
    wanted = tuple(_page(address, FOLDERS[language]) for address in one["wanted"])
    return Query(one["query"], wanted, one.get("insurer"), language=language)


def _page(address: str, folder: str) -> str:
    path = address.partition("#")[0].lstrip("/")
    page = path if path.startswith(folder) else folder + path
    return page + "index.html" if page.endswith("/") or not page else page


def _read(file: Path) -> Any:  # noqa: ANN401 - whatever YAML has
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def _is_aside(turn: int) -> bool:
    return turn % _ASIDE == _ASIDE - 1
