"""What a check found, as lines for people and as JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.authoring.sources.check import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.authoring.insurer import Passage
    from checker.authoring.sources.check import Checked
    from checker.authoring.sources.comparing import Verdict
    from checker.authoring.sources.effects import Effect, Effects

__all__ = ["check_json", "check_lines"]

_MEANING = {
    "moved": "the text is the same, under another heading: {now}; put that into `locator`, and its fingerprint",
    "changed": "read the text under this heading again: see to `says`, to what is listed below, to its fingerprint",
    "gone": "the document has neither this heading nor this text: find it, or take out what rests on it",
}


def check_lines(report: Sequence[Checked], effects: Callable[[str], Effects]) -> Iterator[str]:
    """A paragraph for each insurer; of passages that are not the same, what rests on them."""
    for checked in report:
        yield _head(checked)
        for heading in checked.lost:
            yield f"  no heading {heading}, so the section before it ends later; see to `headings` of `source`"
        for passage, verdict in checked.passages:
            if verdict.state != "same":
                yield from _passage(passage, verdict, effects(passage.id))
    counts = counted(report)
    unchecked = sum(checked.unchecked for checked in report)
    yield f"{_counts(counts)}, {unchecked} not checked"


def _head(checked: Checked) -> str:
    if checked.problem:
        return f"{checked.insurer}: {checked.problem} ({checked.unchecked} passages not checked)"
    if not checked.document:
        return f"{checked.insurer}: {checked.unchecked} passages whose sources are not stored: not checked"
    return f"{checked.insurer}: {checked.file}: {_counts(counted([checked]))}"


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{number} {state}" for state, number in counts.items() if number or state == "same")


def _passage(passage: Passage, verdict: Verdict, effects: Effects) -> Iterator[str]:
    yield f"  {verdict.state} {passage.id}: {passage.locator}"
    yield f"    {_MEANING[verdict.state].format(now=verdict.now)}"
    for one in effects.rules:
        yield f"    rule {one.rule} of {one.insurer} {_situations(one)}"
    for name in effects.contacts:
        yield f"    contact {name}"
    for row in effects.scope:
        yield f"    row {row} of the scope"
    if not effects.rules and not effects.contacts and not effects.scope:
        yield "    no rule and no contact rests on it"


def _situations(effect: Effect) -> str:
    if not effect.applies:
        return "applies to nobody today"
    share = effect.applies / effect.situations
    told = "less than 0.01 %" if share < _LEAST else f"{share:.2%}".replace("%", " %")
    facts = [f"{name}: {_value(value)}" for name, value in (effect.example or {}).items() if name not in _ALWAYS]
    return f"applies in {told} of all situations today" + (f", such as {', '.join(facts)}" if facts else "")


_ALWAYS = ("insurer", "on_date")

_LEAST = 0.0001
"""The smallest share that is told as a number."""


def _value(value: object) -> str:
    return f"[{', '.join(map(str, value))}]" if isinstance(value, list) else str(value)


def check_json(report: Sequence[Checked], effects: Callable[[str], Effects]) -> dict[str, Any]:
    """The same as `check_lines`; of passages that are the same, only that they are."""
    return {
        "counts": counted(report),
        "insurers": [
            {
                "insurer": checked.insurer,
                "document": checked.document or None,
                "file": checked.file or None,
                "problem": checked.problem or None,
                "lost": list(checked.lost),
                "unchecked": checked.unchecked,
                "passages": [_passage_json(passage, verdict, effects) for passage, verdict in checked.passages],
            }
            for checked in report
        ],
    }


def _passage_json(passage: Passage, verdict: Verdict, effects: Callable[[str], Effects]) -> dict[str, Any]:
    row: dict[str, Any] = {"passage": passage.id, "locator": passage.locator, "state": verdict.state}
    if verdict.state == "same":
        return row
    resting = effects(passage.id)
    rules = [
        {
            "insurer": one.insurer,
            "rule": one.rule,
            "applies": one.applies,
            "situations": one.situations,
            "example": one.example,
        }
        for one in resting.rules
    ]
    return {
        **row,
        "now": verdict.now or None,
        "fingerprints": list(verdict.fingerprints),
        "rules": rules,
        "contacts": list(resting.contacts),
        "scope": list(resting.scope),
    }
