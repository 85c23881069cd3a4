"""The page that offers files: those that were made from the same rules as the site, with their sizes and sums."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from rulebooks import library

from checker.pages.assets import Assets
from checker.pages.download_page import download_files, download_page
from checker.pages.downloads import Downloads, read_downloads
from checker.pages.html import Html
from checker.pages.making import Making

if TYPE_CHECKING:
    from pathlib import Path

    from checker.pages.article import Article

NO_FILES = Assets({}, "", "", "", "", None, "", "", ())
DAY = date(2026, 11, 22)
FILES = {"shikaku-navi.html": b"all" * 700_000, "shikaku-navi.kiyose.html": b"one", "shikaku-navi-site.zip": b"zip"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = [{"name": name, "bytes": len(data), "sha256": sha256(data).hexdigest()} for name, data in FILES.items()]
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "SHA256SUMS").touch()
    rulebooks = {one.id: one.rulebook.version for one in library().insurers.values()}
    told = {"format": 1, "version": "0.1.0", "built_on": "2026-11-22", "rulebooks": rulebooks, "files": files}
    (tmp_path / "offline.json").write_text(json.dumps(told), encoding="utf-8")
    return tmp_path


def page(downloads: Downloads | None, language: str = "ja") -> tuple[Article, Making]:
    making = Making(library(), replace(NO_FILES, downloads=downloads), DAY).told_in(language)
    return download_page(making, Html("")), making


@pytest.mark.parametrize("language", ["ja", "ja-easy", "en"])
def test_each_file_stands_there_with_its_size_and_sum(folder: Path, language: str) -> None:
    found = read_downloads(folder, library())
    assert isinstance(found, Downloads)
    article, making = page(found, language)
    for name, data in FILES.items():
        assert sha256(data).hexdigest() in article.body
        assert f'href="{article.here.up}download/{name}"' in article.body
    assert "2.1 MB" in article.body
    offered = [(file.address, file.content) for file in download_files(making)]
    assert offered == [(f"download/{name}", folder / name) for name in (*FILES, "SHA256SUMS")]


def test_without_files_the_page_says_so_and_offers_none() -> None:
    article, making = page(None)
    assert library().words["download.missing"] in article.body
    assert "download=" not in article.body
    assert list(download_files(making)) == []


def test_files_of_other_rules_or_changed_files_are_not_offered(folder: Path) -> None:
    told = json.loads((folder / "offline.json").read_text(encoding="utf-8"))
    (folder / "shikaku-navi.kiyose.html").write_bytes(b"two")
    assert "shikaku-navi.kiyose.html is not the file" in str(read_downloads(folder, library()))
    told["rulebooks"]["kiyose"] = "0" * 64
    (folder / "offline.json").write_text(json.dumps(told), encoding="utf-8")
    assert "other rules" in str(read_downloads(folder, library()))
    (folder / "offline.json").unlink()
    assert "`make offline` makes it" in str(read_downloads(folder, library()))
