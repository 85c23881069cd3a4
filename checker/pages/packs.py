"""What the checker fetches when somebody changes the language: words that are common to all, and an insurer's own.

Scripts, since a page that was opened from a folder may fetch nothing else; each hands over one value and holds no code.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from checker.authoring.languages import FIRST
from checker.pages.assets import SharedFile
from checker.pages.integrity import with_sum
from checker.pages.told import told_parts
from checker.pages.tree import tree
from checker.pages.unasked import unasked_facts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.authoring import Insurer, Library, Words
    from checker.pages.html import Html
    from checker.pages.making import Making

__all__ = [
    "common_files",
    "common_pack",
    "common_words",
    "insurer_files",
    "listed_languages",
    "others_of",
    "own_pack",
    "own_words",
    "pack_file",
    "parts_pack",
    "terms_of",
]

_UNSHIPPED = frozenset(
    """
    about accessibility choose compare differences documents_pages download editors embed facility_page glossary
    guides home insurer_pages offline open_data pages panel pictures privacy record search silence_map situations
    sources terms_of_law
    """.split()
)
"""Kinds of words that the script never asks for."""

_UNASKED = frozenset({"data_protection", "insurer", "scheme", "wants"})
"""Facts without a page, whose words stay away from the script; the first of them on purpose."""

_HASH_LENGTH = 12


def common_words(words: Words) -> Mapping[str, Any]:
    """Return the words that the script may need of any insurer."""
    return {
        kind: {key: text for key, text in texts.items() if kind != "facts" or key not in _UNASKED}
        for kind, texts in words.tree.items()
        if kind not in _UNSHIPPED
    }


def own_words(insurer: Insurer) -> Mapping[str, Any]:
    """Return what an insurer says in its own words, and what the passages say that its rules and its scope name."""
    book = insurer.rulebook
    named = {name for rows in (book.rules, book.scope) for row in rows for name in row.passages}
    unasked = unasked_facts(insurer)
    return {
        "own": {name: text for name, text in insurer.words.items() if name not in unasked},
        "passages": {
            passage.id: {"says": passage.says, "title": passage.source.title, "year": passage.source.year}
            for passage in insurer.passages.values()
            if passage.id in named
        },
    }


def terms_of(library: Library) -> list[str]:
    """Return the names that stand as they are in every language."""
    return list(library.languages[FIRST].tree["terms_of_law"].values())


def parts_pack(name: str, parts: Mapping[str, Html]) -> Mapping[str, Any]:
    """Return the parts of a page that a language swaps; `name` says whose they are."""
    return {"for": name, "parts": {told: tree(part) for told, part in parts.items()}}


def own_pack(insurer: Insurer, making: Making) -> Mapping[str, Any]:
    """Return what is one insurer's, in the language that the library speaks."""
    parts = told_parts(insurer, making)
    return {"language": making.library.words.language, **parts_pack(insurer.id, parts), **own_words(insurer)}


def common_pack(words: Words) -> Mapping[str, Any]:
    """Return what is the same for all insurers, in one language."""
    return {"language": words.language, "common": common_words(words)}


def others_of(library: Library) -> list[str]:
    """Return the languages that a page can be changed to."""
    return [language for language in library.languages if language != library.words.language]


def common_files(library: Library) -> Mapping[str, SharedFile]:
    """Return the file of the common words of each language that can be changed to."""
    return {
        language: pack_file(f"assets/words.{language}", common_pack(library.languages[language]))
        for language in others_of(library)
    }


def insurer_files(insurer: Insurer, making: Making) -> Mapping[str, SharedFile]:
    """Return the file of this insurer's own words, beside its page, for each language that can be changed to."""
    files = {}
    for language in others_of(making.library):
        told = making.told_in(language)
        pack = own_pack(told.library.insurers[insurer.id], told)
        files[language] = pack_file(f"check/{insurer.id}/words.{language}", pack)
    return files


def listed_languages(up: str, common: Mapping[str, SharedFile], own: Mapping[str, SharedFile]) -> list[dict[str, Any]]:
    """Return for each language the addresses of its files, as seen from a page `up` below the root."""
    return [
        {"language": language, "files": [up + with_sum(file), up + with_sum(own[language])]}
        for language, file in common.items()
    ]


def pack_file(stem: str, pack: Mapping[str, Any]) -> SharedFile:
    """Return the script that hands a pack over."""
    text = json.dumps(pack, ensure_ascii=False, separators=(",", ":"))
    content = f'document.dispatchEvent(new CustomEvent("words",{{detail:{text}}}));\n'.encode()
    return SharedFile(f"{stem}.{sha256(content).hexdigest()[:_HASH_LENGTH]}.js", content)
