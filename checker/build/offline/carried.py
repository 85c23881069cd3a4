"""What every file carries beside its pages: Python, the rulebooks that it reads, and the notices. Packed once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.build.offline.notices import notices
from checker.build.offline.packed import as_block, pack
from checker.build.runtime import build_runtime
from checker.pages.project import project_version
from checker.pages.rulebook_file import rulebook_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from checker.authoring import Insurer

__all__ = ["Carried", "carry", "rulebooks_block"]


@dataclass(frozen=True)
class Carried:
    """`python` are blocks of text by name, `notices` is one text, `version` is the project's."""

    python: Mapping[str, str]
    notices: str
    version: str


def carry(root: Path) -> Carried:
    """Bring Python up to date and pack it. Raises what `build_runtime` and `notices` raise."""
    runtime = root / "build" / "runtime"
    manifest = build_runtime(runtime, root)
    return Carried(
        python=pack(runtime, manifest, root / "checker" / "browser"),
        notices=notices(root, manifest.versions),
        version=project_version(root),
    )


def rulebooks_block(insurers: Iterable[Insurer]) -> str:
    """Return the rulebooks of these insurers as a block, each under the name that its page asks for."""
    books = {rulebook_name(one.rulebook): one.rulebook.to_json() for one in insurers}
    return as_block(json.dumps(books, ensure_ascii=False).encode())
