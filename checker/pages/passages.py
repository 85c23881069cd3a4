"""Which passages a page may list, and under which numbers.

Passages on whose words someone who hides could be found out (DESIGN, "Safety") stand in the panel only; so do those of
an insurer that speak of nobody but people who keep something hidden.
"""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.engine.rules.conditions import All, AnyOf, From, Includes, Is, Not, Reached, Stated
from checker.pages.guides.plans import PLANS
from checker.pages.insurer_lists import OTHER
from checker.pages.proof import NATIONAL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.authoring import Insurer, Passage
    from checker.engine.rules.conditions import Condition
    from checker.engine.rules.rulebook import Rule

__all__ = ["ABOUT_DOCUMENTS", "is_discreet", "is_open_rule", "listed_passages", "passage_numbers"]

_TELLTALE = re.compile("(?<![a-z])DV(?![a-z])|暴力|虐待|被害|加害者|こわい人|violence|abuse", re.IGNORECASE)


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


def is_discreet(text: str) -> bool:
    """Say whether a text may stand in the open: it has none of the words that may only stand in the panel."""
    return _TELLTALE.search(text) is None


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
    behind: dict[str, list[Rule]] = {}
    for rule in insurer.rulebook.rules:
        for name in rule.passages:
            behind.setdefault(name, []).append(rule)
    named = {*ABOUT_DOCUMENTS.values(), *behind, *(_TOLD if insurer.id == OTHER else ())}
    sensitive = _sensitive(insurer)
    own, common = [], []
    for id_, one in insurer.passages.items():
        is_own = id_.startswith(f"{insurer.id}/")
        if not (is_own or id_ in named) or not _is_sayable(one.locator, one.says, id_):
            continue
        if not is_own:
            common.append(one)
        elif id_ not in behind or any(_is_open(rule, sensitive) for rule in behind[id_]):
            own.append(one)
    return own, common


@lru_cache(maxsize=1024)
def _is_sayable(locator: str, says: str, name: str) -> bool:
    """Whether a passage may stand in the open; most are national ones, which every insurer has."""
    return is_discreet(locator + says + name)


def is_open_rule(insurer: Insurer, rule: Rule) -> bool:
    """Say whether a rule may be named in the open: it also reaches people to whom no sensitive fact applies."""
    return _is_open(rule, _sensitive(insurer))


def _sensitive(insurer: Insurer) -> dict[str, str]:
    """Return what is never asked, each with what holds where nothing is said of it."""
    return {fact.id: fact.default for fact in insurer.rulebook.facts if fact.sensitive}


def _is_open(rule: Rule, sensitive: Mapping[str, str]) -> bool:
    return is_discreet(rule.id) and not _is_only_of(sensitive, rule.when)


def _is_only_of(facts: Mapping[str, str], when: Condition) -> bool:
    """Whether a condition holds for nobody of whom nothing is said of these facts."""
    match when:
        case Includes(fact) | From(fact) | Reached(fact) | Stated(fact):
            return fact in facts
        case Is(fact, values):
            return fact in facts and facts[fact] not in values
        case All(parts):
            return any(_is_only_of(facts, part) for part in parts)
        case AnyOf(parts):
            return all(_is_only_of(facts, part) for part in parts)
        case Not(Not(part)):
            return _is_only_of(facts, part)
    return False
