"""Two rulebooks over one space, so that they can be held against each other cell by cell.

The cells are cut by the rules of both. A fact that only one of them has means nothing to the other one. A value that
only one of them knows is, to the other, as if nothing had been said, which leaves the default; where something must be
said, the other one cannot read it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from checker.engine.compiling.compiled import Compiled
from checker.engine.compiling.reaches import all_leaves, tellable
from checker.engine.compiling.space import cut
from checker.engine.compiling.topics import compile_rulebook
from checker.engine.diagrams.diagram import Diagrams
from checker.engine.rules.conditions import All, AnyOf, Is, Not

if TYPE_CHECKING:
    from checker.engine.rules.conditions import Condition
    from checker.engine.rules.facts import Fact
    from checker.engine.rules.rulebook import Rulebook

__all__ = ["Common", "IncomparableError", "compile_both"]

Values = frozenset[str]


class IncomparableError(ValueError):
    """A fact has one name in both rulebooks, and is not the same kind of thing."""


@dataclass(frozen=True, slots=True)
class Common:
    """Two rulebooks, compiled over one space.

    ``people``: the facts of both, no rules, and as impossibilities those that no diagram can hold; people are read by
    it. ``unread``: for each of the two, yes where somebody says what it does not know and cannot leave away.
    """

    old: Compiled
    new: Compiled
    people: Compiled
    unread: tuple[int, int]


def compile_both(old: Rulebook, new: Rulebook) -> Common:
    """Compile both. Raises IncomparableError, and TooLargeError where they would not fit."""
    facts = _facts_of_both(old, new)
    foreign = [_foreign(rulebook, facts) for rulebook in (old, new)]
    known = [_reading(rulebook, extra) for rulebook, extra in zip((old, new), foreign, strict=True)]
    marks = [Is(fact, values) for extra in foreign for fact, values in extra.items()]
    space = cut(facts, chain(all_leaves(known[0]), all_leaves(known[1]), marks))
    diagrams = Diagrams(space.sizes)
    books = [compile_rulebook(rulebook, space, diagrams) for rulebook in known]
    both = replace(
        new,
        facts=facts,
        rules=(),
        held={},
        scope=(),
        impossible=tuple(row for rulebook in known for row in rulebook.impossible if not tellable(row.when)),
    )
    people = Compiled(both, space, diagrams)
    people.sets["impossible"] = diagrams.terminal(())
    unread = [_unread(people, rulebook, extra) for rulebook, extra in zip((old, new), foreign, strict=True)]
    return Common(books[0], books[1], people, (unread[0], unread[1]))


def _facts_of_both(old: Rulebook, new: Rulebook) -> tuple[Fact, ...]:
    """The facts in the order of the new rulebook; one that is gone stays behind the one that it stood behind."""
    former, facts = old.by_fact, new.by_fact
    order = list(facts)
    for before, name in zip([None, *former], former, strict=False):
        if name not in facts:
            order.insert(order.index(before) + 1 if before else 0, name)
    return tuple(_joined(new.insurer, former.get(name), facts.get(name)) for name in order)


def _joined(insurer: str, old: Fact | None, new: Fact | None) -> Fact:
    """One fact with the values of both; if it may be left unsaid in one of them, it may."""
    if old is None or new is None:
        (only,) = (fact for fact in (old, new) if fact)
        return replace(only, applies=None)
    if old.kind != new.kind:
        kinds = f"a {old.kind} in the one and a {new.kind} in the other"
        message = f"{insurer}: fact {new.id!r} is {kinds}; give it another name"
        raise IncomparableError(message)
    unsaid = any(_may_be_unsaid(fact) for fact in (old, new))
    return replace(
        new,
        values=tuple(dict.fromkeys(new.values + old.values)),
        default="" if unsaid else new.default,
        unknown=not unsaid and (new.unknown or old.unknown),
        ordinary=new.ordinary or old.ordinary,
        part_of=new.part_of or old.part_of,
        applies=None,
    )


def _may_be_unsaid(fact: Fact) -> bool:
    return not fact.default and not fact.unknown


def _foreign(rulebook: Rulebook, facts: tuple[Fact, ...]) -> dict[str, Values]:
    """For each choice of a rulebook the values that it does not know; "" = not said."""
    found: dict[str, Values] = {}
    for fact in facts:
        own = rulebook.by_fact.get(fact.id)
        if own and own.kind == "choice":
            values = {*fact.values, *([""] if _may_be_unsaid(fact) else [])}
            extra = values.difference(own.values, [""] if _may_be_unsaid(own) else [])
            found |= {fact.id: frozenset(extra)} if extra else {}
    return found


def _reading(rulebook: Rulebook, foreign: dict[str, Values]) -> Rulebook:
    """The same rules, which take a value that they do not know for the default."""
    as_default = {
        (fact, own.default): values
        for fact, values in foreign.items()
        if (own := rulebook.by_fact[fact]).default and not own.unknown
    }
    if not as_default:
        return rulebook

    def read(condition: Condition) -> Condition:
        match condition:
            case All(parts):
                return All(tuple(map(read, parts)))
            case AnyOf(parts):
                return AnyOf(tuple(map(read, parts)))
            case Not(part):
                return Not(read(part))
            case Is(fact, values):
                extra = [more for (name, default), more in as_default.items() if name == fact and default in values]
                return Is(fact, values.union(*extra))
        return condition

    return replace(
        rulebook,
        rules=tuple(replace(rule, when=read(rule.when)) for rule in rulebook.rules),
        held={name: read(when) for name, when in rulebook.held.items()},
        impossible=tuple(replace(row, when=read(row.when)) for row in rulebook.impossible),
        scope=tuple(replace(row, when=read(row.when)) for row in rulebook.scope),
    )


def _unread(people: Compiled, rulebook: Rulebook, foreign: dict[str, Values]) -> int:
    d, result = people.diagrams, people.diagrams.no
    for fact, values in foreign.items():
        if rulebook.by_fact[fact].unknown:
            for variable, cells in people.space.find(Is(fact, values)):
                result = d.either(result, d.test(variable, cells))
    return result
