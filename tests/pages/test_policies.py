"""What every built page may load and run, and that all of it is there and is what was built."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from hostile_texts import hostile_site
from pages.markup import Node, read_markup
from rulebooks import ROOT

from checker.pages.integrity import integrity_of, with_integrity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHECKER = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "worker-src 'self'; base-uri 'none'; form-action 'none'"
)
"""What Python in a worker needs, and no more."""

AROUND = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
)
"""`data:`: pictures in the theme's style sheet."""

FRAMING = AROUND.replace("data:;", "data:; frame-src 'self';")

ALLOWED = ((re.compile(r"(?:check|v1)/.*"), CHECKER), (re.compile(r"(?:\w+/)?embed/index\.html"), FRAMING))
"""The policy by the kind of page; all others have that of the pages around the checker."""

_HASHED = re.compile(r"\.([0-9a-f]{12})\.\w+$")


@cache
def pages(site: Path) -> dict[str, str]:
    """Return all pages by their addresses."""
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}


@cache
def trees(site: Path) -> dict[str, Node]:
    """Return the markup of all pages."""
    return {address: read_markup(text) for address, text in pages(site).items()}


def policy_of(page: Node) -> list[str | None]:
    found = [one for one in page.all("meta") if one.attributes.get("http-equiv") == "Content-Security-Policy"]
    return [one.attributes["content"] for one in found]


def loaded(page: Node) -> Iterator[tuple[Node, str]]:
    """Yield what a page loads by itself, with the address."""
    for one in page.all():
        attributes = one.attributes
        if one.tag in ("script", "img", "iframe", "source", "input"):
            yield from ((one, str(attributes[name])) for name in ("src", "srcset") if attributes.get(name))
        elif one.tag == "link" and attributes.get("rel") in ("stylesheet", "icon", "preload", "modulepreload"):
            yield one, str(attributes["href"])


def test_every_page_has_the_policy_of_its_kind(site_dir: Path) -> None:
    assert len(trees(site_dir)) > 100
    for address, page in trees(site_dir).items():
        allowed = next((policy for kind, policy in ALLOWED if kind.fullmatch(address)), AROUND)
        assert policy_of(page) == [allowed], address


def test_the_policy_stands_before_all_that_is_loaded(site_dir: Path) -> None:
    for address, text in pages(site_dir).items():
        first = min(text.index(mark) for mark in ("<script", "<link") if mark in text)
        assert text.index("Content-Security-Policy") < first, address


def test_no_page_has_code_or_style_of_its_own(site_dir: Path) -> None:
    for address, page in trees(site_dir).items():
        for one in page.all():
            runs = one.tag == "script" and not str(one.attributes.get("type", "")).endswith("json")
            assert not runs or one.attributes.get("src"), address
            assert one.tag != "style", address
            assert not [name for name in one.attributes if name == "style" or name.startswith("on")], address


def test_all_that_a_page_loads_is_in_the_site(site_dir: Path) -> None:
    """So `'self'` covers it, at a root and under a path."""
    root = site_dir.resolve()
    there: dict[Path, bool] = {}
    for address, page in trees(site_dir).items():
        for one, where in loaded(page):
            assert not re.match(r"[a-z]+:|//", where), f"{address} loads {where}"
            if address == "404.html":
                path = root / where.lstrip("/").partition("?")[0]
            else:
                path = (root / address).parent / where.partition("?")[0].partition("#")[0]
            assert there.setdefault(path, path.is_file() and path.resolve().is_relative_to(root)), f"{address}: {one}"


def test_a_file_that_is_named_after_its_content_has_it(site_dir: Path) -> None:
    named = [path for path in site_dir.rglob("*") if _HASHED.search(path.name) and path.suffix != ".json"]
    assert len(named) > 30
    for path in named:
        found = _HASHED.search(path.name)
        assert found
        assert sha256(path.read_bytes()).hexdigest().startswith(found[1]), path.name


def test_the_sum_behind_an_address_is_that_of_the_file(site_dir: Path) -> None:
    kinds = set()
    for address, text in pages(site_dir).items():
        for where, said in re.findall(r'"([^"#]*)#(sha256-[^"]*)"', text):
            path = (site_dir / address).parent / where
            assert integrity_of(path.read_bytes()) == said, f"{address}: {where}"
            kinds.add(path.name.partition(".")[0])
    assert kinds == {"words", "search", "rulebook"}


def test_python_s_worker_knows_the_sums_of_all_files_beside_it(site_dir: Path) -> None:
    [worker] = (site_dir / "assets" / "runtime").glob("engine-worker.*.js")
    text = worker.read_text(encoding="utf-8")
    files = [path for path in worker.parent.iterdir() if path != worker]
    assert len(files) == 5
    for path in files:
        assert path.name in text
        assert f"sha256-{b64encode(sha256(path.read_bytes()).digest()).decode()}" in text, path.name


@pytest.mark.parametrize("folder", ["check", "v1"])
def test_where_the_site_has_an_address_pages_carry_sums_and_widgets_none(folder: str) -> None:
    """A host may give a widget's frame an origin of its own, where browsers refuse whatever carries one."""
    site = hostile_site()
    page = read_markup((site / folder / "evil-office" / "index.html").read_text(encoding="utf-8"))
    found = [
        (one, where) for one, where in loaded(page) if one.tag == "script" or one.attributes["rel"] == "stylesheet"
    ]
    assert len(found) >= 3
    for one, where in found:
        content = (site / folder / "evil-office" / where).read_bytes()
        assert one.attributes.get("integrity") == (integrity_of(content) if folder == "check" else None)


def test_the_theme_s_style_sheet_gets_one_too(site_dir: Path) -> None:
    text = pages(site_dir)["search/index.html"]
    files = [path for path in (site_dir / "assets").rglob("*") if path.suffix in (".js", ".css")]
    known = {path.relative_to(site_dir).as_posix(): integrity_of(path.read_bytes()) for path in files}
    page = read_markup(with_integrity(text, "../", known))
    marked = [one for one, _ in loaded(page) if one.tag == "script" or one.attributes.get("rel") == "stylesheet"]
    assert len(marked) > 4
    assert [one for one in marked if not one.attributes.get("integrity")] == []
    assert with_integrity(text, "../", {}) == text


def test_what_the_template_writes_is_text() -> None:
    """But for marks, which stand for markup of ours; MkDocs escapes nothing by itself."""
    written = re.findall(r"{{(.*?)}}", (ROOT / "overrides" / "main.html").read_text(encoding="utf-8"))
    assert len(written) > 20
    assert [one for one in written if not one.startswith(" marks.") and not one.endswith(" | e ")] == []
