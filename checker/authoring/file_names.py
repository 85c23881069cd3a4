"""Files that are named after an insurer: which they are, and what such a name may be.

The name is part of addresses, of ids in pages and of file names on other people's machines, where upper and lower case
may be one, and where some names mean a device.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checker.authoring.errors import Report

__all__ = ["name_problem", "named_files"]

_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_LONGEST = 60
_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
_ENDINGS = frozenset({".yaml", ".yml", ".json"})


def named_files(folder: Path, report: Report, reserved: str = "") -> Iterator[Path]:
    """The files of a folder that are named after an insurer, in the order of their names.

    Those that look like one and are not read are told, and so are odd names; ``reserved`` is a name that none may have.
    """
    for path in sorted(folder.glob("*")):
        if path.suffix.lower() not in _ENDINGS or path.name.startswith("."):
            continue
        problem = name_problem(path.stem)
        if path.suffix != ".yaml":
            report.add(path, 0, f"a file here ends in .yaml; this one ends in {path.suffix} and would not be read")
        elif problem:
            report.add(path, 0, problem)
        elif path.stem == reserved:
            report.add(
                path, 0, f"{reserved!r} stands for all others, whose file is docs/national.yaml; use another name"
            )
        else:
            yield path


def name_problem(name: str) -> str | None:
    """What is wrong with an insurer's id, and what is allowed; None if nothing is."""
    allowed = f"allowed: a to z, digits, and single - or _ between them, at most {_LONGEST}"
    if not _NAME.fullmatch(name) or len(name) > _LONGEST:
        return f"{name!r} is no insurer's id; {allowed}"
    if _DEVICES.fullmatch(name):
        return f"{name!r} is the name of a device on some machines; use another one"
    return None
