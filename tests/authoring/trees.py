"""A small copy of the project's YAML files, to be broken and read."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rulebooks import ROOT

from checker.authoring import AuthoringError, Finding, load_library

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["COMMON", "INSURER", "NATIONAL", "WORDS", "Tree", "small_tree"]

COMMON, NATIONAL, WORDS, INSURER = "rules.yaml", "docs/national.yaml", "docs/text/ja.yaml", "docs/insurers/kiyose.yaml"


@dataclass(frozen=True)
class Tree:
    """The files of a project with one insurer."""

    root: Path

    def text(self, file: str) -> str:
        """Return what a file says."""
        return (self.root / file).read_text(encoding="utf-8")

    def write(self, file: str, text: str | bytes) -> None:
        """Put something else into a file."""
        (self.root / file).write_bytes(text if isinstance(text, bytes) else text.encode())

    def change(self, file: str, old: str, new: str) -> int:
        """Replace words that stand there once, and return the line in which they stood."""
        text = self.text(file)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))
        return text[: text.index(old)].count("\n") + 1

    def after(self, file: str, head: str, lines: str) -> int:
        """Put lines below one that stands there once, and return the number of the first of them."""
        return self.change(file, f"{head}\n", f"{head}\n{lines}\n") + head.count("\n") + 1

    def findings(self) -> list[Finding]:
        """Return all that is found wrong, none if the files can be used."""
        try:
            load_library(self.root)
        except AuthoringError as error:
            return list(error.findings)
        return []

    def only(self) -> Finding:
        """Return the one thing that is found wrong."""
        findings = self.findings()
        assert len(findings) == 1, "\n".join(map(str, findings))
        return findings[0]


def small_tree(root: Path) -> Tree:
    """Copy the common files and one insurer's."""
    for file in (COMMON, NATIONAL, WORDS, INSURER):
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, root / file)
    return Tree(root)
