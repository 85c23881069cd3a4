"""All insurers by their names, once for all pages on which one is looked for: where there are many, a file has them.

It holds names and ids alone, of every language, and no code. Pages fetch it; one that stands alone has rows instead.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from checker.authoring.languages import FIRST
from checker.authoring.ruby import plain
from checker.pages.assets import SharedFile
from checker.pages.insurer_lists import LISTED, named_insurers, names_of, unnamed_insurers

if TYPE_CHECKING:
    from typing import Any

    from checker.authoring import Insurer, Library
    from checker.pages.making import Making

__all__ = ["are_apart", "names_file"]

_HASH_LENGTH = 12


def are_apart(making: Making) -> bool:
    """Say whether names stand in a file of their own, since they are too many for every page to hold."""
    return not making.alone and len(making.library.insurers) > LISTED


def names_file(making: Making) -> SharedFile | None:
    """Return the script that hands the names over; None where pages hold them themselves.

    Of each insurer it has the id, the name in Japanese, how that is read, the names in other languages ("" where it is
    the Japanese one), and, joined by bars, what else it is found by.
    """
    if not are_apart(making):
        return None
    library = making.told_in(FIRST).library
    told = {
        "languages": _others(library),
        "named": [_listed(one, library) for one in named_insurers(library)],
        "unnamed": [_listed(one, library) for one in unnamed_insurers(library)],
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    content = f'document.dispatchEvent(new CustomEvent("insurers",{{detail:{text}}}));\n'.encode()
    return SharedFile(f"assets/insurers.{sha256(content).hexdigest()[:_HASH_LENGTH]}.js", content)


def _others(library: Library) -> list[str]:
    return list(library.languages)[1:]


def _listed(insurer: Insurer, library: Library) -> list[Any]:
    names = [_told(insurer, language) for language in _others(library)]
    shown = {insurer.called, insurer.kana, *map(plain, names)}
    more = dict.fromkeys(name for name in map(plain, names_of(insurer)) if name not in shown)
    return [insurer.id, insurer.called, insurer.kana, names, "|".join(more)]


def _told(insurer: Insurer, language: str) -> str:
    own = insurer.translations.get(language)
    return own.name if own and own.name != insurer.called else ""
