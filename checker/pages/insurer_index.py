"""The list of all insurers; where there are many, by the first sound of their names, each on a page of its own.

So whoever has no script reaches every insurer too, and no page grows with their number but a fortieth as fast.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from checker.pages.article import Article
from checker.pages.here import Here
from checker.pages.html import Html, el, join
from checker.pages.insurer_lists import LISTED, OTHER, choices, named_insurers, other_choice, unnamed_insurers
from checker.pages.standing import standing_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.authoring import Insurer, Library
    from checker.pages.making import Making

__all__ = ["INDEX", "insurer_index"]

INDEX = "insurers/index.html"

_OTHERS = "others"
_KANA = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわ"
_ROWS = (
    "a i u e o", "ka ki ku ke ko", "sa shi su se so", "ta chi tsu te to", "na ni nu ne no", "ha hi fu he ho",
    "ma mi mu me mo", "ya yu yo", "ra ri ru re ro", "wa", _OTHERS,
)  # fmt: skip
"""The rows in which kana are learnt."""

_SOUNDS = dict(zip(_KANA, " ".join(_ROWS[:-1]).split(), strict=True))
"""The first sounds, and what their pages are called."""

_TO_HIRAGANA = ord("ァ") - ord("ぁ")
_SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎゐゑを", "あいうえおつやゆよわいえお")


def insurer_index(making: Making, panel: Html) -> Iterator[Article]:
    """Yield the page that stands at `insurers/index.html`, and of many insurers those that it leads to."""
    here, library = Here(INDEX, making.language), making.library
    words = library.words
    title = words["pages.insurers_title"]
    if len(library.insurers) <= LISTED:
        links = choices(library, lambda insurer: here.to(f"insurers/{insurer}/index.html"))
        yield _page(here, title, links, making, panel)
        return
    sounds = _by_sound(library)
    rows = ([name for name in row.split() if name in sounds] for row in _ROWS)
    links = join(
        el("h2", words["pages.insurers_by_kana"]),
        *(_row(row, here, making) for row in rows if row),
        other_choice(library, lambda insurer: here.to(f"insurers/{insurer}/index.html")),
    )
    yield _page(here, title, links, making, panel)
    for name, insurers in sounds.items():
        yield _of_sound(name, insurers, making, panel)


def _page(here: Here, title: str, links: Html, making: Making, panel: Html) -> Article:
    words = making.library.words
    intro, standing = words["pages.insurers_intro"], standing_line(words, OTHER)
    return Article(here, title, intro, join(el("h1", title), el("p", intro), links, standing), panel)


def _row(names: Sequence[str], here: Here, making: Making) -> Html:
    ways = (el("a", _sound(name, making), href=here.to(_address(name)), class_="sn-way") for name in names)
    return el("ul", *(el("li", way) for way in ways), class_="sn-sounds")


def _of_sound(name: str, insurers: Sequence[Insurer], making: Making, panel: Html) -> Article:
    here, words = Here(_address(name), making.language), making.library.words
    title = _title(name, making)
    named = [one for one in insurers if not one.example]
    unnamed = [one for one in insurers if one.example]
    apart = (el("h2", words["pages.unnamed"]), el("p", words["pages.unnamed_note"]), _list(unnamed, here))
    links = join(_list(named, here) if named else None, *(apart if unnamed else ()))
    return _page(here, title, links, making, panel)


def _list(insurers: Sequence[Insurer], here: Here) -> Html:
    links = (el("a", one.name, href=here.to(f"insurers/{one.id}/index.html"), class_="sn-way") for one in insurers)
    return el("ul", *(el("li", link) for link in links), class_="sn-columns")


def _by_sound(library: Library) -> Mapping[str, list[Insurer]]:
    """Return the insurers by the page on which they are listed, in the order of the sounds; others come last."""
    found: dict[str, list[Insurer]] = {name: [] for name in (*_SOUNDS.values(), _OTHERS)}
    for one in (*named_insurers(library), *unnamed_insurers(library)):
        found[_SOUNDS.get(_first(one.kana), _OTHERS)].append(one)
    return {name: some for name, some in found.items() if some}


def _first(kana: str) -> str:
    """Return the sound with which a reading begins: hiragana, without what makes it voiced, and never small."""
    letter = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", kana))[:1]
    hiragana = chr(ord(letter) - _TO_HIRAGANA) if "ァ" <= letter <= "ヶ" else letter
    return hiragana.translate(_SMALL)


def _address(name: str) -> str:
    return f"insurers/by-kana/{name}/index.html"


def _title(name: str, making: Making) -> str:
    words = making.library.words
    if name == _OTHERS:
        return words["pages.insurers_of_others"]
    return words["pages.insurers_of_kana"].format(kana=_sound(name, making))


def _sound(name: str, making: Making) -> str:
    """Return what a sound is called: its letter; where people may not read that, how it is written in Latin ones."""
    if name == _OTHERS:
        return making.library.words["pages.insurers_of_others"]
    [kana] = (letter for letter, sound in _SOUNDS.items() if sound == name)
    return f"{kana} ({name})" if making.language == "en" else kana
