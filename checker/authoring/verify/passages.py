"""Passages that no rule and no contact rests on, less those that are marked as being there for the insurer's page.

And rules that go on resting on what a newer document has superseded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.authoring.head import OTHER
from checker.authoring.source import Block
from checker.authoring.verify.owners import owner_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.authoring.verify.flaws import Flaws
    from checker.authoring.verify.owners import Project

__all__ = ["tell"]


def tell(project: Project, flaws: Flaws) -> None:
    """Tell of passages without a rule, and of those marked `for: page` that a rule does rest on."""
    rested = set(_rested(project))
    for name, block in project.library.files.insurers.items():
        rows = block.get("passages") or Block(block.file, block.line)
        prefix = "national" if name == OTHER else name
        for passage, row in rows.items():
            used, marked = f"{prefix}/{passage}" in rested, row.get("for") == "page"
            if not used and not marked:
                message = f"no rule rests on the passage {passage!r}"
                way_out = "write the rule, name it in one, or mark it with `for: page` if it is only to be read"
                flaws.add(rows.place(passage), "passage", message, way_out)
            elif used and marked:
                message = f"the passage {passage!r} is marked `for: page`, and a rule rests on it"
                flaws.add(row.place("for"), "passage", message, "take the mark out")

    _tell_superseded(project, flaws)


def _tell_superseded(project: Project, flaws: Flaws) -> None:
    """A rule may rest on an older passage until a day, or beside the newer one, which then says the same."""
    for name, _, rule in project.rules:
        passages = project.library.insurers[name].passages
        for old in rule.passages:
            new = passages[old].superseded_by
            if new and new not in rule.passages and not rule.valid_until:
                place = owner_of(project.library.files, name, rule.id, "passages").place
                message = f"rule {rule.id!r} rests on {old!r}, which {new!r} ({passages[new].source.date}) supersedes"
                way_out = (
                    "read the newer one: name it too if it says the same, or end the rule with `valid: {until: …}`"
                )
                flaws.add(place, "passage", message, way_out)


def _rested(project: Project) -> Iterator[str]:
    for name, survey in project.surveys.items():
        for rule in survey.book.rulebook.rules:
            yield from rule.passages
        for row in survey.book.rulebook.scope:
            yield from row.passages
        for dropped in (project.library.files.insurers[name].get("drop") or {}).values():
            yield from (text if "/" in text else f"{name}/{text}" for text in dropped["passages"])
    for insurer in project.library.insurers.values():
        yield from (passage for contact in insurer.contacts for passage in contact.passages)
