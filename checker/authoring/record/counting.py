"""In how many situations an answer changes since an earlier state of the files, as `diff` counts them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.authoring.diff.report import Asked, report
from checker.authoring.record.entries import ALL
from checker.authoring.record.stamps import stamp_of

if TYPE_CHECKING:
    from datetime import date

    from checker.authoring.diff.revisions import Side
    from checker.authoring.record.stamps import Stamp

__all__ = ["Counted", "counted"]


@dataclass(frozen=True, slots=True)
class Counted:
    """What a step comes to. ``before``: the state it starts from, None where the insurer was not there.

    ``situations``: as an `Entry` has them; ``notes``: what differs, may change answers and cannot be counted.
    """

    before: Stamp | None
    situations: dict[str, tuple[int, int]]
    notes: tuple[str, ...]


def counted(old: Side, new: Side, insurer: str, day: date) -> Counted:
    """Count one insurer, over all days. Raises IncomparableError and TooLargeError."""
    known = old.library.insurers.get(insurer)
    (told,) = report(old, new, Asked(day, (insurer,), most=1)).insurers
    situations = {ALL: (told.total.changed, told.total.situations)} if told.total else {}
    situations |= {topic.topic: (topic.count.changed, topic.count.situations) for topic in told.topics}
    return Counted(stamp_of(known) if known else None, situations, told.notes)
