"""Where in one insurer's part of the project a statement of its document can stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.authoring.insurer import Insurer
    from checker.authoring.words import Words

__all__ = ["KINDS", "Homes", "homes_of"]

KINDS = ("rules", "scope", "procedures", "passages", "contacts", "warnings", "words")


@dataclass(frozen=True, slots=True)
class Homes:
    """What is there, by kind; and for each rule the insurer's own passages that it rests on."""

    ids: dict[str, tuple[str, ...]] = field(hash=False)
    rests: dict[str, tuple[str, ...]] = field(hash=False)


def homes_of(insurer: Insurer, national: Iterable[str], words: Words) -> Homes:
    """The insurer's own rules, those of the national ones that it drops, and what they and its file name."""
    book = insurer.rulebook
    own = [rule for rule in book.rules if rule.layer == "insurer"]
    in_force = {rule.id for rule in book.rules}
    dropped = [name for name in national if name not in in_force]
    prefix = f"{insurer.id}/"
    ids = {
        "rules": [*(rule.id for rule in own), *dropped],
        "scope": [row.id for row in book.scope],
        "procedures": [rule.then["procedure"] for rule in own if "procedure" in rule.then],
        "passages": [name.removeprefix(prefix) for name in insurer.passages if name.startswith(prefix)],
        "contacts": [one.name for one in insurer.contacts],
        "warnings": [name for rule in own for name in rule.then.get("warnings", ())],
        "words": [*insurer.words, *words.tree["places"], *words.tree["papers"]],
    }
    rests = {
        rule.id: tuple(name.removeprefix(prefix) for name in rule.passages if name.startswith(prefix)) for rule in own
    }
    return Homes({kind: tuple(dict.fromkeys(names)) for kind, names in ids.items()}, rests | dict.fromkeys(dropped, ()))
