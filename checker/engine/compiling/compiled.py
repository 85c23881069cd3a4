"""A compiled rulebook: its cells, and one diagram for each topic."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.engine.compiling.proofs import Proofs
    from checker.engine.compiling.space import Space
    from checker.engine.diagrams.diagram import Diagrams
    from checker.engine.rules.rulebook import Rule, Rulebook

__all__ = ["Compiled"]


@dataclass(slots=True)
class Compiled:
    """Diagrams by name; ``sets`` have tuples of ids as values, all others what `outcomes` makes of them, as JSON text.

    ``sets``: ``impossible`` (as far as one fact is not held against another's date), ``scope``, ``old_card``,
    ``document``, ``care``, and ``procedures:ID``. ``answers``: ``document`` and ``show``, what is compared when an
    answer is open: without rules and passages. ``full``: ``old_card``, ``document``, ``care``, ``procedures:ID``.
    ``usable``: "yes", "no" or "unknown" for the old card. ``warnings`` and ``held`` (whether a document is in hand and
    still counts): yes/no; ``in_hand``: the tuple of all documents that are. ``meant``: where a question has a meaning
    that is asked of some people only: yes/no.
    ``own``: where the condition of a rule holds, and ``reaches``: where it applies: yes/no; ``exceptions``: the rules
    that override it. ``proofs``: those that somebody has asked for.
    """

    rulebook: Rulebook
    space: Space
    diagrams: Diagrams
    sets: dict[str, int] = field(default_factory=dict)
    answers: dict[str, int] = field(default_factory=dict)
    full: dict[str, int] = field(default_factory=dict)
    warnings: dict[str, int] = field(default_factory=dict)
    held: dict[str, int] = field(default_factory=dict)
    meant: dict[str, int] = field(default_factory=dict)
    in_hand: int = 0
    usable: int = 0
    rules: dict[str, Rule] = field(default_factory=dict)
    reaches: dict[str, int] = field(default_factory=dict)
    own: dict[str, int] = field(default_factory=dict)
    exceptions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    proofs: Proofs | None = None
