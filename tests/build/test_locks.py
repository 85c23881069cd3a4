"""A changed dependency is refused: what a lock names is installed with the very bytes that it has the sum of.

The packages are made up and lie in a folder; the commands are those that set a clone up.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import sys
import tarfile
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from rulebooks import ROOT

from checker.build.bootstrap import tools
from checker.build.bootstrap.steps import SetupError, run_step

if TYPE_CHECKING:
    from pathlib import Path

WHEEL, TARBALL = "made_up-1.0-py3-none-any.whl", "made-up-1.0.0.tgz"
INSTALLED = {"python": "made_up.py", "node": "node_modules/made-up/index.js"}


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a clone whose Python is ours, whose packages come from its own folder, and go nowhere else."""
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    (tmp_path / ".venv" / "lib" / "python3" / "site-packages").mkdir(parents=True)
    here = {"NO_INDEX": "1", "FIND_LINKS": tmp_path, "TARGET": tmp_path, "CONFIG_FILE": "/dev/null"}
    for name, value in here.items():
        monkeypatch.setenv(f"PIP_{name}", str(value))
    for name, value in {"offline": "true", "cache": tmp_path / "cache", "logs_max": "0"}.items():
        monkeypatch.setenv(f"npm_config_{name}", str(value))
    (tmp_path / ".npmrc").write_bytes((ROOT / ".npmrc").read_bytes())
    return tmp_path


def _wheel(clone: Path, text: str) -> str:
    """Put a wheel into the clone, and return its sum."""
    with zipfile.ZipFile(clone / WHEEL, "w") as archive:
        info = "made_up-1.0.dist-info"
        for name, content in {
            "made_up.py": text,
            f"{info}/METADATA": "Metadata-Version: 2.1\nName: made-up\nVersion: 1.0\n",
            f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
            f"{info}/RECORD": f"made_up.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n",
        }.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return hashlib.sha256((clone / WHEEL).read_bytes()).hexdigest()


def _tarball(clone: Path, text: str) -> str:
    """Put a package of Node's into the clone, and return its sum."""
    with tarfile.open(clone / TARBALL, "w:gz") as archive:
        for name, content in {
            "package/package.json": json.dumps({"name": "made-up", "version": "1.0.0"}),
            "package/index.js": text,
        }.items():
            member = tarfile.TarInfo(name)
            member.size = len(content.encode())
            archive.addfile(member, BytesIO(content.encode()))
    return "sha512-" + base64.b64encode(hashlib.sha512((clone / TARBALL).read_bytes()).digest()).decode()


def _lock(clone: Path, kind: str, told: str) -> None:
    if kind == "python":
        (clone / "requirements.txt").write_text(f"made-up==1.0 \\\n    --hash=sha256:{told}\n")
        return
    needs = {"made-up": f"file:{TARBALL}"}
    package = {"version": "1.0.0", "resolved": f"file:{TARBALL}", "integrity": told}
    lock = {"name": "clone", "lockfileVersion": 3, "requires": True, "packages": {"": {"dependencies": needs}}}
    lock["packages"] |= {"node_modules/made-up": package}  # type: ignore[operator]  # JSON
    (clone / "package.json").write_text(json.dumps({"name": "clone", "dependencies": needs}))
    (clone / "package-lock.json").write_text(json.dumps(lock))


def _set_up(clone: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run what sets a clone up, but for the making of an empty environment."""

    def step(title: str, *given: object, **named: object) -> None:
        if title != "virtual environment":
            run_step(title, *given, **named)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(tools, "run_step", step)
    {"python": tools._make_venv, "node": tools._make_node_modules}[kind](clone)  # noqa: SLF001 - the very steps


@pytest.mark.parametrize("kind", ["python", "node"])
def test_a_package_with_other_bytes_than_the_lock_says_is_not_installed(
    kind: str, clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = {"python": _wheel, "node": _tarball}[kind]
    told = make(clone, "as it was looked at")
    _lock(clone, kind, told)
    found = make(clone, "as somebody put it there since")
    with pytest.raises(SetupError) as refused:
        _set_up(clone, kind, monkeypatch)
    said = str(refused.value)
    assert "DO NOT MATCH THE HASHES" in said or "EINTEGRITY" in said
    assert said.index(told) < said.index(found)
    assert not (clone / INSTALLED[kind]).exists()


def test_every_package_of_the_locks_has_a_sum() -> None:
    """Node's installer takes what has none, and Python's too as long as no other has one."""
    for name in ("requirements.txt", "pyodide-tools.txt"):
        blocks = re.split(r"^(?=[\w.-]+==)", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
        assert blocks
        assert [block for block in blocks if not re.search(r"--hash=sha256:[0-9a-f]{64}\b", block)] == [], name
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    sums = {name: row.get("integrity", "") for name, row in packages.items() if name}
    assert sums
    assert [name for name, told in sums.items() if not re.fullmatch(r"sha512-[\w+/]{86}==", told)] == []
