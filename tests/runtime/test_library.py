"""What Python's pruned library must still do: start, decide, and tell of an error."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from checker.build.runtime.kept import KeptError, kept_library, read_kept

if TYPE_CHECKING:
    from runtime.conftest import Shipped

TRACEBACK = """
import io, sys, traceback, warnings
told = io.StringIO()
def fail(depth):
    if depth:
        fail(depth - 1)
    else:
        {}["資格"]
try:
    try:
        fail(50)
    except KeyError as error:
        raise ExceptionGroup("two", [ValueError("one"), error]) from error
except ExceptionGroup:
    traceback.print_exc(file=told)
try:
    [].apend
except AttributeError:
    traceback.print_exc(file=told)
try:
    compile("whille True: pass", "<text>", "exec")
except SyntaxError:
    traceback.print_exc(file=told)
warnings.warn("a warning", ResourceWarning)
told.getvalue()
"""

MARGIN = """
import importlib, sys
missing = []
for name in KEPT:
    try:
        importlib.import_module(name)
    except ImportError as error:
        missing.append(f"{name}: {error}")
"\\n".join(missing)
"""


def test_a_traceback_prints_with_groups_and_hints(shipped: Shipped) -> None:
    told = shipped.run({}, [], TRACEBACK).result
    assert told is not None
    assert "ExceptionGroup: two (2 sub-exceptions)" in told
    assert "KeyError: '資格'" in told
    assert "Did you mean: 'append'?" in told
    assert "SyntaxError: invalid syntax. Did you mean 'while'?" in told


def test_all_that_is_kept_can_be_imported(shipped: Shipped) -> None:
    """Nothing on the list needs a module that is not on it."""
    code = MARGIN.replace("KEPT", repr(sorted(read_kept())))
    assert shipped.run({}, [], code).result == ""


def test_nothing_is_imported_that_is_not_kept(shipped: Shipped, books: dict[str, str]) -> None:
    """Modules that ship but that nothing lists would be an accident of the build."""
    ran = shipped.run({"kiyose": books["kiyose"]}, [("kiyose", "{}")])
    manifest = json.loads((shipped.folder / "runtime.json").read_text(encoding="utf-8"))
    with zipfile.ZipFile(shipped.folder / manifest["files"]["stdlib"]) as archive:
        members = archive.namelist()
    assert len(members) == len(read_kept())
    assert all(member.endswith(".pyc") for member in members)
    assert {"json", "datetime", "checker.engine.door"} <= ran.modules


LIBRARY = {"json/__init__.py": b"", "json/decoder.py": b"", "statistics.py": b"", "asyncio.py": b""}


def test_kept_modules_are_found_by_name() -> None:
    kept = kept_library(LIBRARY, frozenset({"json", "asyncio"}), {})
    assert set(kept) == {"json/__init__.py", "asyncio.py"}


def test_all_that_does_not_fit_is_told_at_once() -> None:
    ours = {
        "checker/engine/mean.py": b"import math\nimport statistics\n",
        "checker/engine/read.py": b"def read():\n    from json import decoder\n",
    }
    with pytest.raises(KeptError) as caught:
        kept_library(LIBRARY, frozenset({"json", "jsno"}), ours)
    assert str(caught.value).splitlines() == [
        "checker/engine/mean.py:2: imports 'statistics', which stdlib.txt does not keep; add it there",
        "checker/engine/read.py:2: imports 'json.decoder', which stdlib.txt does not keep; add it there",
        "stdlib.txt: no module 'jsno' in the library",
    ]
