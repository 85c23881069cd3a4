"""What pages say for today and for later: anew from each day on which something of it changes.

What a reader sees is compared, so nothing changes on a page without its day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.decisions import open_desk
from checker.pages.html import Html, el, join

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from checker.pages.decisions import Desk
    from checker.pages.wording import Wording

    Part = Callable[[Desk], Html]

__all__ = ["in_bands"]


def in_bands(parts: Sequence[Part], from_day: date, wording: Wording, *, only_one: bool = False) -> Html:
    """Return the parts as they are on a day, and below, for each later day, those that are others from then on.

    `only_one`: where nothing changes any more, the first day is not told.
    """
    bands = list(_bands(parts, from_day, wording))
    if only_one and len(bands) == 1:
        return join(*bands[0][1])
    written = []
    for (day, changed), later in zip(bands, [*bands[1:], None], strict=True):
        days = wording.page("from_day", day=wording.day(day))
        if later:
            days = wording.page("from_day_until", day=wording.day(day), until=wording.day(later[0]))
        same = el("p", wording.page("same_as_before")) if len(changed) < len(parts) else None
        written += [el("h3", days, class_="sn-days"), *changed, same]
    return join(*written)


def _bands(parts: Sequence[Part], from_day: date, wording: Wording) -> Iterator[tuple[date, list[Html]]]:
    """Yield the days from which on something else is said, with what is."""
    before: list[Html] = []
    for day in [from_day, *open_desk(wording.insurer, from_day).days_to_come()]:
        desk = open_desk(wording.insurer, day)
        said = [part(desk) for part in parts]
        changed = [one for place, one in enumerate(said) if not before or one != before[place]]
        if changed:
            yield day, changed
        before = said
