"""A rulebook, compiled: its cells, and one diagram for each topic."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.engine.diagram import Diagrams
from checker.engine.making import Maker, all_leaves, tellable
from checker.engine.space import Space, cut

if TYPE_CHECKING:
    from checker.engine.rulebook import Rule, Rulebook

__all__ = ["Compiled", "compile_rulebook"]


@dataclass(slots=True)
class Compiled:
    """Diagrams by name; ``sets`` have tuples of ids as values, all others what `outcomes` makes of them, as JSON text.

    ``sets``: ``impossible`` (as far as one fact is not held against another's date), ``scope``, ``old_card``,
    ``document`` (with ``held:ID`` marks), ``care``, and ``procedures:ID``. ``answers``: ``document`` and ``show``, what
    is compared when an answer is open: without rules and passages. ``full``: ``old_card``, ``document``, ``care``,
    ``procedures:ID``. ``usable``: "yes", "no" or "unknown" for the old card. ``warnings``: yes/no.
    """

    rulebook: Rulebook
    space: Space
    diagrams: Diagrams
    sets: dict[str, int] = field(default_factory=dict)
    answers: dict[str, int] = field(default_factory=dict)
    full: dict[str, int] = field(default_factory=dict)
    warnings: dict[str, int] = field(default_factory=dict)
    usable: int = 0
    rules: dict[str, Rule] = field(default_factory=dict)
    reaches: dict[str, int] = field(default_factory=dict)


def compile_rulebook(rulebook: Rulebook) -> Compiled:
    """Compile a rulebook; tens of milliseconds, so keep what comes out. Raises TooLargeError where it would not fit."""
    space = cut(rulebook.facts, list(all_leaves(rulebook)))
    book = Compiled(rulebook, space, Diagrams(space.sizes), rules={rule.id: rule for rule in rulebook.rules})
    make = Maker(book)
    impossible = [row for row in rulebook.impossible if tellable(row.when)]
    book.sets["impossible"] = make.named_sets([(row.id, make.diagram(row.when)) for row in impossible])
    book.sets["scope"] = make.named_sets([(row.id, make.diagram(row.when)) for row in rulebook.scope])
    make.old_card()
    make.document()
    make.care()
    make.procedures()
    make.warnings()
    return book
