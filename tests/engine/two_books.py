"""Pairs of rulebooks of one insurer: one changed a little, or two that have nothing to do with each other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from engine.small_books import small_books
from hypothesis import strategies as st

from checker.engine import Fact, Rule, Rulebook
from checker.engine.rules.conditions import Includes, Is
from checker.engine.rules.rulebook import Scope

if TYPE_CHECKING:
    from checker.engine.rules.conditions import Condition

__all__ = ["two_books"]

OUT = Scope("out", Is("reader", frozenset({"fault"})), ("reader",), "another insurer's matter", "ask")
MORE = {
    "card": ("none", "held", "lost", "broken"),
    "reader": ("works", "fault", "slow"),
    "needs": ("help", "guardian", "companion"),
}
"""Facts with a value that the other version does not know: one that must be said, one with a default, and a list."""

WISH = Fact("wish", "choice", ("paper", "card"))
NEWS: tuple[Condition, ...] = (
    Is("card", frozenset({"broken"})),
    Is("reader", frozenset({"slow", "works"})),
    Includes("needs", frozenset({"companion"})),
    Is("wish", frozenset({"paper"})),
)
"""Conditions on what only one version knows."""


def _fewer(rulebook: Rulebook, kept: set[int]) -> Rulebook:
    return replace(rulebook, rules=tuple(rule for place, rule in enumerate(rulebook.rules) if place in kept))


def _with_news(rulebook: Rulebook, rule: Rule) -> Rulebook:
    facts = tuple(replace(fact, values=MORE.get(fact.id, fact.values)) for fact in rulebook.facts)
    return replace(rulebook, facts=(*facts, WISH), rules=(*rulebook.rules, rule))


@st.composite
def two_books(draw: st.DrawFn) -> tuple[Rulebook, Rulebook]:
    """Draw two rulebooks of a few rules each, so that everybody can be tried."""
    one, other = draw(small_books()), draw(small_books())
    kept = draw(st.sets(st.integers(0, 8), min_size=1, max_size=4))
    old = replace(_fewer(one, kept), scope=draw(st.sampled_from([(), (OUT,)])))
    how = draw(st.sampled_from(["dropped", "replaced", "unrelated", "news", "news"]))
    if how == "dropped":
        new = _fewer(old, set(range(1, 9)))
    elif how == "replaced":
        new = replace(old, rules=(*old.rules[1:], replace(draw(st.sampled_from(other.rules)), id="put-in")))
    elif how == "unrelated":
        new = replace(_fewer(other, kept), scope=draw(st.sampled_from([(), (OUT,)])))
    else:
        rule = draw(st.sampled_from(other.rules))
        new = _with_news(old, replace(rule, id="put-in", when=draw(st.sampled_from(NEWS))))
    return (old, new) if draw(st.booleans()) else (new, old)
