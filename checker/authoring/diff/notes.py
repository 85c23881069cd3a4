"""What differs between two rulebooks beside their rules: it may change answers, but is counted nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.engine.compiling.reaches import tellable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.engine import Fact, Rulebook

__all__ = ["notes"]


def notes(old: Rulebook, new: Rulebook) -> tuple[str, ...]:
    """One line for each difference."""
    return (*_facts(old, new), *_elsewhere(old, new))


def _facts(old: Rulebook, new: Rulebook) -> Iterator[str]:
    before, after = old.by_fact, new.by_fact
    yield from _names("fact", before, after)
    for name in before:
        if name in after:
            yield from _fact(before[name], after[name])


def _fact(before: Fact, after: Fact) -> Iterator[str]:
    yield from _names(f"fact {before.id}: value", dict.fromkeys(before.values), dict.fromkeys(after.values))
    for key, told in (("default", "when left out"), ("unknown", "must be said"), ("sensitive", "is sensitive")):
        one, other = getattr(before, key), getattr(after, key)
        if one != other:
            yield f"fact {before.id}, {told}: {_shown(one)} -> {_shown(other)}"


def _elsewhere(old: Rulebook, new: Rulebook) -> Iterator[str]:
    yield from _names(
        "what covers", old.covers, new.covers, "what one must have with them changes what can be shown today"
    )
    if old.fallback.get("now") != new.fallback.get("now"):
        yield f"what stands where no way is left today: {old.fallback.get('now')} -> {new.fallback.get('now')}"
    before, after = ({row.id: row.when for row in book.impossible if not tellable(row.when)} for book in (old, new))
    yield from _names("impossibility", before, after, "it holds one date against another")


def _names(what: str, before: Mapping[str, Any], after: Mapping[str, Any], why: str = "") -> Iterator[str]:
    """Names that came, went, or mean something else; ``why`` it is told."""
    because = f" ({why})" if why else ""
    for name in dict.fromkeys([*before, *after]):
        if name not in before:
            yield f"{what} {name} is new{because}"
        elif name not in after:
            yield f"{what} {name} is gone{because}"
        elif why and before[name] != after[name]:
            yield f"{what} {name} is another{because}"


def _shown(value: object) -> str:
    return {True: "yes", False: "no", "": "not said"}.get(value, str(value)) if isinstance(value, (bool, str)) else ""
