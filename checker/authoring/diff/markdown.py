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
    from collections.abc import Callable, Iterable, Iterator

    from checker.authoring.diff.report import Example, InsurerReport, Report, TopicReport

__all__ = ["as_markdown"]


_LONGEST = 60_000
"""Characters; hosts of pull requests refuse comments of more than some 65,000."""


def as_markdown(report: Report) -> str:
    """A line for each insurer, with what changes folded away below it, or left out where that is too long."""
    whole = _comment(report, _insurer)
    if len(whole) <= _LONGEST:
        return whole
    short = _comment(report, lambda insurer: [_head(insurer)])
    while len(short) > _LONGEST:
        short = short[: short.rindex("\n", 0, _LONGEST)] + "\n"
    return f"{short}\nThis is too long for a comment; `--format text` tells the rest.\n"


def _comment(report: Report, tell: Callable[[InsurerReport], Iterable[str]]) -> str:
    lines = ["### What changes for whom", "", f"Compared {plain(heading(report, FIRST))}.", ""]
    for insurer in report.insurers:
        if insurer.differs:
            lines += [*tell(insurer), ""]
    same = [_name(insurer) for insurer in report.insurers if not insurer.differs]
    if same:
        lines += [f"Nothing changes for {', '.join(same)}.", ""]
    return "\n".join([*lines, f"<sub>{plain(EXPLAINED)}</sub>"]) + "\n"


_SIGNS = re.compile(r"[\\`*\[\]|~#@!]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
"""What Markdown reads as more than text; a low line inside a word is none."""


def plain(text: str) -> str:
    """Text that Markdown and HTML take for nothing but text."""
    line = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", line)


def _name(insurer: InsurerReport) -> str:
    return plain(f"{insurer.name} ({insurer.id})")


def _head(insurer: InsurerReport) -> str:
    return f"**{_name(insurer)}**: {plain(of_insurer(insurer))}"


def _insurer(insurer: InsurerReport) -> Iterator[str]:
    yield from (_head(insurer), "")
    yield from (f"- {plain(line)}" for line in insurer.notes)
    titles = [(topic, plain(topic.title)) for topic in insurer.topics]
    titles += [(topic, f"same answer, other reasons, {plain(topic.title)}") for topic in insurer.reasons]
    yield from (f"- {title}: {plain(of_all(topic.count))}" for topic, title in titles)
    if titles:
        yield from ("", "<details><summary>Examples</summary>", "")
        for topic, title in titles:
            yield from _topic(topic, title)
        yield "</details>"


def _topic(topic: TopicReport, title: str) -> Iterator[str]:
    yield from (f"#### {title}", "")
    for group in topic.groups[: len(topic.groups) - topic.more]:
        yield f"- {of_group(group)}"
        yield from (f"  - {plain(line)}" for line in group.lines)
        if group.example:
            yield from _example(group.example)
    if topic.more:
        yield from (f"- {unlisted(topic)}", "")


def _example(example: Example) -> Iterator[str]:
    who = "; ".join(map(plain, example.words)) or "the ordinary person"
    facts = json.dumps(example.facts, ensure_ascii=False)
    fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", facts))])
    yield f"  - for example on {example.facts['on_date']}: {who}"
    yield from ("", f"    {fence}json", f"    {facts}", f"    {fence}", "")
