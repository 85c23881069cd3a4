"""What changes in an answer, in words: only what is said differently, one line for each thing that is spoken of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from checker.authoring.diff.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from checker.authoring.diff.wording import Wording

__all__ = ["in_words"]

Json = Any

_WORDS = {
    "actions": "actions", "basis": "bases_short", "bring": "papers", "by": "delivery", "instead": "procedures",
    "lasts": "durations", "later": "when", "medium": "media", "medium_refused": "media", "procedures": "procedures",
    "renewal": "renewals", "route": "routes", "takes": "durations",
    "to": "delivery", "variant": "variants", "when": "when", "where": "places",
}  # fmt: skip
"""The kind of words for the ids under a key."""

_STATUS = {
    "decided": "decided",
    "contradiction": "the facts contradict each other",
    "out_of_scope": "out of scope",
    "invalid": "this version does not know what is said",
}
_USABLE = {True: "yes", False: "no", None: "not known"}
_YES_NO = {"warnings": ("given", "not given"), "held": ("counts as in hand", "does not count as in hand")}
_NOT = {"issued": "not issued", "refused": "not refused"}
_NOTHING = "nothing"


def in_words(wording: Wording, topic: str, before: str, after: str) -> tuple[str, ...]:
    """The lines for one change, from JSON text to JSON text: what is said, or what stands behind it."""
    answers = _Answers(wording)
    kind = topic.partition(":")[0]
    one, other = json.loads(before), json.loads(after)
    if isinstance(one, dict) and "rules" in one:
        return tuple(answers.keys(one, other))
    match kind:
        case "warnings" | "held":
            yes, no = _YES_NO[kind]
            return (f"{yes if one else no} -> {yes if other else no}",)
        case "procedures" if one is None or other is None:
            return (f"{answers.procedure(one)} -> {answers.procedure(other)}",)
        case "document":
            return tuple(answers.documents(one, other))
        case "status":
            return (f"{answers.status(one)} -> {answers.status(other)}",)
    return tuple(answers.keys(one, other))


class _Answers:
    """Says JSON with the words of one insurer."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording

    def procedure(self, answer: Json) -> str:
        """A procedure that comes up, or does not."""
        return "does not come up" if answer is None else f"comes up{self._rest(answer, ('id',))}"

    def status(self, answer: Json) -> str:
        """Whether there is an answer, and if there is none, because of what."""
        facts = [" + ".join(map(self.wording.fact, group)) for group in answer.get("facts", ())]
        ask = [self.wording.name("procedures", name) for name in answer.get("procedures", ()) if name]
        because = f" because of {', or '.join(facts)}" if facts else ""
        return f"{_STATUS[answer['status']]}{because}{'; then ' if ask else ''}{', '.join(ask)}"

    def documents(self, one: Json, other: Json) -> list[str]:
        """What is issued and refused; who says it only where that is all."""
        lines = []
        for key, gone in _NOT.items():
            sides = [{item["id"]: item for item in answer[key]} for answer in (one, other)]
            for name in dict.fromkeys([*sides[0], *sides[1]]):
                before, after = sides[0].get(name), sides[1].get(name)
                title = self.wording.name("documents", name)
                if before and after:
                    lines += [f"{title}, {line}" for line in self.keys(before, after)]
                elif before:
                    lines.append(f"{title}: {key}{self._rest(before, ('id',))} -> {gone}")
                else:
                    lines.append(f"{title}: {gone} -> {key}{self._rest(after, ('id',))}")
        return lines or self.keys({"basis": one["basis"]}, {"basis": other["basis"]})

    def keys(self, one: Json, other: Json) -> list[str]:
        """Key by key; of a list what comes and goes."""
        lines = []
        for key in dict.fromkeys([*one, *other]):
            before, after = one.get(key), other.get(key)
            if before == after:
                continue
            say: Callable[[Json], str] = lambda value, key=key: self._said(key, value)  # type: ignore[misc]  # noqa: E731 - one word for both
            if key in _LISTS and isinstance(before, list) and isinstance(after, list):
                lines.append(f"{key.replace('_', ' ')}: {_come_and_gone(before, after, say)}")
            else:
                lines.append(f"{key.replace('_', ' ')}: {say(before)} -> {say(after)}")
        return lines

    def _rest(self, answer: Json, known: Collection[str]) -> str:
        said = [f"{key} {self._said(key, value)}" for key, value in answer.items() if key not in known and value]
        return f", {', '.join(said)}" if said else ""

    def _said(self, key: str, value: Json) -> str:  # noqa: PLR0911 - by the key
        if key == "usable":
            return _USABLE[value]
        if value is None:
            return "not stated"
        if key in ("last_day", "until") and isinstance(value, list):
            return self._last_day(value)
        if key in ("complete_on", "due_on") and isinstance(value, list):
            return self._last_day([value])
        if isinstance(value, dict):
            return " ".join(f"{name} {self._said(name, one)}" for name, one in value.items())
        if isinstance(value, list):
            return ", ".join(self._item(key, one) for one in value) or _NOTHING
        return self._item(key, value)

    def _item(self, key: str, value: Json) -> str:
        if key == "show":
            return " with ".join(self.wording.name("items", item) for item in value)
        return self.wording.name(_WORDS[key], str(value)) if key in _WORDS else one_line(str(value))

    def _last_day(self, formulas: Json) -> str:
        return " or, if earlier, ".join(map(self._counted, formulas)) or "not known"

    def _counted(self, formula: Json) -> str:
        if isinstance(formula, str):
            return formula
        fact, steps = formula
        return " ".join([self.wording.fact(fact), *(f"{count:+} {unit.replace('_', ' ')}" for unit, count in steps)])


_LISTS = ("actions", "bring", "medium", "medium_refused", "who", "passages", "rules", "show", "where")


def _come_and_gone(before: list[Json], after: list[Json], say: Callable[[Json], str]) -> str:
    gone, come = [v for v in before if v not in after], [v for v in after if v not in before]
    told = [f"no longer {_each(gone, say)}"] if gone else []
    if come:
        told.append(f"now {'also ' if len(come) < len(after) else ''}{_each(come, say)}")
    left = "" if after else "; nothing is left"
    return "; ".join(told) + left


def _each(values: list[Json], say: Callable[[Json], str]) -> str:
    return " or ".join(say([value]) for value in values)
