"""The procedures of a case, as all insurers tell them: first those that all have, then what each has beside them.

Each stands with whoever has it from its own document, from the national rules, or from nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.guides.tellers import NAMED, folded
from checker.pages.html import Html, el, join
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.pages.guides.survey import Group, Teller
    from checker.pages.guides.tellers import Tellers

__all__ = ["steps_of"]

_ByBasis = dict[str, list["Teller"]]

_LIST = "sn-steps"


def steps_of(groups: Sequence[Group], write: Tellers, size: int) -> Html:
    """Return what stands in a cell; `groups` are all different answers, at least one of which names a procedure.

    `size`: how many insurers answered; on a day of which only some are told it is none.
    """
    words = write.words
    told = _told(groups)
    everybody = sum(len(group.tellers) for group in groups)
    common = [name for name, by_basis in told.items() if sum(map(len, by_basis.values())) == everybody]
    rest: dict[tuple[str, ...], list[Group]] = {}
    for group in groups:
        rest.setdefault(tuple(name for name in _ids(group) if name not in common), []).append(group)
    if list(rest) == [()] and everybody == size:
        return join(_common(common, told, groups, write), el("p", words["guides.everyone"], class_="sn-note"))
    if len(rest) == 1:
        [(names, alike)] = rest.items()
        return _steps([*common, *names], told, alike, write)
    kinds = sorted(rest.items(), key=lambda kind: -sum(len(group.tellers) for group in kind[1]))
    fold = everybody <= NAMED
    entries = [_kind(names, alike, write, fold=fold, more=bool(common)) for names, alike in kinds[:NAMED]]
    if others := sum(len(group.tellers) for _, alike in kinds[NAMED:] for group in alike):
        entries.append(write.counted(others))
    differs = words["guides.others_differ" if common else "guides.differs"]
    return join(
        _common(common, told, groups, write) if common else None,
        el("p", differs, class_="sn-note"),
        el("ul", *(el("li", one) for one in entries), class_="sn-groups"),
    )


def _ids(group: Group) -> list[str]:
    return [one["id"] for one in group.decision["procedures"] or []]


def _told(groups: Iterable[Group]) -> dict[str, _ByBasis]:
    """Return who has each procedure, by where it stands."""
    told: dict[str, _ByBasis] = {}
    for group in groups:
        for one in group.decision["procedures"] or []:
            told.setdefault(one["id"], {}).setdefault(one["basis"], []).extend(group.tellers)
    return told


def _kind(names: Sequence[str], groups: Sequence[Group], write: Tellers, *, fold: bool, more: bool) -> Html:
    """Return what some have, and who they are; `more`: beside what all have."""
    tellers = [teller for group in groups for teller in group.tellers]
    if names:
        text = _steps(names, _told(groups), groups, write)
    else:
        nothing = write.words["guides.nothing_more" if more else "guides.no_procedure"]
        text = join(el("p", nothing), write.told_by("", tellers))
    return folded(write.names(tellers), text) if fold else text


def _common(names: Iterable[str], told: Mapping[str, _ByBasis], groups: Sequence[Group], write: Tellers) -> Html:
    """Return what all have, with who says so folded up."""
    wording = _wording(groups, write)
    lines = ((wording.name("procedures", name), _who(told[name], write), told[name]) for name in names)
    label = write.words["guides.said_by"]
    return el("ul", *(el("li", name, folded(label, who) if _few(by) else who) for name, who, by in lines), class_=_LIST)


def _steps(names: Iterable[str], told: Mapping[str, _ByBasis], groups: Sequence[Group], write: Tellers) -> Html:
    wording = _wording(groups, write)
    return el("ul", *(el("li", wording.name("procedures", one), _who(told[one], write)) for one in names), class_=_LIST)


def _wording(groups: Sequence[Group], write: Tellers) -> Wording:
    """Return the words of whoever tells it: there may be ids that only this insurer knows."""
    return Wording(write.library.insurers[groups[0].tellers[0].insurer], write.words)


def _who(by_basis: _ByBasis, write: Tellers) -> Html:
    return join(*(write.told_by(basis, tellers) for basis, tellers in by_basis.items()))


def _few(by_basis: _ByBasis) -> bool:
    return sum(map(len, by_basis.values())) <= NAMED
