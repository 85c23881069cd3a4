"""What a copy that is carried about says of itself: when it was made, from which rules, and what is past its day.

For the files that open without a server, and for the folder of the whole site; the site itself has no such section.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.html import Html, el
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.authoring import Insurer
    from checker.pages.making import Making

__all__ = ["about_copy", "overdue_notices"]

_HASH_LENGTH = 12


def about_copy(
    making: Making,
    insurers: Iterable[Insurer],
    version: str,
    *,
    only: Insurer | None = None,
    notices: Html | None = None,
) -> Html:
    """Return the section on the copy in which these insurers are; `only` is the one for whom the file is made.

    `notices` is the way to what others have made in it; None: that follows.
    """
    words = making.library.words
    rules = [_rules(insurer, making) for insurer in insurers]
    day = Wording(making.library.insurers[next(iter(making.library.insurers))], words).day(making.today)
    return el(
        "section",
        el("h2", words["offline.about_site" if notices else "offline.about"]),
        el("p", words["offline.made"].format(day=day, version=version)),
        el("p", words["offline.only"].format(insurer=only.name)) if only else None,
        el("p", words["offline.nothing_sent"]),
        el("details", el("summary", words["offline.rulebooks"]), el("dl", *rules)),
        notices,
        class_="about-copy",
        data_about_copy=True,
    )


def overdue_notices(making: Making, insurers: Iterable[Insurer]) -> Html:
    """Return a notice for each insurer whose review is past; hidden until that day, on which a script shows it."""
    return el("div", *(_overdue(one, making) for one in insurers if one.review_by), data_told="overdue")


def _overdue(insurer: Insurer, making: Making) -> Html | None:
    if insurer.review_by is None:
        return None
    words = making.library.words
    day = Wording(insurer, words).day(insurer.review_by)
    text = words["offline.overdue"].format(insurer=insurer.name, day=day)
    soon = insurer.review_by >= making.today
    return el("p", text, class_="notice sn-alert", data_review_by=insurer.review_by.isoformat(), hidden=soon)


def _rules(insurer: Insurer, making: Making) -> Html:
    words = making.library.words
    by = insurer.review_by
    told = words["offline.no_review_by"]
    if by is not None:
        told = words["offline.review_by"].format(day=Wording(insurer, words).day(by))
    version = el("code", insurer.rulebook.version[:_HASH_LENGTH], data_rulebook=insurer.id)
    return el("div", el("dt", insurer.name), el("dd", version, " ", told))
