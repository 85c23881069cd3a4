"""What others have made that we build and test with: under which licences, and what is known to be wrong with it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checker.build.audit.known import SERVICE, UnreachableError, known_faults
from checker.build.audit.licences import FITTING, licence_of
from checker.build.audit.locked import locked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.build.audit.locked import Package

__all__ = ["main"]


def main(argv: Sequence[str]) -> int:
    """`build audit`: list every locked package; 1 if a licence does not fit, or something is known or not told."""
    parser = argparse.ArgumentParser(prog="checker build audit", description=main.__doc__)
    parser.add_argument("--root", type=Path, default=Path())
    parser.add_argument("--service", default=SERVICE, help="who is asked what is known; names and versions are sent")
    parser.add_argument("--offline", action="store_true", help="licences alone; nobody is asked")
    options = parser.parse_args(argv)
    packages = locked(options.root)
    unfit = [package for package in packages if not _listed(package)]
    for package in unfit:
        print(f"{package}: its licence does not fit or is not told; replace it, or say in licences.py why it may stay")
    if options.offline:
        return int(bool(unfit))
    try:
        faults = known_faults(packages, options.service)
    except UnreachableError as error:
        print(f"{error}; whether anything is known of these versions was NOT found out", file=sys.stderr)
        return 1
    for package, names in faults.items():
        print(f"{package}: {', '.join(names)}")
    print(f"  {len(packages)} packages, {len(unfit)} whose licence does not fit, {len(faults)} with known faults")
    return int(bool(unfit or faults))


def _listed(package: Package) -> bool:
    licence = licence_of(package)
    print(f"  {package!s:<45} {licence}")
    return bool(FITTING.fullmatch(licence))
