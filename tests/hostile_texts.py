"""A made-up project whose insurers have markup and what breaks out of it in every text of theirs, and its site."""

from __future__ import annotations

import atexit
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

import yaml
from rulebooks import ROOT, library

from checker.authoring import AuthoringError, load_library
from checker.authoring.languages import FIRST, OTHERS
from checker.build.offline.carried import Carried
from checker.build.offline.page import OfflinePages
from checker.pages.addresses.links import Links
from checker.pages.assets import collect_assets
from checker.pages.making import Making
from checker.pages.searching import search_files
from checker.pages.shell import Shells
from checker.pages.site import build_site
from checker.pages.streaming import Folder, write_site

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.authoring import Library
    from checker.pages.assets import SharedFile
    from checker.pages.searching import SearchedPage
    from checker.pages.shell import Shell

__all__ = ["EVIL", "INSURERS", "TODAY", "hostile_file", "hostile_library", "hostile_site"]

EVIL = (
    """'"`</script></style></title></textarea><!--]]>-->${alert(1)}\\u003c\\x3c&lt;<x-evil onevil=alert(1) data-evil>"""
    """<img src=x onerror=alert(1)><svg onload=alert(1)>" onfocus="alert(1)" x-evil="javascript:alert(1)//"""
)
"""What each text ends in. An element or an attribute with `evil` in its name can come from nowhere else."""

INSURERS = {"evil-office": "docs/insurers/kiyose.yaml"}
"""The made-up insurers, each with the rules of one that has much to say."""

TODAY = date(2026, 11, 22)

_RUBY = "docs/text/ruby.yaml"
_TEXTS = frozenset(
    {"name", "short", "kana", "title", "date", "note", "says", "part", "label", "locator", "hours", "gist"}
)
"""Keys of texts that people read."""
_LISTS = frozenset({"lines", "found_by", "locator"})
_TABLES = frozenset({"words", "passages", "texts", "phone"})
"""Mappings of such texts; of the last two the keys are texts as well."""
_NAMED = frozenset({"texts", "phone"})


def _broken(value: Any, key: str = "", around: str = "") -> Any:  # noqa: ANN401 - whatever YAML has
    """Return what a file says with markup at the end of each text that people read."""
    if isinstance(value, dict):
        return {
            f"{name}{EVIL}" if key in _NAMED else name: _broken(inside, name, key) for name, inside in value.items()
        }
    if isinstance(value, list):
        return [one + EVIL if key in _LISTS else _broken(one) for one in value]
    if isinstance(value, str) and (key in _TEXTS or around in _TABLES):
        return value + EVIL
    return value


def _write(root: Path, name: str, value: object) -> None:
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")


@cache
def hostile_library() -> Library:
    """Return the library of the made-up project."""
    root = Path(mkdtemp())
    atexit.register(rmtree, root)
    (root / "docs" / "text").mkdir(parents=True)
    for name in ("rules.yaml", "docs/national.yaml", *(f"docs/text/{language}.yaml" for language in (FIRST, *OTHERS))):
        (root / name).symlink_to(ROOT / name)
    for insurer, like in INSURERS.items():
        told = yaml.safe_load((ROOT / like).read_text(encoding="utf-8"))
        for name, row in told["passages"].items() if told["id"] in library().insurers else ():
            row["label"] = library().insurers[told["id"]].passages[f"{told['id']}/{name}"].label
        _write(root, f"docs/insurers/{insurer}.yaml", {**_broken(told), "id": insurer, "status": "published"})
    changes = yaml.safe_load((ROOT / "docs/changes/kiyose.yaml").read_text(encoding="utf-8"))
    for row in changes["changes"]:
        row["says"] = {language: text + EVIL for language, text in row["says"].items()}
    _write(root, "docs/changes/evil-office.yaml", changes)
    readings = yaml.safe_load((ROOT / _RUBY).read_text(encoding="utf-8"))
    _write(root, _RUBY, readings)
    try:
        return load_library(root, draft=True)
    except AuthoringError as error:  # lines of the table that only other insurers need
        lines = list(readings)
        unused = {lines[finding.line - 1] for finding in error.findings if finding.file == _RUBY}
        assert len(unused) == len(error.findings), error  # noqa: PT017 - no test, which would expect the error
    _write(root, _RUBY, {word: said for word, said in readings.items() if word not in unused})
    return load_library(root, draft=True)


@cache
def hostile_site() -> Path:
    """Return the folder of its site, whose shell is no theme's but only the places that pages fill."""
    told = hostile_library()
    assets = replace(collect_assets(ROOT, "operator" + EVIL, "", "https://navi.example/"), runtime=None)
    making = Making(told, assets, TODAY)
    folder = Path(mkdtemp())
    atexit.register(rmtree, folder)

    table = Path(mkdtemp())
    atexit.register(rmtree, table)
    _write(
        table, "docs/text/search.yaml", {"words": [], "unshown": []}
    )  # what the project's own leads to stands on its own pages

    (table / _RUBY).symlink_to(ROOT / _RUBY)

    def index(pages: Iterable[SearchedPage]) -> Mapping[str, SharedFile]:
        return search_files(pages, told, table)

    write_site(build_site(told, assets, TODAY), Shells(making, "", _plain), Folder(folder, Links()), index)
    return folder


def _plain(shell: Shell) -> str:
    marks = shell.marks
    return (
        f'<!doctype html><html lang="ja"><head>{marks["head"]}</head>'
        f"<body>{marks['content']}{marks['panel']}</body></html>"
    )


@cache
def hostile_file() -> str:
    """Return the file of the made-up insurer that opens without a server, without Python in it."""
    told = hostile_library()
    assets = replace(collect_assets(ROOT, "operator" + EVIL), runtime=None)
    pages = OfflinePages(told, assets, Carried({}, "notices" + EVIL, "0"), ROOT, TODAY)
    return pages.of_one(told.insurers["evil-office"])
