"""Every passage of the insurers' files held against a folder of stored documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.authoring.sources.comparing import STATES, Section, Verdict, compare
from checker.authoring.sources.reading import UnreadableError, read_document
from checker.authoring.sources.sections import cut_sections

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from checker.authoring.insurer import Insurer, Passage
    from checker.authoring.sources.sections import Outline

__all__ = ["Checked", "check_insurer", "counted", "outline_of", "own_passages"]


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of the passages of one insurer.

    ``file``: the stored document, by its name in the folder; "" where none is kept, or where it cannot be read, and
    then ``problem`` says why and the way out. ``passages``: in the order of the insurer's file. ``lost``: headings
    without a passage that are not in the document any more. ``unchecked``: how many passages were held against nothing.
    """

    insurer: str
    document: str
    file: str = ""
    problem: str = ""
    passages: tuple[tuple[Passage, Verdict], ...] = ()
    lost: tuple[str, ...] = ()
    unchecked: int = 0

    @property
    def fine(self) -> bool:
        """Whether there is nothing to look at."""
        return not self.problem and not self.lost and all(verdict.state == "same" for _, verdict in self.passages)


def own_passages(insurer: Insurer) -> list[Passage]:
    """The passages of an insurer's own file; of the national one, for the insurer that stands for all others."""
    return [one for one in insurer.passages.values() if one.source.document == insurer.source.document]


def outline_of(insurer: Insurer, folder: Path) -> tuple[str, Outline]:
    """The stored document's name in the folder, and its sections. Raises UnreadableError."""
    document = read_document(folder, insurer.source.document)
    paths = [*(one.headings for one in own_passages(insurer)), *insurer.source.headings]
    return document.file, cut_sections(document.lines, paths)


def check_insurer(insurer: Insurer, folder: Path) -> Checked:
    """Hold one insurer's passages against its document in a folder."""
    passages = own_passages(insurer)
    name = insurer.source.document
    if not name:
        return Checked(insurer.id, name, unchecked=len(passages))
    try:
        file, outline = outline_of(insurer, folder)
    except UnreadableError as error:
        return Checked(insurer.id, name, problem=str(error), unchecked=len(passages))
    sections = {one.id: Section(one.headings, one.fingerprint) for one in passages}
    verdicts = compare(outline, list(dict.fromkeys(sections.values())))
    judged = tuple((one, verdicts[sections[one.id]]) for one in passages)
    lost = tuple(" ".join(path) for path in insurer.source.headings if not outline.of(path))
    return Checked(insurer.id, name, file, passages=judged, lost=lost)


def counted(report: Iterable[Checked]) -> dict[str, int]:
    """How many passages are in each state."""
    states = [verdict.state for checked in report for _, verdict in checked.passages]
    return {state: states.count(state) for state in STATES}
