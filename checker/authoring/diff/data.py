"""A report as JSON, for programs. Nothing is left out; the facts of an example are a line for `decide`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from checker.authoring.diff.figures import EXPLAINED
from checker.authoring.diff.report import FIRST

if TYPE_CHECKING:
    from checker.authoring.diff.compare import Count
    from checker.authoring.diff.report import Group, InsurerReport, Report, TopicReport
    from checker.authoring.diff.revisions import Side

__all__ = ["FORMAT", "as_json"]

FORMAT = 1


def as_json(report: Report) -> str:
    """The report on indented lines."""
    data = {
        "format": FORMAT,
        "old": _side(report.old),
        "new": _side(report.new),
        "days": {"all_from": FIRST.isoformat(), "later_from": report.on.isoformat()},
        "situations": EXPLAINED,
        "differs": report.differs,
        "insurers": [_insurer(insurer) for insurer in report.insurers],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _side(side: Side) -> dict[str, Any]:
    return {"name": side.name, "commit": side.commit or None}


def _insurer(insurer: InsurerReport) -> dict[str, Any]:
    return {
        "id": insurer.id,
        "name": insurer.name,
        "differs": insurer.differs,
        "state": insurer.state or None,
        "total": _count(insurer.total) if insurer.total else None,
        "topics": [_topic(topic) for topic in insurer.topics],
        "reasons": [_topic(topic) for topic in insurer.reasons],
        "notes": list(insurer.notes),
    }


def _count(count: Count) -> dict[str, Any]:
    return {
        "changed": count.changed,
        "situations": count.situations,
        "later": {"changed": count.later_changed, "situations": count.later_situations},
    }


def _topic(topic: TopicReport) -> dict[str, Any]:
    groups = [_group(group) for group in topic.groups]
    return {
        "topic": topic.topic,
        "title": topic.title,
        "facts": list(topic.facts),
        "total": _count(topic.count),
        "changes": groups,
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "words": list(group.lines),
        "changed": group.changed,
        "later_changed": group.later_changed,
        "example": {"facts": group.example.facts, "words": list(group.example.words)} if group.example else None,
        "answers": [
            {
                "before": json.loads(kind.before),
                "after": json.loads(kind.after),
                "changed": kind.changed,
                "later_changed": kind.later_changed,
            }
            for kind in group.kinds
        ],
    }
