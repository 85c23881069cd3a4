"""The parts of offline files, each made once for all files that hold it: an insurer's checker, its rules, its words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from checker.build.offline.rules import rules_part
from checker.pages.checker_part import checker_part
from checker.pages.html import Html, el
from checker.pages.insurer_lists import OTHER
from checker.pages.packs import others_of, own_pack
from checker.pages.told import told_parts
from checker.pages.tree import tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.authoring import Insurer
    from checker.pages.making import Making

__all__ = ["Parts", "held_with", "part_anchor"]


class Parts:
    """The parts of all insurers, in every language of the library."""

    def __init__(self, making: Making) -> None:
        self._making = making
        self._told_in = {language: making.told_in(language) for language in making.library.languages}
        self.part = cache(self._part)
        self.pack = cache(self._pack)

    def _part(self, insurer: str) -> Html:
        """Return an insurer's part of a page."""
        making = self._making
        one = making.library.insurers[insurer]
        told = told_parts(one, making)
        languages = [{"language": language, "files": []} for language in others_of(making.library)]
        part = checker_part(one, making, told, languages)
        return el("div", part, rules_part(one, making), told["foot"], data_part_of=insurer, id=part_anchor(insurer))

    def _pack(self, insurer: str, language: str) -> Mapping[str, Any]:
        """Return what the part says in another language."""
        told = self._told_in[language]
        one = told.library.insurers[insurer]
        pack = own_pack(one, told)
        rules = rules_part(one, told)
        return {**pack, "parts": {**pack["parts"], **({"rules": tree(rules)} if rules else {})}}


def held_with(insurer: Insurer, making: Making) -> list[Insurer]:
    """Return the insurers of one insurer's file: it, and the one to which its answers lead people on."""
    insurers = making.library.insurers
    return [insurers[insurer.id], *([insurers[OTHER]] if insurer.id != OTHER else [])]


def part_anchor(insurer: str) -> str:
    """Return the id of an insurer's part."""
    return f"part-{insurer}"
