"""Which licence a package has, as its own data say, and which fit a project under the MIT licence."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata
from typing import TYPE_CHECKING

from checker.build.audit.locked import NPM

if TYPE_CHECKING:
    from checker.build.audit.locked import Package

__all__ = ["FITTING", "UNKNOWN", "licence_of"]

UNKNOWN = "not told"

_NAMES = r"(?:MIT|0BSD|ISC|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|PSF-2\.0|MPL-2\.0)"
FITTING = re.compile(rf"{_NAMES}(?: (?:AND|OR) {_NAMES})*")
"""Licences under which tools and parts may be used here; of MPL-2.0, files stay as they are."""

_SPELLED = {
    "MIT License": "MIT",
    "BSD License": "BSD-3-Clause",
    "BSD 2-Clause License": "BSD-2-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""How packages without a short name of their licence call it."""

_LOOKED_UP = {
    "axe-playwright-python": "MIT AND MPL-2.0",  # the file LICENSE of its source, and axe-core, which it carries
    "pyodide-build": "MPL-2.0",  # what is installed aside has no data that Python finds
    "pyodide-cli": "MPL-2.0",
    "pyodide-lock": "MPL-2.0",
    "colorama": "BSD-3-Clause",  # for Windows alone, so nothing of it is here
    "tzdata": "Apache-2.0",
}
"""Of packages that tell nothing themselves, or are not installed on every machine."""


def licence_of(package: Package) -> str:
    """Return the licence's short name, or how the package spells it, or `UNKNOWN`."""
    if package.ecosystem == NPM:
        return package.licence or UNKNOWN
    try:
        told = metadata(package.name).json
    except PackageNotFoundError:
        return _LOOKED_UP.get(package.name, UNKNOWN)
    kinds = [kind.split(" :: ")[-1] for kind in told.get("classifier", ()) if kind.startswith("License")]
    named = [str(told.get(key, "")) for key in ("license_expression", "license")] + kinds
    spelled = [_SPELLED.get(name, name) for name in named if len(name.splitlines()) == 1]
    looked_up = _LOOKED_UP.get(package.name)
    return next(filter(FITTING.fullmatch, spelled), None) or looked_up or next(iter(spelled), UNKNOWN)
