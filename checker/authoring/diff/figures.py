"""Counts in words, the same in text and in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from checker.authoring.diff.compare import Count
    from checker.authoring.diff.report import Group, InsurerReport, Report, TopicReport

__all__ = ["EXPLAINED", "heading", "of_all", "of_group", "of_insurer", "unlisted"]

EXPLAINED = (
    "A situation is one combination of values that no rule of either version tells apart, such as a lost card "
    "and a birth date in one stretch of days. It counts once, if somebody can be in it, however many people are. "
    "A topic counts the facts that it looks at, where both versions decide; an insurer's total counts all facts that "
    "any rule looks at, where one of the versions decides. One date is not held against another."
)


def heading(report: Report, first: date) -> str:
    """What is compared."""
    return f"from {report.old} to {report.new}, on all days from {first} on; later: from {report.on} on"


_STATES = {
    "new": "new: nobody was told anything for it before",
    "gone": "gone: whoever is insured there is led to the answers for insurers that we do not have",
    "withdrawn": "withdrawn: its pages show its contact and source, and no answers",
    "published": "published again",
}


def of_insurer(insurer: InsurerReport) -> str:
    """What happens to an insurer as a whole."""
    told = [_STATES[insurer.state]] if insurer.state else []
    if insurer.total:
        told.append(of_all(insurer.total))
    elif insurer.topics:
        told.append("too much changes to be counted together")
    return "; ".join(told) or "nothing changes"


def of_all(count: Count) -> str:
    """In n of N situations, and later."""
    if not count.changed:
        return f"nothing changes in {_situations(count.situations)}"
    later = _of(count.later_changed, count.later_situations)
    now = f"{count.changed:,} of {count.situations:,} situations change"
    return f"{now}{_share(count.changed, count.situations)} (later: {later})"


def _of(part: int, whole: int) -> str:
    return f"{part:,} of {whole:,}{_share(part, whole)}"


def _share(part: int, whole: int) -> str:
    return f", {_percent(part / whole)}" if part else ""


def _percent(share: float) -> str:
    """Two digits that mean something; never 0 % or 100 % where that is not quite so."""
    if share == 1:
        return "100 %"
    if share > 0.99:  # noqa: PLR2004 - two digits would say 100
        return "more than 99 %"
    return f"{share * 100:.2g} %" if share >= 1e-6 else "less than 0.0001 %"  # noqa: PLR2004 - as it says


def of_group(group: Group) -> str:
    """In how many situations, of all those that the topic counts."""
    return f"in {_situations(group.changed)} (later: {group.later_changed:,})"


def unlisted(topic: TopicReport) -> str:
    """What is left out."""
    changed = sum(group.changed for group in topic.groups[len(topic.groups) - topic.more :])
    return f"and {topic.more} more kind{'s' if topic.more > 1 else ''} of change, in {_situations(changed)}"


def _situations(number: int) -> str:
    return f"{number:,} situation{'s' if number != 1 else ''}"
