"""Stands in for Pyodide's loader of packages: we load none, and it would import archives, compression and more."""

# ruff: noqa: INP001 - it stands where it will stand in the archive

from site import getsitepackages

__all__ = ["DSO_DIR", "SITE_PACKAGES", "init_loaded_packages"]


class _Folder:
    """A path whose text is all that is asked of it; a plain text would lose its methods on the way to JavaScript."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __str__(self) -> str:
        return self._name


SITE_PACKAGES = _Folder(getsitepackages()[0])
DSO_DIR = _Folder("/usr/lib")


def init_loaded_packages() -> None:
    """Take note of packages that came with the start: none."""
