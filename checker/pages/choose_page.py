"""The general checker page: asks for the insurer, and leads to that insurer's checker.

The choice goes nowhere but into the address of the next page. Without JavaScript the same choices stand as links.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.assets import SharedFile
from checker.pages.checker_page import document
from checker.pages.choosing import choosing_pack, choosing_part, choosing_parts
from checker.pages.heading.described import Described
from checker.pages.heading.head import about
from checker.pages.here import FOLDERS, Here
from checker.pages.html import el, join
from checker.pages.inscribe import inscribe
from checker.pages.insurer_index import INDEX
from checker.pages.insurer_lists import choices, other_choice
from checker.pages.insurer_names import are_apart, names_file
from checker.pages.integrity import with_sum
from checker.pages.packs import others_of, pack_file, terms_of
from checker.pages.told import bar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.pages.html import Html
    from checker.pages.making import Making

__all__ = ["choose_files"]

_FOLDER = "check/"
_UP = "../"


def choose_files(making: Making) -> Iterator[SharedFile]:
    """Yield the page at `check/index.html`, and beside it the words of the languages that it can be changed to."""
    languages = []
    for language in others_of(making.library):
        told = making.told_in(language)
        file = pack_file(f"{_FOLDER}words.{language}", choosing_pack(told, _parts(told)))
        languages.append({"language": language, "files": [with_sum(file).removeprefix(_FOLDER)]})
        yield file
    names = names_file(making)
    if names:
        yield names
    parts = _parts(making)
    content = choosing_part(making, parts, languages, _links(making), _UP + with_sum(names) if names else None)
    words = making.library.words
    described = Described(Here(f"{_FOLDER}index.html"), words["choose.title"], words["home.description"])
    page = document(
        parts, inscribe(content, terms_of(making.library)), making, _UP, ("choose",), about(described, making)
    )
    yield SharedFile(f"{_FOLDER}index.html", page.encode())


def _parts(making: Making) -> Mapping[str, Html]:
    words, pages = making.library.words, _UP + FOLDERS[making.language]
    rules = el("a", words["pages.nav_insurers"], href=f"{pages}insurers/index.html")
    sources = el("a", words["pages.nav_sources"], href=f"{pages}sources/index.html")
    about = el("a", words["ui.accessibility"], href=f"{pages}accessibility/index.html")
    browse = _browse(making) if are_apart(making) else None
    return {**choosing_parts(making, rules, sources, about, browse=browse), "bar": bar(making, _UP)}


def _links(making: Making) -> Html:
    """Return the ways to all insurers without a script; of very many there is but one, to where they are listed."""
    there = "{}/index.html".format
    if are_apart(making):
        return join(el("p", _browse(making)), other_choice(making.library, there))
    return choices(making.library, there)


def _browse(making: Making) -> Html:
    return el("a", making.library.words["choose.browse"], href=_UP + FOLDERS[making.language] + INDEX)
