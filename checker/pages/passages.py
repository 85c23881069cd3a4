"""Which passages a page may list, and under which numbers.

Passages on whose words someone who hides could be found out (DESIGN, "Safety") stand in the panel only; so do those of
an insurer that speak of nobody but people who keep something hidden.
"""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.pages.discretion import is_discreet, is_resting, rules_on
from checker.pages.guides.plans import PLANS
from checker.pages.insurer_lists import OTHER
from checker.pages.proof import NATIONAL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.authoring import Insurer, Passage

__all__ = ["ABOUT_DOCUMENTS", "listed_passages", "passage_numbers"]


ABOUT_DOCUMENTS: Mapping[tuple[str, str], str] = {
    ("eligibility_certificate", "until"): "national/N9",
    ("eligibility_certificate", "fee"): "national/N10",
    ("eligibility_notice", "until"): "national/N35",
}
"""What the national layer says of a document where its insurer says nothing: of which one, what of it."""

_TOLD = frozenset(
    name for plan in PLANS for section in plan.sections for said in section.said for name in said.passages
)
"""National passages that other pages rest on, whether or not a rule does."""


def listed_passages(insurer: Insurer) -> list[Passage]:
    """Return the insurer's own passages and then the national ones that its rules name, as its page lists them.

    Where the national layer alone answers, those are listed too on which other pages rest.
    """
    own, common = _split(insurer)
    return [*own, *common]


@lru_cache(maxsize=64)
def passage_numbers(insurer: Insurer) -> Mapping[str, int]:
    """Return the number of each listed passage: its own ones are counted on their own, national ones as for everybody.

    So each bears its number wherever it is named: on the page of the source that has it, and on all others.
    """
    own, common = _split(insurer)
    national = [name for name in insurer.passages if name.startswith(NATIONAL)]
    counted = {name: number for number, name in enumerate(national, start=1)}
    numbers = {one.id: number for number, one in enumerate(own, start=1)}
    return MappingProxyType(numbers | {one.id: counted[one.id] for one in common})


@lru_cache(maxsize=64)
def _split(insurer: Insurer) -> tuple[list[Passage], list[Passage]]:
    named = {*ABOUT_DOCUMENTS.values(), *(_TOLD if insurer.id == OTHER else ())}
    own, common = [], []
    for id_, one in insurer.passages.items():
        is_own = id_.startswith(f"{insurer.id}/")
        rests = is_resting(insurer, id_)
        if not (is_own or rests or id_ in named) or not _is_sayable(one.locator, one.says, id_):
            continue
        if not is_own:
            common.append(one)
        elif not rests or rules_on(insurer, id_):
            own.append(one)
    return own, common


@lru_cache(maxsize=1024)
def _is_sayable(locator: str, says: str, name: str) -> bool:
    """Whether a passage may stand in the open; most are national ones, which every insurer has."""
    return is_discreet(locator + says + name)
