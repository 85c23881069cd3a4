"""An insurer's part of the site by address, each page and file made only when somebody asks for it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker.pages import checker_page, widget_page
from checker.pages.assets import SharedFile
from checker.pages.checker_page import draw
from checker.pages.here import here_at
from checker.pages.insurer.tables_page import tables_page
from checker.pages.insurer_lists import OTHER
from checker.pages.insurer_page import insurer_page
from checker.pages.packs import common_files, insurer_files
from checker.pages.pictures.figures import drawn
from checker.pages.pictures.page import pictures_page
from checker.pages.rulebook_file import rulebook_file
from checker.pages.sourcing.homes import statements_of
from checker.pages.sourcing.source_page import source_page
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.authoring.statements import Statement
    from checker.pages.article import Article
    from checker.pages.making import Making
    from checker.pages.shell import Shells

__all__ = ["InsurerFiles", "insurer_at"]

_PARTS = ("insurers", "sources", "check", "v1")
_LEAST = 3


def insurer_at(address: str) -> str:
    """The insurer whose page or file an address is; "" where it is nobody's."""
    parts = here_at(address).page.split("/")
    return parts[1] if len(parts) >= _LEAST and parts[0] in _PARTS else ""


class InsurerFiles:
    """Makes what `making` says of any insurer; `shells` stand around it."""

    def __init__(self, making: Making, shells: Shells) -> None:
        self._making, self._shells = making, shells
        self._common = cache(lambda: common_files(making.library))
        self._checker = cache(self._checker_files)
        self._beside: dict[str, bytes | Path] = {}

    def at(self, address: str) -> bytes | None:
        """What stands at an address below an insurer's; None where nothing does. Raises AuthoringError."""
        insurer = insurer_at(address)
        if insurer not in self._making.library.insurers:
            return None
        here = here_at(address)
        if here.page.startswith(("check/", "v1/")):
            return self._checker(insurer).get(address)
        article = self._article(here.page, insurer, self._making.told_in(here.language))
        return None if article is None else self._shells.filled(article).encode()

    def shared_at(self, address: str) -> bytes | None:
        """A file that insurers share, and that may have another name since the site was built."""
        if not address.startswith("assets/"):
            return None
        files = {file.address: file.content for file in (*self._making.assets.shared, *self._common().values())}
        found = files.get(address) or self._beside.get(address)
        return found.read_bytes() if isinstance(found, Path) else found

    def _article(self, page: str, name: str, making: Making) -> Article | None:
        insurer = making.library.insurers[name]
        match page.removeprefix("insurers/").removeprefix(f"{name}/"):
            case "index.html":
                return insurer_page(insurer, making)
            case "tables/index.html":
                return tables_page(insurer, making)
            case "pictures/index.html":
                for picture in drawn(Wording(insurer, making.library.words), making.today):
                    self._keep(picture.narrow.file, picture.wide.file)
                return pictures_page(insurer, making)
        if page == f"sources/{name}/index.html":
            return source_page(insurer, self._statements(name), making)
        return None

    def _keep(self, *files: SharedFile) -> None:
        """Have what a page that was made asks for, but below no insurer's address."""
        self._beside.update((file.address, file.content) for file in files)

    def _statements(self, name: str) -> tuple[Statement, ...]:
        """What the insurer's document says, whatever is still wrong with the statements of others."""
        library = self._making.library
        alone = replace(library, insurers={one: library.insurers[one] for one in (name, OTHER)})
        return statements_of(alone).get(name, ())

    def _checker_files(self, name: str) -> Mapping[str, bytes]:
        making, common = self._making, self._common()
        insurer = making.library.insurers[name]
        own = insurer_files(insurer, making)
        drawn = draw(insurer, making, common, own)
        self._keep(*drawn.data)
        files = [
            *own.values(),
            SharedFile(f"check/{name}/index.html", checker_page.render(drawn, making).encode()),
            SharedFile(f"v1/{name}/index.html", widget_page.render(drawn, making).encode()),
            rulebook_file(insurer),
        ]
        return {file.address: file.content for file in files if isinstance(file.content, bytes)}
