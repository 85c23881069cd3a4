"""Rulebooks as JSON that are not what was written: refused with ValueError, or read."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

from fuzzing.mutate import changed_json, changed_text
from rulebooks import INSURERS, library

from checker.engine.rules.rulebook import Rulebook

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator

__all__ = ["stored"]


@contextmanager
def stored() -> Iterator[Callable[[random.Random], None]]:
    """Give what changes a rulebook's JSON and reads it."""
    texts = [library().insurers[name].rulebook.to_json() for name in INSURERS]

    def case(chance: random.Random) -> None:
        text = chance.choice(texts)
        if chance.random() < 0.5:
            text = changed_text(chance, text)
        else:
            text = json.dumps(changed_json(chance, json.loads(text)))
        try:
            Rulebook.from_json(text)
        except ValueError as error:
            assert str(error)  # noqa: PT017 - either is right; only another error is not

    yield case
