"""The site as a whole: every page, every link, and what may stand on none of them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rulebooks import INSURERS

from checker.authoring import load_library
from checker.authoring.ruby import plain
from checker.pages.article import Article
from checker.pages.assets import SharedFile, collect_assets
from checker.pages.clock import build_day
from checker.pages.discretion import is_discreet
from checker.pages.here import here_at
from checker.pages.home_page import home_page
from checker.pages.html import Html
from checker.pages.making import Making
from checker.pages.rulebook_file import rulebook_name
from checker.pages.site import build_site
from checker.pages.told import NEUTRAL_ADDRESS

if TYPE_CHECKING:
    from checker.authoring import Library
from checker.pages.assets import Assets

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 21)
ADDRESS = re.compile(r'<[^<>]*\s(?:href|src)="([^"]*)"')
"""In a tag: a snippet to copy has addresses in its text."""


MARKS = re.compile(r"<rt\b[^<]*|</?(?:ruby|span)\b[^>]*>")
"""What stands around words so that they are read and translated well: readings, names, parts in Japanese."""


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(ROOT)


@pytest.fixture(scope="module")
def assets() -> Assets:
    return collect_assets(ROOT)


@pytest.fixture(scope="module")
def items(library: Library, assets: Assets) -> list[Article | SharedFile]:
    return list(build_site(library, assets, TODAY))


def test_each_insurer_has_a_checker_a_page_and_its_rulebook(
    items: list[Article | SharedFile], library: Library
) -> None:
    addresses = [item.address for item in items]
    assert len(addresses) == len(set(addresses))
    for name in INSURERS:
        assert f"check/{name}/index.html" in addresses
        assert f"insurers/{name}/index.html" in addresses
        rulebook = library.insurers[name].rulebook
        (file,) = [item for item in items if item.address == f"check/{name}/{rulebook_name(rulebook)}"]
        assert isinstance(file, SharedFile)
        assert isinstance(file.content, bytes)
        assert json.loads(file.content)["insurer"] == name


def test_the_same_day_gives_the_same_site(items: list[Article | SharedFile], library: Library, assets: Assets) -> None:
    assert list(build_site(library, assets, TODAY)) == items


def test_names_carry_the_hash_of_their_content(assets: Assets) -> None:
    for file in assets.shared:
        if isinstance(file.content, bytes):
            assert re.fullmatch(r"assets/[a-z_]+\.[0-9a-f]{12}\.(js|css)", file.address)
    other = collect_assets(ROOT)
    assert other.shared == assets.shared


def test_without_the_runtime_the_checker_runs_on_its_table(assets: Assets, tmp_path: Path) -> None:
    (tmp_path / "checker").symlink_to(ROOT / "checker")
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    bare = collect_assets(tmp_path)
    assert bare.runtime is None
    assert replace(bare, runtime=assets.runtime, shared=assets.shared) == assets


def test_runtime_files_are_copied_under_their_own_names(tmp_path: Path) -> None:
    (tmp_path / "checker").symlink_to(ROOT / "checker")
    folder = tmp_path / "build" / "runtime"
    folder.mkdir(parents=True)
    (folder / "engine.0a.zip").write_bytes(b"engine")
    (folder / "runtime.json").write_text('{"files": {"engine": "engine.0a.zip"}}', encoding="utf-8")
    assets = collect_assets(tmp_path)
    assert assets.runtime is not None
    assert assets.runtime.base == "assets/runtime/"
    assert assets.runtime.files == {"engine": "engine.0a.zip"}
    assert SharedFile("assets/runtime/engine.0a.zip", folder / "engine.0a.zip") in assets.shared


def test_unnamed_documents_stand_apart(library: Library, assets: Assets) -> None:
    home = home_page(Making(library, assets, TODAY), Html())
    before, after = home.body.split(library.words["pages.unnamed"], 1)
    for name in ("kiyose", "namerikawa", "gamagori", "other"):
        assert f'href="check/{name}/index.html"' in before
    for name in ("designated-city", "health-society"):
        assert f'href="check/{name}/index.html"' in after


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("1795273200", date(2026, 11, 22)),  # midnight in Tokyo
        ("1795273199", date(2026, 11, 21)),
    ],
)
def test_the_day_is_that_of_tokyo(monkeypatch: pytest.MonkeyPatch, epoch: str, day: date) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert build_day() == day


def test_the_day_is_today_unless_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert abs((build_day() - datetime.now(UTC).date()).days) <= 1


def _pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_every_link_of_the_built_site_leads_to_a_file(site_dir: Path) -> None:
    dead = []
    texts = {page.resolve(): page.read_text(encoding="utf-8") for page in _pages(site_dir)}
    ids = {page: set(re.findall(r'\bid="([^"]+)"', text)) for page, text in texts.items()}
    for page, text in texts.items():
        if page.name == "404.html":
            continue  # served at any depth, so its addresses begin at the root
        for address in ADDRESS.findall(text):
            if address == NEUTRAL_ADDRESS or address.startswith(("tel:", "data:")):
                continue
            assert ":" not in address, (page, address)
            way, _, anchor = address.partition("#")
            target = way.partition("?")[0]
            file = (page.parent / target).resolve() if target else page
            if not file.is_file() or (anchor and anchor not in ids[file]):
                dead.append((str(page.relative_to(site_dir.resolve())), address))
    assert dead == []


def test_every_page_has_the_lines_that_all_pages_have(site_dir: Path, library: Library) -> None:
    for page in _pages(site_dir):
        here = here_at(page.relative_to(site_dir).as_posix())
        words = library.languages[here.language]
        text = unescape(MARKS.sub("", page.read_text(encoding="utf-8")))
        for said in ("ui.not_official", "ui.operator_unset", "warnings.standing_line"):
            assert plain(words[said]) in text, (page, said)
        assert f'data-leave="{NEUTRAL_ADDRESS}"' in text, page
        assert "data-panel" in text, page


def test_every_generated_page_is_there_in_each_language(items: list[Article | SharedFile], library: Library) -> None:
    pages: dict[str, set[str]] = {}
    for item in items:
        if isinstance(item, Article):
            pages.setdefault(item.here.page, set()).add(item.here.language)
    assert len(pages) > len(INSURERS)
    assert {page: languages for page, languages in pages.items() if languages != set(library.languages)} == {}


def test_pages_say_in_which_language_they_are_and_lead_to_the_others(site_dir: Path) -> None:
    for folder, language in (("", "ja"), ("easy/", "ja"), ("en/", "en")):
        text = (site_dir / f"{folder}insurers/kiyose/index.html").read_text(encoding="utf-8")
        assert f'<html lang="{language}"' in text
        up = "../" * (3 if folder else 2)
        for other in ("", "easy/", "en/"):
            assert f'href="{up}{other}insurers/kiyose/index.html"' in text
        lead = {"": "index.html", "easy/": "index.html?lang=ja-easy", "en/": "index.html?lang=en"}[folder]
        assert f'href="{up}check/kiyose/{lead}"' in text
        assert ("<ruby>" in text) == (folder == "easy/")
        assert "\ufff9" not in text


def test_words_that_tell_stand_on_no_page_and_in_no_name(site_dir: Path) -> None:
    for page in _pages(site_dir):
        assert is_discreet(page.read_text(encoding="utf-8")), page
    for file in site_dir.rglob("*"):
        assert is_discreet(str(file.relative_to(site_dir)))


def test_nothing_of_the_data_or_the_notes_is_published_and_no_script_of_the_theme(site_dir: Path) -> None:
    names = {str(file.relative_to(site_dir)) for file in site_dir.rglob("*") if file.is_file()}
    assert not [name for name in names if name.endswith((".yaml", ".map", ".md"))]
    assert not [
        name for name in names if name.startswith(("assets/javascripts", "maintainers", "text", "search/search"))
    ]


def test_no_page_has_inline_script_or_style(site_dir: Path) -> None:
    for page in _pages(site_dir):
        text = page.read_text(encoding="utf-8")
        assert "Content-Security-Policy" in text, page
        assert "<style" not in text, page
        assert not re.findall(r"<script(?![^>]*(?: src=|application/(?:ld\+)?json))[^>]*>", text), page
        assert not re.findall(r'<[^>]+ (?:style|on[a-z]+)="', text), page
