"""A report as Markdown, to be pasted into a comment on a pull request.

Whatever stands in ids and words is shown as it is: it cannot end a list, open a tag, or name anybody.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from checker.authoring.diff.figures import EXPLAINED, heading, of_all, of_group, of_insurer, unlisted
from checker.authoring.diff.report import FIRST
from checker.authoring.diff.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.authoring.diff.report import Example, InsurerReport, Report, TopicReport

__all__ = ["as_markdown"]


def as_markdown(report: Report) -> str:
    """A line for each insurer, with what changes folded away below it."""
    lines = ["### What changes for whom", "", f"{plain(heading(report, FIRST)).capitalize()}.", ""]
    same = [insurer for insurer in report.insurers if not insurer.differs]
    for insurer in report.insurers:
        if insurer.differs:
            lines += [*_insurer(insurer), ""]
    if same:
        lines += [f"Nothing changes for {', '.join(_name(insurer) for insurer in same)}.", ""]
    return "\n".join([*lines, f"<sub>{plain(EXPLAINED)}</sub>"]) + "\n"


def plain(text: str) -> str:
    """Text that Markdown and HTML take for nothing but text."""
    line = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]|~#@!])", lambda sign: f"&#{ord(sign[0])};", line)


def _name(insurer: InsurerReport) -> str:
    return plain(f"{insurer.name} ({insurer.id})")


def _insurer(insurer: InsurerReport) -> Iterator[str]:
    yield f"**{_name(insurer)}**: {plain(of_insurer(insurer))}"
    yield ""
    yield from (f"- {plain(line)}" for line in insurer.notes)
    for topic in insurer.topics:
        yield f"- {plain(topic.title)}: {plain(of_all(topic.count))}"
    if insurer.topics:
        yield from ("", "<details><summary>Examples</summary>", "")
        for topic in insurer.topics:
            yield from _topic(topic)
        yield "</details>"


def _topic(topic: TopicReport) -> Iterator[str]:
    yield from (f"#### {plain(topic.title)}", "")
    for group in topic.groups[: len(topic.groups) - topic.more]:
        yield f"- {of_group(group)}"
        yield from (f"  - {plain(line)}" for line in group.lines)
        if group.example:
            yield from _example(group.example)
    if topic.more:
        yield f"- {unlisted(topic)}"
    yield ""


def _example(example: Example) -> Iterator[str]:
    who = "; ".join(map(plain, example.words)) or "the ordinary person"
    facts = json.dumps(example.facts, ensure_ascii=False)
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", facts)), 3)
    yield f"  - for example on {example.facts['on_date']}: {who}"
    yield from ("", f"    {fence}json", f"    {facts}", f"    {fence}", "")
