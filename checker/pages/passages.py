"""The passages that a page lists: where each stands in its source, and what it says in our words.

Passages on whose words someone who hides could be found out (DESIGN, "Safety") stand in the panel only; so do those of
an insurer that speak of nobody but people who keep something hidden.
"""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.engine.rules.conditions import All, AnyOf, Includes, Not
from checker.pages.guides.plans import PLANS
from checker.pages.html import Html, el, join
from checker.pages.insurer_lists import OTHER
from checker.pages.proof import NATIONAL, passage_anchor, passage_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.authoring import Insurer, Passage
    from checker.engine.rules.conditions import Condition
    from checker.engine.rules.rulebook import Rule
    from checker.pages.wording import Wording

__all__ = ["ABOUT_DOCUMENTS", "is_discreet", "is_open_rule", "listed_passages", "passage_lists", "passage_numbers"]

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


def passage_lists(insurer: Insurer, wording: Wording) -> Html:
    """Return the passages under the name of who speaks, each under the id that links to it use."""
    own, common = _split(insurer)
    numbers = passage_numbers(insurer)
    return join(
        *_named(wording.page("passages_own"), own, numbers, wording),
        *_named(wording.page("passages_national"), common, numbers, wording),
    )


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


def _sensitive(insurer: Insurer) -> set[str]:
    return {fact.id for fact in insurer.rulebook.facts if fact.sensitive}


def _is_open(rule: Rule, sensitive: set[str]) -> bool:
    return is_discreet(rule.id) and not _is_only_of(sensitive, rule.when)


def _is_only_of(facts: set[str], when: Condition) -> bool:
    """Whether a condition holds for nobody of whom none of these lists has a member."""
    match when:
        case Includes(fact):
            return fact in facts
        case All(parts):
            return any(_is_only_of(facts, part) for part in parts)
        case AnyOf(parts):
            return all(_is_only_of(facts, part) for part in parts)
        case Not(Not(part)):
            return _is_only_of(facts, part)
    return False


def _named(name: str, passages: Sequence[Passage], numbers: Mapping[str, int], wording: Wording) -> list[Html]:
    if not passages:
        return []
    entries = (_entry(numbers[one.id], one, wording) for one in passages)
    return [el("h3", name), el("ol", *entries, class_="sn-passages")]


def _entry(number: int, passage: Passage, wording: Wording) -> Html:
    source = passage.source
    where = None
    if source != wording.insurer.source:
        where = el("p", wording.page("source_named", title=source.title, date=source.date), class_="sn-source")
    label = passage_label(wording.words, passage.id, number)
    unsettled = el("p", wording.page("passage_unsettled"), class_="sn-note") if passage.status == "C" else None
    return el(
        "li",
        el("p", el("strong", label, class_="sn-number"), " ", passage.locator),
        el("p", passage.says),
        where,
        unsettled,
        id=passage_anchor(passage.id),
        value=str(number),
    )
