"""What stands at the end of a way: which documents come and how, or what can be shown; in the words of the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.pictures.flow import Line
from checker.pages.pictures.topics import DESK_ACTIONS, Papers, Shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.pages.pictures.topics import Seen
    from checker.pages.wording import Wording

__all__ = ["Outcomes", "bases_of", "documents_of"]


def bases_of(seen: Seen) -> set[str]:
    """Return who says what is seen, where that is told."""
    if not isinstance(seen, Papers):
        return set()
    told = {one[-1] for one in (*seen.issued, *seen.refused)}
    return told or {seen.nothing_by}


def documents_of(seen: Seen) -> list[str]:
    """Return the documents that are named."""
    return [one[0] for one in (*seen.issued, *seen.refused)] if isinstance(seen, Papers) else []


class Outcomes:
    """Writes ends of ways; `marked`: who says so stands at each end at which it is not the insurer."""

    def __init__(self, wording: Wording, *, marked: bool) -> None:
        self._wording = wording
        self._marked = marked

    def of(self, seen: Seen) -> tuple[Line, ...]:
        """Return the lines for one end."""
        match seen:
            case Papers():
                return tuple(self._papers(seen))
            case Shown():
                return tuple(self._shown(seen))
        return (Line("plain", self._wording.words[f"pictures.{seen}"]),)

    def _papers(self, seen: Papers) -> Iterator[Line]:
        wording, words = self._wording, self._wording.words
        for id_, route, basis in seen.issued:
            yield Line("strong", words[f"pictures.names.{id_}"])
            yield Line("plain", words[f"pictures.routes.{route}"] + self._mark(basis))
        for id_, instead, basis in seen.refused:
            document = words[f"pictures.names.{id_}"]
            yield Line("strong", words["pictures.refused"].format(document=document))
            if instead:
                procedure = wording.name("procedures", instead)
                told = words["pictures.instead"].format(procedure=procedure)
            else:
                told = wording.ui("instead_none")
            yield Line("plain", told + self._mark(basis))
        if seen.nothing_by:
            told = "documents_silent" if seen.nothing_by == "silent" else "documents_none"
            yield Line("plain", wording.ui(told) + self._mark(seen.nothing_by))

    def _mark(self, basis: str) -> str:
        return self._wording.words["pictures.national"] if self._marked and basis == "national" else ""

    def _shown(self, seen: Shown) -> Iterator[Line]:
        firsts = {way[0] for way in seen.ways}
        if len(firsts) == 1 and len(seen.ways) > 1 and all(len(way) > 1 for way in seen.ways):
            yield Line("strong", self._item(firsts.pop()))
            yield Line("plain", self._wording.words["pictures.with_one_of"])
            for _, *others in seen.ways:
                yield Line("item", self._all_of(others))
        else:
            for place, way in enumerate(seen.ways):
                if place:
                    yield Line("plain", self._wording.ui("show_or"))
                yield Line("strong", self._all_of(way))
        for action in seen.actions:
            own = action in DESK_ACTIONS
            told = self._wording.words[f"pictures.{action}"] if own else self._wording.name("actions", action)
            yield Line("strong" if len(seen.actions) == 1 else "item", told)

    def _item(self, id_: str) -> str:
        return self._wording.name("items", id_)

    def _all_of(self, items: Iterable[str]) -> str:
        return self._wording.ui("show_and").join(self._item(one) for one in items)
