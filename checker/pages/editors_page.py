"""The page for web editors of municipalities and insurers: code to paste, server settings, promises.

What they choose shows at once, by the page's script. Without JavaScript the page has the code for one insurer, and says
what to replace.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from checker.authoring.languages import FIRST
from checker.authoring.ruby import plain
from checker.pages.article import Article
from checker.pages.editors_facts import FACTS, facts_sections
from checker.pages.editors_form import editors_form
from checker.pages.editors_parts import anchor, copied_area, section, with_script
from checker.pages.feeds import ALL
from checker.pages.here import Here
from checker.pages.html import Html, el, join
from checker.pages.insurer_lists import OTHER, named_insurers, unnamed_insurers
from checker.pages.insurer_names import are_apart, names_file
from checker.pages.integrity import with_sum
from checker.pages.snippets import snippets
from checker.pages.standing import standing_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.authoring import Insurer, Library, Words
    from checker.pages.making import Making

__all__ = ["PAGE", "editors_page"]

PAGE = "embed/index.html"

_SPOKEN = ("link_text", "frame_title")
_WORDS = (
    "readable", "unreadable", "ratio", "accent", "text", "copied", "selected", "preview_title", "privacy_text",
)  # fmt: skip


def editors_page(making: Making, panel: Html) -> Article:
    """Return the page that stands at `embed/index.html`, in the language that the library speaks."""
    here, library = Here(PAGE, making.language), making.library
    words = library.words
    insurer = next(iter(named_insurers(library)), library.insurers[OTHER])
    base = making.assets.site_url or plain(words["editors.placeholder"])
    said = (plain(words[f"editors.{key}"]).format(insurer=plain(insurer.name)) for key in _SPOKEN)
    code = snippets(base, insurer.id, making.language, *said)
    shown, names = _shown(making, insurer), names_file(making)
    without = words["editors.without_script"].format(insurer=insurer.name, id=insurer.id)
    body = el(
        "div",
        el("h1", words["editors.title"]),
        el("p", words["editors.intro"]),
        standing_line(words, OTHER),
        el("noscript", el("p", without)),
        _contents(words),
        with_script(section(words, "choose", editors_form(library, shown, insurer.id))),
        with_script(section(words, "preview", el("p", words["editors.preview_note"]), el("div", data_preview=True))),
        section(words, "copy_heading", _copying(words, base, code)),
        *facts_sections(making, here, insurer, base, code["policy"]),
        _pack(library, shown, here, base),
        data_editors=True,
        data_insurers=here.up + with_sum(names) if names else None,
        class_="sn-editors",
    )
    title, description = words["editors.title"], words["editors.description"]
    return Article(here, title, description, body, panel, script="editors", frames=True, feed=ALL)


def _shown(making: Making, chosen: Insurer) -> list[Insurer]:
    """Return the insurers that stand in the page: all of them, or, of very many, two that show what can be chosen."""
    library = making.library
    named, unnamed = named_insurers(library), unnamed_insurers(library)
    if are_apart(making):
        named, unnamed = [one for one in named if one.id == chosen.id], []
    return [*named, library.insurers[OTHER], *unnamed]


def _contents(words: Words) -> Html:
    """Return the ways to what can be read without a script too."""
    links = (el("li", el("a", words[f"editors.{key}"], href=f"#{anchor(key)}")) for key in ("copy_heading", *FACTS))
    return el("nav", el("ul", *links), class_="sn-contents", aria_label=plain(words["editors.contents"]))


def _copying(words: Words, base: str, code: dict[str, str]) -> Html:
    """Return the three snippets, the one that does most first."""
    note = words["editors.placeholder_note"].format(placeholder=words["editors.placeholder"])
    ways = (
        join(
            el("h3", words[f"editors.{name}_heading"], id=f"{name}-heading"),
            el("p", words[f"editors.{name}_note"]),
            copied_area(words, f"snippet-{name}", f"{name}-heading", code[name]),
        )
        for name in ("script", "frame", "link")
    )
    placeholder = el("p", note, data_placeholder=True) if base == plain(words["editors.placeholder"]) else None
    return join(el("p", words["editors.copy_intro"]), placeholder, *ways)


def _pack(library: Library, shown: Sequence[Insurer], here: Here, base: str) -> Html:
    """Return what the page's script works with."""
    languages = library.languages
    pack = {
        "up": here.up,
        "base": base,
        "names": {one.id: {name: _name_in(one, name) for name in languages} for one in shown},
        "spoken": {name: {key: plain(words[f"editors.{key}"]) for key in _SPOKEN} for name, words in languages.items()},
        "words": {
            **{key: plain(library.words[f"editors.{key}"]) for key in _WORDS},
            **{key: plain(library.words[f"choose.{key}"]) for key in ("found", "more", "none")},
            "failed": plain(library.words["compare.failed"]),
            "list_comma": library.words["pages.list_comma"],
        },
    }
    text = json.dumps(pack, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return el("script", Html(text), type="application/json", data_pack=True)


def _name_in(insurer: Insurer, language: str) -> str:
    """Return what an insurer is called in a language, whatever language the library speaks."""
    told = insurer.translations.get(language)
    return plain(told.name) if told and told.name and language != FIRST else insurer.called
