"""The project as its files are now: what is wrong with them, or an insurer's pages from them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING

from mkdocs.config import load_config
from mkdocs.structure.files import get_files

from checker.authoring import AuthoringError, Finding, load_library
from checker.authoring.drafts import DRAFT
from checker.build.live.common_pages import CommonPages
from checker.build.live.insurer_files import InsurerFiles, insurer_at
from checker.build.live.watching import OWN_FOLDERS
from checker.engine.diagrams.diagram import TooLargeError
from checker.pages import hook
from checker.pages.clock import build_day
from checker.pages.making import Making

if TYPE_CHECKING:
    from collections.abc import Collection

    from checker.authoring import Library
    from checker.pages.assets import Assets
    from checker.pages.shell import Shells

__all__ = ["Now", "Project", "findings_of"]


@dataclass(frozen=True)
class Now:
    """The files at one moment: their findings, or `files` of insurers and `common` pages where there are none.

    `changed`: the insurers of whom the built site may say something else, None for all of them; `drafts` are those of
    whom it says nothing.
    """

    findings: tuple[Finding, ...] = ()
    files: InsurerFiles | None = None
    common: CommonPages | None = None
    changed: frozenset[str] | None = frozenset()
    drafts: tuple[str, ...] = ()

    def is_stale(self, address: str) -> bool:
        """Whether the built site may not have what stands at an address as the files do."""
        if insurer := insurer_at(address):
            return self.changed is None or insurer in self.changed or insurer in self.drafts
        return bool(self.changed is None or self.changed or self.drafts)

    def made(self, address: str) -> bytes | None:
        """What stands at an address, made from the files; None where nothing of ours does. Raises AuthoringError."""
        if self.files is None or self.common is None:
            return None
        if insurer_at(address):
            return self.files.at(address)
        return self.common.at(address) if address.endswith(".html") else None

    def beside(self, address: str) -> bytes | None:
        """A file that pages share, and that may have another name since the site was built."""
        if self.files is None or self.common is None:
            return None
        return self.files.shared_at(address) or self.common.beside(address)


class Project:
    """Reads a project again and again; the theme and what pages load are taken as they were at first."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._config = load_config(str(root / "mkdocs.yml"))
        self._files = get_files(self._config)
        self._env = self._config.theme.get_env()
        self._assets: Assets | None = None
        self._changed: set[str] | None = set()

    def read(self, changed: Collection[str] = ()) -> Now:
        """The project as it is; `changed` are the files that became others since the last call."""
        for name in changed:
            if self._changed is not None and name.rpartition("/")[0] in OWN_FOLDERS:
                self._changed.add(Path(name).stem)
            else:
                self._changed = None
        seen = None if self._changed is None else frozenset(self._changed)
        try:
            library = load_library(self.root, drafts=True)
        except AuthoringError as error:
            return Now(error.findings, changed=seen)
        drafts = tuple(name for name, one in library.insurers.items() if one.status == DRAFT)
        shown = {
            name: replace(one, status="published") if name in drafts else one for name, one in library.insurers.items()
        }
        making = Making(replace(library, insurers=shown), self._assets_of(library), build_day(), in_haste=True)
        checked = replace(library, insurers={name: one for name, one in library.insurers.items() if name not in drafts})
        shells = self._shells(making)
        return Now((), InsurerFiles(making, shells), CommonPages(making, checked, shells), seen, drafts)

    def _assets_of(self, library: Library) -> Assets:
        if self._assets is None:
            self._assets = hook.assets_of(self._config, library)
        return self._assets

    def _shells(self, making: Making) -> Shells:
        self._config.extra.update(making=making, assets=making.assets)
        hook.on_env(self._env, self._config, self._files)
        shells: Shells = self._config.extra["shells"]
        return shells


def findings_of(error: Exception) -> tuple[Finding, ...]:
    """What went wrong while a page was made, as findings."""
    if isinstance(error, AuthoringError):
        return error.findings
    if isinstance(error, TooLargeError):
        return (Finding("rules.yaml", 0, str(error)),)
    place = extract_tb(error.__traceback__)[-1]
    return (Finding(place.filename, 0, f"line {place.lineno}, not a mistake of the files: {error!r}"),)
