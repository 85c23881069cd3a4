"""The offline file's first question: which insurer. It is that of the general page, and opens a part of this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.choosing import NAME, choosing_pack, choosing_part, choosing_parts
from checker.pages.html import Html, el
from checker.pages.insurer_lists import choices
from checker.pages.packs import others_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from checker.pages.making import Making

__all__ = ["asking_again", "insurer_choice", "insurer_choice_packs", "part_anchor"]


def insurer_choice(making: Making) -> Html:
    """Return the part with the question, the standing line, and the panel of those who have not chosen yet."""
    parts = choosing_parts(making)
    languages = [{"language": language, "files": []} for language in others_of(making.library)]
    links = choices(making.library, lambda insurer: f"#{part_anchor(insurer)}")
    return el("div", choosing_part(making, parts, languages, links), parts["foot"], data_part_of=NAME)


def insurer_choice_packs(making: Making) -> Iterator[Mapping[str, Any]]:
    """Yield what the part says in each of the other languages."""
    for language in others_of(making.library):
        told = making.told_in(language)
        yield choosing_pack(told, {**choosing_parts(told), "choose_again": _again(told)})


def asking_again(making: Making) -> Html:
    """Return the way back to the question, for above an insurer's part; the script shows it there."""
    return el("div", _again(making), data_again=True, hidden=True)


def part_anchor(insurer: str) -> str:
    """Return the id of an insurer's part."""
    return f"part-{insurer}"


def _again(making: Making) -> Html:
    title = making.library.words["choose.title"]
    return el("button", title, type="button", class_="link", data_choose_again=True, data_told="choose_again")
