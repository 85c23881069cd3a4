"""What a case is called: read off its facts, so that no row speaks of a situation that was not asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.pages.decisions import ORDINARY
from checker.pages.guides.plan import FromToday
from checker.pages.html import Html, el, join

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.authoring import Words
    from checker.pages.guides.plan import Case

__all__ = ["case_name"]

_CLEAR = frozenset({"care_needs", "event", "wants", "lives_overseas"})
"""Facts whose values are clear without the fact's name."""


def case_name(case: Case, words: Words) -> Html:
    """Return the case's situation as the head of a table row, the special of it first."""
    lines = (
        el("span", label and el("span", label, class_="sn-label"), text, class_="sn-said")
        for label, text in _lines(case, words)
    )
    return join(*lines)


def _lines(case: Case, words: Words) -> Iterator[tuple[str | None, str]]:
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


def _value(fact: str, value: Any, words: Words) -> str:  # noqa: ANN401 - facts hold plain values of many kinds
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
