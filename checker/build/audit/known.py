"""What is known to be wrong with packages of these versions, asked of the open database OSV (osv.dev)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import Request, urlopen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.build.audit.locked import Package

__all__ = ["SERVICE", "UnreachableError", "known_faults"]

SERVICE = "https://api.osv.dev/v1/querybatch"
_SECONDS = 30


class UnreachableError(Exception):
    """Nobody could be asked, or the answer is none; the message says why."""


def known_faults(packages: Sequence[Package], service: str = SERVICE) -> Mapping[Package, Sequence[str]]:
    """Return the names of what is known, by package, for those of which anything is known.

    Sends names and versions to `service`. Raises UnreachableError where no answer comes, or not one for each package.
    """
    asked = [{"package": {"name": one.name, "ecosystem": one.ecosystem}, "version": one.version} for one in packages]
    request = Request(  # noqa: S310 - the address is ours, or that of whoever types the command
        service, data=json.dumps({"queries": asked}).encode(), headers={"Content-Type": "application/json"}
    )
    try:
        with urlopen(request, timeout=_SECONDS) as response:  # noqa: S310 - as above
            results = json.load(response)["results"]
            found = [[fault["id"] for fault in (one or {}).get("vulns", [])] for one in results]
    except (URLError, OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"{service} did not tell ({type(error).__name__}: {error})"
        raise UnreachableError(message) from error
    if len(found) != len(packages):
        message = f"{service} told of {len(found)} packages where it was asked of {len(packages)}"
        raise UnreachableError(message)
    return {package: names for package, names in zip(packages, found, strict=True) if names}
