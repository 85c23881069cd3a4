"""The file by which Python decides for an insurer, beside its checker page: the rulebook, as it writes itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.alike import text_once
from checker.pages.assets import SharedFile

if TYPE_CHECKING:
    from checker.authoring import Insurer
    from checker.engine.rules.rulebook import Rulebook

__all__ = ["rulebook_file", "rulebook_name"]

_HASH_LENGTH = 12
_ANYBODY = '"insurer":"@"'


def rulebook_name(rulebook: Rulebook) -> str:
    """Return the name of the file, which changes with the rules."""
    return f"rulebook.{rulebook.version[:_HASH_LENGTH]}.json"


def rulebook_file(insurer: Insurer) -> SharedFile:
    """Return the file; what is alike for many insurers is written once."""
    rulebook = insurer.rulebook
    named = f'"insurer":"{insurer.id}"'

    def make() -> str:
        return rulebook.to_json().replace(named, _ANYBODY)

    text = text_once("rulebook", insurer, None, make).replace(_ANYBODY, named)
    return SharedFile(f"check/{insurer.id}/{rulebook_name(rulebook)}", text.encode())
