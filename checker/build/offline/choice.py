"""The offline file's first question: which insurer. It is that of the general page, and opens a part of this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.build.offline.parts import part_anchor
from checker.pages.about_copy import overdue_notices
from checker.pages.choosing import NAME, choosing_pack, choosing_part, choosing_parts
from checker.pages.html import Html, el
from checker.pages.insurer_lists import OTHER, choices
from checker.pages.packs import others_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from checker.pages.making import Making

__all__ = ["again_button", "insurer_choice", "insurer_choice_packs"]


def insurer_choice(making: Making) -> Html:
    """Return the part with the question, the standing line, and the panel of those who have not chosen yet."""
    parts = choosing_parts(making)
    languages = [{"language": language, "files": []} for language in others_of(making.library)]
    links = choices(making.library, lambda insurer: f"#{part_anchor(insurer)}")
    overdue = overdue_notices(making, making.library.insurers.values())
    part = el("div", overdue, choosing_part(making, parts, languages, links), parts["foot"], data_part_of=NAME)
    return _with_own_panel(part)


def insurer_choice_packs(making: Making) -> Iterator[tuple[Making, Mapping[str, Any]]]:
    """Yield what the part says in each of the other languages, with what speaks it."""
    for language in others_of(making.library):
        told = making.told_in(language)
        insurers = told.library.insurers.values()
        own = {"choose_again": again_button(told), "overdue": overdue_notices(told, insurers)}
        parts = {name: _with_own_panel(part) for name, part in choosing_parts(told).items()}
        yield told, choosing_pack(told, {**parts, **own})


def again_button(making: Making) -> Html:
    """Return the way back to the question, for above an insurer's part."""
    title = making.library.words["choose.title"]
    return el("button", title, type="button", class_="link", data_choose_again=True, data_told="choose_again")


def _with_own_panel(markup: Html) -> Html:
    """Return the markup with an id of its own for the panel, which also stands in the part of `other`."""
    return Html(markup.replace(f"panel-{OTHER}", f"panel-{NAME}"))
