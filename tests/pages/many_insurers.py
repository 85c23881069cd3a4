"""The library with more insurers than stand beside each other: copies of ours under other names, nobody's own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.pages.making import Making

__all__ = ["with_copies"]


def with_copies(making: Making, count: int) -> Making:
    """Return the same with so many more insurers; copies of the same model answer alike."""
    insurers = dict(making.library.insurers)
    other = insurers.pop("other")
    models = list(insurers.values())
    for number in range(count):
        name, kana = f"Town {number}", f"まち{number}"
        model = models[number % len(models)]
        named = replace(model, id=f"copy-{number}", name=name, called=name)
        one = replace(named, short=f"T{number}", kana=kana, example=False)
        insurers[one.id] = one
    return replace(making, library=replace(making.library, insurers={**insurers, "other": other}))
