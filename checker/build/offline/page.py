"""The offline page: an insurer's part of the checker, or a choice of all of them; all scripts and data inline.

What stands in front of the style sheet is for a file that was cut off: it shows where nothing else came.
"""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from checker.build.offline.around import about_file, around_pack, back_button, notices_part, way_back
from checker.build.offline.carried import rulebooks_block
from checker.build.offline.choice import again_button, insurer_choice, insurer_choice_packs
from checker.build.offline.packed import as_block
from checker.build.offline.parts import Parts, held_with
from checker.build.offline.sums import summed
from checker.build.scripts import join_modules
from checker.pages.assets import Runtime
from checker.pages.html import Html, el
from checker.pages.inscribe import inscribe
from checker.pages.making import Making
from checker.pages.packs import common_pack, common_words, others_of, terms_of
from checker.pages.stuck import stuck_notice
from checker.pages.told import bar, language_bar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from checker.authoring import Insurer, Library
    from checker.build.offline.carried import Carried
    from checker.pages.assets import Assets

__all__ = ["OfflinePages"]

_STYLE = """
@media (scripting: enabled) {
  [data-loading] [data-part-of] ~ [data-part-of]:not(:target) { display: none }
}
@media (scripting: none) { body > [data-stuck] { display: none } }
"""
"""Until the script has taken the parts out, only the first shows; without scripts, everything does."""


@dataclass(frozen=True)
class _File:
    """What one file holds: its parts, the way back to the first of them, and what they say in other languages.

    `only` is the insurer for which the file is made.
    """

    title: str
    back: Html
    parts: Sequence[Html]
    packs: Sequence[Mapping[str, Any]]
    insurers: Sequence[Insurer]
    only: Insurer | None = None


class OfflinePages:
    """The files of one build; whatever several of them hold is made once."""

    def __init__(self, library: Library, assets: Assets, carried: Carried, root: Path, today: date) -> None:
        self._making = Making(library, replace(assets, runtime=Runtime("", {})), today, alone=True)
        self._carried = carried
        self._root = root
        self._parts = Parts(self._making)
        self._python = [_data_block(name, text) for name, text in carried.python.items()]

    def of_all(self) -> str:
        """Return the file of all insurers as text: it asks for the insurer."""
        making, version = self._making, self._carried.version
        insurers = list(making.library.insurers.values())
        parts = [insurer_choice(making), *(self._parts.part(one.id) for one in insurers)]
        packs = list(self._packs(insurers))
        for told, pack in insurer_choice_packs(making):
            packs.append(around_pack(pack, told, list(told.library.insurers.values()), version))
        return self._page(_File(making.library.words["ui.app"], again_button(making), parts, packs, insurers))

    def of_one(self, insurer: Insurer) -> str:
        """Return the file of one insurer as text, with the way on for those whom its answers lead away."""
        making = self._making
        insurers = held_with(insurer, making)
        title = f"{insurer.name}|{making.library.words['ui.app']}"
        parts = [self._parts.part(one.id) for one in insurers]
        packs = list(self._packs(insurers, insurer))
        return self._page(_File(title, back_button(insurer, making), parts, packs, insurers, insurer))

    @cached_property
    def _style(self) -> Html:
        own = (self._root / "checker" / "build" / "offline" / "offline.css").read_text(encoding="utf-8")
        return Html(_content(self._making.assets, self._making.assets.style) + own + _STYLE)

    @cached_property
    def _leaving(self) -> Html:
        return _unbroken(_content(self._making.assets, self._making.assets.scripts["quick_exit"]))

    @cached_property
    def _checker(self) -> Html:
        """As it is written: who lets a file into a closed network may want to read what it does."""
        return _unbroken(join_modules(self._root / "checker" / "browser" / "offline.js"))

    def _page(self, file: _File) -> str:
        making, carried = self._making, self._carried
        words = making.library.words
        policy = _policy(self._style, self._leaving, self._checker)
        head = el(
            "head",
            el("meta", charset="utf-8"),
            el("meta", http_equiv="Content-Security-Policy", content=policy),
            el("meta", name="viewport", content="width=device-width, initial-scale=1"),
            el("meta", name="referrer", content="no-referrer"),
            el("title", file.title),
            el("link", rel="icon", href="data:,"),
        )
        main = el("main", language_bar(making.library), way_back(file.back), *file.parts)
        about = about_file(making, file.insurers, carried.version, file.only)
        top, main, about = (inscribe(one, terms_of(making.library)) for one in (bar(making), main, about))
        body = el(
            "body",
            stuck_notice(words, el("p", words["offline.cut"])),
            el("style", self._style),
            el("script", self._leaving),
            top,
            summed(main),
            summed(json_block(common_words(words), data_common=True)),
            el("script", self._checker),
            el("footer", about, notices_part(making, carried.notices), class_="copy"),
            *(
                _data_block(f"words.{language}", _packed(file.packs, language))
                for language in others_of(making.library)
            ),
            *self._python,
            _data_block("rulebooks", rulebooks_block(file.insurers)),
        )
        return f"<!doctype html>\n{el('html', head, body, lang='ja', data_loading=True)}\n"

    def _packs(self, insurers: Iterable[Insurer], only: Insurer | None = None) -> Iterator[Mapping[str, Any]]:
        """Yield what each of the other languages needs, first what all insurers have in common."""
        making, version = self._making, self._carried.version
        for language in others_of(making.library):
            told = making.told_in(language)
            here = [told.library.insurers[one.id] for one in insurers]
            yield common_pack(told.library.words)
            for one in here:
                pack = self._parts.pack(one.id, language)
                yield around_pack(pack, told, here, version, one) if only and one.id == only.id else pack


def json_block(value: object, **attributes: bool) -> Html:
    """Return data for our script as an element that no browser runs."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return el("script", Html(text), type="application/json", **attributes)


def _data_block(name: str, text: str) -> Html:
    """Return a block: base64 of gzip, which has a sum of its own."""
    return el("script", Html(text), type="text/plain", data_packed=name)


def _packed(packs: Iterable[Mapping[str, Any]], language: str) -> str:
    """Return all that is said in a language as a block."""
    own = [pack for pack in packs if pack["language"] == language]
    return as_block(json.dumps(own, ensure_ascii=False, separators=(",", ":")).encode())


def _content(assets: Assets, address: str) -> str:
    """Return what the site serves at an address."""
    [content] = (file.content for file in assets.shared if file.address == address)
    return (content if isinstance(content, bytes) else content.read_bytes()).decode()


def _policy(style: str, *scripts: str) -> str:
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        "default-src 'none'; "
        f"script-src {allowed} 'wasm-unsafe-eval' blob:; "
        f"style-src {_hash(style)}; "
        "img-src data:; "
        "worker-src blob:; "
        "connect-src 'none'; "
        "base-uri 'none'; "
        "form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _unbroken(text: str) -> Html:
    """Return a script that no parser takes to end, or to hold a comment, before it does."""
    return Html(text.replace("</script", "<\\/script").replace("<!--", "<\\!--"))
