"""Which mutants of an insurer's rulebook its written cases catch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mutants.alike import difference
from mutants.mutations import mutants
from written_cases import wrong

from checker.engine import compile_rulebook, decide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mutants.mutations import Mutant

    from checker.engine import Compiled
    from checker.engine.rules.rulebook import Rulebook

__all__ = ["Hunt", "Survivor", "hunt"]

Case = dict[str, Any]


@dataclass(frozen=True)
class Survivor:
    """A mutant that no case caught, and for whom it answers otherwise."""

    mutant: Mutant
    somebody: str


@dataclass(frozen=True)
class Hunt:
    """The mutants of one rulebook: those that a case caught, those that answer as the rulebook does, and the others."""

    caught: int
    alike: tuple[Mutant, ...]
    survivors: tuple[Survivor, ...]

    @property
    def score(self) -> float:
        """How many of those that could be caught were, in per cent."""
        count = self.caught + len(self.survivors)
        return 100 * self.caught / count if count else 100.0


def hunt(book: Rulebook, own: Sequence[Case]) -> Hunt:
    """Compile each mutant of a rulebook, and run its cases on it until one fails.

    Raises ValueError where one fails on the rulebook itself: such a case would catch every mutant.
    """
    sound = compile_rulebook(book)
    failing = [case["id"] for case in own if _fails(sound, case)]
    if failing:
        raise ValueError(f"{', '.join(failing)} fails on the rules as they are; make the cases pass first")
    caught, alike, survivors = 0, [], []
    for mutant in mutants(book):
        if _is_caught(compile_rulebook(mutant.book), own):
            caught += 1
        elif somebody := difference(book, mutant.book):
            survivors.append(Survivor(mutant, somebody))
        else:
            alike.append(mutant)
    return Hunt(caught, tuple(alike), tuple(survivors))


def _is_caught(compiled: Compiled, own: Sequence[Case]) -> bool:
    return any(_fails(compiled, case) for case in own)


def _fails(compiled: Compiled, case: Case) -> bool:
    return any(wrong(case, decide(compiled, case["facts"])))
