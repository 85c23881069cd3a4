"""An insurer's passages as data: where each stands, what it says in our words, and which rules rest on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.authoring.ruby import plain
from checker.pages.discretion import rules_on
from checker.pages.insurer_lists import OTHER
from checker.pages.passages import listed_passages

if TYPE_CHECKING:
    from checker.authoring import Insurer, Library

__all__ = ["passages_of"]


def passages_of(insurer: Insurer, library: Library) -> list[dict[str, Any]]:
    """Return the passages of its own document that may be told, in every language of the library, without readings.

    National passages are those of the insurer that stands for all others, and stand there once.
    """
    prefix = "national/" if insurer.id == OTHER else f"{insurer.id}/"
    told = {name: library.told_in(name).insurers[insurer.id].passages for name in library.languages}
    return [
        {
            "id": one.id,
            "locator": one.locator,
            "says": {name: plain(passages[one.id].says) for name, passages in told.items()},
            "source": {"title": one.source.title, "date": one.source.date},
            "status": one.status,
            "fingerprint": one.fingerprint or None,
            "rules": rules_on(insurer, one.id),
        }
        for one in listed_passages(insurer)
        if one.id.startswith(prefix)
    ]
