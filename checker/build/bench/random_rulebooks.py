"""Rulebooks of any number of rules that nobody wrote: to see how the engine's work grows with them.

Facts, documents and impossibilities are those of a real rulebook. Each rule joins a few tests of facts; later rules are
exceptions to some of the earlier ones of their topic, as in real rulebooks.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any

from checker.engine import Rule
from checker.engine.rules.conditions import All, Condition, From, Includes, Is, Not, Reached, leaves

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.engine import Rulebook

__all__ = ["SHARES", "random_rulebook"]

SHARES: Mapping[str, int] = {"old_card": 1, "document": 7, "care": 6, "procedures": 4, "warnings": 2}
"""How many of twenty rules belong to each topic, roughly as in the rulebooks that were written."""

_TESTS = (1, 2, 2, 3)
"""How many tests a rule joins."""

_OVERRIDDEN = 2
"""Earlier rules of its topic to which a rule is an exception, at most."""

_WAYS = ("my_number_card", "eligibility_certificate", "eligibility_notice", "mynaportal_screen")
_ROUTES = ("automatic", "application", "with_another_filing", "self_service")


def random_rulebook(real: Rulebook, rules: int, shares: Mapping[str, int] = SHARES, seed: int = 1) -> Rulebook:
    """The same facts as in a real rulebook under that many random rules; the same for every run."""
    random = Random(seed)  # noqa: S311 - a repeatable choice, not a secret
    tests = _real_tests(real)
    topics = sorted(random.choices(list(shares), list(shares.values()), k=rules), key=list(shares).index)
    made: list[Rule] = []
    for number, topic in enumerate(topics):
        earlier = [rule.id for rule in made if rule.topic == topic]
        made.append(
            Rule(
                id=f"rule-{number}",
                topic=topic,
                layer="insurer",
                when=_condition(tests, random),
                then=_then(topic, list(real.held), random),
                exception_to=tuple(random.sample(earlier, min(len(earlier), random.randint(0, _OVERRIDDEN)))),
            )
        )
    return replace(real, rules=tuple(made))


def _real_tests(real: Rulebook) -> list[Condition]:
    """What the real rules ask of the facts, as often as they ask it."""
    return [
        leaf for rule in real.rules for leaf in leaves(rule.when) if isinstance(leaf, Is | Includes | From | Reached)
    ]


def _condition(tests: Sequence[Condition], random: Random) -> Condition:
    some = random.sample(tests, random.choice(_TESTS))
    return All(tuple(Not(test) if random.random() < 1 / 4 else test for test in some))


def _then(topic: str, documents: Sequence[str], random: Random) -> dict[str, Any]:
    match topic:
        case "old_card":
            return random.choice([{"last_day": "2025-12-01"}, {"ended": True}, {"unsure": True}])
        case "document":
            return {"issued": {random.choice(documents): {"route": random.choice(_ROUTES)}}}
        case "care":
            return {"show": [random.sample(_WAYS, random.randint(1, 2))]}
        case "procedures":
            return {"procedure": f"procedure-{random.randint(1, 6)}", "bring": [random.choice(_WAYS)]}
    return {"warnings": [f"warning-{random.randint(1, 6)}"]}
