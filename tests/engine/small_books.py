"""Rulebooks that nobody wrote: a few facts and rules of every kind, drawn at random, small enough to try it all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from checker.engine import Fact, Rule, Rulebook
from checker.engine.rules.conditions import (
    All,
    AnyOf,
    Before,
    Condition,
    From,
    Held,
    Includes,
    Is,
    Issued,
    Not,
    OldCardUsable,
    Reached,
    Refused,
    Stated,
)
from checker.engine.rules.dates import Shift
from checker.engine.rules.rulebook import Impossibility

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["COUNTED", "DAYS", "NOBODY_KNOWS", "small_books"]

DAYS = (date(2026, 3, 1), date(2026, 11, 21))
"""Days that the rules may name."""

FACTS = (
    Fact("insurer", "insurer"),
    Fact("on_date", "day"),
    Fact("secret", "list", ("filed", "unfiled"), sensitive=True),
    Fact("card", "choice", ("none", "held", "lost"), unknown=True, ordinary="held"),
    Fact("reader", "choice", ("works", "fault"), default="works"),
    Fact("needs", "list", ("help", "guardian")),
    Fact("has", "list", ("certificate", "old")),
    Fact("birth_date", "date", everyone=True),
    Fact("left_on", "date"),
    Fact("brings", "list", ("certificate", "card"), default="not_said", part_of="has"),
)
NOBODY_KNOWS: dict[str, Any] = dict.fromkeys(("card", "reader", "needs", "has", "birth_date", "left_on"))

SHIFTS = (Shift((("years", 75),)), Shift((("months", 3), ("month_end", 1), ("days", 1))))
BEFORE_75 = ["birth_date", [["years", 75], ["days", -1]]]
AFTER_LEAVING = ["left_on", [["days", 14]]]
ROUTES = ("automatic", "application")


def _some(*values: str) -> st.SearchStrategy[frozenset[str]]:
    return st.sets(st.sampled_from(values), min_size=1).map(frozenset)


LEAVES: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Is, st.just("card"), _some("none", "held", "lost")),
    st.builds(Is, st.just("reader"), _some("works", "fault")),
    st.builds(Includes, st.just("needs"), _some("help", "guardian")),
    st.builds(Includes, st.just("has"), _some("certificate", "old")),
    st.builds(Includes, st.just("secret"), _some("filed", "unfiled")),
    st.builds(From, st.sampled_from(["on_date", "birth_date"]), st.sampled_from(DAYS)),
    st.builds(Reached, st.sampled_from(["birth_date", "left_on"]), st.sampled_from(SHIFTS)),
    st.just(Stated("left_on")),
    st.just(Held("certificate")),
)
LATER_LEAVES: st.SearchStrategy[Condition] = st.one_of(
    LEAVES,
    st.builds(Issued, st.just("certificate"), st.sets(st.sampled_from(ROUTES)).map(frozenset)),
    st.just(Refused("certificate")),
    st.just(OldCardUsable()),
)
THEN: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "old_card": st.sampled_from(
        [{"last_day": "2026-03-01"}, {"last_day": BEFORE_75}, {"ended": True}, {"never": True}, {"unsure": True}]
    ),
    "document": st.sampled_from(
        [{"issued": {"certificate": {"route": route}}} for route in ROUTES]
        + [{"issued": {"certificate": {"route": "automatic", "again": True}}}, {"issued": {}}]
        + [{"refused": {"certificate": {"instead": None}}, "warnings": ["refused"]}]
    ),
    "care": st.sampled_from(
        [{"show": [["card"]]}, {"show": [["certificate"], ["card", "paper"]]}, {"show": []}, {"actions": ["ask"]}]
    ),
    "procedures": st.sampled_from(
        [{"procedure": "apply", "where": ["here"]}, {"procedure": "apply", "bring": ["form"]}]
    ),
    "warnings": st.just({"warnings": ["beware"]}),
}


COUNTED: dict[str, st.SearchStrategy[dict[str, Any]]] = THEN | {
    "document": st.sampled_from(
        [
            {"issued": {"certificate": {"route": "automatic", "until": until, "variant": "short"}}}
            for until in ("2026-12-31", [BEFORE_75], ["2026-12-31", BEFORE_75], [AFTER_LEAVING, BEFORE_75])
        ]
        + [{"issued": {"paper": {"route": "application", "later": "soon", "until": [AFTER_LEAVING]}}}, {"issued": {}}]
    ),
    "procedures": st.sampled_from(
        [
            {"procedure": "apply", "fee": 0, "who": ["self"], "due_on": AFTER_LEAVING},
            {"procedure": "apply", "duty": True},
        ]
    ),
}
"""The same with what is counted from the person, with a document that nobody holds, and with all that is optional."""


def _conditions(leaves: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    def joined(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        several = st.lists(parts, min_size=2, max_size=3).map(tuple)
        return st.builds(All, several) | st.builds(AnyOf, several) | st.builds(Not, parts)

    return st.recursive(leaves, joined, max_leaves=3)


@st.composite
def _rules(draw: st.DrawFn, then: Mapping[str, st.SearchStrategy[dict[str, Any]]]) -> tuple[Rule, ...]:
    """Draw rules of every topic; some are exceptions to others or to a whole topic, some stand beside a twin."""
    rules: list[Rule] = []
    for topic in ("old_card", "document", "document", "document", "care", "care", "procedures", "warnings"):
        name = f"{topic}-{len(rules)}"
        earlier = [rule.id for rule in rules if rule.topic == topic]
        rule = Rule(
            id=name,
            topic=topic,
            layer=draw(st.sampled_from(["insurer", "national", "silent"])),
            when=draw(_conditions(LEAVES if topic in ("old_card", "document") else LATER_LEAVES)),
            then=draw(then[topic]),
            exception_to=tuple(draw(st.lists(st.sampled_from(earlier), unique=True))) if earlier else (),
            every=(topic,) if draw(st.integers(0, 4)) == 0 else (),
            valid_from=draw(st.sampled_from([None, *DAYS])),
            valid_until=draw(st.sampled_from([None, None, DAYS[1]])),
            passages=(f"made-up/{len(rules)}",),
        )
        rules.append(rule)
        if draw(st.integers(0, 5)) == 0:
            rules.append(Rule(f"{name}@national", topic, "national", draw(_conditions(LEAVES)), draw(then[topic])))
    return tuple(rules)


HELD = Is("card", frozenset({"held"}))
HELPED = Includes("needs", frozenset({"help"}))
IMPOSSIBLE = (
    Impossibility("no-card-brought", All((Is("card", frozenset({"none"})), Includes("brings", frozenset({"card"})))),
                  ("card", "brings"), "what was never made cannot have been brought"),
    Impossibility("left-before-birth", Before("left_on", "birth_date"), ("left_on", "birth_date"), "too early"),
    Impossibility("help-without-card", All((HELPED, Not(HELD))), ("needs", "card"), "tied from one side"),
    Impossibility("card-without-help", All((HELD, Not(HELPED))), ("needs", "card"), "tied from the other"),
)  # fmt: skip


def small_books(then: Mapping[str, st.SearchStrategy[dict[str, Any]]] = THEN) -> st.SearchStrategy[Rulebook]:
    """Return rulebooks of one insurer, ``made-up``; ``then``: what their rules may say, by topic."""
    return st.builds(
        Rulebook,
        insurer=st.just("made-up"),
        scheme=st.just(""),
        facts=st.just(FACTS),
        rules=_rules(then),
        held=st.just({"certificate": Includes("has", frozenset({"certificate"}))}),
        covers=st.just({"paper": ()}),
        fallback=st.just({"show": "call", "now": "ask"}),
        impossible=st.sampled_from([(), IMPOSSIBLE[:1], IMPOSSIBLE[1:2], IMPOSSIBLE[2:]]),
    )
