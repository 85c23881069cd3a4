"""What cases are called: read off its facts, so that no row speaks of a situation that was not asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.pages.decisions import ORDINARY
from checker.pages.guides.plan import FromToday
from checker.pages.html import Html, el, join

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.authoring import Words
    from checker.pages.guides.plan import Case
    from checker.pages.wording import Wording

__all__ = ["case_names"]

_Line = tuple[str | None, str]
"""A label, or None where the words speak for themselves; and what is said."""

_CLEAR = frozenset({"care_needs", "event", "wants", "lives_overseas"})
"""Facts whose values are clear without the fact's name."""


def case_names(cases: Sequence[Case], words: Words | Wording) -> Html:
    """Return the situations of a row as its head; what several of them have in common is said once, below them."""
    lines = [list(_lines(case, words)) for case in cases]
    if len(lines) == 1:
        return _said(lines[0])
    common = [line for line in lines[0] if all(line in other for other in lines)]
    own = [[line for line in of_case if line not in common] for of_case in lines]
    if not all(own):
        common, own = [], lines
    return join(el("ul", *(el("li", _said(one)) for one in own), class_="sn-cases"), _said(common))


def _said(lines: Iterable[_Line]) -> Html:
    return join(
        *(el("span", label and el("span", label, class_="sn-label"), text, class_="sn-said") for label, text in lines)
    )


def _lines(case: Case, words: Words | Wording) -> Iterator[_Line]:
    facts = dict(case.facts)
    ordinary = all(facts.get(fact) == value for fact, value in ORDINARY.items())
    card = None
    if ordinary or facts.get("my_number_card") == "none":
        card = words["pages.card_registered" if ordinary else "pages.card_none"]
        facts = {fact: value for fact, value in facts.items() if fact not in ORDINARY}
    for fact, value in facts.items():
        label = None if fact in _CLEAR or fact == "age" else words[f"facts.{fact}.name"]
        yield label, _value(fact, value, words)
    if card:
        yield None, card


def _value(fact: str, value: Any, words: Words | Wording) -> str:  # noqa: ANN401 - facts hold plain values of many kinds
    match value:
        case FromToday(months):
            key = "guides.months_ahead" if months > 0 else "guides.months_ago"
            return words[key].format(n=abs(months))
        case bool():
            return words[f"facts.{fact}.values.{str(value).lower()}"]
        case int():
            return words["ui.age_one"].format(age=value)
        case list():
            return words["pages.list_comma"].join(words[f"facts.{fact}.values.{one}"] for one in value)
    return words[f"facts.{fact}.values.{value}"]
