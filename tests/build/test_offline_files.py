"""What `make offline` writes: all of it, the same each time, with its sums, and the notices of whatever it carries."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from datetime import UTC, date, datetime
from html import unescape
from typing import TYPE_CHECKING

import pytest
from rulebooks import INSURERS, ROOT, library

from checker.build.offline.notices import NoticesError, notices
from checker.build.runtime.inputs import find_inputs

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 8_000_000
PAGES = ["shikaku-navi.html", *(f"shikaku-navi.{insurer}.html" for insurer in library().insurers)]
SITE = "shikaku-navi-site.zip"
LINKED = {
    "hiwire": "hiwire",
    "ffi_call": "libffi",
    "inflate 1.": "zlib",
    "libbzip2": "bzip2",
    "Call to liblzma failed": "liblzma",
    "ZSTD_": "Zstandard",
    "sqlite_sequence": "SQLite",
    "libmpdec": "libmpdec",
    "EXPAT_": "expat",
    "Hacl_": "HACL*",
    "mimalloc": "mimalloc",
    "emscripten": "Emscripten",
    "cxxabi": "libc++abi",
    "musl": "musl",
    "ErrorStackParser": "error-stack-parser",
}
"""What the interpreter shows to be inside it, and the name under which the notices must speak of that."""


def test_everything_is_there_and_small_enough(offline_dir: Path) -> None:
    names = {path.name for path in offline_dir.iterdir()}
    assert names == {*PAGES, SITE, "NOTICES.txt", "SHA256SUMS", "offline.json"}
    for name in PAGES:
        assert (offline_dir / name).stat().st_size <= MOST_BYTES, name


def test_a_second_build_gives_the_same_bytes(offline_dir: Path, tmp_path: Path) -> None:
    day = date.fromisoformat(json.loads((offline_dir / "offline.json").read_text("utf-8"))["built_on"])
    moment = str(int(datetime(day.year, day.month, day.day, 1, tzinfo=UTC).timestamp()))
    subprocess.run(
        [sys.executable, "-m", "checker", "build", "offline", "--out", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": moment, "PYTHONHASHSEED": "4", "TZ": "America/New_York"},
        check=True,
        capture_output=True,
    )
    for path in offline_dir.iterdir():
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name


def test_the_sums_are_those_of_the_files(offline_dir: Path) -> None:
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=offline_dir, check=False, capture_output=True
    )
    assert done.returncode == 0, done.stdout
    listed = {line.split("  ")[1] for line in (offline_dir / "SHA256SUMS").read_text("utf-8").splitlines()}
    assert listed == {path.name for path in offline_dir.iterdir()} - {"SHA256SUMS"}


def test_what_is_told_of_them_is_true(offline_dir: Path) -> None:
    told = json.loads((offline_dir / "offline.json").read_text("utf-8"))
    assert told["rulebooks"] == {one.id: one.rulebook.version for one in library().insurers.values()}
    lines = (offline_dir / "SHA256SUMS").read_text("utf-8").splitlines()
    sums = {name: told_sum for told_sum, name in (line.split("  ") for line in lines)}
    assert [file["name"] for file in told["files"]] == [*PAGES, SITE, "NOTICES.txt"]
    for file in told["files"]:
        assert file["bytes"] == (offline_dir / file["name"]).stat().st_size
        assert file["sha256"] == sums[file["name"]]


def test_the_notices_speak_of_whatever_the_interpreter_shows_to_be_inside(offline_dir: Path) -> None:
    text = (offline_dir / "NOTICES.txt").read_text("utf-8")
    core = find_inputs(ROOT).core
    inside = (core / "pyodide.asm.wasm").read_bytes() + (core / "pyodide.asm.mjs").read_bytes()
    for sign, name in LINKED.items():
        assert sign.encode() in inside, sign
        assert name in text, name
    for licence in (
        "Mozilla Public License Version 2.0",
        "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2",
        "Martin Donath",
    ):
        assert licence in text
    assert (ROOT / "LICENSE").read_text("utf-8").strip() in text


@pytest.mark.parametrize("name", PAGES)
def test_each_file_has_the_notices_in_it_and_says_what_it_is(name: str, offline_dir: Path) -> None:
    page = (offline_dir / name).read_text("utf-8")
    [held] = re.findall(r"<pre [^>]*>(.*?)</pre>", page, re.DOTALL)
    assert unescape(held) == (offline_dir / "NOTICES.txt").read_text("utf-8")
    only = name.removeprefix("shikaku-navi").removesuffix("html").strip(".")
    versions = dict(re.findall(r'<code data-rulebook="([^"]+)">(\w+)</code>', page))
    assert set(versions) == ({only, "other"} if only else set(INSURERS))
    for insurer, version in versions.items():
        assert library().insurers[insurer].rulebook.version.startswith(version)


def test_the_zip_is_one_folder_in_order_with_the_site_and_no_file_of_these(offline_dir: Path) -> None:
    with zipfile.ZipFile(offline_dir / SITE) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
        download = archive.read("shikaku-navi/download/index.html").decode()
    assert names == sorted(names)
    assert all(name.startswith("shikaku-navi/") for name in names)
    for page in ("index.html", "NOTICES.txt", "check/kiyose/index.html", "en/index.html", "search/index.html"):
        assert f"shikaku-navi/{page}" in names
    assert not [name for name in names if name.endswith((".wasm", ".mjs", ".zip", "sitemap.xml"))]
    assert library().words["download.carried"] in download


def test_notices_for_another_pyodide_have_to_be_looked_at_first() -> None:
    with pytest.raises(NoticesError, match="look up which libraries"):
        notices(ROOT, {"pyodide": "999.0.0", "python": "3.99"})
