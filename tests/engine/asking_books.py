"""Small rulebooks that also say what is asked: some of their facts, in any order, some only after another answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from engine.small_books import small_books
from hypothesis import strategies as st

from checker.engine.rules.questions import Choice, Errand, Gate, Question, Questions

if TYPE_CHECKING:
    from checker.engine import Rulebook

__all__ = ["asking_books"]

ASKED = ("card", "reader", "needs", "has", "birth_date", "left_on")
AFTER = {
    "needs": ("card", ("held",)),
    "left_on": ("card", ("lost", "none")),
    "has": ("needs", ("help", "guardian")),
    "reader": ("card", ("held", "none")),
}
SHARES = {
    "card": (("none", 20), ("held", 75), ("lost", 5)),
    "reader": (("works", 90), ("fault", 10)),
    "needs": (("help", 10), ("guardian", 3)),
    "birth_date": (("0", 70), ("70", 10), ("75", 20)),
}
LOST = Choice("lost", (("card", (("card", "lost"),)), ("help", (("needs", ("help",)),))))
GATE = Gate((("reader", "fault"), ("needs", "help"), ("needs", "guardian")), (("reader", "works"),))


@st.composite
def _questions(draw: st.DrawFn, most: int) -> Questions:
    facts = draw(st.lists(st.sampled_from(ASKED), min_size=2, max_size=most, unique=True))
    asked = []
    for place, fact in enumerate(facts):
        after = AFTER.get(fact)
        opened = after is not None and after[0] in facts[:place] and draw(st.booleans())
        asked.append(Question(fact, SHARES.get(fact, ()), after if opened else None))
    first = draw(st.sampled_from([(), (), ("lost",), (facts[0],)]))
    gate = GATE if {"reader", "needs"} <= set(facts) and draw(st.booleans()) else Gate()
    last = draw(st.sampled_from([(), (facts[-1],)]))
    return Questions(tuple(asked), (Errand("come", (), first, last),), (LOST,), gate)


def asking_books(most: int = 4) -> st.SearchStrategy[Rulebook]:
    """Return rulebooks that ask for up to so many facts."""
    return st.builds(lambda book, questions: replace(book, questions=questions), small_books(), _questions(most))
