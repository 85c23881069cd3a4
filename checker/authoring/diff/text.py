"""A report as text for a terminal."""

from __future__ import annotations

import json
from textwrap import wrap
from typing import TYPE_CHECKING

from checker.authoring.diff.figures import EXPLAINED, heading, of_all, of_group, of_insurer, unlisted
from checker.authoring.diff.report import FIRST
from checker.authoring.diff.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.authoring.diff.report import Example, InsurerReport, Report, TopicReport

__all__ = ["as_text"]


def as_text(report: Report) -> str:
    """All that differs, insurer by insurer."""
    lines = [f"What changes {one_line(heading(report, FIRST))}.", *wrap(EXPLAINED, 100)]
    for insurer in report.insurers:
        lines += ["", *_insurer(insurer)]
    return "\n".join(lines) + "\n"


def _insurer(insurer: InsurerReport) -> Iterator[str]:
    yield f"{one_line(insurer.name)} ({one_line(insurer.id)}): {of_insurer(insurer)}"
    yield from (f"  {one_line(line)}" for line in insurer.notes)
    for topic in insurer.topics:
        yield from _topic(topic, topic.title)
    for topic in insurer.reasons:
        yield from _topic(topic, f"same answer, other reasons, {topic.title}")


def _topic(topic: TopicReport, title: str) -> Iterator[str]:
    yield f"  {title}: {of_all(topic.count)}"
    for group in topic.groups[: len(topic.groups) - topic.more]:
        yield f"    {of_group(group)}"
        yield from (f"      {line}" for line in group.lines)
        if group.example:
            yield from _example(group.example)
    if topic.more:
        yield f"    {unlisted(topic)}"


def _example(example: Example) -> Iterator[str]:
    who = "; ".join(example.words) or "the ordinary person"
    yield f"      for example on {example.facts['on_date']}: {who}"
    yield f"        {json.dumps(example.facts, ensure_ascii=False)}"
