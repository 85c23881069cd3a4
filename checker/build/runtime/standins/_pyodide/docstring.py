"""Stands in for Pyodide's module that writes signatures into the documentation of its built-in functions.

Nobody reads that in a visitor's browser, and working the signatures out costs time at every start.
"""

# ruff: noqa: INP001 - it stands where it will stand in the archive

from collections.abc import Callable
from typing import Any

__all__ = ["dedent_docstring", "get_cmeth_docstring"]


def dedent_docstring(docstring: str) -> str:
    """Return the documentation as it is."""
    return docstring


def get_cmeth_docstring(func: Callable[..., Any]) -> str:
    """Return the form that C code wants, with a signature that fits all."""
    return f"{func.__name__}($self, /, *args, **kwargs)\n--\n\n"
