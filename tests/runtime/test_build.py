"""The runtime's files: named by content, the same bytes each time, made only when something changed."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

import checker.build.runtime.build as building
from checker.build.runtime import CompileError, MissingInputError, build_runtime, main
from checker.build.runtime.compile import compile_sources
from checker.build.runtime.inputs import find_inputs

if TYPE_CHECKING:
    from runtime.conftest import Shipped

ROOT = Path(__file__).resolve().parents[2]


def test_names_and_hashes_are_of_the_content(shipped: Shipped) -> None:
    manifest = json.loads((shipped.folder / "runtime.json").read_text(encoding="utf-8"))
    assert set(manifest["files"]) == {"pyodide", "asm", "wasm", "stdlib", "app", "worker"}
    for role, name in manifest["files"].items():
        digest = sha256((shipped.folder / name).read_bytes())
        assert digest.hexdigest()[:12] in name
        assert manifest["integrity"][role] == f"sha256-{b64encode(digest.digest()).decode()}"


def test_nothing_else_lies_in_the_folder(shipped: Shipped) -> None:
    manifest = json.loads((shipped.folder / "runtime.json").read_text(encoding="utf-8"))
    there = {path.name for path in shipped.folder.iterdir()}
    assert there == {"runtime.json", *manifest["files"].values()}


@pytest.mark.usefixtures("shipped")
def test_a_second_build_compiles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        pytest.fail("compiled again")

    monkeypatch.setattr(building, "compile_sources", refuse)
    before = build_runtime(ROOT / "build" / "runtime", ROOT)
    (tmp_path / "stale.1234.zip").write_bytes(b"")
    assert build_runtime(tmp_path, ROOT) == before
    assert not (tmp_path / "stale.1234.zip").exists()


def test_the_same_sources_give_the_same_bytes() -> None:
    inputs = find_inputs(ROOT)
    sources = {
        "_pyodide/documented.py": b'"""Kept."""\n',
        "plain.py": b'"""Left out."""\nassert False, "left out too"\nNAMES = {"a", "b", "c"}\n',
        "package/__init__.py": b"from __future__ import annotations\n",
    }
    once = compile_sources(inputs, sources)
    assert set(once) == {"_pyodide/documented.pyc", "plain.pyc", "package/__init__.pyc"}
    assert b"Kept." in once["_pyodide/documented.pyc"]
    assert b"eft out" not in once["plain.pyc"]
    again = {name: source for name, source in sources.items() if not name.startswith("_pyodide/")}
    assert compile_sources(inputs, again).items() <= once.items()


def test_a_source_that_is_no_python_is_named() -> None:
    with pytest.raises(CompileError, match=r"checker/engine/broken\.py"):
        compile_sources(find_inputs(ROOT), {"checker/engine/broken.py": b"def"})


def test_without_the_set_up_the_way_out_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(MissingInputError, match="make setup"):
        build_runtime(tmp_path / "runtime", tmp_path)
    assert main(["--root", str(tmp_path), "--out", str(tmp_path / "runtime")]) == 1
    assert "node_modules/pyodide/pyodide.mjs" in capsys.readouterr().err
