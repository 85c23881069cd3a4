"""What is done where rules are written and built: verifying them, comparing two versions, ordering the questions.

Only under the Python of whoever writes rules; browsers do none of it.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.authoring.diff.compare import compare
from checker.authoring.verify.clashes import clashes
from checker.authoring.verify.gaps import gaps
from checker.authoring.verify.idle import idle
from checker.authoring.verify.survey import survey
from checker.build.asking import best_orders
from checker.build.asking.adaptive import optimum
from checker.build.asking.coming import visit
from checker.engine import compile_rulebook
from checker.engine.rules.questions import Errand

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from checker.engine import Compiled, Rulebook

__all__ = ["clock_rules"]


def clock_rules(rulebook: Rulebook, day: date, rounds: int) -> dict[str, float]:
    """Milliseconds: ``verify`` finds gaps, conflicts and dead rules with an example each; ``diff`` is against a change.

    The change is the rulebook without the middle one of its document rules. ``optimum`` finds the shortest interview
    for somebody without an errand, ``orders`` the order of pages for each errand.
    """
    own = [rule for rule in rulebook.rules if rule.topic == "document"]
    gone = own[len(own) // 2]
    book = compile_rulebook(rulebook)
    changed = replace(rulebook, rules=tuple(rule for rule in rulebook.rules if rule != gone))
    return {
        "verify": min(_verified(rulebook, day) for _ in range(rounds)),
        "diff": min(_timed(lambda: compare(rulebook, changed, day, day)) for _ in range(rounds)),
        "optimum": _timed(lambda: _shortest(book, day)),
        "orders": _timed(lambda: best_orders(book, day)),
    }


def _verified(rulebook: Rulebook, day: date) -> float:
    """A rulebook that was verified before would be found with its diagrams made."""
    book = compile_rulebook(rulebook)
    return _timed(lambda: _verify(book, day))


def _verify(book: Compiled, day: date) -> None:
    surveyed = survey(book, day)
    gaps(surveyed), clashes(surveyed), idle(surveyed)


def _shortest(book: Compiled, day: date) -> None:
    with book.diagrams.scratch():
        optimum(visit(book, Errand(""), day))


def _timed(act: Callable[[], object]) -> float:
    before = time.process_time()
    act()
    return (time.process_time() - before) * 1000
